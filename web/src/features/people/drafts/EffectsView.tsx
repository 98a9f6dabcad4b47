import './texts';
import { Alert, App, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Document } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { Bars, ProblemAlert } from '@/shared/ui';
import { organisationHref } from '../address';
import { useApply, useEffects, type Draft, type Effects } from './data';
import { useStepWords } from './words';
import styles from './drafts.module.css';

/** All that applying the draft would change, and the button that does. */
export function EffectsView({ draft }: { draft: Draft }) {
  const effects = useEffects(draft.draft.id);
  if (effects.error) return <ProblemAlert error={effects.error} onRetry={() => void effects.refetch()} />;
  if (!effects.data) return <Bars rows={8} />;
  return <Told draft={draft} effects={effects.data} again={() => void effects.refetch()} />;
}

function Told({ draft, effects, again }: { draft: Draft; effects: Effects; again: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useStepWords();
  const sums = [
    ['units', effects.units.length],
    ['seats', effects.seats.length],
    ['changing', effects.changing],
    ['reaches', effects.reachesInAll],
  ] as const;
  return (
    <section aria-label={t('drafts.effects.title')} className={styles.effects}>
      <h2>{t('drafts.effects.title')}</h2>
      {effects.dayPast && <Alert type="error" showIcon title={t('drafts.dayPast', { day: effects.day })} />}
      {effects.misfits.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t('drafts.effects.misfits')}
          description={
            <>
              <p>{t('drafts.effects.misfitsText')}</p>
              <ul>
                {effects.misfits.map(({ step, problem }) => {
                  const which = draft.steps.find(one => one.id === step);
                  return (
                    <li key={step}>
                      {which && words(which)}
                      {t('common.colon')}
                      {problem}
                    </li>
                  );
                })}
              </ul>
            </>
          }
        />
      )}
      <dl className={styles.sums}>
        {sums.map(([key, number]) => (
          <div key={key}>
            <dt>{t(`drafts.effects.${key}`)}</dt>
            <dd className="numbers">{format.exactNumber(number)}</dd>
          </div>
        ))}
      </dl>
      {effects.warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('drafts.effects.warnings')}
          description={
            <ul>
              {effects.warnings.map(({ concern, name }) => (
                <li key={concern + name}>{t(`drafts.effects.concern.${concern}`, { name })}</li>
              ))}
            </ul>
          }
        />
      )}
      <Units effects={effects} />
      <Seats effects={effects} />
      <People effects={effects} />
      <Reaches effects={effects} />
      <Apply draft={draft} effects={effects} again={again} />
    </section>
  );
}

type Column = { key: string; label: string; right?: boolean };

function Block({
  title,
  text,
  columns,
  children,
}: {
  title: string;
  text?: ReactNode;
  columns: Column[];
  children: ReactNode[];
}) {
  const { t } = useTranslation();
  return (
    <section className={styles.block} aria-label={title}>
      <h3>{title}</h3>
      {text && <p className={styles.quiet}>{text}</p>}
      {children.length === 0 ? (
        <p className={styles.quiet}>{t('drafts.effects.unchanged')}</p>
      ) : (
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={title}>
          <table className={styles.table}>
            <thead>
              <tr>
                {columns.map(({ key, label, right }) => (
                  <th key={key} scope="col" className={right ? styles.right : undefined}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}

type Changed = { all: Document<'ReorganisationDifference'>[]; fate?: Effects['units'][number]['fate'] };

/** What became of a thing, one line each; of what is new, how it begins. */
function Differences({ all, fate = 'CHANGED' }: Changed) {
  const { t } = useTranslation();
  const told = (aspect: string, text: string | null) => {
    if (text === 'true' && aspect === 'LEADS') return t('common.yes');
    if (text !== null) return text;
    if (aspect === 'LEADS') return t('common.no');
    return t(aspect === 'PARENT' ? 'drafts.effects.top' : 'drafts.effects.none');
  };
  if (fate === 'CLOSED') return null;
  const shown = all.filter(({ aspect }) => fate === 'CHANGED' || (aspect !== 'NAME' && aspect !== 'UNIT'));
  return shown.map(({ aspect, before, after }) => {
    const words = {
      aspect: t(`drafts.effects.aspect.${aspect}`),
      before: told(aspect, before),
      after: told(aspect, after),
    };
    return (
      <span key={aspect} className={styles.difference}>
        {t(fate === 'NEW' ? 'drafts.effects.begins' : 'drafts.effects.difference', words)}
      </span>
    );
  });
}

function Units({ effects: { units } }: { effects: Effects }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Block
      title={t('drafts.effects.units')}
      columns={[
        { key: 'unit', label: t('drafts.effects.unit') },
        { key: 'what', label: t('drafts.effects.what') },
        { key: 'size', label: t('drafts.effects.size'), right: true },
      ]}
    >
      {units.map(({ id, name, fate, differences, peopleBefore, peopleAfter }) => (
        <tr key={id}>
          <th scope="row">
            {name}
            <small>{t(`drafts.effects.fate.${fate}`)}</small>
          </th>
          <td>
            <Differences all={differences} fate={fate} />
          </td>
          <td className={styles.right}>
            {format.exactNumber(peopleBefore)} → {format.exactNumber(peopleAfter)}
          </td>
        </tr>
      ))}
    </Block>
  );
}

function Seats({ effects: { seats } }: { effects: Effects }) {
  const { t } = useTranslation();
  return (
    <Block
      title={t('drafts.effects.seats')}
      columns={[
        { key: 'seat', label: t('drafts.effects.seat') },
        { key: 'unit', label: t('drafts.effects.unit') },
        { key: 'what', label: t('drafts.effects.what') },
      ]}
    >
      {seats.map(({ id, title, unit, occupant, fate, differences }) => (
        <tr key={id}>
          <th scope="row">
            {title}
            <small>
              {fate === 'CHANGED'
                ? (occupant?.name ?? t('people.seat.vacant'))
                : t(`drafts.effects.fate.${fate}`)}
            </small>
          </th>
          <td>{unit}</td>
          <td>
            <Differences all={differences} fate={fate} />
          </td>
        </tr>
      ))}
    </Block>
  );
}

function People({ effects: { people, peopleInAll } }: { effects: Effects }) {
  const { t } = useTranslation();
  return (
    <Block
      title={t('drafts.effects.people')}
      text={
        peopleInAll > people.length
          ? t('drafts.effects.more', { total: peopleInAll, shown: people.length })
          : t('drafts.effects.peopleText')
      }
      columns={[
        { key: 'person', label: t('drafts.effects.person') },
        { key: 'what', label: t('drafts.effects.what') },
      ]}
    >
      {people.map(({ person, differences }) => (
        <tr key={person.id}>
          <th scope="row">{person.name}</th>
          <td>
            <Differences all={differences} />
          </td>
        </tr>
      ))}
    </Block>
  );
}

function Reaches({ effects: { reaches, reachesInAll, unseen } }: { effects: Effects }) {
  const { t } = useTranslation();
  const format = useFormat();
  const counted = (records: number, people: number) =>
    people === 0 ? (
      t('common.dash')
    ) : (
      <>
        {format.exactNumber(records)}
        <small>{t('drafts.effects.colleagues', { number: format.exactNumber(people) })}</small>
      </>
    );
  return (
    <Block
      title={t('drafts.effects.reach')}
      text={
        <>
          {t('drafts.effects.reachText')}{' '}
          {unseen.length > 0 && t('drafts.effects.unseen', { kinds: unseen.join(t('common.separator')) })}{' '}
          {reachesInAll > reaches.length &&
            t('drafts.effects.more', { total: reachesInAll, shown: reaches.length })}
        </>
      }
      columns={[
        { key: 'person', label: t('drafts.effects.person') },
        { key: 'kind', label: t('drafts.effects.kind') },
        { key: 'gained', label: t('drafts.effects.gained'), right: true },
        { key: 'lost', label: t('drafts.effects.lost'), right: true },
      ]}
    >
      {reaches.flatMap(({ person, unit, parts }) =>
        parts.map(({ kind, label, coming, gained, leaving, lost }, at) => (
          <tr key={person.id + kind}>
            {at === 0 && (
              <th scope="rowgroup" rowSpan={parts.length}>
                {person.name}
                <small>{unit}</small>
              </th>
            )}
            <td>{label}</td>
            <td className={styles.right}>{counted(gained, coming)}</td>
            <td className={styles.right}>{counted(lost, leaving)}</td>
          </tr>
        )),
      )}
    </Block>
  );
}

function Apply({ draft: { draft }, effects, again }: { draft: Draft; effects: Effects; again: () => void }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const apply = useApply(draft.id);
  const { name, day, steps } = draft;
  const ask = async () => {
    const agreed = await modal.confirm({
      title: t('drafts.effects.applyTitle', { name, day }),
      content: t('drafts.effects.applyText', { steps, changing: effects.changing }),
      okText: t('drafts.effects.apply'),
      focusable: { autoFocusButton: 'cancel' },
    });
    if (!agreed) return;
    apply.mutate(effects, {
      onSuccess: () => {
        void message.success(t('drafts.effects.applied', { name, day }));
        void navigate(organisationHref({ on: day }));
      },
    });
  };
  return (
    <footer className={styles.apply}>
      <ProblemAlert
        error={apply.error}
        onRetry={() => {
          apply.reset();
          again();
        }}
      />
      <Button
        type="primary"
        disabled={!effects.applicable}
        loading={apply.isPending}
        onClick={() => void ask()}
      >
        {t('drafts.effects.apply')}
      </Button>
    </footer>
  );
}

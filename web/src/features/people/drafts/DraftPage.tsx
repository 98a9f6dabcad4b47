import './texts';
import { Alert, App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { today, useFormat } from '@/shared/i18n';
import { Fetched, Missing } from '@/shared/records';
import { ProblemAlert, usePhone } from '@/shared/ui';
import { ArrowLeftOutlined } from '@/shared/ui/icons';
import { organisationHref } from '../address';
import { useDiscard, useDraft, useDraftsChanged, type Draft } from './data';
import { DraftForm } from './DraftForm';
import { Editor } from './Editor';
import { EffectsView } from './EffectsView';
import { StepList } from './StepList';
import styles from './drafts.module.css';

/** One draft: the organisation it would make, what it changes, and what follows from it. */
export default function DraftPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const draft = useDraft(id);
  const back = { to: '/organisation/drafts', label: t('drafts.title') };
  return (
    <Fetched query={draft} missing={<Missing title={t('drafts.missing')} back={back} />}>
      {data => <Shown key={id} draft={data} />}
    </Fetched>
  );
}

type Tab = 'organisation' | 'steps' | 'effects';

function Shown({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = usePhone();
  const { message } = App.useApp();
  const [params, setParams] = useSearchParams();
  const [editing, setEditing] = useState(false);
  const changed = useDraftsChanged();
  const { name, day, state, endedBy, endedAt } = draft.draft;
  const open = state === 'DRAFT';
  const tabs: Tab[] = phone ? ['organisation', 'steps', 'effects'] : ['organisation', 'effects'];
  const wanted = params.get('tab') as Tab | null;
  const tab = wanted && tabs.includes(wanted) ? wanted : 'organisation';
  const show = (next: Tab) => {
    const to = new URLSearchParams(params);
    if (next === 'organisation') to.delete('tab');
    else to.set('tab', next);
    setParams(to);
  };
  return (
    <section className={styles.page} aria-label={name}>
      <Link to="/organisation/drafts" className={styles.back}>
        <ArrowLeftOutlined /> {t('drafts.title')}
      </Link>
      <header className={styles.top}>
        <h1>{name}</h1>
        <span className={styles.state} data-state={state}>
          {t(`drafts.state.${state}`)}
        </span>
        <span className="numbers">{t('drafts.from', { day })}</span>
        <span className={styles.grow} />
        {open && <Button onClick={() => setEditing(true)}>{t('drafts.edit')}</Button>}
        {open && <Discard draft={draft} />}
        {open && !phone && tab !== 'effects' && (
          <Button type="primary" onClick={() => show('effects')}>
            {t('drafts.look')}
          </Button>
        )}
      </header>
      {open && day < today() && (
        <Alert type="error" showIcon title={t('drafts.dayPast', { day })} style={{ marginBottom: 12 }} />
      )}
      {state !== 'DRAFT' && endedBy && endedAt && (
        <div className={styles.done}>
          <p>{t(`drafts.done.${state}`, { name: endedBy.name, time: format.instant(endedAt), day })}</p>
          {state === 'APPLIED' && (
            <Link to={organisationHref({ on: day })}>{t('drafts.effects.seeThen')}</Link>
          )}
        </div>
      )}
      {open && (
        <Segmented<Tab>
          className={styles.tabs ?? ''}
          aria-label={t('drafts.tab.label')}
          value={tab}
          onChange={show}
          options={tabs.map(value => ({
            value,
            label: t(`drafts.tab.${value}`, { number: draft.steps.length }),
          }))}
        />
      )}
      {open && tab === 'effects' ? (
        <EffectsView draft={draft} />
      ) : (
        <div className={styles.columns} data-open={open && !phone}>
          {open && draft.organisation && tab === 'organisation' && (
            <Editor draft={draft} organisation={draft.organisation} />
          )}
          {(!open || !phone || tab === 'steps') && (
            <aside aria-label={t('drafts.count')}>
              <h2>{t('drafts.tab.steps', { number: draft.steps.length })}</h2>
              <StepList draft={draft} />
            </aside>
          )}
        </div>
      )}
      {editing && (
        <DraftForm
          draft={draft.draft}
          onClose={() => setEditing(false)}
          onSaved={saved => {
            void changed();
            void message.success(t('drafts.saved', { name: saved }));
          }}
        />
      )}
    </section>
  );
}

function Discard({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const changed = useDraftsChanged();
  const discard = useDiscard(draft);
  const { name } = draft.draft;
  const ask = async () => {
    const agreed = await modal.confirm({
      title: t('drafts.discardTitle', { name }),
      content: t('drafts.discardText', { number: draft.steps.length }),
      okText: t('drafts.discard'),
      okButtonProps: { danger: true },
      focusable: { autoFocusButton: 'cancel' },
    });
    if (!agreed) return;
    discard.mutate(undefined, {
      onSuccess: () => void message.success(t('drafts.discarded', { name })),
      onSettled: () => void changed(),
    });
  };
  return (
    <>
      <Button loading={discard.isPending} onClick={() => void ask()}>
        {t('drafts.discard')}
      </Button>
      <ProblemAlert error={discard.error} />
    </>
  );
}

import { MoreOutlined } from '@/shared/ui/icons';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { http, useCan, type Document } from '@/shared/api';
import { FollowUpDrawer, RecordTimeline } from '@/shared/followups';
import { useChoices } from '@/shared/forms';
import { today, useFormat } from '@/shared/i18n';
import { Fetched, Fields, Missing, RecordPage, RelatedTabs, StagePath, type Fact } from '@/shared/records';
import { AssignDialog, CollaboratorNames, CollaboratorsDrawer } from '@/shared/team';
import { usePhone, useProblemText } from '@/shared/ui';
import { assignOpportunities } from './assign';
import { ContactsDrawer } from './ContactsDrawer';
import { useOpportunitiesChanged, useOpportunity } from './data';
import { OpportunityDrawer } from './Drawers';
import { stageBefore, targetOf, type Target } from './moves';
import type { Opportunity, Step } from './types';
import { useDeleteOpportunity } from './useDelete';
import { useMover, wasCancelled } from './useMover';
import styles from './opportunities.module.css';

/** Everything about one opportunity. */
export default function OpportunityPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const record = useOpportunity(id);
  const missing = (
    <Missing
      title={t('opportunities.missing')}
      back={{ to: '/opportunities', label: t('shell.page.opportunities') }}
    />
  );
  return (
    <Fetched query={record} missing={missing} rows={12}>
      {data => <Shown key={id} record={data} />}
    </Fetched>
  );
}

type Form = 'edit' | 'assign' | 'share' | 'contacts' | 'followUp' | null;

function Shown({ record }: { record: Opportunity }) {
  const { t } = useTranslation();
  const can = useCan();
  const phone = usePhone();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const problemText = useProblemText();
  const changed = useOpportunitiesChanged();
  const { move, drawer } = useMover();
  const [form, setForm] = useState<Form>(null);
  const remove = useDeleteOpportunity(() => void navigate('/opportunities'));
  const { id, name, customer, stages } = record;
  const about = { customer, opportunity: { id, name } };
  const close = () => setForm(null);
  const refresh = () => void changed();
  const open = record.outcome === 'OPEN';
  const of = (outcome: Target['outcome']) => stages.filter(step => step.outcome === outcome);

  const go = (target: Target) =>
    void move(record, target).catch((error: unknown) => {
      if (!wasCancelled(error)) modal.error({ title: problemText(error) });
    });
  const ways = (steps: Step[]) => steps.map(step => ({ step, target: targetOf(step) }));
  const lost = ways(of('LOST'));
  const won = ways(of('WON'));
  const back = stageBefore(record);

  const rest = [
    ...(phone && record.can.edit
      ? [{ key: 'edit', label: t('common.edit'), onClick: () => setForm('edit') }]
      : []),
    ...(phone && can('activities:create')
      ? [{ key: 'followUp', label: t('opportunities.followUp'), onClick: () => setForm('followUp') }]
      : []),
    ...(record.can.assign
      ? [{ key: 'assign', label: t('team.assign'), onClick: () => setForm('assign') }]
      : []),
    ...(record.can.share
      ? [{ key: 'share', label: t('team.collaborators'), onClick: () => setForm('share') }]
      : []),
    ...(record.can.delete
      ? [{ key: 'delete', danger: true, label: t('common.delete'), onClick: () => void remove(record) }]
      : []),
  ];
  const actions = (
    <>
      {record.can.edit &&
        open &&
        won.slice(0, 1).map(({ target }) => (
          <Button key={target.id} type="primary" onClick={() => go(target)}>
            {t('opportunities.win')}
          </Button>
        ))}
      {record.can.edit &&
        open &&
        (lost.length > 1 ? (
          <Dropdown
            trigger={['click']}
            menu={{
              items: lost.map(({ target }) => ({
                key: target.id,
                label: target.label,
                onClick: () => go(target),
              })),
            }}
          >
            <Button>{t('opportunities.lose')}</Button>
          </Dropdown>
        ) : (
          lost.map(({ target }) => (
            <Button key={target.id} onClick={() => go(target)}>
              {t('opportunities.lose')}
            </Button>
          ))
        ))}
      {record.can.edit && !open && back && (
        <Button onClick={() => go(targetOf(back))}>{t('opportunities.reopen')}</Button>
      )}
      {!phone && can('activities:create') && (
        <Button onClick={() => setForm('followUp')}>{t('opportunities.followUp')}</Button>
      )}
      {!phone && record.can.edit && <Button onClick={() => setForm('edit')}>{t('common.edit')}</Button>}
      {rest.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items: rest }}>
          <Button icon={<MoreOutlined />} aria-label={t('common.more')} className={styles.moreButton ?? ''} />
        </Dropdown>
      )}
    </>
  );

  // The path ends as this one did; while it is open it leads to winning.
  const path = stages.filter(
    step => step.outcome === 'OPEN' || (open ? step.outcome === 'WON' : step.id === record.stage.id),
  );
  return (
    <>
      <RecordPage
        title={name}
        back={{ to: '/opportunities', label: t('shell.page.opportunities') }}
        status={<span className={styles.pipeline}>{record.pipeline.name}</span>}
        facts={useFacts(record)}
        path={
          <StagePath
            stages={path.map(({ id: value, name: label, outcome }) => ({
              value,
              label,
              ...(outcome !== 'OPEN' && { closed: outcome === 'WON' ? ('won' as const) : ('lost' as const) }),
            }))}
            current={record.stage.id}
            {...(record.can.edit && {
              onSelect: ({ value }) => {
                const step = stages.find(one => one.id === value);
                if (step) go(targetOf(step));
              },
            })}
          />
        }
        actions={actions}
        timeline={<RecordTimeline list="opportunities" id={id} about={about} onSaved={refresh} />}
      >
        <Details record={record} />
        <Related record={record} onContacts={record.can.edit ? () => setForm('contacts') : null} />
      </RecordPage>
      {drawer}
      <OpportunityDrawer open={form === 'edit'} record={record} onClose={close} />
      <FollowUpDrawer open={form === 'followUp'} about={about} onClose={close} onSaved={refresh} />
      <AssignDialog
        open={form === 'assign'}
        what={name}
        assign={owner => assignOpportunities({ ids: [id] }, owner)}
        onDone={refresh}
        onClose={close}
      />
      <CollaboratorsDrawer
        open={form === 'share'}
        all={record.collaborators.map(toCollaborator)}
        version={record.version}
        allOf={current => (current as unknown as Opportunity).collaborators.map(toCollaborator)}
        save={(collaborators, version) =>
          http.put(`/api/opportunities/${id}/collaborators`, {
            version,
            collaborators,
          } satisfies Document<'SetCollaborators'>)
        }
        onSaved={refresh}
        onClose={close}
      />
      {form === 'contacts' && <ContactsDrawer record={record} onClose={close} onSaved={refresh} />}
    </>
  );
}

/** The few figures one looks for first. */
function useFacts(record: Opportunity): Fact[] {
  const { t } = useTranslation();
  const format = useFormat();
  const open = record.outcome === 'OPEN';
  const now = record.stages.find(({ present }) => present);
  const dash = t('common.dash');
  const late = (date: string | null) => open && date !== null && date < today();
  const date = (value: string | null) =>
    value === null ? (
      dash
    ) : (
      <time dateTime={value} title={value} className={late(value) ? styles.late : undefined}>
        {format.day(value)}
      </time>
    );
  const facts: Fact[] = [
    {
      key: 'customer',
      label: t('opportunities.customer'),
      value: record.customer ? (
        <Link to={`/customers/${record.customer.id}`}>{record.customer.name}</Link>
      ) : (
        dash
      ),
    },
    {
      key: 'amount',
      label: t('opportunities.amount'),
      value: record.amount ? (
        <span title={format.shortMoney(record.amount)}>{format.exactMoney(record.amount)}</span>
      ) : (
        dash
      ),
    },
  ];
  if (open) {
    facts.push(
      { key: 'close', label: t('opportunities.expectedClose'), value: date(record.expectedClose) },
      {
        key: 'probability',
        label: t('opportunities.probability'),
        value: format.percent(record.probability),
      },
      {
        key: 'next',
        label: t('opportunities.nextStep'),
        value:
          record.nextStepOn !== null ? (
            <>
              {record.nextStep} {date(record.nextStepOn)}
            </>
          ) : (
            // Without a day it is not planned: lists and queues count it as having none.
            <>
              {record.nextStep}{' '}
              <span className={styles.late}>
                {t(record.nextStep ? 'opportunities.noNextStepOn' : 'opportunities.noNextStep')}
              </span>
            </>
          ),
      },
    );
    // This stay only; the step counts earlier ones too.
    const days = record.history.at(-1)?.days;
    if (now && days !== undefined) {
      facts.push({
        key: 'days',
        label: t('opportunities.inStage'),
        value: (
          <span className={now.overdue ? styles.late : undefined}>
            {now.overdue && now.normalDays !== null
              ? t('opportunities.daysOfNormal', { count: days, number: days, normal: now.normalDays })
              : t('opportunities.days', { count: days, number: days })}
          </span>
        ),
      });
    }
  } else {
    facts.push({ key: 'closed', label: t('opportunities.closedOn'), value: date(record.closedOn) });
    if (record.lossReason) {
      facts.push({ key: 'reason', label: t('opportunities.lossReason'), value: record.lossReason.name });
    }
    if (record.cycleDays !== null) {
      facts.push({
        key: 'cycle',
        label: t('opportunities.cycle'),
        value: t('opportunities.days', { count: record.cycleDays, number: record.cycleDays }),
      });
    }
  }
  facts.push({ key: 'owner', label: t('opportunities.owner'), value: record.owner?.name ?? dash });
  return facts;
}

function Details({ record }: { record: Opportunity }) {
  const { t } = useTranslation();
  const optional = (key: 'competitor' | 'outcomeNote' | 'externalId', wide = false) =>
    record[key] ? [{ key, label: t(`opportunities.${key}`), value: record[key], wide }] : [];
  return (
    <>
      <Fields
        title={t('opportunities.group.basic')}
        fields={[
          { key: 'number', label: t('opportunities.number'), value: record.number },
          {
            key: 'category',
            label: t('opportunities.category'),
            value: t(`opportunities.categories.${record.category}`),
          },
          { key: 'source', label: t('opportunities.source'), value: record.source?.name ?? null },
          ...optional('competitor'),
          { key: 'engaged', label: t('opportunities.engagedOn'), value: record.engagedOn, kind: 'DATE' },
          {
            key: 'followed',
            label: t('opportunities.lastFollowedAt'),
            value: record.lastFollowedAt,
            kind: 'INSTANT',
          },
          {
            key: 'collaborators',
            label: t('team.collaborators'),
            render: <CollaboratorNames all={record.collaborators.map(toCollaborator)} />,
          },
          { key: 'created', label: t('opportunities.createdAt'), value: record.createdAt, kind: 'INSTANT' },
          ...optional('externalId'),
          ...optional('outcomeNote', true),
          ...(record.description
            ? [
                {
                  key: 'description',
                  label: t('opportunities.description'),
                  value: record.description,
                  kind: 'LONG_TEXT' as const,
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

const toCollaborator = ({ mayWrite, ...person }: Opportunity['collaborators'][number]) => ({
  person,
  mayWrite,
});

type RelatedProps = { record: Opportunity; onContacts: (() => void) | null };

function Related({ record, onContacts }: RelatedProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.related}>
      <RelatedTabs
        tabs={[
          {
            key: 'lines',
            label: t('opportunities.lines.title'),
            count: record.lines.length,
            children: <Lines record={record} />,
          },
          {
            key: 'contacts',
            label: t('opportunities.contacts.title'),
            count: record.contacts.length,
            children: <ContactList record={record} onEdit={onContacts} />,
          },
          { key: 'history', label: t('opportunities.history.title'), children: <Stays record={record} /> },
        ]}
      />
    </div>
  );
}

function Lines({ record }: { record: Opportunity }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency, lines } = record;
  if (lines.length === 0) return <p className={styles.none}>{t('opportunities.lines.none')}</p>;
  const money = (amount: number) => format.exactMoney({ amount, currency }, false);
  return (
    <div className={styles.scroll}>
      <table className={`${styles.table} numbers`}>
        <thead>
          <tr>
            <th scope="col">{t('opportunities.lines.product')}</th>
            <th scope="col" data-number>
              {t('opportunities.lines.quantity')}
            </th>
            <th scope="col" data-number>
              {t('opportunities.lines.price')}
            </th>
            <th scope="col" data-number>
              {t('opportunities.lines.discount')}
            </th>
            <th scope="col" data-number>
              {t('opportunities.lines.amount')} {currency}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ product, quantity, price, discount, amount }, index) => (
            <tr key={index}>
              <td>
                <Link to={`/products/${product.id}`}>{product.name}</Link>
              </td>
              <td data-number>{format.exactNumber(quantity)}</td>
              <td data-number>{money(price)}</td>
              <td data-number>{discount ? format.percent(discount) : t('common.dash')}</td>
              <td data-number>{money(amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {t('opportunities.lines.sum')}
              {!record.amountFromLines && record.amount && (
                <small>{t('opportunities.lines.other', { amount: format.exactMoney(record.amount) })}</small>
              )}
            </th>
            <td data-number>
              {money(lines.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0) / 100)}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function ContactList({ record, onEdit }: { record: Opportunity; onEdit: (() => void) | null }) {
  const { t } = useTranslation();
  const roles = useChoices('contacts', 'role');
  return (
    <div className={styles.people}>
      {record.contacts.length === 0 ? (
        <p className={styles.none}>{t('opportunities.contacts.none')}</p>
      ) : (
        <ul>
          {record.contacts.map(({ id, name, title, role }) => (
            <li key={id}>
              <Link to={`/contacts/${id}`}>{name}</Link> <span>{title}</span>{' '}
              <em>{roles.find(({ value }) => value === role)?.label ?? role}</em>
            </li>
          ))}
        </ul>
      )}
      {onEdit && (
        <Button size="small" onClick={onEdit}>
          {t('opportunities.contacts.choose')}
        </Button>
      )}
    </div>
  );
}

/** Each stay in a stage: when, how long, and who moved it there. */
function Stays({ record }: { record: Opportunity }) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = (instant: string) => (
    <time dateTime={instant} title={format.exactInstant(instant)}>
      {format.instant(instant)}
    </time>
  );
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('opportunities.history.title')}>
      <table className={`${styles.table} numbers`}>
        <thead>
          <tr>
            <th scope="col">{t('opportunities.stage')}</th>
            <th scope="col">{t('opportunities.history.entered')}</th>
            <th scope="col">{t('opportunities.history.left')}</th>
            <th scope="col" data-number>
              {t('opportunities.history.days')}
            </th>
            <th scope="col">{t('opportunities.history.by')}</th>
          </tr>
        </thead>
        <tbody>
          {record.history.map((stay, index) => {
            const normal = record.stages.find(({ id }) => id === stay.stage.id)?.normalDays ?? null;
            const late = normal !== null && stay.days > normal;
            return (
              <tr key={index}>
                <td>{stay.stage.name}</td>
                <td>{day(stay.entered)}</td>
                <td>{stay.left ? day(stay.left) : t('opportunities.history.now')}</td>
                <td data-number className={late ? styles.late : undefined}>
                  {format.exactNumber(stay.days)}
                  {late && <small> / {normal}</small>}
                </td>
                <td>{stay.movedBy ?? t('common.dash')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

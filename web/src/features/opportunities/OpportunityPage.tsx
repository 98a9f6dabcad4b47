import { MoreOutlined } from '@/shared/ui/icons';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { http, useCan, type Document } from '@/shared/api';
import { FollowUpDrawer, RecordTimeline } from '@/shared/followups';
import { CustomDetails } from '@/shared/customfields/CustomDetails';
import { Fetched, Fields, Missing, RecordPage, StagePath } from '@/shared/records';
import { AssignDialog, CollaboratorNames, CollaboratorsDrawer } from '@/shared/team';
import { usePhone, useProblemText } from '@/shared/ui';
import { assignOpportunities } from './assign';
import { ContactsDrawer } from './ContactsDrawer';
import { useOpportunitiesChanged, useOpportunity } from './data';
import { CorrectDrawer, OpportunityDrawer } from './Drawers';
import { useFacts } from './facts';
import { stageBefore, targetOf, type Target } from './moves';
import { Related } from './Related';
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

type Form = 'edit' | 'correct' | 'assign' | 'share' | 'contacts' | 'followUp' | null;

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
    ...(phone && record.can.edit && !open
      ? [{ key: 'correct', label: t('opportunities.correct.action'), onClick: () => setForm('correct') }]
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
      {!phone && record.can.edit && !open && (
        <Button onClick={() => setForm('correct')}>{t('opportunities.correct.action')}</Button>
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
        of={{ list: 'opportunities', id }}
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
        <CustomDetails type="opportunities" values={record.custom} currency={record.currency} />
        <Related record={record} onContacts={record.can.edit ? () => setForm('contacts') : null} />
      </RecordPage>
      {drawer}
      <OpportunityDrawer open={form === 'edit'} record={record} onClose={close} />
      <CorrectDrawer open={form === 'correct'} record={record} onClose={close} />
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

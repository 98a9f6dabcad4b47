import { Button, Select } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useCan, type Filter, type Row } from '@/shared/api';
import { today, useFormat } from '@/shared/i18n';
import { cancelled, isCondition, joinOf, ListPage, partsOf, type Selection } from '@/shared/lists';
import { AssignDialog } from '@/shared/team';
import { assignOpportunities } from './assign';
import { fetchOpportunity, useCustomerName, useOpportunitiesChanged, usePipelines } from './data';
import { OpportunityDrawer } from './Drawers';
import { useMover } from './useMover';
import type { Opportunity, Pipeline } from './types';
import styles from './opportunities.module.css';

/** The opportunities one may see, as a list and as a board. */
export default function OpportunitiesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const navigate = useNavigate();
  const pipelines = usePipelines().data ?? [];
  const { move, drawer } = useMover();
  const { wanted, choose } = useBoardPipeline();
  const opened = (record: Opportunity) => void navigate(`/opportunities/${record.id}`);

  const drop = async (id: string, _: string | null, to: string | null) => {
    const stage = pipelines.flatMap(({ stages }) => stages).find(one => one.id === to);
    if (!stage) throw cancelled;
    await move(await fetchOpportunity(id), stage);
  };
  return (
    <>
      <ListPage
        list="opportunities"
        create={form => <Create {...form} onSaved={opened} />}
        {...(can('opportunities:assign') && { bulk: selection => <Assign selection={selection} /> })}
        kanban={filter => {
          const named = pipelineIn(filter);
          const pipeline = pipelineOf(pipelines, named ?? wanted);
          return {
            by: 'stage',
            card: { title: 'name', amount: 'amount', fields: ['customer', 'owner'] },
            needs: ['daysInStage', 'overdue', 'nextStep', 'nextStepOn', 'outcome'],
            extra: row => <Progress row={row} />,
            ...(pipeline && {
              ...(!named && { filter: { column: 'pipeline', operator: 'IS', values: [pipeline.id] } }),
              keeps: ({ value, count }) =>
                pipeline.stages.some(({ id, retired }) => id === value && (!retired || count > 0)),
              note: ({ value }) => {
                const stage = pipeline.stages.find(({ id }) => id === value);
                return (
                  stage?.outcome === 'OPEN' && (
                    <span>
                      {t('opportunities.probability')} {format.percent(stage.probability)}
                    </span>
                  )
                );
              },
              tools: !named && pipelines.length > 1 && (
                <PipelineChoice pipelines={pipelines} pipeline={pipeline} onChange={choose} />
              ),
            }),
            ...(can('opportunities:edit') && { onMove: drop }),
          };
        }}
      />
      {drawer}
    </>
  );
}

/** The one pipeline a filter leaves. */
function pipelineIn(filter: Filter | null) {
  const one = (filter ? partsOf(filter) : []).find(part => isCondition(part) && part.column === 'pipeline');
  const single = one && isCondition(one) && one.operator === 'IS' && one.values?.length === 1;
  return filter && joinOf(filter) === 'all' && single ? one.values![0]! : null;
}

const pipelineOf = (pipelines: Pipeline[], wanted: string | null) =>
  pipelines.find(({ id }) => id === wanted) ?? pipelines.find(({ retired }) => !retired);

/** A board shows one pipeline; which one stands in the address where the filter does not say. */
function useBoardPipeline() {
  const [params, setParams] = useSearchParams();
  const wanted = params.get('pipeline');
  const choose = (id: string) =>
    setParams(
      now => {
        const next = new URLSearchParams(now);
        next.set('pipeline', id);
        return next;
      },
      { replace: true },
    );
  return { wanted, choose };
}

type ChoiceProps = { pipelines: Pipeline[]; pipeline: Pipeline; onChange: (id: string) => void };

function PipelineChoice({ pipelines, pipeline, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={t('opportunities.pipeline')}
      value={pipeline.id}
      options={pipelines
        .filter(one => !one.retired || one.id === pipeline.id)
        .map(({ id, label }) => ({ value: id, label }))}
      onChange={onChange}
      popupMatchSelectWidth={false}
    />
  );
}

/** How long a card is where it is, and what is to be done about it when. */
function Progress({ row }: { row: Row }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { daysInStage, overdue, nextStep, nextStepOn, outcome } = row.cells;
  if (outcome && outcome !== 'OPEN') return null;
  const late = typeof nextStepOn === 'string' && nextStepOn < today();
  return (
    <p className={styles.progress}>
      {typeof daysInStage === 'number' && (
        <span className="numbers" data-late={overdue === true}>
          {t('opportunities.daysHere', { count: daysInStage, number: format.exactNumber(daysInStage) })}
        </span>
      )}
      {(nextStep || nextStepOn) && (
        <span data-late={late} title={typeof nextStep === 'string' ? nextStep : undefined}>
          {late && `${t('opportunities.overdue')} `}
          {typeof nextStepOn === 'string' && <time dateTime={nextStepOn}>{format.day(nextStepOn)}</time>}{' '}
          {typeof nextStep === 'string' && nextStep}
        </span>
      )}
    </p>
  );
}

type CreateProps = { open: boolean; onClose: () => void; onSaved: (record: Opportunity) => void };

/** The form for a new one; its customer may stand in the address. */
function Create({ open, onClose, onSaved }: CreateProps) {
  const [params, setParams] = useSearchParams();
  const id = open ? params.get('customer') : null;
  const customer = useCustomerName(id);
  const close = () => {
    onClose();
    if (id) {
      setParams(
        now => {
          const next = new URLSearchParams(now);
          next.delete('customer');
          next.delete('create');
          return next;
        },
        { replace: true },
      );
    }
  };
  if (id && customer.isPending) return null;
  return (
    <OpportunityDrawer
      open={open}
      customer={customer.data ? { id: customer.data.id, name: customer.data.name } : null}
      onClose={close}
      onSaved={onSaved}
    />
  );
}

function Assign({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const format = useFormat();
  const changed = useOpportunitiesChanged();
  const [asked, setAsked] = useState<Selection | null>(null);
  return (
    <>
      <Button size="small" onClick={() => setAsked(selection)}>
        {t('team.assign')}
      </Button>
      <AssignDialog
        open={asked !== null}
        what={t('opportunities.bulkWhat', {
          count: asked?.count ?? 0,
          number: format.exactNumber(asked?.count ?? 0),
        })}
        assign={owner => assignOpportunities(asked!, owner)}
        onDone={() => void changed()}
        onClose={() => setAsked(null)}
      />
    </>
  );
}

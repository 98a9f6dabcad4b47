import { App } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/shared/api';
import { cancelled } from '@/shared/lists';
import { useFormat } from '@/shared/i18n';
import { useOpportunitiesChanged } from './data';
import { attempt, type MoveField, type Target } from './moves';
import type { Opportunity } from './types';

// Brings the calendar along: it loads with the first move that asks something.
const MoveForm = lazy(() => import('./MoveForm'));

type Asking = {
  record: Opportunity;
  target: Target;
  asked: MoveField[];
  resolve: (result: Opportunity) => void;
  reject: (reason: unknown) => void;
};

/** Moves opportunities from stage to stage, asking for what is missing; rejects with `cancelled` when given up. */
export function useMover() {
  const { t } = useTranslation();
  const format = useFormat();
  const { modal } = App.useApp();
  const changed = useOpportunitiesChanged();
  const [asking, setAsking] = useState<Asking | null>(null);

  const confirm = (title: string, content: string, okText: string) =>
    new Promise<boolean>(resolve => {
      modal.confirm({
        title,
        content,
        okText,
        focusable: { autoFocusButton: 'cancel' },
        onOk: () => resolve(true),
        onCancel: () => resolve(false),
      });
    });
  const ask = (record: Opportunity, target: Target, asked: MoveField[]) =>
    new Promise<Opportunity>((resolve, reject) => setAsking({ record, target, asked, resolve, reject }));

  /** Someone was faster: shows what is there now before going on. */
  const again = async (current: Opportunity, target: Target) => {
    if (current.stage.id === target.id) return current;
    const amount = current.amount ? format.exactMoney(current.amount) : t('common.dash');
    const go = await confirm(
      t('opportunities.move.changedTitle', { name: current.name }),
      t('opportunities.move.changedText', {
        stage: current.stage.name,
        amount,
        owner: current.owner?.name ?? t('common.dash'),
      }),
      t('opportunities.move.to', { stage: target.label }),
    );
    if (!go) throw cancelled;
    return one(current, target);
  };

  const one = async (record: Opportunity, target: Target): Promise<Opportunity> => {
    const tried = await attempt(record, target);
    if (tried.kind === 'moved') return tried.result;
    if (tried.kind === 'stale') return again(tried.current, target);
    return ask(record, target, tried.fields);
  };

  const move = async (record: Opportunity, target: Target) => {
    if (record.stage.id === target.id) return record;
    if (record.outcome !== 'OPEN' && target.outcome === 'OPEN') {
      const go = await confirm(
        t('opportunities.move.reopenTitle', { name: record.name }),
        t('opportunities.move.reopenText', { stage: target.label }),
        t('opportunities.reopen'),
      );
      if (!go) throw cancelled;
    }
    try {
      return await one(record, target);
    } finally {
      void changed();
    }
  };

  const drawer = asking && (
    <Suspense fallback={null}>
      <MoveForm
        key={`${asking.record.id}${asking.record.version}${asking.target.id}`}
        record={asking.record}
        target={asking.target}
        asked={asking.asked}
        onClose={() => {
          setAsking(null);
          // After saving the promise is settled already and this does nothing.
          setTimeout(() => asking.reject(cancelled));
        }}
        onMoved={asking.resolve}
        onStale={problem => {
          setAsking(null);
          const current = problem.current as unknown as Opportunity | undefined;
          if (current) void again(current, asking.target).then(asking.resolve, asking.reject);
          else asking.reject(problem);
        }}
      />
    </Suspense>
  );
  return { move, drawer };
}

export const wasCancelled = (reason: unknown) => reason === cancelled && !isProblem(reason);

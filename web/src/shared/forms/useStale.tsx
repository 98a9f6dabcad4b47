import { App } from 'antd';
import { useState } from 'react';
import { isProblem, type Problem } from '@/shared/api';
import { useProblemText } from '@/shared/ui';
import { StaleDialog, type StaleField } from './StaleDialog';

type Options<V> = {
  fields: StaleField[];
  /** The record's present state, in the shape of the form's values. */
  shown?: (current: Record<string, unknown>) => Record<string, unknown>;
  /** Sends the values again on top of that version. */
  again: (values: V, version: number) => Promise<unknown>;
  /** Leaves the form; whatever is shown elsewhere is asked for again. */
  onDone: () => void;
};

/** A save that came too late, and what the person decides about it. */
export function useStale<V extends object>({ fields, shown, again, onDone }: Options<V>) {
  const [refused, setRefused] = useState<{ problem: Problem; values: V } | null>(null);
  const { message } = App.useApp();
  const problemText = useProblemText();
  const current = refused?.problem.current ?? {};
  const problem = refused && {
    ...refused.problem,
    current: { ...(shown ? shown(current) : current), version: current.version ?? 0 },
  };
  const over = () => {
    setRefused(null);
    onDone();
  };
  const reapply = async (version: number) => {
    if (!refused) return;
    const { values } = refused;
    try {
      await again(values, version);
      over();
    } catch (error) {
      if (isProblem(error) && error.code === 'stale') return setRefused({ problem: error, values });
      setRefused(null);
      void message.error(problemText(error));
    }
  };
  const dialog = (
    <StaleDialog
      problem={problem as Problem | null}
      mine={(refused?.values ?? {}) as Record<string, unknown>}
      fields={fields}
      onCancel={() => setRefused(null)}
      onReload={over}
      onReapply={version => void reapply(version)}
    />
  );
  return { dialog, onStale: (next: Problem, values: V) => setRefused({ problem: next, values }) };
}

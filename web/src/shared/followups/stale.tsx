import { App } from 'antd';
import { useState } from 'react';
import { isProblem, type Problem } from '@/shared/api';
import { StaleDialog, type StaleField } from '@/shared/forms';
import { useProblemText } from '@/shared/ui';

type Options<V> = {
  fields: StaleField[];
  /** The record's present state, in the shape of the form's values. */
  shown: (current: Record<string, unknown>) => Record<string, unknown>;
  /** Sends the values again on top of that version. */
  again: (values: V, version: number) => Promise<unknown>;
  /** Leaves the form; whatever is shown elsewhere is asked for again. */
  onDone: () => void;
};

/** The refusal of a save that came too late, and what the person decides about it. */
export function useStale<V extends object>({ fields, shown, again, onDone }: Options<V>) {
  const [refused, setRefused] = useState<{ problem: Problem; values: V } | null>(null);
  const { message } = App.useApp();
  const problemText = useProblemText();
  const problem = refused && {
    ...refused.problem,
    current: { ...shown(refused.problem.current ?? {}), version: refused.problem.current?.version ?? 0 },
  };
  const dialog = (
    <StaleDialog
      problem={problem as Problem | null}
      mine={(refused?.values ?? {}) as Record<string, unknown>}
      fields={fields}
      onCancel={() => setRefused(null)}
      onReload={() => {
        setRefused(null);
        onDone();
      }}
      onReapply={version => {
        if (!refused) return;
        const { values } = refused;
        again(values, version)
          .then(() => {
            setRefused(null);
            onDone();
          })
          .catch((error: unknown) => {
            if (isProblem(error) && error.code === 'stale') setRefused({ problem: error, values });
            else {
              setRefused(null);
              void message.error(problemText(error));
            }
          });
      }}
    />
  );
  return { dialog, onStale: (next: Problem, values: V) => setRefused({ problem: next, values }) };
}

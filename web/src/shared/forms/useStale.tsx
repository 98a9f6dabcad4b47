import { App } from 'antd';
import { useState } from 'react';
import { isProblem, type Problem } from '@/shared/api';
import { useProblemText } from '@/shared/ui';
import { MergeDialog, type Meeting, type StaleField } from './MergeDialog';

type Options<V> = {
  fields: StaleField[];
  /** The record's present state, in the shape of the form's values. */
  shown?: (current: Record<string, unknown>) => Record<string, unknown>;
  /** Sends the values again on top of that version. */
  again: (values: V, version: number) => Promise<unknown>;
  /** Leaves the form; whatever is shown elsewhere is asked for again. */
  onDone: () => void;
};

/** A save that came too late: both versions are put together, field by field, and saved on top of the newer one. */
export function useStale<V extends object>({ fields, shown, again, onDone }: Options<V>) {
  const [met, setMet] = useState<(Meeting<V> & { version: number }) | null>(null);
  const [saving, setSaving] = useState(false);
  const { message } = App.useApp();
  const problemText = useProblemText();

  const meet = (problem: Problem, mine: V, base: object) => {
    const current = problem.current ?? {};
    setMet({
      base: base as Record<string, unknown>,
      mine,
      theirs: shown ? shown(current) : current,
      version: Number(current['version'] ?? 0),
    });
  };
  const save = async (values: V) => {
    if (!met) return;
    setSaving(true);
    try {
      await again(values, met.version);
      setMet(null);
      onDone();
    } catch (error) {
      // Somebody was quicker once more: what was put together meets what they made of it.
      if (isProblem(error) && error.code === 'stale') return meet(error, values, met.theirs);
      setMet(null);
      void message.error(problemText(error));
    } finally {
      setSaving(false);
    }
  };
  const dialog = (
    <MergeDialog<V>
      meeting={met}
      fields={fields}
      saving={saving}
      onCancel={() => setMet(null)}
      onSave={values => void save(values)}
    />
  );
  return { dialog, onStale: meet };
}

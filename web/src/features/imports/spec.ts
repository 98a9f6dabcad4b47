import type { Decision, Decisions, Import, ImportField, Layout, Report, Spec, Unknown } from './types';

/** Stands for all texts of a field that are not decided otherwise. */
export const others = '*';

/** The field that says a customer is meant although it may be known already. */
export const evenIfDuplicate = 'evenIfDuplicate';

export function specOf({ layout, columns, mapping, constants, decisions, dateOrder }: Import): Spec {
  const { encoding, separator, sheet, headerLine } = layout;
  return {
    layout: { encoding, separator, sheet, headerLine },
    mapping: Object.fromEntries(columns.map(({ index }) => [index, mapping[index] ?? null])),
    constants,
    decisions,
    dateOrder,
  };
}

/** Another reading of the file has other columns: what was matched to the old ones is suggested anew. */
export function withLayout(spec: Spec, patch: Partial<Omit<Layout, 'format'>>): Spec {
  const headings = 'headerLine' in patch ? {} : { headerLine: null };
  return { ...spec, layout: { ...spec.layout, ...headings, ...patch }, mapping: null };
}

const without = <V>(record: Record<string, V>, key: string) =>
  Object.fromEntries(Object.entries(record).filter(([one]) => one !== key)) as Record<string, V>;

/** A field stands in one column only: choosing it for another takes it from the first. */
export function mapColumn(spec: Spec, index: number, field: string | null): Spec {
  const mapping = Object.fromEntries(
    Object.entries(spec.mapping ?? {}).map(([column, now]) => [column, now === field ? null : now]),
  );
  mapping[index] = field;
  return { ...spec, mapping, constants: field ? without(spec.constants, field) : spec.constants };
}

export const columnOf = (spec: Spec, field: string) => {
  const found = Object.entries(spec.mapping ?? {}).find(([, one]) => one === field);
  return found ? Number(found[0]) : null;
};

export const setConstant = (spec: Spec, field: string, value: string | null): Spec => ({
  ...spec,
  constants:
    value === null ? without(spec.constants, field) : { ...without(spec.constants, field), [field]: value },
});

/** Fields that must have a value and have neither a column nor a fixed one. */
export const missingFields = (fields: ImportField[], spec: Spec) =>
  fields.filter(
    ({ key, required }) => required && columnOf(spec, key) === null && !spec.constants[key]?.trim(),
  );

export function decide(decisions: Decisions, field: string, text: string, decision: Decision | null) {
  const now = decisions[field] ?? {};
  return { ...decisions, [field]: decision ? { ...now, [text]: decision } : without(now, text) };
}

export const decisionFor = (decisions: Decisions, field: string, text: string): Decision | null =>
  decisions[field]?.[text] ?? null;

/** Texts for which nothing was said, neither for themselves nor for all others. */
export const undecided = ({ field, texts, total }: Unknown, decisions: Decisions) => {
  if (decisionFor(decisions, field, others)) return 0;
  const open = texts.filter(({ text }) => !decisionFor(decisions, field, text)).length;
  return open + Math.max(0, total - texts.length);
};

/** Suggestions for texts that are still open. */
export const openSuggestions = ({ field, texts }: Unknown, decisions: Decisions) =>
  texts.filter(({ text, suggestion }) => suggestion && !decisionFor(decisions, field, text));

export const acceptSuggestions = (unknown: Unknown, decisions: Decisions) =>
  openSuggestions(unknown, decisions).reduce((all, { text, suggestion }) => {
    const { value, label } = suggestion!;
    return decide(all, unknown.field, text, { action: 'USE', value, label });
  }, decisions);

export const goodRows = ({ created, updated }: Report) => created + updated;

export const stepNames = ['layout', 'columns', 'values', 'check', 'result'] as const;
export type StepName = (typeof stepNames)[number];
export const isStep = (text: string | null): text is StepName =>
  (stepNames as readonly string[]).includes(text ?? '');

const ready = (imported: Import) => imported.missing.length === 0 && !imported.dateOrderNeeded;

/** Whether a step has what it needs from those before it. */
export function reachable(imported: Import, step: StepName): boolean {
  if (step === 'layout' || step === 'columns') return true;
  if (step === 'result') return imported.state === 'RUNNING' || imported.state === 'DONE';
  return ready(imported);
}

/** Where an import stands; also where it is taken when the wanted step cannot be shown. */
export function stepAt(imported: Import, wanted: string | null): StepName {
  if (imported.state === 'CHECKING') return 'check';
  if (imported.state === 'RUNNING') return 'result';
  if (isStep(wanted) && reachable(imported, wanted)) return wanted;
  if (imported.state === 'DONE') return 'result';
  if (wanted === 'result' && ready(imported)) return 'check';
  if (isStep(wanted)) return 'columns';
  return imported.state === 'UPLOADED' || !ready(imported) ? 'layout' : 'check';
}

/** The step after or before; values are passed over where all are known. */
export function neighbour(imported: Import, step: StepName, by: 1 | -1): StepName | null {
  const next = stepNames[stepNames.indexOf(step) + by] ?? null;
  return next === 'values' && imported.unknown.length === 0 ? neighbour(imported, next, by) : next;
}

export type ReadOnly = 'busy' | 'done' | 'foreign' | 'dropped';
/** Why nothing can be changed here, if so. */
export function readOnlyWhy({ state, mayEdit, filePresent }: Import): ReadOnly | null {
  if (state === 'CHECKING' || state === 'RUNNING') return 'busy';
  if (state === 'DONE') return 'done';
  if (!mayEdit) return 'foreign';
  return filePresent ? null : 'dropped';
}

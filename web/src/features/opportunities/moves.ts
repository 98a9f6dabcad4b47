import { http, isProblem, type Document } from '@/shared/api';
import type { Opportunity, Outcome, Step } from './types';

/** The fields a stage may ask for with a move. */
export const moveFields = [
  'customer',
  'amount',
  'expectedClose',
  'lines',
  'nextStep',
  'competitor',
  'contacts',
  'source',
] as const;
export type MoveField = (typeof moveFields)[number];

export type Given = Document<'MoveFields'>;
export type Closing = Pick<Document<'MoveOpportunity'>, 'closedOn' | 'lossReason' | 'note'>;

/** Where a record is to go. */
export type Target = { id: string; label: string; outcome: Outcome };

export const targetOf = ({ id, name, outcome }: Step): Target => ({ id, label: name, outcome });

/** The open stage it stood in before it ended; where its pipeline begins when it came in closed. */
export function stageBefore({ stages, history }: Pick<Opportunity, 'stages' | 'history'>): Step | undefined {
  const open = stages.filter(({ outcome }) => outcome === 'OPEN');
  const stays = [...history].reverse();
  const last = stays.find(({ stage }) => open.some(({ id }) => id === stage.id));
  return open.find(({ id }) => id === last?.stage.id) ?? open[0];
}

/** The fields a refused move asks for, in the order of the form; nothing when it was refused for another reason. */
export function askedFor(error: unknown): MoveField[] {
  if (!isProblem(error) || error.status !== 422) return [];
  const fields = error.errors.map(({ field }) => /^fields\.([a-zA-Z]+)$/.exec(field)?.[1]);
  return moveFields.filter(field => fields.includes(field));
}

/** What is asked before anything is sent: how it ended, and why it was lost. */
export const asksFirst = ({ outcome }: Target) => outcome !== 'OPEN';

export const sendMove = (
  { id, version }: Pick<Opportunity, 'id' | 'version'>,
  stage: string,
  given: Given = {},
  closing: Closing = {},
  idempotencyKey?: string,
) =>
  http.post<Opportunity>(
    `/api/opportunities/${id}/move`,
    {
      stage,
      version,
      fields: Object.values(given).some(value => value != null) ? given : null,
      closedOn: closing.closedOn ?? null,
      lossReason: closing.lossReason ?? null,
      note: closing.note?.trim() ?? null,
    } satisfies Document<'MoveOpportunity'>,
    { idempotencyKey },
  );

export type Attempt =
  | { kind: 'moved'; result: Opportunity }
  /** The drawer is to ask for these before the move can be sent again. */
  | { kind: 'asks'; fields: MoveField[] }
  /** Someone changed it meanwhile; the move has to be confirmed against the present state. */
  | { kind: 'stale'; current: Opportunity };

/** One try to move without asking anything. */
export async function attempt(record: Opportunity, target: Target): Promise<Attempt> {
  if (asksFirst(target)) return { kind: 'asks', fields: [] };
  try {
    return { kind: 'moved', result: await sendMove(record, target.id) };
  } catch (error) {
    const fields = askedFor(error);
    if (fields.length > 0) return { kind: 'asks', fields };
    if (isProblem(error) && error.code === 'stale' && error.current) {
      return { kind: 'stale', current: error.current as unknown as Opportunity };
    }
    throw error;
  }
}

import type { Document } from '@/shared/api';

export type Stage = Document<'ShownStage'>;
export type Pipeline = Document<'ShownPipeline'>;
export type Outcome = Stage['outcome'];
export const outcomes = ['OPEN', 'WON', 'LOST'] as const satisfies readonly Outcome[];
export type Category = Stage['category'];
export const categories = [
  'PIPELINE',
  'BEST_CASE',
  'COMMIT',
  'CLOSED',
  'OMITTED',
] as const satisfies readonly Category[];
/** What a stage may ask to be known before it is entered. */
export type Requirement = Stage['required'][number];
export const requirements = [
  'customer',
  'amount',
  'expectedClose',
  'lines',
  'nextStep',
  'competitor',
  'contact',
  'source',
] as const satisfies readonly Requirement[];

export type Choice = Document<'StageChoice'>;
export type SoldLine = Document<'SoldLine'>;
export type Step = Document<'StageStep'>;
export type Stay = Document<'Stay'>;
export type Opportunity = Document<'OpportunityPage'>;

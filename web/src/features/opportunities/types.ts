import type { Money, Ref } from '@/shared/api';

export const outcomes = ['OPEN', 'WON', 'LOST'] as const;
export type Outcome = (typeof outcomes)[number];
export const categories = ['PIPELINE', 'BEST_CASE', 'COMMIT', 'CLOSED', 'OMITTED'] as const;
export type Category = (typeof categories)[number];
/** What a stage may ask to be known before it is entered. */
export const requirements = [
  'customer',
  'amount',
  'expectedClose',
  'lines',
  'nextStep',
  'competitor',
  'contact',
  'source',
] as const;
export type Requirement = (typeof requirements)[number];

export type Stage = {
  id: string;
  label: string;
  name: string;
  nameEn: string;
  outcome: Outcome;
  probability: number;
  category: Category;
  normalDays: number | null;
  required: Requirement[];
  retired: boolean;
  color: string;
};
export type Pipeline = {
  id: string;
  label: string;
  name: string;
  nameEn: string;
  position: number;
  retired: boolean;
  version: number;
  stages: Stage[];
  warnings: { field: string; code: string; message: string }[];
};

export type Choice = { code: string; name: string };
export type SoldLine = { product: Ref; quantity: number; price: number; discount: number; amount: number };
export type Step = {
  id: string;
  name: string;
  outcome: Outcome;
  probability: number;
  normalDays: number | null;
  required: Requirement[];
  entered: string | null;
  left: string | null;
  days: number | null;
  present: boolean;
  overdue: boolean;
  color: string;
};
export type Stay = {
  stage: Ref;
  entered: string;
  left: string | null;
  days: number;
  movedBy: string | null;
};
export type Opportunity = {
  id: string;
  number: string;
  name: string;
  customer: Ref | null;
  pipeline: Ref;
  stage: Ref;
  outcome: Outcome;
  probability: number;
  category: Category;
  amount: Money | null;
  currency: string;
  amountFromLines: boolean;
  expectedClose: string | null;
  engagedOn: string | null;
  closedOn: string | null;
  cycleDays: number | null;
  lossReason: Choice | null;
  outcomeNote: string | null;
  source: Choice | null;
  competitor: string | null;
  nextStep: string | null;
  nextStepOn: string | null;
  description: string | null;
  owner: Ref | null;
  collaborators: { id: string; name: string; mayWrite: boolean }[];
  contacts: { id: string; name: string; title: string | null; role: string }[];
  lines: SoldLine[];
  stages: Step[];
  history: Stay[];
  lastFollowedAt: string | null;
  externalId: string | null;
  createdAt: string;
  updatedAt: string;
  version: number;
  can: { edit: boolean; delete: boolean; assign: boolean };
};

import type { Document } from '@/shared/api';

export type ImportField = Document<'ImportFieldView'>;
export type FieldType = ImportField['type'];
export type ImportKind = Document<'ImportKindView'>;

/** `headerLine` is 0 where the file has no headings. */
export type Layout = Document<'Layout'>;
export type FileLine = Document<'ImportHeadLine'>;
/** The description does not name the ways a suggestion is found. */
export type FileColumn = Omit<Document<'ImportColumn'>, 'suggestedBy'> & {
  suggestedBy: 'heading' | 'memory' | 'similar' | null;
};

export type Decision = Document<'ValueDecision'>;
export type DecisionAction = Decision['action'];
/** A value whose words are like the text's. */
export type Suggested = Document<'ValueGuess'>;
export type UnknownText = Document<'UnknownText'>;
/** `total` is how many different texts there are; `texts` holds the most frequent. */
export type Unknown = Document<'UnknownValues'>;

export type Report = Document<'ImportReport'>;
export type Import = Omit<Document<'ImportView'>, 'columns'> & { columns: FileColumn[] };
export type ImportState = Import['state'];
export type DateOrder = NonNullable<Import['dateOrder']>;
export type Decisions = Import['decisions'];

/** What a person decided about a file; sent as a whole. */
export type Spec = Pick<Import, 'constants' | 'decisions' | 'dateOrder'> & {
  layout: Required<Document<'WantedLayout'>>;
  /** `null` takes the suggestions. */
  mapping: Record<string, string | null> | null;
};

export type ImportRows = Document<'ImportRowPage'>;
export type ImportRow = Document<'ImportRowView'>;
export type RowProblem = Document<'RowProblem'>;
export type Outcome = ImportRow['outcome'];
export const outcomes = ['CREATED', 'UPDATED', 'SKIPPED', 'REFUSED'] as const satisfies readonly Outcome[];

import type { Option, Ref } from '@/shared/api';

export type FieldType = 'TEXT' | 'NUMBER' | 'DATE' | 'FLAG' | 'TAGS' | 'VALUE';
export type ImportField = {
  key: string;
  label: string;
  type: FieldType;
  required: boolean;
  hasVocabulary: boolean;
  options: Option[] | null;
  /** The list whose records are the field's values. */
  list: string | null;
  mayCreate: boolean;
};
export type ImportKind = { name: string; label: string; fields: ImportField[] };

export type ImportState = 'UPLOADED' | 'CHECKING' | 'CHECKED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';

export type Layout = {
  format: 'CSV' | 'XLSX';
  encoding: string | null;
  separator: string | null;
  sheet: string | null;
  /** 0 where the file has no headings. */
  headerLine: number;
};
export type FileLine = { line: number; cells: string[] };
export type FileColumn = {
  index: number;
  heading: string;
  samples: string[];
  suggestion: string | null;
  suggestedBy: 'heading' | 'memory' | 'similar' | null;
  field: string | null;
};

export type DecisionAction = 'USE' | 'CREATE' | 'EMPTY' | 'REFUSE';
export type Decision = { action: DecisionAction; value?: string | null; label?: string | null };
/** A value whose words are like the text's. */
export type Suggested = { value: string; label: string };
export type UnknownText = {
  text: string;
  count: number;
  decision: Decision | null;
  suggestion: Suggested | null;
};
export type Unknown = {
  field: string;
  label: string;
  list: string | null;
  options: Option[] | null;
  mayCreate: boolean;
  /** How many different texts there are; `texts` holds the most frequent. */
  total: number;
  texts: UnknownText[];
};

export type DateOrder = 'DAY_FIRST' | 'MONTH_FIRST';
export type Decisions = Record<string, Record<string, Decision>>;

export type Report = {
  created: number;
  updated: number;
  skipped: number;
  refused: number;
  rows: number;
  seconds: number;
  imported: boolean;
};

export type Import = {
  id: string;
  kind: string;
  kindLabel: string;
  fileName: string;
  state: ImportState;
  message: string | null;
  owner: Ref;
  mayEdit: boolean;
  filePresent: boolean;
  job: string | null;
  version: number;
  createdAt: string;
  finishedAt: string | null;
  layout: Layout;
  sheets: string[];
  damaged: number;
  head: FileLine[];
  columns: FileColumn[];
  rowCount: number;
  fields: ImportField[];
  mapping: Record<string, string | null>;
  constants: Record<string, string>;
  decisions: Decisions;
  dateOrder: DateOrder | null;
  dateOrderNeeded: boolean;
  missing: { key: string; label: string }[];
  unknown: Unknown[];
  report: Report | null;
};

/** What a person decided about a file; sent as a whole. */
export type Spec = {
  layout: Omit<Layout, 'format' | 'headerLine'> & { headerLine: number | null };
  /** `null` takes the suggestions. */
  mapping: Record<string, string | null> | null;
  constants: Record<string, string>;
  decisions: Decisions;
  dateOrder: DateOrder | null;
};

export const outcomes = ['CREATED', 'UPDATED', 'SKIPPED', 'REFUSED'] as const;
export type Outcome = (typeof outcomes)[number];
export type RowProblem = {
  field: string | null;
  label: string | null;
  column: number | null;
  code: string;
  message: string;
};
export type ImportRow = { line: number; outcome: Outcome; cells: string[]; problems: RowProblem[] };
export type ImportRows = { rows: ImportRow[]; total: number; page: number; size: number };

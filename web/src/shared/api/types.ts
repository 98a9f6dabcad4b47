import type { Document } from './documents';

/** The server's documents as the client reads them. */

export type Currency = string;
export type Money = Document<'Money'>;
/** A person, unit or record, named. */
export type Ref = Document<'Reference'>;

export type Persona = Document<'Persona'>;
/** What is said of a company, without what the server adds. */
export type CompanyDetails = Document<'Details'>;
export type Company = Document<'Company'>;
export type Language = Company['language'];
export type Me = Document<'Me'>;
export type Reach = Document<'Allow'>['reach'];
export type FieldLevel = Document<'FieldRule'>['level'];
export type Session = Document<'Session'>;
export type SessionState = Session['state'];
export type AccessToken = Document<'Token'>;
export type Setup = Document<'SetUp'>;

export type FieldError = Document<'FieldError'>;
/** The description does not speak of refusals. */
export type ProblemBody = {
  type?: string;
  title?: string;
  status: number;
  code: string;
  detail?: string;
  errors?: FieldError[];
  current?: Record<string, unknown> & { version?: number };
};

export type Option = Document<'Option'>;
export type Column = Document<'ColumnDescription'>;
export type ColumnKind = Column['kind'];
export type Operator = Column['operators'][number];

/** A filter as it stands in an address; the description has it as free JSON. */
export type Filter = { all: Filter[] } | { any: Filter[] } | Condition;
export type Condition = { column: string; operator: Operator; values?: string[] };

export type View = Omit<Document<'ViewDescription'>, 'filter'> & { filter: Filter };
/** What this person may do from a list, as the server offers it. */
export type ListAction = 'create' | 'edit' | 'assign' | 'delete' | 'import' | 'export';
/** With the filters of its views, and the actions there are. */
export type Listing = Omit<Document<'ListDescription'>, 'views' | 'actions'> & {
  views: View[];
  actions: ListAction[];
};
/** A column as somebody likes to see it. */
export type ShownColumn = Required<Document<'ShownColumn'>>;
/** A query kept under a name, as its reader may use it. */
export type SavedView = Omit<Document<'ShownView'>, 'filter' | 'columns' | 'unfit'> & {
  filter: Filter;
  columns: ShownColumn[];
  unfit: (Omit<Document<'Unfit'>, 'remaining'> & { remaining: Filter }) | null;
};
/** The saved views of a list, and how one likes it. */
export type ListViews = Omit<Document<'ListViews'>, 'views' | 'columns'> & {
  views: SavedView[];
  columns: ShownColumn[] | null;
};
export type Cell = string | number | boolean | string[] | Money | Ref | null;
/** A cell holds one of these; the description has it as free JSON. */
export type Row = Omit<Document<'Row'>, 'cells'> & { cells: Record<string, Cell | undefined> };
/** Money is summed per currency; other numbers have none. */
export type Sum = Document<'Sum'>;
export type Rows = Omit<Document<'Page'>, 'rows'> & { rows: Row[] };
export type Group = Document<'Group'>;

/** What came of a job depends on its kind. */
export type Job = Omit<Document<'Job'>, 'result'> & { result: Record<string, unknown> | null };
export type JobState = Job['state'];

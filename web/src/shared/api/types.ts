/** The server's documents as the client reads them. */

export type Language = 'zh-CN' | 'en';
export type Currency = string;
export type Money = { amount: number; currency: Currency };
/** A person, unit or record, named. */
export type Ref = { id: string; name: string };

export type Reach = 'OWN' | 'SUBORDINATES' | 'DEPARTMENT' | 'DEPARTMENT_TREE' | 'CHOSEN' | 'ALL';
export type Persona = { username: string; name: string; role: string };
export type Company = {
  nameZh: string;
  nameEn: string;
  currency: Currency;
  timeZone: string;
  fiscalYearStartMonth: number;
  language: Language;
};
export type Me = {
  id: string;
  name: string;
  username: string;
  language: Language;
  unit: Ref | null;
  title: string | null;
  permissions: Record<string, Reach>;
};
export type SessionState = 'SETUP' | 'ANONYMOUS' | 'SIGNED_IN';
export type Session = {
  state: SessionState;
  demo: boolean;
  personas: Persona[];
  company: Company | null;
  me: Me | null;
};

export type AccessToken = {
  id: string;
  name: string;
  scopes: string[];
  expiresOn: string | null;
  lastUsedAt: string | null;
  createdAt: string;
};

export type Setup = {
  token: string;
  administrator: { name: string; username: string; password: string; email: string };
  company: Company;
  start: 'EMPTY' | 'DEMO';
};

export type FieldError = { field: string; code: string; message: string };
export type ProblemBody = {
  type?: string;
  title?: string;
  status: number;
  code: string;
  detail?: string;
  errors?: FieldError[];
  current?: Record<string, unknown> & { version?: number };
};

export type ColumnKind =
  | 'TEXT'
  | 'LONG_TEXT'
  | 'NUMBER'
  | 'MONEY'
  | 'PERCENT'
  | 'DATE'
  | 'INSTANT'
  | 'CHOICE'
  | 'TAGS'
  | 'PERSON'
  | 'UNIT'
  | 'RECORD'
  | 'FLAG'
  | 'PHONE'
  | 'EMAIL'
  | 'LINK';

export type Operator =
  | 'IS'
  | 'IS_NOT'
  | 'CONTAINS'
  | 'NOT_CONTAINS'
  | 'STARTS_WITH'
  | 'AT_LEAST'
  | 'AT_MOST'
  | 'BETWEEN'
  | 'EMPTY'
  | 'NOT_EMPTY'
  | 'WITHIN'
  | 'ME'
  | 'MY_REPORTS'
  | 'MY_DEPARTMENT'
  | 'IN_UNIT';

export type Condition = { column: string; operator: Operator; values?: string[] };
export type Filter = { all: Filter[] } | { any: Filter[] } | Condition;

export type Option = { value: string; label: string; color?: string | null };
export type Column = {
  key: string;
  label: string;
  kind: ColumnKind;
  shown: boolean;
  sortable: boolean;
  total: boolean;
  operators: Operator[];
  options: Option[] | null;
  /** For a column that points at records: the list they live in. */
  list: string | null;
};
export type View = { key: string; label: string; filter: Filter | null };
/** What this person may do from a list, as the server offers it. */
export type ListAction = 'create' | 'edit' | 'assign' | 'delete' | 'import' | 'export';
export type Listing = {
  name: string;
  label: string;
  columns: Column[];
  defaultSort: string | null;
  views: View[];
  groupBy: string[];
  actions: ListAction[];
};
export type Cell = string | number | boolean | string[] | Money | Ref | null;
export type Row = { id: string; cells: Record<string, Cell | undefined> };
/** Money is summed per currency; other numbers have none. */
export type Sum = { amount: number; currency: Currency | null };
export type Rows = {
  rows: Row[];
  total: number;
  sums: Record<string, Sum[]>;
  page: number;
  size: number;
};
export type Group = {
  value: string | null;
  label: string;
  color?: string | null;
  count: number;
  sums: Record<string, Sum[]>;
};

export type JobState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';
export type Job = {
  id: string;
  kind: string;
  title: string;
  owner: string;
  ownerName: string;
  state: JobState;
  done: number;
  total: number;
  cancelRequested: boolean;
  message: string | null;
  result: Record<string, unknown> | null;
  createdAt: string;
  finishedAt: string | null;
};

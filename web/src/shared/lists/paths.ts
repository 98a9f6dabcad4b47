/** Where the records of each list live. */
const paths: Record<string, string> = {
  customers: '/customers',
  contacts: '/contacts',
  opportunities: '/opportunities',
  activities: '/activities',
  tasks: '/tasks',
  products: '/products',
  people: '/people',
  accounts: '/accounts',
  audit: '/audit',
  jobs: '/jobs',
  imports: '/imports',
};
/** Lists whose records open on a page of their own. */
const withPages: ReadonlySet<string> = new Set([
  'customers',
  'contacts',
  'opportunities',
  'products',
  'people',
  'imports',
]);

export const listPath = (list: string) => paths[list] ?? null;
export const recordPath = (list: string | null, id: string) =>
  list && withPages.has(list) ? `${paths[list]}/${id}` : null;

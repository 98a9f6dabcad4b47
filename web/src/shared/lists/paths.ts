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
  outcomes: '/outcomes',
  bin: '/bin',
  duplicates: '/duplicates',
  contactduplicates: '/duplicates/contacts',
  imports: '/imports',
  handovers: '/handovers',
  rates: '/rates',
};
/** Lists whose records open on a page of their own. */
const withPages: ReadonlySet<string> = new Set([
  'customers',
  'contacts',
  'opportunities',
  'products',
  'people',
  'imports',
  'handovers',
]);

export const listPath = (list: string) => paths[list] ?? null;
export const recordPath = (list: string | null, id: string) =>
  list && withPages.has(list) ? `${paths[list]}/${id}` : null;

/** Lists that can be imported, and what one must be allowed to for their rows. */
const imported: Record<string, string> = {
  customers: 'customers:create',
  opportunities: 'opportunities:create',
  activities: 'activities:create',
  tasks: 'activities:create',
  products: 'products:edit',
  people: 'people:edit',
  rates: 'rates:edit',
};

/** Where files of a list are imported, for those who may. */
export function importPath(list: string, can: (permission: string) => boolean) {
  const needed = imported[list];
  return needed && can('imports:run') && can(needed) ? `/imports/new?kind=${list}` : null;
}

/** Lists whose records belong to the module of another. */
const modules: Record<string, string> = { contacts: 'customers', tasks: 'activities' };
export const readPermission = (list: string) => `${modules[list] ?? list}:read`;

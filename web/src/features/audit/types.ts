/** What entries are about, where it has a name in both languages. */
export const typeNames = [
  'customers',
  'contacts',
  'opportunities',
  'activities',
  'tasks',
  'products',
  'people',
  'units',
  'seats',
  'accounts',
  'roles',
  'tokens',
  'imports',
  'jobs',
  'audit',
  'company',
  'choices',
  'pipelines',
  'requests',
] as const;

/** Of these, what has a list of its own. */
const listed: ReadonlySet<string> = new Set([
  'customers',
  'contacts',
  'opportunities',
  'activities',
  'tasks',
  'products',
  'people',
  'accounts',
  'imports',
  'jobs',
]);
export const isListed = (type: string) => listed.has(type);

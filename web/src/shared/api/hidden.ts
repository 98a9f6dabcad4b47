/**
 * A record with what is hidden of it empty: its lists are always there, and its values at least absent, however little
 * somebody sees of them.
 */
export const withHidden = <T extends object>(
  record: T,
  lists: readonly (keyof T)[],
  values: readonly (keyof T)[] = [],
): T => ({
  ...(Object.fromEntries([...lists.map(key => [key, []]), ...values.map(key => [key, null])]) as Partial<T>),
  ...record,
});

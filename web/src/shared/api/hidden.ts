/** A record with what is hidden of it empty: lists at least are always there, however little somebody sees of them. */
export const withLists = <T extends object>(record: T, keys: readonly (keyof T)[]): T => ({
  ...(Object.fromEntries(keys.map(key => [key, []])) as Partial<T>),
  ...record,
});

export type Change = { field: string; before: unknown; after: unknown };

/** The changes of an entry, which its cell holds as JSON; nothing when the text is something else. */
export function changesOf(text: unknown): Change[] {
  if (typeof text !== 'string' || text === '') return [];
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return [];
    return value
      .filter(
        (one): one is Change => typeof one === 'object' && one !== null && typeof one.field === 'string',
      )
      .map(({ field, before, after }) => ({ field, before: before ?? null, after: after ?? null }));
  } catch {
    return [];
  }
}

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

type Words = { yes: string; no: string; separator: string; number: (value: number) => string };

/** A value of a change as a person reads it; nothing when it is empty. */
export function wordsOf(value: unknown, words: Words): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return words.number(value);
  if (Array.isArray(value)) {
    return value.length === 0
      ? null
      : value
          .map(one => wordsOf(one, words) ?? '')
          .filter(Boolean)
          .join(words.separator);
  }
  if (typeof value === 'object') {
    const { name, amount, currency, ...rest } = value as Record<string, unknown>;
    if (typeof name === 'string') return name;
    if (typeof amount === 'number') return `${words.number(amount)} ${String(currency ?? '')}`.trim();
    return Object.entries(rest)
      .map(([key, one]) => `${key} ${wordsOf(one, words) ?? ''}`.trim())
      .join(words.separator);
  }
  return String(value);
}

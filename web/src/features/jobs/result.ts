/** What of a job's result can be shown as it is: numbers, words and flags, not ids or lists. */
export function entriesOf(result: Record<string, unknown> | null) {
  return Object.entries(result ?? {}).filter(
    (entry): entry is [string, string | number | boolean] =>
      ['string', 'number', 'boolean'].includes(typeof entry[1]) && !/(^|[a-z])(id|Id)$/.test(entry[0]),
  );
}

import type { StaleField } from './MergeDialog';

type Values = Record<string, unknown>;
export type Side = 'mine' | 'theirs';

/** A field of a form that two people had open, and which of them changed it. */
export type Part = {
  /** Its path, such as `name` or `custom.region`. */
  key: string;
  base: unknown;
  mine: unknown;
  theirs: unknown;
  changed: 'nobody' | Side | 'both';
};

const isPlain = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

export const at = (record: unknown, path: string) =>
  path.split('.').reduce<unknown>((within, key) => (isPlain(within) ? within[key] : undefined), record);

/** The same values with one of them, at a path, another. */
function put(values: Values, path: string[], value: unknown): Values {
  const [first, ...rest] = path;
  if (first === undefined) return values;
  const inner = rest.length === 0 ? value : put(isPlain(values[first]) ? values[first] : {}, rest, value);
  return { ...values, [first]: inner };
}

/** Forms tell nothing in several ways: missing, null, an empty text, an empty list. */
function plain(value: unknown): unknown {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(key => [key, plain(value[key])] as const)
      .filter(([, one]) => one !== null),
  );
}

export const same = (a: unknown, b: unknown) => JSON.stringify(plain(a)) === JSON.stringify(plain(b));

/** What the form holds: the fields it names, and whatever else it sends, custom fields one by one. */
function keysOf(fields: StaleField[], mine: Values): string[] {
  const named = fields.map(({ key }) => key).filter(key => at(mine, key) !== undefined);
  const others = Object.entries(mine)
    .flatMap(([key, value]) =>
      key === 'custom' && isPlain(value) ? Object.keys(value).map(one => `custom.${one}`) : [key],
    )
    .filter(key => !named.some(one => one === key || one.startsWith(`${key}.`)));
  return [...named, ...others];
}

/** Compares what was opened, what one made of it, and what others have made of it meanwhile. */
export function compare(fields: StaleField[], base: Values, mine: Values, theirs: Values): Part[] {
  return keysOf(fields, mine).map(key => {
    const part = { key, base: at(base, key), mine: at(mine, key), theirs: at(theirs, key) };
    // What the record does not tell, such as a day the change is to hold from, nobody else can have changed.
    if (!(key.split('.')[0]! in theirs)) {
      return { ...part, changed: same(part.mine, part.base) ? ('nobody' as const) : ('mine' as const) };
    }
    if (same(part.mine, part.theirs)) return { ...part, changed: 'nobody' as const };
    if (same(part.base, part.theirs)) return { ...part, changed: 'mine' as const };
    if (same(part.base, part.mine)) return { ...part, changed: 'theirs' as const };
    return { ...part, changed: 'both' as const };
  });
}

/** One's own values with what others changed; where both did, the side that was chosen, one's own unless said. */
export const merged = <V extends object>(mine: V, parts: Part[], chosen: Record<string, Side>): V =>
  parts.reduce<Values>(
    (values, { key, changed, theirs }) =>
      changed === 'theirs' || (changed === 'both' && chosen[key] === 'theirs')
        ? put(values, key.split('.'), theirs ?? null)
        : values,
    mine as Values,
  ) as V;

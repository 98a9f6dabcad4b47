/** What somebody types who means harm, or has no idea. Whatever of it runs sets `window.ran`. */
export const payloads = [
  `"><script>window.ran=1;alert(1)</script>`,
  `<img src=x onerror="window.ran=2;alert(2)">`,
  `<svg onload="window.ran=3"><a href="javascript:alert(3)">x</a></svg>`,
  `javascript:window.ran=4;alert(4)//`,
  `{{constructor.constructor('window.ran=5')()}}$t(yes){0}\${7*7}<%=7*7%>`,
  `=HYPERLINK("http://127.0.0.1:1/?"&A1,"x")`,
  `@SUM(1+1)*cmd|' /C calc'!A0`,
  `\u202Egnp.exe\u202C \u2067طلب\u2069 \u200B\uFEFF`,
  'W'.repeat(300),
  `</title></textarea></style><iframe srcdoc="<script>parent.ran=10</script>">`,
  `data:text/html,<script>parent.ran=11</script>`,
  `' onfocus='window.ran=12' autofocus='`,
];

export type Schema = {
  $ref?: string;
  oneOf?: Schema[];
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  pattern?: string;
  maxLength?: number;
  minimum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
};
type Operation = {
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
};
export type Api = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};
/** Ids to fill in, by the names under which bodies and paths ask for them. */
export type Ids = Record<string, string>;
export type Body = Record<string, unknown>;

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

/** The routes of a method that take a document and answer with a status. */
export function routes(api: Api, method: string, status: string) {
  return Object.entries(api.paths).flatMap(([path, operations]) => {
    const operation = operations[method];
    const schema = operation?.requestBody?.content['application/json']?.schema;
    return schema && operation.responses[status] ? [{ path, schema: resolved(api, schema) }] : [];
  });
}

function resolved(api: Api, schema: Schema): Schema {
  if (schema.$ref) return resolved(api, api.components.schemas[schema.$ref.split('/').at(-1)!]!);
  return schema.oneOf ? resolved(api, schema.oneOf[0]!) : schema;
}

/** A body as the API describes it, every text of it a payload: another one in each field, and each in turn. */
export function body(api: Api, schema: Schema, ids: Ids, turn: number): Body {
  let field = turn;
  const text = ({ maxLength = 300, pattern, format }: Schema, name: string) => {
    let value = payloads[field++ % payloads.length]!.slice(0, maxLength);
    if (format === 'email') value = `a${turn}'onclick='ran=1@example.com`;
    if (!pattern) return value;
    const whole = new RegExp(`^(?:${pattern})$`);
    const dense = value.replace(/\s/g, '').slice(0, 60) + turn;
    return [value, dense, name === 'currency' ? 'CNY' : null].find(one => one !== null && whole.test(one)) ?? null;
  };
  const fill = (of: Schema, name: string): unknown => {
    const one = resolved(api, of);
    const [type] = [one.type ?? 'object'].flat();
    if (name === 'custom') return { hostile: payloads[field++ % payloads.length] };
    if (one.enum) return one.enum[0];
    if (one.format === 'uuid') return ids[name] ?? null;
    if (one.format === 'date') return day(name === 'from' ? 0 : 200);
    if (one.format === 'date-time') return new Date().toISOString();
    if (type === 'array') return [fill(one.items!, name.replace(/s$/, ''))];
    if (type === 'integer' || type === 'number') return Math.max(1, one.minimum ?? 1);
    if (type === 'boolean') return name.startsWith('even');
    if (type === 'string') return text(one, name);
    return Object.fromEntries(Object.entries(one.properties ?? {}).map(([key, value]) => [key, fill(value, key)]));
  };
  return fill(schema, '') as Body;
}

/** The same without what was refused: an optional field is left out, of a list nothing is said, a text is a plain one. */
export function without(api: Api, schema: Schema, refused: Body, fields: string[], turn: number): Body {
  const left = { ...refused };
  for (const path of fields) {
    const name = path.split(/[.[]/)[0]!;
    if (!schema.required?.includes(name)) delete left[name];
    else if (Array.isArray(left[name])) left[name] = [];
    else if (typeof left[name] === 'string') left[name] = `plain ${turn}`;
  }
  return left;
}

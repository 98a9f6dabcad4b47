/** Stands in until `npm run types` writes the server's OpenAPI description here. */
export type paths = Record<string, never>;
export type components = { schemas: Record<string, never> };

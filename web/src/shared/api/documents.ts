import type { components } from './schema';

/** A document of the server, by the name its OpenAPI description gives it. */
export type Document<Name extends keyof components['schemas']> = components['schemas'][Name];

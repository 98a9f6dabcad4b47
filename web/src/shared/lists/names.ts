import { whenPersonChanges } from '@/shared/api/queries';
import type { Ref } from '@/shared/api/types';

/** Names of records met before, so that an id in an address can be shown as a name. */
const met = new Map<string, string>();
whenPersonChanges(() => met.clear());
export const rememberName = (ref: Ref) => void met.set(ref.id, ref.name);
export const nameOf = (id: string) => met.get(id);

import { whenPersonChanges } from '@/shared/api/queries';
import type { Ref } from '@/shared/api/types';

/** Names of records met before, so that an id in an address can be shown as a name. */
const met = new Map<string, string>();
whenPersonChanges(() => met.clear());
export const rememberName = ({ id, name }: Ref) => {
  if (name !== null) met.set(id, name);
};
export const nameOf = (id: string) => met.get(id);

import type { Me } from '@/shared/api';
import { whenPersonChanges } from '@/shared/api/queries';

const lastKey = 'zhanggui.person';
export type Person = Pick<Me, 'id' | 'name'>;

/** Whoever was here last and did not sign out: whose follow-ups may be written where the server cannot be asked. */
export function lastPerson(): Person | null {
  try {
    const { id, name } = JSON.parse(localStorage.getItem(lastKey) ?? 'null') as Person;
    return { id, name };
  } catch {
    return null;
  }
}

export function rememberPerson({ id, name }: Person) {
  try {
    localStorage.setItem(lastKey, JSON.stringify({ id, name }));
  } catch {
    // Offline nobody is known then.
  }
}

whenPersonChanges(forgetPerson);
function forgetPerson() {
  try {
    localStorage.removeItem(lastKey);
  } catch {
    // Nothing was kept either.
  }
}

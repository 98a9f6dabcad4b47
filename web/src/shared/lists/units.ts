import { useQuery } from '@tanstack/react-query';
import { http, useCan } from '@/shared/api';
import { useLanguage } from '@/shared/i18n';
import { rememberName } from './names';

type Unit = { id: string; parentId: string | null; name: string; nameEn: string | null };
export type UnitNode = { value: string; title: string; children: UnitNode[] };

/** The departments of today, by which records are filtered. */
export function useUnits(wanted = true) {
  const can = useCan();
  const language = useLanguage();
  const units = useQuery({
    // The key of the organisation of today, so that a change there is seen here.
    queryKey: ['organisation', null],
    queryFn: ({ signal }) => http.get<{ units: Unit[] }>('/api/organisation', { signal }),
    staleTime: 5 * 60_000,
    enabled: wanted && can('people:read'),
  });
  const named = (units.data?.units ?? []).map(({ id, parentId, name, nameEn }) => ({
    id,
    parentId,
    name: language === 'en' && nameEn ? nameEn : name,
  }));
  named.forEach(rememberName);
  return { units: named, isFetching: units.isFetching };
}

/** Departments as a tree; one whose parent is not among them stands at the top. */
export function treeOf(units: { id: string; parentId: string | null; name: string }[]): UnitNode[] {
  const nodes = new Map(
    units.map(({ id, name }) => [id, { value: id, title: name, children: [] as UnitNode[] }]),
  );
  const top: UnitNode[] = [];
  for (const { id, parentId } of units) {
    const above = parentId === null ? undefined : nodes.get(parentId);
    (above?.children ?? top).push(nodes.get(id)!);
  }
  return top;
}

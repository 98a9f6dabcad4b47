import { useQuery } from '@tanstack/react-query';
import { http, type Document } from '@/shared/api';
import { useLanguage } from '@/shared/i18n';

/** What a permission is called: as roles call it. One that was taken away since has no name but its code. */
export function useScopeLabel() {
  const language = useLanguage();
  const groups = useQuery({
    queryKey: ['me', 'permissions', language],
    queryFn: ({ signal }) => http.get<Document<'ModulePermissions'>[]>('/api/me/permissions', { signal }),
    staleTime: 5 * 60_000,
  }).data;
  return (scope: string) => {
    for (const { label, permissions } of groups ?? []) {
      const found = permissions.find(({ name }) => name === scope);
      if (found) return `${label} · ${found.label}`;
    }
    return scope;
  };
}

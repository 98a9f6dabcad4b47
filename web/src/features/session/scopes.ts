import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { http, useCan } from '@/shared/api';
import { useLanguage } from '@/shared/i18n';

type Group = { module: string; label: string; permissions: { name: string; label: string }[] };

const modules = [
  'customers',
  'opportunities',
  'activities',
  'products',
  'people',
  'reports',
  'imports',
  'jobs',
  'accounts',
  'company',
  'audit',
  'pipelines',
] as const;
const actions = ['read', 'create', 'edit', 'assign', 'delete', 'export', 'run'] as const;
const oneOf = <T extends string>(known: readonly T[], text: string) => known.find(one => one === text);

/** What a permission is called: as roles call it, or in our own words for who may not read those. */
export function useScopeLabel() {
  const { t } = useTranslation();
  const can = useCan();
  const language = useLanguage();
  const groups = useQuery({
    queryKey: ['permissions', language],
    queryFn: ({ signal }) => http.get<Group[]>('/api/permissions', { signal }),
    staleTime: 5 * 60_000,
    enabled: can('accounts:read'),
  }).data;
  return (scope: string) => {
    for (const { label, permissions } of groups ?? []) {
      const found = permissions.find(({ name }) => name === scope);
      if (found) return `${label} · ${found.label}`;
    }
    const [first = '', second = ''] = scope.split(':');
    const module = oneOf(modules, first);
    const action = oneOf(actions, second);
    return module && action
      ? `${t(`shell.page.${module}`)} · ${t(`session.tokens.action.${action}`)}`
      : scope;
  };
}

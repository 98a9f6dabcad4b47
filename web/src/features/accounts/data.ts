import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { http, type Document } from '@/shared/api';
import { useFormat, useLanguage } from '@/shared/i18n';
import { listKey } from '@/shared/lists';

/** `id` is the person's, `roles` are codes; `state` is disabled too where the person has left. */
export type Account = Document<'AccountView'>;
export type NewAccount = Document<'NewAccount'>;
export type Allowed = Document<'Allowed'>;
/** `people` is how many accounts have it. */
export type Role = Document<'RoleView'>;
export type PermissionGroup = Document<'ModulePermissions'>;
export type FieldRule = Document<'FieldRule'>;
export type Unit = Document<'UnitView'>;

const rolesKey = ['roles'];

export const useAccount = (person: string) =>
  useQuery({
    queryKey: ['accounts', person],
    queryFn: ({ signal }) => http.get<Account>(`/api/accounts/${person}`, { signal }),
  });

export const useRoles = () =>
  useQuery({ queryKey: rolesKey, queryFn: ({ signal }) => http.get<Role[]>('/api/roles', { signal }) });

export function usePermissions() {
  const language = useLanguage();
  return useQuery({
    queryKey: ['permissions', language],
    queryFn: ({ signal }) => http.get<PermissionGroup[]>('/api/permissions', { signal }),
    staleTime: 5 * 60_000,
  });
}

/** The fields of records that roles may rule. */
export function useRuledFields() {
  const language = useLanguage();
  return useQuery({
    queryKey: ['permissions', 'fields', language],
    queryFn: ({ signal }) => http.get<Document<'ListFields'>[]>('/api/permissions/fields', { signal }),
    staleTime: 60_000,
  });
}

/** The departments of today, parents before children. */
export const useUnits = (wanted: boolean) =>
  useQuery({
    queryKey: ['organisation'],
    queryFn: ({ signal }) => http.get<Document<'OrganisationView'>>('/api/organisation', { signal }),
    enabled: wanted,
  });

export function useRefreshAccounts() {
  const client = useQueryClient();
  return useCallback(
    () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['accounts'] }),
        client.invalidateQueries({ queryKey: listKey('accounts') }),
        client.invalidateQueries({ queryKey: rolesKey }),
        client.invalidateQueries({ queryKey: ['history', 'accounts'] }),
        client.invalidateQueries({ queryKey: ['history', 'roles'] }),
      ]),
    [client],
  );
}

export const useRoleName = () => useFormat().localName;

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { http, type Language, type Reach } from '@/shared/api';
import { useFormat, useLanguage } from '@/shared/i18n';
import { listKey } from '@/shared/lists';

export type Account = {
  /** The person's. */
  id: string;
  name: string;
  username: string;
  language: Language;
  disabled: boolean;
  /** Disabled too where the person has left. */
  state: 'ACTIVE' | 'DISABLED';
  /** Codes of roles. */
  roles: string[];
  hasPassword: boolean;
  lastSeenAt: string | null;
  createdAt: string;
  version: number;
};
export type NewAccount = {
  person: string;
  username: string;
  password: string | null;
  roles: string[];
  language: Language;
};
export type Allowed = { permission: string; reach: Reach; units: string[] };
export type RoleDetails = { name: string; nameEn: string; allows: Allowed[] };
/** `people` is how many accounts have it. */
export type Role = RoleDetails & { id: string; code: string; people: number; version: number };
export type PermissionGroup = {
  module: string;
  label: string;
  permissions: { name: string; action: string; label: string; scoped: boolean }[];
};
export type Unit = { id: string; parentId: string | null; name: string; nameEn: string | null };

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

/** The departments of today, parents before children. */
export const useUnits = (wanted: boolean) =>
  useQuery({
    queryKey: ['organisation'],
    queryFn: ({ signal }) => http.get<{ units: Unit[] }>('/api/organisation', { signal }),
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
      ]),
    [client],
  );
}

export const useRoleName = () => useFormat().localName;

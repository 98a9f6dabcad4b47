import { useQuery } from '@tanstack/react-query';
import { http, type Document } from '@/shared/api';

export type KeptBackup = Document<'KeptBackup'>;
export type Schedule = Document<'BackupSchedule'>;

export const backupsKey = ['backups'];
export const installationKey = ['installation'];

export const useBackups = () =>
  useQuery({
    queryKey: backupsKey,
    queryFn: ({ signal }) => http.get<Document<'Backups'>>('/api/backups', { signal }),
  });

export const useInstallation = () =>
  useQuery({
    queryKey: installationKey,
    queryFn: ({ signal }) => http.get<Document<'Installation'>>('/api/installation', { signal }),
    refetchInterval: 15_000,
  });

export const useSlowRequests = () =>
  useQuery({
    queryKey: [...installationKey, 'requests'],
    queryFn: ({ signal }) => http.get<Document<'SlowRequests'>>('/api/installation/requests', { signal }),
    refetchInterval: 30_000,
  });

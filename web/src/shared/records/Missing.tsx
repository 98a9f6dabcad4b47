import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { recordPath } from '@/shared/lists/paths';
import { Bars, Blank } from '@/shared/ui';
import type { RecordKey } from './Masked';

type Props = {
  title: string;
  back: { to: string; label: string };
  /** A record that may have been merged into another, to which it leads then. */
  of?: RecordKey | undefined;
};

/** Not there, or not for this person: the server does not tell the two apart. */
export function Missing({ title, back, of }: Props) {
  const { t } = useTranslation();
  const merged = useQuery({
    queryKey: ['merged-into', of?.list, of?.id],
    queryFn: async ({ signal }) =>
      (await http.get<Document<'MergedInto'> | undefined>(`/api/records/${of!.list}/${of!.id}/merged-into`, {
        signal,
      })) ?? null,
    enabled: of !== undefined,
  });
  const path = of && merged.data ? recordPath(of.list, merged.data.id) : null;
  if (path) return <Navigate to={path} replace />;
  if (of && merged.isPending) return <Bars rows={6} />;
  return (
    <Blank
      title={title}
      text={t('records.missing')}
      action={<Link to={back.to}>{t('records.backTo', { label: back.label })}</Link>}
    />
  );
}

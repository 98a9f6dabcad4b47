import './texts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { http, type Row, type Rows } from '@/shared/api';
import { useLanguage } from '@/shared/i18n';
import {
  combine,
  ListPage,
  listKey,
  plain,
  useListing,
  useListQuery,
  useRows,
  type CellOverrides,
} from '@/shared/lists';
import { Fields, useSpoken, type Changed } from '@/shared/records';
import { Bars, ProblemAlert } from '@/shared/ui';
import { changesOf, type Change } from './changes';
import { SealButton } from './SealButton';
import styles from './audit.module.css';

/** Who did what, when and from where. */
export default function AuditPage() {
  const { t } = useTranslation();
  const cells: CellOverrides = {
    changes: (value, row) => <Summary changes={changesOf(value)} type={plain(row.cells['type'])} />,
  };
  return (
    <ListPage
      list="audit"
      cells={cells}
      actions={<SealButton />}
      drawer={({ id }) => <EntryView key={id} id={id} missing={t('audit.notFound')} />}
    />
  );
}

/** What the fields of a type of record are called. */
function useFieldName(type: string) {
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ['audit', 'fields', type, language],
    queryFn: ({ signal }) => http.get<Record<string, string>>(`/api/audit/fields/${type}`, { signal }),
    staleTime: Infinity,
  });
  return (field: string) => data?.[field] ?? field;
}

const most = 3;

function Summary({ changes, type }: { changes: Change[]; type: string }) {
  const { t } = useTranslation();
  const nameOf = useFieldName(type);
  if (changes.length === 0) return t('common.dash');
  const fields = changes
    .slice(0, most)
    .map(({ field }) => nameOf(field))
    .join(t('common.separator'));
  return changes.length > most ? t('audit.andMore', { fields, number: changes.length }) : fields;
}

/** The entry is on the page of the list that the address describes; here with all its columns. */
function useEntry(id: string): { row: Row | undefined; waiting: boolean } {
  const client = useQueryClient();
  const { query } = useListQuery();
  const listing = useListing('audit');
  const view = listing.data?.views.find(({ key }) => key === query.view) ?? listing.data?.views[0];
  const sort = query.sort?.map(one => (one.descending ? `-${one.column}` : one.column)).join(',');
  const rows = useRows(
    'audit',
    {
      filter: combine(view?.filter, query.filter),
      sort: sort ?? listing.data?.defaultSort ?? '',
      page: query.page,
      size: query.size,
      q: query.q,
      columns: listing.data?.columns.map(({ key }) => key) ?? null,
    },
    listing.isSuccess,
  );
  const find = (page: Rows | undefined) => page?.rows.find(one => one.id === id);
  const seen = client
    .getQueriesData<Rows>({ queryKey: [...listKey('audit'), 'rows'] })
    .map(([, page]) => find(page))
    .find(row => row !== undefined);
  return { row: find(rows.data) ?? seen, waiting: rows.isPending || rows.isPlaceholderData };
}

function EntryView({ id, missing }: { id: string; missing: string }) {
  const { t } = useTranslation();
  const listing = useListing('audit');
  const { row, waiting } = useEntry(id);
  if (!row) return waiting ? <Bars rows={6} /> : <p className={styles.none}>{missing}</p>;
  const facts = (listing.data?.columns ?? []).filter(({ key }) => key !== 'changes' && key in row.cells);
  return (
    <>
      <Fields
        fields={facts.map(({ key, label, kind, options, list }) => ({
          key,
          label,
          kind,
          options,
          list,
          value: row.cells[key],
        }))}
      />
      <h2 className={styles.head}>{t('audit.changes')}</h2>
      <Changes id={id} />
    </>
  );
}

/** Every change in the reader's words, as the record's own history says it. */
function Changes({ id }: { id: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const spoken = useSpoken();
  const { data, error, refetch } = useQuery({
    queryKey: ['audit', 'entry', id, language],
    queryFn: ({ signal }) => http.get<Changed>(`/api/audit/entries/${id}`, { signal }),
    staleTime: Infinity,
  });
  if (!data) return error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : <Bars rows={3} />;
  if (data.erasedAt) return <p className={styles.none}>{t('records.erased')}</p>;
  if (data.changes.length === 0) return <p className={styles.none}>{t('audit.noChanges')}</p>;
  return (
    <dl className={styles.changes}>
      {data.changes.map(({ field, label, before, after }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>
            {spoken(before) ? (
              <del>{spoken(before)}</del>
            ) : (
              <span className={styles.before}>{t('common.dash')}</span>
            )}
            <span aria-hidden="true" className={styles.arrow} />
            <span className="visually-hidden">{t('audit.arrow')}</span>
            <ins>{spoken(after) || t('common.dash')}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

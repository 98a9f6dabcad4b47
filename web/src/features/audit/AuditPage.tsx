import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCan, type Row, type Rows } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import {
  combine,
  ListPage,
  listKey,
  plain,
  readPermission,
  useListing,
  useListQuery,
  useRows,
  type CellOverrides,
} from '@/shared/lists';
import { Fields } from '@/shared/records';
import { Bars } from '@/shared/ui';
import { changesOf, wordsOf, type Change } from './changes';
import { isListed, typeNames } from './types';
import styles from './audit.module.css';

/** Who did what, when and from where. */
export default function AuditPage() {
  const { t } = useTranslation();
  const typeName = useTypeName();
  const cells: CellOverrides = {
    type: value => typeName(plain(value)),
    changes: (value, row) => <Summary changes={changesOf(value)} type={plain(row.cells['type'])} />,
  };
  return (
    <ListPage
      list="audit"
      cells={cells}
      drawer={({ id }) => <EntryView key={id} id={id} missing={t('audit.notFound')} />}
    />
  );
}

function useTypeName() {
  const { t } = useTranslation();
  return (type: string) => {
    const known = typeNames.find(name => name === type);
    return known ? t(`audit.type.${known}`) : type;
  };
}

/** A field is called as the list of its record calls it, where one may see that list. */
function useFieldName(type: string) {
  const can = useCan();
  const listing = useListing(type, isListed(type) && can(readPermission(type)));
  return (field: string) => listing.data?.names[field] ?? field;
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
  const typeName = useTypeName();
  const listing = useListing('audit');
  const { row, waiting } = useEntry(id);
  if (!row) return waiting ? <Bars rows={6} /> : <p className={styles.none}>{missing}</p>;
  const type = plain(row.cells['type']);
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
          ...(key === 'type' && { render: typeName(type) }),
        }))}
      />
      <h2 className={styles.head}>{t('audit.changes')}</h2>
      <Changes changes={changesOf(row.cells['changes'])} type={type} />
    </>
  );
}

function Changes({ changes, type }: { changes: Change[]; type: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useFieldName(type);
  if (changes.length === 0) return <p className={styles.none}>{t('audit.noChanges')}</p>;
  const words = {
    yes: t('common.yes'),
    no: t('common.no'),
    separator: t('common.separator'),
    number: (value: number) => format.exactNumber(value),
  };
  const empty = (value: unknown) => wordsOf(value, words) === null;
  const show = (value: unknown) => wordsOf(value, words) ?? t('common.dash');
  return (
    <dl className={styles.changes}>
      {changes.map(({ field, before, after }, index) => (
        <div key={index}>
          <dt>{nameOf(field)}</dt>
          <dd>
            {empty(before) ? (
              <span className={styles.before}>{t('common.dash')}</span>
            ) : (
              <del>{show(before)}</del>
            )}
            <span aria-hidden="true" className={styles.arrow} />
            <span className="visually-hidden">{t('audit.arrow')}</span>
            <ins>{show(after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

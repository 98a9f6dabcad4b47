import { PlusOutlined, UploadOutlined } from '@/shared/ui/icons';
import { Alert, Button } from 'antd';
import { lazy, Suspense, useMemo, useRef, useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useCan, type Column, type ListAction, type Listing, type Row } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { Bars, ProblemAlert, usePhone } from '@/shared/ui';
import type { BoardProps } from './board';
import { BulkBar, type Selection } from './BulkBar';
import { ColumnChooser, SortChooser } from './Choosers';
import { useListing, useRows, type Asked } from './data';
import { useCompact } from './density';
import { EmptyList } from './EmptyList';
import { ExportMenu } from './ExportMenu';
import { combine } from './filters';
import { FilterButton, FilterChips } from './FilterBar';
import { LayoutSwitch } from './LayoutSwitch';
import { ListCards } from './ListCards';
import { ListFooter } from './ListFooter';
import { ListTable, type CellOverrides } from './ListTable';
import { importPath, recordPath } from './paths';
import { PhoneMenu } from './PhoneMenu';
import { decodeSort, encodeSort, useListQuery } from './query';
import { QuickSearch } from './QuickSearch';
import { RecordDrawer } from './RecordDrawer';
import { useRowKeys } from './rowKeys';
import { useView } from './views';
import styles from './lists.module.css';

const ListKanban = lazy(() => import('./ListKanban'));

export type ListPageProps = {
  list: string;
  /** Instead of the list's own label. */
  title?: string;
  /** The form for a new record; shown while the address says `create=1`. */
  create?: (form: { open: boolean; onClose: () => void }) => ReactNode;
  /** What one must be offered to make a new one: some modules have one right for making and changing. */
  createWith?: ListAction;
  /** A look at one record beside the list; without it a row leads to the record's page. */
  drawer?: (record: { id: string; onClose: () => void }) => ReactNode;
  /** Buttons for the selected rows. */
  bulk?: (selection: Selection) => ReactNode;
  /** A board over the same query. */
  kanban?: BoardProps;
  /** Further buttons at the right of the head. */
  actions?: ReactNode;
  /** Own ways to show single columns. */
  cells?: CellOverrides;
  /** A control before each row's name, such as a box to tick. */
  lead?: (row: Row) => ReactNode;
  /** Columns that `lead` and `cells` read even while they are not shown. */
  needs?: string[];
};

/** A whole list page over the server's description of the list. */
export function ListPage(props: ListPageProps) {
  const listing = useListing(props.list);
  if (listing.error) {
    return (
      <ProblemAlert error={listing.error} onRetry={() => void listing.refetch()} style={{ margin: 24 }} />
    );
  }
  if (!listing.data) return <Bars rows={12} />;
  return <Loaded {...props} listing={listing.data} />;
}

function Loaded({ listing, ...props }: ListPageProps & { listing: Listing }) {
  const {
    list,
    create,
    createWith = 'create',
    drawer,
    bulk,
    kanban,
    actions,
    cells,
    lead,
    needs = [],
  } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const phone = usePhone();
  const navigate = useNavigate();
  const { query, change, href } = useListQuery();
  const can = useCan();
  const [compact, setCompact] = useCompact();

  const view = useView(listing, query.view);
  const board = kanban && query.layout === 'kanban' ? kanban : null;
  const filter = useMemo(
    () => combine(view?.filter, query.filter, board?.filter),
    [view, query.filter, board?.filter],
  );
  const sort = query.sort ?? decodeSort(listing.defaultSort);
  const standard = listing.columns.filter(column => column.shown).map(({ key }) => key);
  const keys = query.columns ?? standard;
  const columns = keys
    .map(key => listing.columns.find(column => column.key === key))
    .filter((column): column is Column => column !== undefined);
  const asked: Asked = {
    filter,
    sort: encodeSort(sort),
    page: query.page,
    size: query.size,
    q: query.q,
    columns: [...new Set([...keys, ...needs])],
  };
  // A board asks for its cards itself; only the count in the head is needed here.
  const rows = useRows(list, board ? { filter, q: query.q, size: 1 } : asked);
  const found = rows.data?.rows ?? [];

  const question = JSON.stringify([filter, query.q]);
  const [picked, setPicked] = useState({ question, ids: [] as string[], all: false });
  const chosen = picked.question === question ? picked : { question, ids: [], all: false };
  const pick = (ids: string[], all = false) => setPicked({ question, ids, all });
  const ticks = { ids: chosen.ids, onChange: (ids: string[]) => pick(ids) };
  // On a phone rows have boxes only while one chooses.
  const [picking, setPicking] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  useRowKeys(body);

  const hrefOf = (row: Row) => (drawer ? href({ open: row.id }) : recordPath(list, row.id));
  const open = (row: Row) => {
    const to = hrefOf(row);
    if (to) void navigate(to);
  };
  const title = props.title ?? listing.label;
  const importing = importPath(list, can);
  const mayExport = listing.actions.includes('export');
  // Columns that only `lead` and `cells` read are no business of whoever opens the file.
  const exported = { ...asked, columns: columns.map(({ key }) => key) };
  const selection: Selection = {
    ids: chosen.ids,
    all: chosen.all,
    count: chosen.all ? (rows.data?.total ?? 0) : chosen.ids.length,
    filter,
    q: query.q,
    clear: () => {
      pick([]);
      setPicking(false);
    },
  };
  const newButton = create && listing.actions.includes(createWith) && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => change({ creating: true })}>
      {t('common.create')}
    </Button>
  );

  return (
    <section className={styles.page} aria-label={title}>
      <header className={styles.top}>
        <h1>
          {title}{' '}
          {rows.data && (
            <span data-aside className={`${styles.count} numbers`}>
              {format.exactNumber(rows.data.total)}
            </span>
          )}
        </h1>
        <div className={styles.topActions}>
          {actions}
          {importing && !phone && <ImportLink to={importing} />}
          {mayExport && !phone && <ExportMenu list={list} asked={exported} />}
          {newButton}
          {phone && !board && (
            <PhoneMenu
              list={list}
              asked={exported}
              columns={listing.columns}
              chosen={keys}
              onColumns={next => change({ columns: next }, { replace: true })}
              sort={sort}
              onSort={next => change({ sort: next })}
              onSelect={bulk && (() => setPicking(true))}
              mayExport={mayExport}
            />
          )}
        </div>
      </header>

      {listing.views.length > 1 && (
        <nav className={styles.views} aria-label={t('lists.views')}>
          {listing.views.map(({ key, label }) => (
            <Link
              key={key}
              to={href({ view: key, open: null })}
              aria-current={key === view?.key ? 'true' : undefined}
              className={styles.view}
            >
              {label}
            </Link>
          ))}
        </nav>
      )}

      <div className={styles.bar} role="search" aria-label={t('lists.search', { label: title })}>
        <QuickSearch
          label={t('lists.search', { label: title })}
          value={query.q}
          onChange={q => change({ q }, { replace: true })}
        />
        <FilterButton
          columns={listing.columns}
          filter={query.filter}
          onChange={next => change({ filter: next })}
        />
        <span className={styles.grow} />
        {!board && !phone && (
          <>
            <SortChooser columns={listing.columns} sort={sort} onChange={next => change({ sort: next })} />
            <ColumnChooser
              columns={listing.columns}
              chosen={keys}
              onChange={next => change({ columns: next }, { replace: true })}
              density={{ compact, onChange: setCompact }}
            />
          </>
        )}
        {board?.tools}
        {kanban && <LayoutSwitch value={query.layout} onChange={layout => change({ layout })} />}
      </div>

      {query.filterIgnored && <Alert type="warning" showIcon banner title={t('lists.filter.ignored')} />}
      <FilterChips
        columns={listing.columns}
        filter={query.filter}
        onChange={next => change({ filter: next })}
      />

      {bulk && (chosen.ids.length > 0 || picking) && !board && (
        <BulkBar
          selection={selection}
          total={rows.data?.total ?? 0}
          onAll={() => pick(chosen.ids, true)}
          actions={bulk}
        />
      )}

      {board ? (
        <Suspense fallback={<Bars />}>
          <ListKanban
            {...board}
            list={list}
            columns={listing.columns}
            filter={filter}
            q={query.q}
            sort={encodeSort(sort)}
            hrefOf={hrefOf}
          />
        </Suspense>
      ) : (
        <>
          <div
            ref={body}
            className={styles.body}
            aria-busy={rows.isFetching}
            data-stale={rows.isPlaceholderData}
          >
            {rows.error ? (
              <ProblemAlert error={rows.error} onRetry={() => void rows.refetch()} style={{ margin: 16 }} />
            ) : !rows.data ? (
              <Bars rows={12} height={compact ? 32 : 40} />
            ) : found.length === 0 ? (
              <EmptyList
                title={title}
                query={query}
                view={view}
                actions={
                  (newButton || importing) && (
                    <div className={styles.topActions}>
                      {newButton}
                      {importing && !phone && <ImportLink to={importing} />}
                    </div>
                  )
                }
                onChange={change}
              />
            ) : phone ? (
              <ListCards
                columns={columns}
                rows={found}
                hrefOf={hrefOf}
                cells={cells}
                lead={lead}
                selection={picking ? ticks : undefined}
              />
            ) : (
              <ListTable
                columns={columns}
                rows={found}
                sort={sort}
                onSort={next => change({ sort: next })}
                hrefOf={hrefOf}
                onOpen={open}
                opened={query.open}
                compact={compact}
                cells={cells}
                lead={lead}
                selection={bulk && ticks}
              />
            )}
          </div>
          <ListFooter columns={listing.columns} data={rows.data} query={query} onChange={change} />
        </>
      )}

      {create?.({ open: query.creating, onClose: () => change({ creating: false }) })}
      {drawer && (
        <RecordDrawer
          title={title}
          open={query.open}
          path={query.open && recordPath(list, query.open)}
          view={drawer}
          onClose={() => change({ open: null })}
        />
      )}
    </section>
  );
}

function ImportLink({ to }: { to: string }) {
  const { t } = useTranslation();
  return (
    <Link to={to}>
      <Button icon={<UploadOutlined />} tabIndex={-1}>
        {t('lists.imports')}
      </Button>
    </Link>
  );
}

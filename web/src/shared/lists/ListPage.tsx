import { PlusOutlined, UploadOutlined } from '@/shared/ui/icons';
import { Alert, Button } from 'antd';
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import {
  useCan,
  type Filter,
  type ListAction,
  type Listing,
  type ListViews,
  type Row,
  type ShownColumn,
} from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { Bars, Blank, ProblemAlert, usePhone } from '@/shared/ui';
import { isOwn, type BoardProps } from './board';
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
import { placed } from './placing';
import { encodeSort, everything, useListQuery } from './query';
import { QuickSearch } from './QuickSearch';
import { RecordDrawer } from './RecordDrawer';
import { useRowKeys } from './rowKeys';
import { useWholeAddress } from './views/address';
import { useListViews, useOwnList } from './views/data';
import { useDeclaredView } from './views/declared';
import { filterBeside, layoutBeside, standing, toView, wantedView } from './views/standing';
import { ViewBar } from './views/ViewBar';
import { ViewNotice } from './views/ViewNotice';
import styles from './lists.module.css';

const ListKanban = lazy(() => import('./ListKanban'));
const BulkTools = lazy(() => import('@/shared/bulk/BulkTools'));

export type ListPageProps = {
  list: string;
  /** Instead of the list's own label. */
  title?: string;
  /** What is said where nothing is in it at all. */
  empty?: string;
  /** The form for a new record; shown while the address says `create=1`. */
  create?: (form: { open: boolean; onClose: () => void }) => ReactNode;
  /** What one must be offered to make a new one: some modules have one right for making and changing. */
  createWith?: ListAction;
  /** A look at one record beside the list; without it a row leads to the record's page. */
  drawer?: (record: { id: string; onClose: () => void }) => ReactNode;
  /** Buttons for the selected rows. */
  bulk?: (selection: Selection) => ReactNode;
  /** A board over the same query, or what it is over what the list is filtered by. */
  kanban?: BoardProps | ((filter: Filter | null) => BoardProps);
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
  const views = useListViews(props.list);
  const failed = listing.error ? listing : views.error ? views : null;
  // Views that were read before go on while the server cannot be reached.
  if (failed && !failed.data) {
    return <ProblemAlert error={failed.error} onRetry={() => void failed.refetch()} style={{ margin: 24 }} />;
  }
  if (!listing.data || !views.data) return <Bars rows={12} />;
  return <Loaded {...props} listing={listing.data} views={views.data} />;
}

function Loaded({ listing, views, ...props }: ListPageProps & { listing: Listing; views: ListViews }) {
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

  const now = standing(listing, views, query, useDeclaredView(listing, wantedView(query, views)));
  useWholeAddress({ list, views, query, now, change });
  const own = useOwnList(list);
  const { view, sort, whole } = now;
  const possible = typeof kanban === 'function' ? kanban(whole) : kanban;
  const board = possible && now.layout === 'kanban' ? possible : null;
  const filter = combine(whole, board?.filter);
  const columns = placed(listing, now.columns);
  const keys = columns.map(({ key }) => key);
  const shows = !now.missing && !now.blocked;
  // Beside a saved view columns belong to the view, elsewhere to the person.
  const setColumns = (next: ShownColumn[] | null) => {
    if (!now.saved) void own.setColumns(next);
    change({ columns: next }, { replace: true });
  };
  const setFilter = (next: Filter | null) => change({ filter: filterBeside(next, now) });
  const asked: Asked = {
    filter,
    sort: encodeSort(sort),
    page: query.page,
    size: query.size,
    q: query.q,
    columns: [...new Set([...keys, ...needs])],
    ...(!phone && listing.columns.some(({ editable }) => editable) && { rights: true }),
  };
  // A board asks for its cards itself; only the count in the head is needed here.
  const rows = useRows(list, board ? { filter, q: query.q, size: 1 } : asked, shows);
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
  const choosable = bulk || listing.deletable || listing.columns.some(({ editable }) => editable);
  const tools = (selection: Selection) => (
    <>
      {bulk?.(selection)}
      <Suspense fallback={null}>
        <BulkTools listing={listing} selection={selection} />
      </Suspense>
    </>
  );
  const title = props.title ?? listing.label;
  const importing = importPath(list, can);
  const mayExport = shows && listing.actions.includes('export');
  // Columns that only `lead` and `cells` read are no business of whoever opens the file.
  const exported = { ...asked, columns: keys };
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
          {shows && rows.data && (
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
              chosen={now.columns}
              onColumns={setColumns}
              sort={sort}
              onSort={next => change({ sort: next })}
              onSelect={choosable ? () => setPicking(true) : undefined}
              mayExport={mayExport}
            />
          )}
        </div>
      </header>

      <ViewBar
        listing={listing}
        views={views}
        now={now}
        query={query}
        href={href}
        change={change}
        board={board}
      />

      <div className={styles.bar} role="search" aria-label={t('lists.search', { label: title })}>
        <QuickSearch
          label={t('lists.search', { label: title })}
          value={query.q}
          onChange={q => change({ q }, { replace: true })}
        />
        <FilterButton columns={listing.columns} filter={now.filter} onChange={setFilter} />
        <span className={styles.grow} />
        {!board && !phone && (
          <>
            <SortChooser columns={listing.columns} sort={sort} onChange={next => change({ sort: next })} />
            <ColumnChooser
              columns={listing.columns}
              chosen={now.columns}
              onChange={setColumns}
              density={{ compact, onChange: setCompact }}
            />
          </>
        )}
        {board?.tools}
        {kanban && (
          <LayoutSwitch
            value={now.layout}
            onChange={layout => change({ layout: layoutBeside(layout, now) })}
          />
        )}
      </div>

      {query.filterIgnored && <Alert type="warning" showIcon banner title={t('lists.filter.ignored')} />}
      <ViewNotice now={now} change={change} />
      <FilterChips columns={listing.columns} filter={now.filter} onChange={setFilter} />

      {choosable && (chosen.ids.length > 0 || picking) && !board && (
        <BulkBar
          selection={selection}
          total={rows.data?.total ?? 0}
          onAll={() => pick(chosen.ids, true)}
          actions={tools}
        />
      )}

      {!shows ? (
        <div className={styles.body}>
          <Blank
            title={t(now.missing ? 'lists.saved.missing' : 'lists.saved.blocked')}
            text={t(now.missing ? 'lists.saved.missingText' : 'lists.saved.blockedText')}
            action={
              <Button onClick={() => change(toView(everything, now))}>{t('lists.empty.showAll')}</Button>
            }
          />
        </div>
      ) : board ? (
        <Suspense fallback={<Bars />}>
          <ListKanban
            {...board}
            card={withOwn(board.card, keys)}
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
                empty={props.empty}
                query={query}
                view={view}
                leave={() => change(toView(everything, now))}
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
                onWidth={(key, width) =>
                  setColumns(now.columns.map(one => (one.key === key ? { ...one, width } : one)))
                }
                rows={found}
                sort={sort}
                onSort={next => change({ sort: next })}
                hrefOf={hrefOf}
                onOpen={open}
                opened={query.open}
                compact={compact}
                cells={cells}
                lead={lead}
                selection={choosable ? ticks : undefined}
                list={list}
                editable={rows.data.editable ?? []}
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

const mostOwn = 4;

/** A card shows the fields the company added as far as the list shows them. */
const withOwn = (card: BoardProps['card'], keys: string[]): BoardProps['card'] => ({
  ...card,
  fields: [...(card.fields ?? []), ...keys.filter(isOwn).slice(0, mostOwn)],
});

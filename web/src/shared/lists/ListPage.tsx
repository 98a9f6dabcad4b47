import {
  AppstoreOutlined,
  BarsOutlined,
  PlusOutlined,
  SearchOutlined,
  UploadOutlined,
} from '@/shared/ui/icons';
import { Alert, Button, Drawer, Input, type InputRef, Segmented } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Column, Filter, ListAction, Listing, Row } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { Bars, Blank, isTyping, ProblemAlert, useKeys, usePhone } from '@/shared/ui';
import type { BoardProps } from './board';
import { ColumnChooser, ExportMenu, SortChooser } from './Choosers';
import { useListing, useRows, type Asked } from './data';
import { combine } from './filters';
import { FilterButton, FilterChips } from './FilterBar';
import { ListCards } from './ListCards';
import { ListFooter } from './ListFooter';
import { ListTable, type CellOverrides } from './ListTable';
import { recordPath } from './paths';
import { decodeSort, encodeSort, everything, useListQuery, type Layout } from './query';
import styles from './lists.module.css';

const ListKanban = lazy(() => import('./ListKanban'));

/** The rows a bulk action is about: those ticked, or every record of the query. */
export type Selection = {
  ids: string[];
  all: boolean;
  count: number;
  filter: Filter | null;
  q: string;
  clear: () => void;
};

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
  /** Page on which records of this list are imported. */
  importHref?: string;
  /** Further buttons at the right of the head. */
  actions?: ReactNode;
  /** Own ways to show single columns. */
  cells?: CellOverrides;
  /** A control before each row's name, such as a box to tick. */
  lead?: (row: Row) => ReactNode;
  /** Columns that `lead` and `cells` read even while they are not shown. */
  needs?: string[];
};

const densityKey = 'zhanggui.compact';
const storedCompact = () => {
  try {
    return localStorage.getItem(densityKey) === '1';
  } catch {
    return false;
  }
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
    importHref,
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
  const [compact, setCompact] = useState(storedCompact);

  const standing = query.view === everything ? null : (listing.views[0] ?? null);
  const view = listing.views.find(({ key }) => key === query.view) ?? standing;
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
  const filtered = query.filter !== null || query.q !== '';

  const question = JSON.stringify([filter, query.q]);
  const [picked, setPicked] = useState({ question, ids: [] as string[], all: false });
  const chosen = picked.question === question ? picked : { question, ids: [], all: false };
  const pick = (ids: string[], all = false) => setPicked({ question, ids, all });

  const hrefOf = (row: Row) => (drawer ? href({ open: row.id }) : recordPath(list, row.id));
  const open = (row: Row) => {
    const to = hrefOf(row);
    if (to) void navigate(to);
  };
  const title = props.title ?? listing.label;
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
            <span className={`${styles.count} numbers`}>{format.exactNumber(rows.data.total)}</span>
          )}
        </h1>
        <div className={styles.topActions}>
          {actions}
          {importHref && listing.actions.includes('import') && !phone && (
            <Link to={importHref}>
              <Button icon={<UploadOutlined />} tabIndex={-1}>
                {t('lists.imports')}
              </Button>
            </Link>
          )}
          {listing.actions.includes('export') && !phone && <ExportMenu list={list} asked={asked} />}
          {newButton}
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
              compact={compact}
              onCompact={next => {
                setCompact(next);
                try {
                  localStorage.setItem(densityKey, next ? '1' : '0');
                } catch {
                  // The setting then lasts as long as the page.
                }
              }}
            />
          </>
        )}
        {board?.tools}
        {kanban && (
          <Segmented<Layout>
            aria-label={t('lists.layout.label')}
            value={query.layout}
            onChange={layout => change({ layout })}
            options={[
              {
                value: 'table',
                icon: <BarsOutlined />,
                label: phone ? null : t('lists.layout.table'),
                title: t('lists.layout.table'),
              },
              {
                value: 'kanban',
                icon: <AppstoreOutlined />,
                label: phone ? null : t('lists.layout.kanban'),
                title: t('lists.layout.kanban'),
              },
            ]}
          />
        )}
      </div>

      {query.filterIgnored && <Alert type="warning" showIcon banner title={t('lists.filter.ignored')} />}
      <FilterChips
        columns={listing.columns}
        filter={query.filter}
        onChange={next => change({ filter: next })}
      />

      {bulk && chosen.ids.length > 0 && !board && (
        <div className={styles.bulk} role="region" aria-label={t('records.actions')}>
          <span className="numbers">
            {chosen.all
              ? t('lists.allSelected', { total: format.exactNumber(rows.data?.total ?? 0) })
              : t('lists.selected', { number: chosen.ids.length })}
          </span>
          {!chosen.all && rows.data && rows.data.total > chosen.ids.length && (
            <Button type="link" size="small" onClick={() => pick(chosen.ids, true)}>
              {t('lists.selectAll', { total: format.exactNumber(rows.data.total) })}
            </Button>
          )}
          {bulk({
            ids: chosen.ids,
            all: chosen.all,
            count: chosen.all ? (rows.data?.total ?? 0) : chosen.ids.length,
            filter,
            q: query.q,
            clear: () => pick([]),
          })}
          <span className={styles.grow} />
          <Button type="text" size="small" onClick={() => pick([])}>
            {t('lists.clearSelection')}
          </Button>
        </div>
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
          <div className={styles.body} aria-busy={rows.isFetching} data-stale={rows.isPlaceholderData}>
            {rows.error ? (
              <ProblemAlert error={rows.error} onRetry={() => void rows.refetch()} style={{ margin: 16 }} />
            ) : !rows.data ? (
              <Bars rows={12} height={compact ? 32 : 40} />
            ) : found.length === 0 ? (
              <Blank
                title={filtered ? t('lists.empty.filtered') : t('lists.empty.title', { label: title })}
                text={filtered ? t('lists.empty.filteredText') : create && t('lists.empty.text')}
                action={
                  filtered ? (
                    <Button onClick={() => change({ filter: null, q: '' })}>{t('lists.filter.clear')}</Button>
                  ) : (
                    newButton
                  )
                }
              />
            ) : phone ? (
              <ListCards columns={columns} rows={found} hrefOf={hrefOf} cells={cells} lead={lead} />
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
                selection={bulk && { ids: chosen.ids, onChange: ids => pick(ids) }}
              />
            )}
          </div>
          <ListFooter columns={listing.columns} data={rows.data} query={query} onChange={change} />
        </>
      )}

      {create?.({ open: query.creating, onClose: () => change({ creating: false }) })}
      {drawer && (
        <Drawer
          open={query.open !== null}
          onClose={() => change({ open: null })}
          size={phone ? '100%' : 720}
          destroyOnHidden
          mask={{ blur: false }}
          title={title}
          extra={
            query.open &&
            recordPath(list, query.open) && (
              <Link to={recordPath(list, query.open) ?? ''}>{t('records.open')}</Link>
            )
          }
        >
          {query.open && drawer({ id: query.open, onClose: () => change({ open: null }) })}
        </Drawer>
      )}
    </section>
  );
}

type SearchProps = { label: string; value: string; onChange: (text: string) => void };

/** Searches while one types, but not in the middle of a Chinese word; `/` leads here. */
function QuickSearch({ label, value, onChange }: SearchProps) {
  const input = useRef<InputRef>(null);
  const [text, setText] = useState(value);
  const [given, setGiven] = useState(value);
  const [composing, setComposing] = useState(false);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  if (given !== value) {
    setGiven(value);
    setText(value);
  }
  useEffect(() => {
    if (composing || text === value) return;
    const timer = setTimeout(() => latest.current(text.trim()), 300);
    return () => clearTimeout(timer);
  }, [text, value, composing]);
  useKeys(event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
    event.preventDefault();
    input.current?.focus({ cursor: 'all' });
  });
  return (
    <Input
      ref={input}
      className={styles.search}
      prefix={<SearchOutlined />}
      allowClear
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={event => setText(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onPressEnter={() => !composing && onChange(text.trim())}
      suffix={text ? null : <kbd className={styles.key}>/</kbd>}
    />
  );
}

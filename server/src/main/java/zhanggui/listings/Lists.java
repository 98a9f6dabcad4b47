package zhanggui.listings;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Circle;
import zhanggui.access.Masks;
import zhanggui.access.Viewer;
import zhanggui.problems.Refused;
import zhanggui.problems.RefusedIds;
import zhanggui.texts.Texts;

/**
 * Answers every list: pages, groups, selections and streams. It only reads, and never without a viewer.
 *
 * <p>A page is found in two steps, first the keys in order, then the rows of those keys: the first step reads only what
 * filter and order mention, and begins where an earlier page ended, so that a page far down a long list costs no more than
 * the first; see {@link Keys}.
 */
@Service
@Transactional(readOnly = true)
public class Lists {
    private final DSLContext db;
    private final Clock clock;
    private final Texts texts;
    private final LargeTotals large;
    private final Map<String, Listing> lists;

    Lists(DSLContext db, Clock clock, Texts texts, LargeTotals large, List<Listing> lists) {
        this.db = db;
        this.clock = clock;
        this.texts = texts;
        this.large = large;
        this.lists = lists.stream()
                .sorted(Comparator.comparing(Listing::name))
                .collect(Collectors.toMap(Listing::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /** @throws Refused when there is no such list or the viewer may not read it */
    public Listing find(String name, Viewer viewer) {
        var list = lists.get(name);
        if (list == null) throw Refused.notFound();
        list.mustOpenFor(viewer);
        return list;
    }

    public Page page(Listing list, ListQuery query, Viewer viewer) {
        var parts = parts(list, query, viewer);
        var columns = columns(list, query, viewer);
        var asked = columns.stream().filter(c -> !list.isMasked(c, viewer)).toList();
        var order = Order.of(list, query, viewer);
        var place = query.place();
        var known = place.total();
        var totals = known == null
                ? large.of(list, parts, asked, () -> totals(list, parts, asked))
                : new Totals(known, Map.of());
        var continuation = Continuation.of(list, query, order);
        var found = find(new Keys(db, list, parts, order), continuation, place, totals.count());
        var ids = found.stream().map(r -> r.get(list.id())).toList();
        var rows = new HashMap<UUID, Page.Row>();
        if (!ids.isEmpty()) {
            db.select(fields(list, columns))
                    .from(list.from())
                    .where(list.id().eq(any(ids.toArray(UUID[]::new))))
                    .forEach(r -> rows.put(r.get(list.id()), row(list, columns, r, viewer)));
        }
        return new Page(
                ids.stream().map(rows::get).filter(Objects::nonNull).toList(),
                totals.count(),
                totals.sums(),
                place.page(),
                place.size(),
                null,
                ids.isEmpty() ? null : continuation.at(found.getFirst()),
                ids.isEmpty() ? null : continuation.at(found.getLast()));
    }

    /** The page, and which of its rows the viewer may change. */
    Page withRights(Listing list, Page page, Viewer viewer) {
        if (!viewer.may(list.editPermission())) return page.telling(Set.of());
        var ids = page.rows().stream().map(Page.Row::id).toArray(UUID[]::new);
        return page.telling(db.select(list.id())
                .from(list.from())
                .where(list.id().eq(any(ids)), list.scope().of(viewer, list.editPermission()))
                .fetchSet(list.id()));
    }

    private static List<Record> find(Keys keys, Continuation continuation, Place place, long total) {
        if (place.after() != null) return keys.after(continuation.read("after", place.after()), place.size());
        if (place.before() != null) {
            var found = keys.before(continuation.read("before", place.before()), place.size());
            if (!found.isEmpty()) return found;
        }
        return keys.page(place, total);
    }

    /** The rows of a list by the values of one choice column, in the order of its options. */
    public List<Page.Group> groups(Listing list, String by, ListQuery query, Viewer viewer) {
        if (!list.groups().contains(by)) throw Refused.invalid("by", "column-unknown", by);
        var column = list.column(by, viewer).orElseThrow(() -> Refused.invalid("by", "column-unknown", by));
        var parts = parts(list, query, viewer);
        var totals = new HashMap<String, Totals>();
        var key = column.value().cast(String.class).as("key");
        totals(list, parts, list.askedBy(viewer), key)
                .forEach((value, total) -> totals.put(String.valueOf(value), total));
        var options = Objects.requireNonNull(column.options()).in(viewer.language(), texts);
        var groups = new ArrayList<Page.Group>();
        for (var o : options) {
            var total = totals.getOrDefault(o.value(), Totals.NONE);
            groups.add(new Page.Group(o.value(), o.label(), o.color(), total.count(), total.sums()));
        }
        var without = totals.getOrDefault("null", Totals.NONE);
        if (without.count() > 0) groups.add(new Page.Group(null, "", null, without.count(), without.sums()));
        return groups;
    }

    /**
     * The keys of what a person selected, or of all that their query finds, as far as {@code permission} reaches; never
     * what they may not read.
     */
    public List<UUID> select(Listing list, Selection selection, Viewer viewer, String permission) {
        var where = selection.ids().isEmpty()
                ? where(list, selection.query(), viewer, permission)
                : list.id().in(selection.ids()).and(list.scope().of(viewer, permission));
        var readable = list.scope().of(viewer, list.readPermission());
        var found = db.select(list.id())
                .from(list.from())
                .where(where.and(readable))
                .orderBy(list.id())
                .fetch(list.id());
        if (found.size() < selection.ids().size()) {
            var passedOver = new HashSet<>(selection.ids());
            found.forEach(passedOver::remove);
            RefusedIds.passedOver(passedOver);
        }
        return found;
    }

    /** One cell of one row, whoever asks: for those who have seen to the rights. Absent where there is none. */
    public @Nullable Object cell(Listing list, UUID id, String key) {
        var column = list.allColumns().stream().filter(c -> c.key().equals(key)).findFirst();
        if (column.isEmpty()) return null;
        var fields = new LinkedHashSet<Field<?>>(List.of(column.get().value()));
        if (column.get().beside() != null) fields.add(column.get().beside());
        return db.select(fields)
                .from(list.from())
                .where(list.id().eq(id))
                .fetchOptional(r -> shown(column.get(), r))
                .orElse(null);
    }

    /** Whether one row is within reach. */
    public boolean reaches(Listing list, UUID id, Viewer viewer, String permission) {
        return db.fetchExists(db.selectOne()
                .from(list.from())
                .where(list.id().eq(id))
                .and(list.scope().of(viewer, permission)));
    }

    /** Every row a viewer may export, one by one, in order: exactly those the list shows them; many are not hurried. */
    public void export(Listing list, ListQuery query, Viewer viewer, Consumer<Page.Row> rows) {
        var where = where(list, query, viewer, list.readPermission())
                .and(list.scope().of(viewer, list.exportPermission()));
        var columns = columns(list, query, viewer);
        try (var cursor = db.select(fields(list, columns))
                .from(list.from())
                .where(where)
                .orderBy(Order.of(list, query, viewer).fields())
                .fetchSize(1000)
                .fetchLazy()) {
            var unhurried = new Unhurried(rows);
            for (var r : cursor) unhurried.accept(row(list, columns, r, viewer));
        }
    }

    List<Column> columns(Listing list, ListQuery query, Viewer viewer) {
        var all = list.columnsFor(viewer);
        if (query.columns().isEmpty()) return all;
        return query.columns().stream()
                .distinct()
                .map(key ->
                        list.shown(key, viewer).orElseThrow(() -> Refused.invalid("columns", "column-unknown", key)))
                .toList();
    }

    List<Listing> all() {
        return List.copyOf(lists.values());
    }

    private Condition where(Listing list, ListQuery query, Viewer viewer, String permission) {
        return asked(list, query, viewer, permission).and(list.scope().of(viewer, permission));
    }

    private Condition asked(Listing list, ListQuery query, Viewer viewer, String permission) {
        var narrow = !list.scope().of(viewer, permission).equals(noCondition())
                && viewer.covered(permission).filter(Circle::isWide).isEmpty();
        var conditions = new Conditions(list, viewer, clock.instant(), narrow);
        var where = conditions.of(query.where());
        return query.search() == null ? where : where.and(conditions.search(query.search()));
    }

    /** What {@link #where} finds, in parts without common rows. */
    private List<Condition> parts(Listing list, ListQuery query, Viewer viewer) {
        var asked = asked(list, query, viewer, list.readPermission());
        return list.reached(viewer).stream().map(asked::and).toList();
    }

    private Totals totals(Listing list, List<Condition> parts, List<Column> columns) {
        return totals(list, parts, columns, null).getOrDefault(null, Totals.NONE);
    }

    /** Counts and sums, by {@code key} when there is one, and by currency where a total is money. */
    private Map<@Nullable Object, Totals> totals(
            Listing list, List<Condition> parts, List<Column> columns, @Nullable Field<String> key) {
        var totalled = columns.stream().filter(Column::totalled).toList();
        var currency = totalled.stream()
                .filter(c -> c.kind() == Kind.MONEY && c.total() == null)
                .map(Column::beside)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var groups = new ArrayList<Field<?>>();
        if (key != null) groups.add(key);
        if (currency != null) groups.add(currency.as("currency"));
        var fields = new ArrayList<Field<?>>(groups);
        fields.add(count().as("n"));
        for (var column : totalled) {
            var other = column.total();
            fields.add(sum(other == null ? number(column) : other.value()).as(column.key()));
            if (other != null) fields.add(other.currency().as(Totals.unit(column)));
        }
        var result = new HashMap<@Nullable Object, Totals>();
        var each = parts.stream()
                .map(part -> totals(list, part, fields, groups))
                .reduce(Select::unionAll)
                .orElseThrow();
        for (var r : each.fetch()) {
            var at = key == null ? null : r.get(key);
            var money = currency == null ? null : r.get("currency", String.class);
            result.put(at, result.getOrDefault(at, Totals.NONE).plus(r, totalled, money));
        }
        return result;
    }

    private Select<Record> totals(Listing list, Condition part, List<Field<?>> fields, List<Field<?>> groups) {
        var mentioned = new ArrayList<QueryPart>(fields);
        mentioned.add(part);
        var select =
                db.select(fields).from(Joins.needed(db, list.from(), mentioned)).where(part);
        return groups.isEmpty() ? select : select.groupBy(groups);
    }

    @SuppressWarnings("unchecked")
    private static Field<? extends Number> number(Column column) {
        return (Field<? extends Number>) column.value();
    }

    static SequencedSet<Field<?>> fields(Listing list, List<Column> columns) {
        var fields = new LinkedHashSet<Field<?>>();
        fields.add(list.id());
        for (var column : columns) {
            if (column.placed() != null) {
                fields.add(column.placed());
                continue;
            }
            fields.add(column.value());
            if (column.beside() != null) fields.add(column.beside());
        }
        return fields;
    }

    static Page.Row row(Listing list, List<Column> columns, Record r, Viewer viewer) {
        var cells = new LinkedHashMap<String, @Nullable Object>();
        for (var column : columns) {
            var cell = cell(column, r, viewer);
            cells.put(column.key(), list.isMasked(column, viewer) ? masked(cell) : cell);
        }
        return new Page.Row(Objects.requireNonNull(r.get(list.id())), cells);
    }

    /** Of what is no text nothing can be shown. */
    private static @Nullable Object masked(@Nullable Object cell) {
        return cell instanceof String text ? Masks.of(text) : null;
    }

    private static @Nullable Object cell(Column column, Record r, Viewer viewer) {
        if (column.placed() != null) {
            return Optional.ofNullable(r.get(column.placed()))
                    .flatMap(viewer.colleagues()::unitOf)
                    .map(place -> new Page.Reference(place.unit(), place.name()))
                    .orElse(null);
        }
        return shown(column, r);
    }

    private static @Nullable Object shown(Column column, Record r) {
        var value = r.get(column.value());
        if (value == null) return null;
        var beside = column.beside() == null ? null : r.get(column.beside());
        if (column.kind().isReference()) return new Page.Reference((UUID) value, beside);
        if (column.kind() == Kind.MONEY) return new Page.Money((BigDecimal) value, beside);
        return value instanceof OffsetDateTime time ? time.toInstant() : value;
    }
}

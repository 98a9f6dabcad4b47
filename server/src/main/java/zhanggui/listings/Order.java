package zhanggui.listings;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.TableField;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;
import zhanggui.problems.Refused;

/**
 * The order of a list's rows: by the columns asked for, what is absent last, and then by key, so that no two rows are
 * equal in it.
 *
 * <p>It is read in {@link Piece pieces}, one after the other, each of which a plain index on the sorted column serves in
 * either direction: PostgreSQL would not use one for {@code desc nulls last}, nor to begin at a row in the middle.
 *
 * @param terms the last of them is the key, in the direction of the one before it
 */
record Order(List<Term> terms) {

    /**
     * @param own whether it is a column of the rows' own table, so that an index may hold them in this order
     * @param nullsFirst only in an order that is read from its end
     */
    record Term(Field<Object> field, boolean own, boolean descending, boolean nullable, boolean nullsFirst) {
        Term reversed() {
            return new Term(field, own, !descending, nullable, !nullsFirst);
        }

        private SortField<?> plain() {
            return descending ? field.desc() : field.asc();
        }

        private SortField<?> withNulls() {
            if (!nullable) return plain();
            return nullsFirst ? plain().nullsFirst() : plain().nullsLast();
        }

        private Condition beyond(Object value) {
            return descending ? field.lt(bound(value)) : field.gt(bound(value));
        }

        private Field<Object> bound(Object value) {
            return val(value, field.getDataType());
        }
    }

    /** Rows that stand together, and their order among themselves. */
    record Piece(Condition condition, List<SortField<?>> order) {}

    static List<ListQuery.Sort> sorts(Listing list, ListQuery query) {
        return query.sort().isEmpty() ? List.of(ListQuery.Sort.parse(list.sort())) : query.sort();
    }

    static Order of(Listing list, ListQuery query, Viewer viewer) {
        var terms = new ArrayList<Term>();
        var sorts = sorts(list, query);
        for (var sort : sorts) {
            // What nobody asked for is not refused: then rows come by their keys.
            if (query.sort().isEmpty() && list.column(sort.column(), viewer).isEmpty()) continue;
            var column = list.column(sort.column(), viewer)
                    .filter(Column::sortable)
                    .orElseThrow(() -> Refused.invalid("sort", "column-unknown", sort.column()));
            terms.add(term(list, column.sortField(), sort.descending()));
        }
        terms.add(term(list, list.id(), sorts.getLast().descending()));
        return new Order(List.copyOf(terms));
    }

    /** What comes from a joined table may be absent whatever that table says. */
    @SuppressWarnings("unchecked")
    private static Term term(Listing list, Field<?> field, boolean descending) {
        var own = field instanceof TableField<?, ?> of
                && list.id() instanceof TableField<?, ?> id
                && Objects.equals(of.getTable(), id.getTable());
        var nullable = !own || field.getDataType().nullable();
        return new Term((Field<Object>) field, own, descending, nullable, false);
    }

    /** The same order by another field. */
    static SortField<?> like(SortField<?> sort, Field<?> field) {
        var same = sort.$sortOrder() == SortOrder.DESC ? field.desc() : field.asc();
        return sort.$nullOrdering() == QOM.NullOrdering.NULLS_FIRST
                ? same.nullsFirst()
                : sort.$nullOrdering() == QOM.NullOrdering.NULLS_LAST ? same.nullsLast() : same;
    }

    Order reversed() {
        return new Order(terms.stream().map(Term::reversed).toList());
    }

    List<SortField<?>> fields() {
        return fields(0);
    }

    /** Whether it is worth beginning at a row in the middle: no index holds the order of what is joined or reckoned. */
    boolean continues() {
        return terms.stream().allMatch(Term::own);
    }

    /** All rows. */
    List<Piece> whole() {
        var first = terms.getFirst();
        if (!first.nullable() || !first.own()) return List.of(new Piece(noCondition(), fields(0)));
        var some = some(noCondition(), 0);
        var none = none(noCondition(), 0);
        return first.nullsFirst() ? List.of(none, some) : List.of(some, none);
    }

    /** The rows behind the one that holds these values, in whole or gone by now. */
    List<Piece> after(List<@Nullable Object> values) {
        return after(noCondition(), 0, values);
    }

    /** Those behind it among the rows that are its equals in the terms before {@code at}. */
    private List<Piece> after(Condition equals, int at, List<@Nullable Object> values) {
        var term = terms.get(at);
        var value = values.get(at);
        if (at == terms.size() - 1) {
            return List.of(new Piece(equals.and(term.beyond(Objects.requireNonNull(value))), fields(at)));
        }
        var pieces = new ArrayList<Piece>();
        if (value == null) {
            pieces.addAll(after(equals.and(term.field().isNull()), at + 1, values));
            if (term.nullsFirst()) pieces.add(some(equals, at));
            return pieces;
        }
        if (at == terms.size() - 2) {
            pieces.add(new Piece(equals.and(pair(term, value, values.getLast())), plainFrom(at)));
        } else {
            pieces.addAll(after(equals.and(term.field().eq(term.bound(value))), at + 1, values));
            pieces.add(new Piece(equals.and(term.beyond(value)), plainFrom(at)));
        }
        if (term.nullable() && !term.nullsFirst()) pieces.add(none(equals, at));
        return pieces;
    }

    /** The last column and the key compared as one, which an index on both begins at. */
    private Condition pair(Term term, Object value, @Nullable Object id) {
        var key = terms.getLast();
        var here = row(term.field(), key.field());
        var there = row(term.bound(value), key.bound(Objects.requireNonNull(id)));
        return term.descending() ? here.lt(there) : here.gt(there);
    }

    private Piece some(Condition equals, int at) {
        return new Piece(equals.and(terms.get(at).field().isNotNull()), plainFrom(at));
    }

    private Piece none(Condition equals, int at) {
        return new Piece(equals.and(terms.get(at).field().isNull()), fields(at + 1));
    }

    private List<SortField<?>> plainFrom(int at) {
        var order = new ArrayList<SortField<?>>();
        order.add(terms.get(at).plain());
        order.addAll(fields(at + 1));
        return order;
    }

    private List<SortField<?>> fields(int from) {
        var order = new ArrayList<SortField<?>>();
        for (var term : terms.subList(from, terms.size())) order.add(term.withNulls());
        return order;
    }
}

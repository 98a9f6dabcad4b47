package zhanggui.listings;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/**
 * Finds the keys of a page, with the values they are sorted by. Beside a page read before, it begins where that one ended
 * and counts nothing off; by number, it counts off from the nearer end of the list.
 *
 * @param parts which rows: those of the one or the other, none in two of them
 */
record Keys(DSLContext db, Listing list, List<Condition> parts, Order order) {

    /** The rows right behind the one with these values. */
    List<Record> after(List<@Nullable Object> values, int size) {
        return take(order.after(values), 0, size);
    }

    /** The rows right in front of the one with these values, none when there are fewer than asked for. */
    List<Record> before(List<@Nullable Object> values, int size) {
        var found = take(order.reversed().after(values), 0, size);
        return found.size() < size ? List.of() : found.reversed();
    }

    List<Record> page(Place place, long total) {
        var offset = place.offset();
        var size = (int) Math.min(place.size(), total - offset);
        if (size <= 0) return List.of();
        var behind = total - offset - size;
        return behind < offset
                ? take(order.reversed().whole(), behind, size).reversed()
                : take(order.whole(), offset, size);
    }

    private List<Record> take(List<Order.Piece> pieces, long skip, int most) {
        var found = new ArrayList<Record>();
        var left = skip;
        for (var piece : pieces) {
            var rows = rows(piece, left, most - found.size());
            found.addAll(rows);
            if (found.size() == most) break;
            if (left > 0) left = rows.isEmpty() ? left - count(piece) : 0;
        }
        return found;
    }

    private List<Record> rows(Order.Piece piece, long skip, int most) {
        var fields = order.terms().stream().map(Order.Term::field).toList();
        if (parts.size() > 1) return together(piece, fields, skip, most);
        var select =
                part(parts.getFirst(), piece, fields).orderBy(piece.order()).limit(inline(most));
        return List.copyOf(skip == 0 ? select.fetch() : select.offset(skip).fetch());
    }

    /** The first of each part, put in order: an index alone may serve one part, hardly the one or the other. */
    private List<Record> together(Order.Piece piece, List<Field<Object>> fields, long skip, int most) {
        var named = new ArrayList<Field<?>>();
        for (var field : fields) named.add(field.as("k" + named.size()));
        var each = parts.stream()
                .map(part -> part(part, piece, named)
                        .orderBy(piece.order())
                        .limit(skip == 0 ? inline((long) most) : val(skip + most)))
                .map(select -> (Select<Record>) select)
                .reduce(Select::unionAll)
                .orElseThrow();
        var found = each.asTable("found");
        var columns = named.stream().map(found::field).toList();
        var sorted = piece.order().stream()
                .map(sort -> Order.like(sort, Objects.requireNonNull(columns.get(fields.indexOf(sort.$field())))))
                .toList();
        var select = db.select(columns).from(found).orderBy(sorted).limit(inline(most));
        return (skip == 0 ? select.fetch() : select.offset(skip).fetch()).map(r -> {
            var row = db.newRecord(fields);
            for (int i = 0; i < fields.size(); i++) row.set(fields.get(i), r.get(i));
            return row;
        });
    }

    private SelectConditionStep<Record> part(Condition part, Order.Piece piece, List<? extends Field<?>> fields) {
        var mentioned = new ArrayList<QueryPart>(fields);
        mentioned.add(part);
        mentioned.add(piece.condition());
        return db.select(fields).from(Joins.needed(db, list.from(), mentioned)).where(part, piece.condition());
    }

    private long count(Order.Piece piece) {
        long count = 0;
        for (var part : parts) count += db.fetchCount(part(part, piece, List.of(inline(1))));
        return count;
    }
}

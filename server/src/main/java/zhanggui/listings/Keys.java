package zhanggui.listings;

import static org.jooq.impl.DSL.inline;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Finds the keys of a page, with the values they are sorted by. Beside a page read before, it begins where that one ended
 * and counts nothing off; by number, it counts off from the nearer end of the list.
 */
record Keys(DSLContext db, Listing list, Condition where, Order order) {

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
        var parts = new ArrayList<QueryPart>(fields);
        parts.add(where);
        parts.add(piece.condition());
        var select = db.select(fields)
                .from(Joins.needed(db, list.from(), parts))
                .where(where, piece.condition())
                .orderBy(piece.order())
                .limit(inline(most));
        return List.copyOf(skip == 0 ? select.fetch() : select.offset(skip).fetch());
    }

    private long count(Order.Piece piece) {
        var from = Joins.needed(db, list.from(), List.of(where, piece.condition()));
        return db.fetchCount(db.selectOne().from(from).where(where, piece.condition()));
    }
}

package zhanggui.opportunities;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;
import static zhanggui.opportunities.OpportunityStore.time;
import static zhanggui.opportunities.db.Tables.LINE;
import static zhanggui.opportunities.db.Tables.STAGE_SPAN;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The lines of opportunities and their stays in stages in PostgreSQL. */
@Repository
class OpportunityParts {
    private final DSLContext db;

    OpportunityParts(DSLContext db) {
        this.db = db;
    }

    void insert(List<Opportunity> all) {
        insertLines(all);
        insertSpans(all);
    }

    /** @param before the same ones as stored, by id; what did not change is left alone */
    void update(List<Opportunity> after, Map<UUID, Opportunity> before) {
        var relined = after.stream()
                .filter(o -> !lines(o).equals(lines(before.get(o.id()))))
                .toList();
        db.deleteFrom(LINE).where(LINE.OPPORTUNITY_ID.eq(any(ids(relined)))).execute();
        insertLines(relined);
        var moved = after.stream()
                .filter(o -> !o.history().equals(history(before.get(o.id()))))
                .toList();
        db.deleteFrom(STAGE_SPAN)
                .where(STAGE_SPAN.OPPORTUNITY_ID.eq(any(ids(moved))))
                .execute();
        insertSpans(moved);
    }

    private void insertLines(List<Opportunity> of) {
        var insert = db.insertInto(
                LINE,
                LINE.OPPORTUNITY_ID,
                LINE.POSITION,
                LINE.PRODUCT_ID,
                LINE.QUANTITY,
                LINE.PRICE,
                LINE.DISCOUNT,
                LINE.AMOUNT);
        boolean some = false;
        for (var opportunity : of) {
            int position = 0;
            for (var l : opportunity.details().lines()) {
                insert = insert.values(
                        opportunity.id(), ++position, l.product(), l.quantity(), l.price(), l.discount(), l.amount());
                some = true;
            }
        }
        if (some) insert.execute();
    }

    private void insertSpans(List<Opportunity> of) {
        if (of.isEmpty()) return;
        var insert = db.insertInto(
                STAGE_SPAN, STAGE_SPAN.OPPORTUNITY_ID, STAGE_SPAN.STAGE_ID, STAGE_SPAN.DURING, STAGE_SPAN.MOVED_BY);
        for (var opportunity : of) {
            for (var span : opportunity.history()) {
                insert = insert.values(
                        val(opportunity.id()),
                        val(span.stage()),
                        field(
                                "tstzrange({0}, {1})",
                                Object.class,
                                val(time(span.from())),
                                val(span.to() == null ? null : time(span.to()), SQLDataType.TIMESTAMPWITHTIMEZONE)),
                        val(span.by(), SQLDataType.UUID));
            }
        }
        insert.execute();
    }

    private static List<Line> lines(@Nullable Opportunity o) {
        return o == null ? List.of() : o.details().lines();
    }

    private static List<Span> history(@Nullable Opportunity o) {
        return o == null ? List.of() : o.history();
    }

    private static UUID[] ids(List<Opportunity> of) {
        return of.stream().map(Opportunity::id).toArray(UUID[]::new);
    }
}

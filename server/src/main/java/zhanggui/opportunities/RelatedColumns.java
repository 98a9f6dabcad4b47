package zhanggui.opportunities;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static zhanggui.opportunities.db.Tables.LINE;
import static zhanggui.opportunities.db.Tables.OPPORTUNITY;
import static zhanggui.opportunities.db.Tables.STAGE;
import static zhanggui.opportunities.db.Tables.STAGE_SPAN;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import zhanggui.listings.Column;
import zhanggui.listings.Kind;
import zhanggui.people.Directory;
import zhanggui.products.ProductDirectory;

/** The columns of opportunities behind whose cells many records stand: products, units and stages. */
final class RelatedColumns {
    private static final ProductDirectory.ProductsAs SOLD = ProductDirectory.as("sold_product");

    private RelatedColumns() {}

    /** The cell names every product of the lines under the id of the first; a filter finds any of them. */
    static Column products() {
        var names = select(DSL.listAgg(SOLD.name(), inline(", ")).withinGroupOrderBy(LINE.POSITION))
                .from(LINE)
                .join(SOLD.table())
                .on(SOLD.id().eq(LINE.PRODUCT_ID))
                .where(LINE.OPPORTUNITY_ID.eq(OPPORTUNITY.ID));
        var first = select(LINE.PRODUCT_ID)
                .from(LINE)
                .where(LINE.OPPORTUNITY_ID.eq(OPPORTUNITY.ID))
                .orderBy(LINE.POSITION)
                .limit(1);
        return Column.related(
                "products",
                Kind.RECORD,
                "products",
                field(first),
                field(names),
                related(ids -> sells(LINE.PRODUCT_ID.eq(any(ids))), sells(noCondition())));
    }

    private static Condition sells(Condition what) {
        return exists(selectOne()
                .from(LINE)
                .where(LINE.OPPORTUNITY_ID.eq(OPPORTUNITY.ID))
                .and(what));
    }

    /**
     * The unit a deal counts in: its owner's on the day it was closed, today's while it is open. A filter finds those of
     * the units below too, as the tree stood that day.
     */
    static Column unitAtClosing() {
        var day = coalesce(OPPORTUNITY.CLOSED_ON, Directory.today());
        var unit = Directory.unitOn(OPPORTUNITY.OWNER_ID, day);
        return Column.related(
                "unitAtClosing",
                Kind.UNIT,
                null,
                unit,
                Directory.unitName(unit),
                related(
                        ids -> Directory.belongs(OPPORTUNITY.OWNER_ID, day, List.of(ids)),
                        Directory.belongsSomewhere(OPPORTUNITY.OWNER_ID)));
    }

    /**
     * The furthest stage a deal came to that its pipeline still has; one that is won passed them all. A filter finds those
     * that came as far or further.
     */
    static Column furthestStage(Pipelines pipelines) {
        var o = OPPORTUNITY;
        var asked = STAGE.as("asked_stage");
        var been = STAGE.as("been_stage");
        var present = been.ID
                .eq(STAGE_SPAN.STAGE_ID)
                .and(been.PIPELINE_ID.eq(o.PIPELINE_ID))
                .and(been.OUTCOME.eq("OPEN"))
                .andNot(been.RETIRED);
        var last = STAGE.as("last_stage");
        var furthest = field(
                "case when {0} = 'WON' then {1} else {2} end",
                UUID.class,
                o.OUTCOME,
                field(select(last.ID)
                        .from(last)
                        .where(last.PIPELINE_ID.eq(o.PIPELINE_ID), last.OUTCOME.eq("OPEN"))
                        .andNot(last.RETIRED)
                        .orderBy(last.POSITION.desc())
                        .limit(1)),
                field(select(been.ID)
                        .from(STAGE_SPAN)
                        .join(been)
                        .on(present)
                        .where(STAGE_SPAN.OPPORTUNITY_ID.eq(o.ID))
                        .orderBy(been.POSITION.desc())
                        .limit(1)));
        return Column.related(
                "furthestStage",
                furthest,
                pipelines.stageOptions(),
                related(
                        ids -> exists(selectOne()
                                .from(asked)
                                .where(asked.ID.eq(any(ids)), asked.PIPELINE_ID.eq(o.PIPELINE_ID))
                                .and(o.OUTCOME
                                        .eq("WON")
                                        .or(been(been, present.and(been.POSITION.ge(asked.POSITION)))))),
                        o.OUTCOME.eq("WON").or(been(been, present))));
    }

    private static Condition been(zhanggui.opportunities.db.tables.Stage stage, Condition which) {
        return exists(
                selectOne().from(STAGE_SPAN).join(stage).on(which).where(STAGE_SPAN.OPPORTUNITY_ID.eq(OPPORTUNITY.ID)));
    }

    private static Column.Related related(Function<UUID[], Condition> any, Condition some) {
        return new Column.Related() {
            @Override
            public Condition any(Collection<UUID> ids) {
                return any.apply(ids.toArray(UUID[]::new));
            }

            @Override
            public Condition some() {
                return some;
            }
        };
    }
}

package zhanggui.reports;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static zhanggui.reports.Asked.OPEN;
import static zhanggui.reports.db.Tables.DEAL;
import static zhanggui.reports.db.Tables.STAGE;
import static zhanggui.reports.db.Tables.STAY;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.texts.Language;

/** The stages of a pipeline and how far deals came in them. Retired stages are none of them. */
@Repository
class FunnelStore {
    private static final Condition PRESENT = STAGE.OUTCOME.eq("OPEN").andNot(STAGE.RETIRED);
    private final DSLContext db;

    FunnelStore(DSLContext db) {
        this.db = db;
    }

    /** @param probability of winning, in percent */
    record Stage(UUID id, int position, String name, BigDecimal probability) {}

    /** @param position of the furthest stage they were in; absent where they were in none that is left */
    record Came(@Nullable Integer position, boolean won, long count) {}

    /** The pipeline asked for, else the one with the most deals in question. */
    Optional<UUID> pipeline(Asked asked) {
        if (asked.question().pipeline() != null)
            return Optional.of(asked.question().pipeline());
        return db.select(DEAL.PIPELINE_ID)
                .from(DEAL)
                .where(asked.whose())
                .groupBy(DEAL.PIPELINE_ID)
                .orderBy(count().desc(), DEAL.PIPELINE_ID)
                .limit(1)
                .fetchOptional(DEAL.PIPELINE_ID);
    }

    List<Stage> stages(UUID pipeline, Language language) {
        var name = language == Language.EN ? STAGE.NAME_EN : STAGE.NAME;
        return db.select(STAGE.ID, STAGE.POSITION, name, STAGE.PROBABILITY)
                .from(STAGE)
                .where(STAGE.PIPELINE_ID.eq(pipeline), PRESENT)
                .orderBy(STAGE.POSITION)
                .fetch(r -> new Stage(r.value1(), r.value2(), r.value3(), r.value4()));
    }

    /** The open deals by the stage they stand in now. */
    Map<UUID, Sum> standing(Asked asked, UUID pipeline) {
        var sum = Sum.of(noCondition(), asked);
        return db.select(DEAL.STAGE_ID, sum)
                .from(DEAL)
                .where(asked.whose(), OPEN, DEAL.PIPELINE_ID.eq(pipeline))
                .groupBy(DEAL.STAGE_ID)
                .fetchMap(r -> r.value1(), r -> r.value2());
    }

    /** How many of the deals entered in the period came how far. */
    List<Came> furthest(Asked asked, UUID pipeline) {
        var far = select(
                        DEAL.ID.as("id"),
                        DEAL.OUTCOME.as("outcome"),
                        max(STAGE.POSITION).as("position"))
                .from(DEAL)
                .leftJoin(STAY)
                .on(STAY.DEAL_ID.eq(DEAL.ID))
                .leftJoin(STAGE)
                .on(STAGE.ID.eq(STAY.STAGE_ID), STAGE.PIPELINE_ID.eq(DEAL.PIPELINE_ID), PRESENT)
                .where(asked.whose(), asked.created(), DEAL.PIPELINE_ID.eq(pipeline))
                .groupBy(DEAL.ID, DEAL.OUTCOME)
                .asTable("far");
        var position = far.field("position", Integer.class);
        var outcome = far.field("outcome", String.class);
        return db.select(position, outcome, count())
                .from(far)
                .groupBy(position, outcome)
                .fetch(r -> new Came(r.value1(), "WON".equals(r.value2()), r.value3()));
    }
}

package zhanggui.opportunities;

import static zhanggui.opportunities.db.Tables.LINE;
import static zhanggui.opportunities.db.Tables.OPPORTUNITY;
import static zhanggui.opportunities.db.Tables.STAGE;
import static zhanggui.opportunities.db.Tables.STAGE_SPAN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import zhanggui.access.Scope;

/** Opportunities, their lines and stages as relations others may join: the only rows of this module that leave as SQL. */
public final class OpportunityDirectory {
    private OpportunityDirectory() {}

    /**
     * Opportunities under an alias of their own.
     *
     * @param outcome the name of an {@link Outcome}
     * @param baseAmount the amount in the company's currency; absent without a rate
     * @param stageSince since when it is in its stage
     * @param reach which of these rows a viewer reaches with {@code opportunities:<action>}
     */
    public record OpportunitiesAs(
            Table<?> table,
            Field<UUID> id,
            Field<String> number,
            Field<String> name,
            Field<UUID> customerId,
            Field<UUID> ownerId,
            Field<UUID> pipelineId,
            Field<UUID> stageId,
            Field<String> outcome,
            Field<OffsetDateTime> stageSince,
            Field<BigDecimal> amount,
            Field<String> currency,
            Field<BigDecimal> baseAmount,
            Field<LocalDate> expectedClose,
            Field<LocalDate> engagedOn,
            Field<LocalDate> closedOn,
            Field<String> lossReason,
            Field<String> source,
            Field<String> nextStep,
            Field<LocalDate> nextStepOn,
            Field<OffsetDateTime> lastFollowedAt,
            Field<OffsetDateTime> createdAt,
            Scope reach) {}

    /** What is sold in them; {@code amount} is after discount, in the currency of the opportunity. */
    public record LinesAs(
            Table<?> table,
            Field<UUID> opportunityId,
            Field<Integer> position,
            Field<UUID> productId,
            Field<BigDecimal> quantity,
            Field<BigDecimal> amount) {}

    /**
     * @param probability 0–100
     * @param normalDays how long an opportunity normally stays at most; may be absent
     * @param retired no longer entered; its position comes after those of all that are
     */
    public record StagesAs(
            Table<?> table,
            Field<UUID> id,
            Field<UUID> pipelineId,
            Field<Integer> position,
            Field<String> name,
            Field<String> nameEn,
            Field<String> outcome,
            Field<BigDecimal> probability,
            Field<String> category,
            Field<Integer> normalDays,
            Field<Boolean> retired) {}

    /** When each opportunity was in which stage; {@code left} is absent while it is there. */
    public record SpansAs(
            Table<?> table,
            Field<UUID> opportunityId,
            Field<UUID> stageId,
            Field<OffsetDateTime> entered,
            Field<OffsetDateTime> left) {}

    public static OpportunitiesAs as(String alias) {
        var o = OPPORTUNITY.as(alias);
        return new OpportunitiesAs(
                o,
                o.ID,
                o.NUMBER,
                o.NAME,
                o.CUSTOMER_ID,
                o.OWNER_ID,
                o.PIPELINE_ID,
                o.STAGE_ID,
                o.OUTCOME,
                o.STAGE_SINCE,
                o.AMOUNT,
                o.CURRENCY,
                o.BASE_AMOUNT,
                o.EXPECTED_CLOSE,
                o.ENGAGED_ON,
                o.CLOSED_ON,
                o.LOSS_REASON,
                o.SOURCE,
                o.NEXT_STEP,
                o.NEXT_STEP_ON,
                o.LAST_FOLLOWED_AT,
                o.CREATED_AT,
                OpportunityReach.of(o.ID, o.OWNER_ID));
    }

    public static LinesAs linesAs(String alias) {
        var l = LINE.as(alias);
        return new LinesAs(l, l.OPPORTUNITY_ID, l.POSITION, l.PRODUCT_ID, l.QUANTITY, l.AMOUNT);
    }

    public static StagesAs stagesAs(String alias) {
        var s = STAGE.as(alias);
        return new StagesAs(
                s,
                s.ID,
                s.PIPELINE_ID,
                s.POSITION,
                s.NAME,
                s.NAME_EN,
                s.OUTCOME,
                s.PROBABILITY,
                s.CATEGORY,
                s.NORMAL_DAYS,
                s.RETIRED);
    }

    public static SpansAs spansAs(String alias) {
        var s = STAGE_SPAN.as(alias);
        return new SpansAs(
                s,
                s.OPPORTUNITY_ID,
                s.STAGE_ID,
                DSL.field("lower({0})", OffsetDateTime.class, s.DURING),
                DSL.field("upper({0})", OffsetDateTime.class, s.DURING));
    }
}

package zhanggui.reports;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static zhanggui.reports.db.Tables.DEAL;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Calendar;
import zhanggui.access.Circle;
import zhanggui.people.Directory;

/**
 * The deals a question is about, as SQL.
 *
 * @param owners the people whose deals the viewer reaches; empty: everybody's
 * @param currency the company's, in which amounts are summed
 */
record Asked(Question question, Optional<Circle> owners, String currency, Calendar calendar) {
    static final Condition WON = DEAL.OUTCOME.eq("WON");
    static final Condition LOST = DEAL.OUTCOME.eq("LOST");
    static final Condition OPEN = DEAL.OUTCOME.eq("OPEN");

    Asked over(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Asked(question.over(from, to), owners, currency, calendar);
    }

    /** Whose deals, in which unit and pipeline, on whatever days. */
    Condition whose() {
        var condition = owners.map(circle -> circle.holds(DEAL.OWNER_ID)).orElse(noCondition());
        if (question.pipeline() != null) condition = condition.and(DEAL.PIPELINE_ID.eq(question.pipeline()));
        if (question.unit() == null) return condition;
        var day = coalesce(DEAL.CLOSED_ON, Directory.today());
        return condition.and(Directory.belongs(DEAL.OWNER_ID, day, List.of(question.unit())));
    }

    /** Closed on the days asked about. */
    Condition closed() {
        var condition = DEAL.CLOSED_ON.isNotNull();
        if (question.from() != null) condition = condition.and(DEAL.CLOSED_ON.ge(question.from()));
        if (question.to() != null) condition = condition.and(DEAL.CLOSED_ON.lt(question.to()));
        return condition;
    }

    /** Those in the company's currency, and of the others those that have a rate. */
    Condition priced() {
        return DEAL.CURRENCY.eq(currency).or(DEAL.BASE_AMOUNT.isNotNull());
    }

    /** Entered on the days asked about. */
    Condition created() {
        var condition = noCondition();
        if (question.from() != null) condition = condition.and(DEAL.CREATED_AT.ge(start(question.from())));
        if (question.to() != null) condition = condition.and(DEAL.CREATED_AT.lt(start(question.to())));
        return condition;
    }

    private OffsetDateTime start(LocalDate day) {
        return calendar.start(day).atOffset(ZoneOffset.UTC);
    }
}

package zhanggui.reports;

import static zhanggui.listings.Filter.where;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Calendar;
import zhanggui.listings.Filter;
import zhanggui.listings.Operator;

/**
 * The lists behind the figures of one question: the same deals as {@link Asked}, in the words of the list.
 *
 * @param whose whose deals, in which unit and pipeline
 * @param currency the company's
 */
record Behind(Filter whose, Question question, String currency, Calendar calendar) {
    static final Filter WON = outcome("WON");
    static final Filter LOST = outcome("LOST");
    static final Filter OPEN = outcome("OPEN");

    static Filter outcome(String... outcomes) {
        return where("outcome", Operator.IS, outcomes);
    }

    /** Closed on the days asked about, won or lost. */
    Filter closed() {
        return whose.and(closedIn(question.from(), question.to()));
    }

    Filter won(@Nullable LocalDate from, @Nullable LocalDate to) {
        return whose.and(closedIn(from, to)).and(WON);
    }

    /** Entered on the days asked about; the last instant is a microsecond before the day after begins. */
    Filter created() {
        var created = whose;
        if (question.from() != null) {
            var start = calendar.start(question.from());
            created = created.and(where("createdAt", Operator.AT_LEAST, start.toString()));
        }
        if (question.to() != null) {
            var end = calendar.start(question.to()).minus(1, ChronoUnit.MICROS);
            created = created.and(where("createdAt", Operator.AT_MOST, end.toString()));
        }
        return created;
    }

    /** The open ones and those closed on the days asked about, as far as their amount is not known in the company's currency. */
    Drill inOtherCurrencies() {
        var foreign = whose.and(where("currency", Operator.IS_NOT, currency)).and(where("baseAmount", Operator.EMPTY));
        var closed = closedIn(question.from(), question.to());
        return Drill.opportunities(
                closed.equals(Filter.EVERYTHING) ? foreign : foreign.and(new Filter.Any(List.of(OPEN, closed))));
    }

    /** Of some deals those whose amount is summed. */
    Filter priced(Filter deals) {
        return deals.and(new Filter.Any(
                List.of(where("currency", Operator.IS, currency), where("baseAmount", Operator.NOT_EMPTY))));
    }

    Report.Figure figure(Sum sum, Filter deals) {
        return new Report.Figure(
                sum.count(),
                sum.amount(),
                sum.otherCurrencies(),
                Drill.opportunities(deals),
                Drill.opportunities(priced(deals)));
    }

    private static Filter closedIn(@Nullable LocalDate from, @Nullable LocalDate to) {
        var closed = Filter.EVERYTHING;
        if (from != null) closed = closed.and(where("closedOn", Operator.AT_LEAST, from.toString()));
        if (to != null)
            closed = closed.and(
                    where("closedOn", Operator.AT_MOST, to.minusDays(1).toString()));
        return closed;
    }
}

package zhanggui.reports;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.problems.Refused;

/**
 * What a report is asked about.
 *
 * @param from first day; open when absent
 * @param to the day after the last; open when absent
 * @param unit only what counts in this unit and those below: closed deals where their owner worked on the day of
 *     closing, open ones where their owner works today
 * @param pipeline only this pipeline
 */
record Question(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID unit,
        @Nullable UUID pipeline) {
    Question {
        check("from", from);
        check("to", to);
        if (from != null && to != null && !from.isBefore(to)) throw Refused.invalid("to", "ends-before-it-begins");
    }

    Question over(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Question(from, to, unit, pipeline);
    }

    private static void check(String field, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 1900 || day.getYear() > 9999))
            throw Refused.invalid(field, "day-out-of-range");
    }
}

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
 * @param unit only the people of this unit and those below
 * @param pipeline only this pipeline
 */
record Question(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable UUID unit,
        @Nullable UUID pipeline) {
    Question {
        if (from != null && to != null && !from.isBefore(to)) throw Refused.invalid("to", "invalid");
    }
}

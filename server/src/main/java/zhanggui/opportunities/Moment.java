package zhanggui.opportunities;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * When something is done, and by whom.
 *
 * @param at to the microsecond
 * @param today the day this is in the company's time zone
 */
record Moment(Instant at, LocalDate today, UUID by) {
    Moment {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}

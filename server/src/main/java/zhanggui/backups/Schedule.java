package zhanggui.backups;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When backups are made by themselves.
 *
 * @param at in the company's time zone
 * @param daily of how many days the last one is kept
 * @param weekly of how many weeks the last one is kept
 * @param doneOn the last day whose backup is there
 * @param triedAt when one was last begun
 * @param failed why the last one is not there
 */
record Schedule(
        boolean enabled,
        LocalTime at,
        int daily,
        int weekly,
        @Nullable LocalDate doneOn,
        @Nullable Instant triedAt,
        @Nullable String failed,
        int version) {
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(30);

    /** @param now in the company's time zone */
    boolean isDue(ZonedDateTime now) {
        if (!enabled || now.toLocalTime().isBefore(at)) return false;
        if (doneOn != null && !doneOn.isBefore(now.toLocalDate())) return false;
        return failed == null
                || triedAt == null
                || !triedAt.plus(PAUSE_AFTER_FAILURE).isAfter(now.toInstant());
    }
}

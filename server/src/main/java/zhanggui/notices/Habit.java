package zhanggui.notices;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a person is not to be disturbed, and when they get what is unread together; in the company's time zone.
 *
 * @param quietFrom together with {@code quietTo}, which may be earlier: then the night lies between
 * @param digestAt absent for none
 */
@Schema(name = "NoticeHabit")
record Habit(
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietTo,
        @Nullable LocalTime digestAt) {
    static final Habit NONE = new Habit(null, null, null);

    /** When it is quiet at {@code now}: the moment from which it is not. */
    Optional<ZonedDateTime> quietUntil(ZonedDateTime now) {
        if (quietFrom == null || quietTo == null || quietFrom.equals(quietTo)) return Optional.empty();
        var time = now.toLocalTime();
        var overNight = quietTo.isBefore(quietFrom);
        var quiet = overNight
                ? !time.isBefore(quietFrom) || time.isBefore(quietTo)
                : !time.isBefore(quietFrom) && time.isBefore(quietTo);
        if (!quiet) return Optional.empty();
        var tomorrow = overNight && !time.isBefore(quietFrom);
        var day = tomorrow ? now.toLocalDate().plusDays(1) : now.toLocalDate();
        return Optional.of(day.atTime(quietTo).atZone(now.getZone()));
    }
}

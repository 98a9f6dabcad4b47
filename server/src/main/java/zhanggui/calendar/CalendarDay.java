package zhanggui.calendar;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that is told apart from the others of its weekday.
 *
 * @param works whether it is worked
 * @param nameZh what it is called, such as the holiday it belongs to
 * @param version what to send back with a change
 */
@Schema(name = "CalendarDay")
record CalendarDay(
        LocalDate day,
        boolean works,
        @Nullable String nameZh,
        @Nullable String nameEn,
        int version) {}

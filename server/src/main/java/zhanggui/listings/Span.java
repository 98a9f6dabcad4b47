package zhanggui.listings;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Calendar;

/** A span of days named relative to today. Weeks begin on Monday; quarters and years are fiscal. */
public enum Span {
    TODAY,
    YESTERDAY,
    TOMORROW,
    THIS_WEEK,
    LAST_WEEK,
    NEXT_WEEK,
    THIS_MONTH,
    LAST_MONTH,
    NEXT_MONTH,
    THIS_QUARTER,
    LAST_QUARTER,
    THIS_YEAR,
    LAST_YEAR,
    PAST,
    FUTURE,
    LAST_7_DAYS,
    LAST_30_DAYS,
    LAST_90_DAYS,
    NEXT_7_DAYS,
    NEXT_30_DAYS;

    /** Days from {@code from}, up to but without {@code to}; an absent end is open. */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {}

    public Days on(LocalDate today, Calendar calendar) {
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var month = today.withDayOfMonth(1);
        var quarter = calendar.quarterStart(today);
        var year = calendar.yearStart(today);
        return switch (this) {
            case TODAY -> new Days(today, today.plusDays(1));
            case YESTERDAY -> new Days(today.minusDays(1), today);
            case TOMORROW -> new Days(today.plusDays(1), today.plusDays(2));
            case THIS_WEEK -> new Days(monday, monday.plusWeeks(1));
            case LAST_WEEK -> new Days(monday.minusWeeks(1), monday);
            case NEXT_WEEK -> new Days(monday.plusWeeks(1), monday.plusWeeks(2));
            case THIS_MONTH -> new Days(month, month.plusMonths(1));
            case LAST_MONTH -> new Days(month.minusMonths(1), month);
            case NEXT_MONTH -> new Days(month.plusMonths(1), month.plusMonths(2));
            case THIS_QUARTER -> new Days(quarter, quarter.plusMonths(3));
            case LAST_QUARTER -> new Days(quarter.minusMonths(3), quarter);
            case THIS_YEAR -> new Days(year, year.plusYears(1));
            case LAST_YEAR -> new Days(year.minusYears(1), year);
            case PAST -> new Days(null, today);
            case FUTURE -> new Days(today.plusDays(1), null);
            case LAST_7_DAYS -> new Days(today.minusDays(6), today.plusDays(1));
            case LAST_30_DAYS -> new Days(today.minusDays(29), today.plusDays(1));
            case LAST_90_DAYS -> new Days(today.minusDays(89), today.plusDays(1));
            case NEXT_7_DAYS -> new Days(today, today.plusDays(7));
            case NEXT_30_DAYS -> new Days(today, today.plusDays(30));
        };
    }
}

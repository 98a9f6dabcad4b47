package zhanggui.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How the company counts days and years.
 *
 * @param zone the time zone in which a day begins
 * @param fiscalYearStart the first month of the fiscal year, 1–12
 */
public record Calendar(ZoneId zone, int fiscalYearStart) {
    public static final Calendar CHINA = new Calendar(ZoneId.of("Asia/Shanghai"), 1);

    public LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    public Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The first day of the fiscal year that {@code day} lies in. */
    public LocalDate yearStart(LocalDate day) {
        var start = LocalDate.of(day.getYear(), fiscalYearStart, 1);
        return start.isAfter(day) ? start.minusYears(1) : start;
    }

    /** The first day of the fiscal quarter that {@code day} lies in. */
    public LocalDate quarterStart(LocalDate day) {
        var start = yearStart(day);
        while (!start.plusMonths(3).isAfter(day)) start = start.plusMonths(3);
        return start;
    }
}

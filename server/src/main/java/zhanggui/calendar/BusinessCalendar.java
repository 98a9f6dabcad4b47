package zhanggui.calendar;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which days are worked: Monday to Friday, but for the days that are told otherwise. All ranges are half-open. */
public final class BusinessCalendar {
    /** No day is told otherwise. */
    public static final BusinessCalendar PLAIN = new BusinessCalendar(Map.of());

    private static final int FURTHEST = 366 * 100;
    private final NavigableMap<LocalDate, Boolean> told;

    /** @param told for single days whether they are worked, whatever day of the week they are */
    public BusinessCalendar(Map<LocalDate, Boolean> told) {
        this.told = Collections.unmodifiableNavigableMap(new TreeMap<>(told));
    }

    public boolean works(LocalDate day) {
        return told.getOrDefault(day, byWeek(day));
    }

    /** Whether a day is worked where nothing else is told. */
    public static boolean byWeek(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    /** How many days are worked from a day until before another; none where the second is not after the first. */
    public int workingDays(LocalDate from, LocalDate to) {
        if (!from.isBefore(to)) return 0;
        var days = (int) ChronoUnit.DAYS.between(from, to);
        var count = days / 7 * 5;
        for (var day = to.minusDays(days % 7); day.isBefore(to); day = day.plusDays(1)) if (byWeek(day)) count++;
        for (var one : told.subMap(from, true, to, false).entrySet()) {
            if (one.getValue() != byWeek(one.getKey())) count += one.getValue() ? 1 : -1;
        }
        return count;
    }

    /**
     * The n-th working day from a day on, itself the first where it is worked; before it where {@code n} is negative, so
     * that −1 is the last one before it.
     */
    public LocalDate nth(LocalDate from, int n) {
        if (n == 0) throw new IllegalArgumentException("the first is 1");
        var step = n > 0 ? 1 : -1;
        var day = n > 0 ? from : from.minusDays(1);
        var left = Math.abs(n);
        for (int i = 0; i < FURTHEST; i++, day = day.plusDays(step)) {
            if (works(day) && --left == 0) return day;
        }
        throw new IllegalArgumentException("no working day within a hundred years");
    }

    /**
     * How much of a period has passed at the end of a day, by working days: 0 before it, 1 from its last working day on.
     * A period without any working day has passed with its last day.
     */
    public BigDecimal elapsed(LocalDate from, LocalDate to, LocalDate day) {
        if (day.isBefore(from)) return BigDecimal.ZERO;
        if (!day.isBefore(to.minusDays(1))) return BigDecimal.ONE;
        var all = workingDays(from, to);
        return all == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(workingDays(from, day.plusDays(1)))
                        .divide(BigDecimal.valueOf(all), MathContext.DECIMAL128);
    }
}

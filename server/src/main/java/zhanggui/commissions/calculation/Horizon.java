package zhanggui.commissions.calculation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import zhanggui.periods.FiscalCalendar;
import zhanggui.periods.Period;

/**
 * The months a run computes, whole fiscal years.
 *
 * @param months in order
 */
public record Horizon(FiscalCalendar calendar, List<Period> months) {
    public Horizon {
        months = List.copyOf(months);
    }

    public static Horizon of(FiscalCalendar calendar, int firstYear, int years) {
        return new Horizon(
                calendar,
                calendar.year(firstYear)
                        .on()
                        .limit(years)
                        .flatMap(y -> y.parts(Period.Kind.MONTH).stream())
                        .toList());
    }

    /** Which month a day lies in; −1 where in none of these. */
    int month(LocalDate day) {
        var first = months.getFirst().from();
        if (day.isBefore(first) || !day.isBefore(months.getLast().to())) return -1;
        return (int) ChronoUnit.MONTHS.between(first, day);
    }
}

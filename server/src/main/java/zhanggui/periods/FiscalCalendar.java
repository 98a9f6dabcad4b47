package zhanggui.periods;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import zhanggui.periods.Period.Kind;

/**
 * How a company divides time: fiscal years that begin with one month of the year, with their halves, quarters and months.
 *
 * @param firstMonth with which month of the calendar a fiscal year begins, 1–12
 */
public record FiscalCalendar(int firstMonth) {
    private static final Pattern PART = Pattern.compile("FY(\\d{4})(?:-([HQ])([1-4]))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    public FiscalCalendar {
        if (firstMonth < 1 || firstMonth > 12) throw new IllegalArgumentException("no month " + firstMonth);
    }

    public Period year(int year) {
        return Period.of(Kind.YEAR, year, 1, LocalDate.of(year, firstMonth, 1));
    }

    /** The period of a kind that a day lies in. */
    public Period at(LocalDate day, Kind kind) {
        var year = year(day.getMonthValue() < firstMonth ? day.getYear() - 1 : day.getYear());
        var months = Math.floorMod(day.getMonthValue() - firstMonth, 12);
        return year.parts(kind).get(months / kind.months());
    }

    /** What a period is part of. */
    public Period around(Period part, Kind kind) {
        return at(part.from(), kind);
    }

    /** The period of a code, empty where there is no such. */
    public Optional<Period> parse(String code) {
        var month = MONTH.matcher(code);
        if (month.matches()) {
            int number = Integer.parseInt(month.group(2));
            if (number < 1 || number > 12 || !known(month.group(1))) return Optional.empty();
            return Optional.of(at(LocalDate.of(Integer.parseInt(month.group(1)), number, 1), Kind.MONTH));
        }
        var part = PART.matcher(code);
        if (!part.matches() || !known(part.group(1))) return Optional.empty();
        var year = year(Integer.parseInt(part.group(1)));
        if (part.group(2) == null) return Optional.of(year);
        var parts = year.parts("H".equalsIgnoreCase(part.group(2)) ? Kind.HALF : Kind.QUARTER);
        int number = Integer.parseInt(part.group(3));
        return number > parts.size() ? Optional.empty() : Optional.of(parts.get(number - 1));
    }

    private static boolean known(String year) {
        return Integer.parseInt(year) >= FIRST_YEAR && Integer.parseInt(year) <= LAST_YEAR;
    }
}

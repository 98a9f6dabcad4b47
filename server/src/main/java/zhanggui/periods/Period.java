package zhanggui.periods;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import zhanggui.texts.Language;

/**
 * A fiscal year or a part of it.
 *
 * @param year the calendar year in which the fiscal year begins
 * @param number which of its kind within the fiscal year, from 1
 * @param from its first day
 * @param to the first day after it
 */
public record Period(Kind kind, int year, int number, LocalDate from, LocalDate to) {

    /** How long a period is; each is made of whole ones of the kinds after it. */
    public enum Kind {
        YEAR(12),
        HALF(6),
        QUARTER(3),
        MONTH(1);

        private final int months;

        Kind(int months) {
            this.months = months;
        }

        public int months() {
            return months;
        }
    }

    public Period {
        if (!from.plusMonths(kind.months).equals(to) || from.getDayOfMonth() != 1)
            throw new IllegalArgumentException("no " + kind + " from " + from + " to " + to);
    }

    /** As it is written in addresses and files: {@code FY2026}, {@code FY2026-H1}, {@code FY2026-Q3}, {@code 2026-04}. */
    public String code() {
        return switch (kind) {
            case YEAR -> "FY%d".formatted(year);
            case HALF -> "FY%d-H%d".formatted(year, number);
            case QUARTER -> "FY%d-Q%d".formatted(year, number);
            case MONTH -> "%d-%02d".formatted(from.getYear(), from.getMonthValue());
        };
    }

    /** As people say it; where fiscal years are calendar years they are called so. */
    public String label(Language language) {
        var zh = language == Language.ZH;
        var calendar = from.minusMonths((long) (number - 1) * kind.months).getMonthValue() == 1;
        var name = zh ? year + (calendar ? "年" : "财年") : (calendar ? "" : "FY") + year;
        return switch (kind) {
            case YEAR -> name;
            case HALF -> zh ? name + (number == 1 ? "上半年" : "下半年") : "H" + number + " " + name;
            case QUARTER -> zh ? "%s第%d季度".formatted(name, number) : "Q" + number + " " + name;
            case MONTH ->
                zh
                        ? "%d年%d月".formatted(from.getYear(), from.getMonthValue())
                        : from.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " " + from.getYear();
        };
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    public boolean contains(Period other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to);
    }

    /** Its parts of one kind, in order; itself where it is of that kind, none of a longer one. */
    public List<Period> parts(Kind of) {
        if (of.months > kind.months) return List.of();
        var first = (number - 1) * kind.months / of.months + 1;
        return IntStream.range(0, kind.months / of.months)
                .mapToObj(i -> of(of, year, first + i, from.plusMonths((long) i * of.months)))
                .toList();
    }

    /** The one of the same kind after it. */
    public Period next() {
        var perYear = 12 / kind.months;
        return number == perYear ? of(kind, year + 1, 1, to) : of(kind, year, number + 1, to);
    }

    public Period previous() {
        var before = from.minusMonths(kind.months);
        return number == 1 ? of(kind, year - 1, 12 / kind.months, before) : of(kind, year, number - 1, before);
    }

    /** Those of the same kind from this on, without end. */
    public Stream<Period> on() {
        return Stream.iterate(this, Period::next);
    }

    static Period of(Kind kind, int year, int number, LocalDate from) {
        return new Period(kind, year, number, from, from.plusMonths(kind.months));
    }
}

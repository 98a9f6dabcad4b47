package zhanggui.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** What rules may call. It is public only because the library asks for it. */
public final class RuleFunctions {
    private static final int MOST_PLACES = 10;

    private RuleFunctions() {}

    /** Half up. */
    public static BigDecimal round(BigDecimal number, BigDecimal places) {
        return number.setScale(Math.clamp(places.longValue(), 0, MOST_PLACES), RoundingMode.HALF_UP);
    }

    public static BigDecimal abs(BigDecimal number) {
        return number.abs();
    }

    public static BigDecimal min(BigDecimal a, BigDecimal b) {
        return a.min(b);
    }

    public static BigDecimal max(BigDecimal a, BigDecimal b) {
        return a.max(b);
    }

    /** From one day to another. */
    public static BigDecimal days(LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
    }

    public static BigDecimal year(LocalDate day) {
        return BigDecimal.valueOf(day.getYear());
    }

    public static BigDecimal month(LocalDate day) {
        return BigDecimal.valueOf(day.getMonthValue());
    }

    /** A day written as 2026-01-31. */
    public static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}

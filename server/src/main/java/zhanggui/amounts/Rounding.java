package zhanggui.amounts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * To which multiple of a quantum numbers are brought, and how.
 *
 * @param quantum the smallest unit that is left, such as 0.01
 */
public record Rounding(BigDecimal quantum, RoundingMode mode) {
    private static final int MOST_DIGITS = 2;

    public Rounding {
        if (quantum.signum() <= 0) throw new IllegalArgumentException("a quantum is positive");
    }

    /** Half up to so many decimals. */
    public static Rounding to(int digits) {
        return new Rounding(BigDecimal.ONE.movePointLeft(digits), RoundingMode.HALF_UP);
    }

    /** Half up to the smallest unit amounts of a currency have here. */
    public static Rounding of(String currency) {
        return to(digits(currency));
    }

    /** How many decimals amounts of a currency have here. */
    public static int digits(String currency) {
        return Math.clamp(Currency.getInstance(currency).getDefaultFractionDigits(), 0, MOST_DIGITS);
    }

    public BigDecimal of(BigDecimal number) {
        if (quantum.unscaledValue().equals(java.math.BigInteger.ONE)) return number.setScale(quantum.scale(), mode);
        return number.divide(quantum, 0, mode).multiply(quantum);
    }
}

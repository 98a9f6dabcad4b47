package zhanggui.rates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What one unit of another currency is worth in the company's.
 *
 * @param from the day it was told for; it holds until the next one
 */
public record Rate(BigDecimal rate, LocalDate from) {
    private static final int MOST_DIGITS = 2;

    public Rate {
        rate = rate.stripTrailingZeros();
        if (rate.signum() <= 0) throw new IllegalArgumentException("a rate is positive");
    }

    /** An amount in the company's currency, rounded half up to the smallest unit the currency has. */
    public BigDecimal of(BigDecimal amount, String company) {
        return amount.multiply(rate).setScale(digits(company), RoundingMode.HALF_UP);
    }

    /** How many decimals amounts of a currency have here. */
    public static int digits(String currency) {
        return Math.clamp(Currency.getInstance(currency).getDefaultFractionDigits(), 0, MOST_DIGITS);
    }
}

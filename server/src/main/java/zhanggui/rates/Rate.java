package zhanggui.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import zhanggui.amounts.Rounding;

/**
 * What one unit of another currency is worth in the company's.
 *
 * @param from the day it was told for; it holds until the next one
 */
public record Rate(BigDecimal rate, LocalDate from) {
    public Rate {
        rate = rate.stripTrailingZeros();
        if (rate.signum() <= 0) throw new IllegalArgumentException("a rate is positive");
    }

    /** An amount in the company's currency, rounded half up to the smallest unit the currency has. */
    public BigDecimal of(BigDecimal amount, String company) {
        return Rounding.of(company).of(amount.multiply(rate));
    }
}

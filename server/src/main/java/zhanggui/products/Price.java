package zhanggui.products;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A list price for one unit.
 *
 * @param currency ISO 4217
 * @param amount rounded half up to 2 decimals
 * @param from the first day it holds
 * @param to the first day it no longer holds; absent while nobody set an end
 */
public record Price(
        String currency,
        BigDecimal amount,
        LocalDate from,
        @Nullable LocalDate to) {
    public Price {
        amount = amount.setScale(2, RoundingMode.HALF_UP);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    Price until(LocalDate end) {
        return new Price(currency, amount, from, end);
    }
}

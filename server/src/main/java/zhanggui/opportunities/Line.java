package zhanggui.opportunities;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;

/**
 * What is to be sold.
 *
 * @param quantity in the product's unit, 3 decimals
 * @param price for one unit before discount, 2 decimals, in the currency of the opportunity
 * @param discount in percent, 0–100
 */
record Line(UUID product, BigDecimal quantity, BigDecimal price, BigDecimal discount) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Line {
        quantity = quantity.setScale(3, RoundingMode.HALF_UP);
        price = price.setScale(2, RoundingMode.HALF_UP);
        discount = discount.setScale(2, RoundingMode.HALF_UP);
    }

    /** Quantity × price × (1 − discount / 100), rounded half up to 2 decimals. */
    BigDecimal amount() {
        return quantity.multiply(price).multiply(HUNDRED.subtract(discount)).divide(HUNDRED, 2, RoundingMode.HALF_UP);
    }
}

package zhanggui.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import zhanggui.amounts.Rounding;

/** Amounts converted by a rate. */
class RateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private static Rate rate(String rate) {
        return new Rate(new BigDecimal(rate), DAY);
    }

    @Test
    void halfOfTheSmallestUnitIsRoundedUp() {
        assertThat(rate("7.1234").of(new BigDecimal("100.00"), "CNY")).isEqualTo("712.34");
        assertThat(rate("0.005").of(BigDecimal.ONE, "CNY")).isEqualTo("0.01");
        assertThat(rate("0.0049999999").of(BigDecimal.ONE, "CNY")).isEqualTo("0.00");
        assertThat(rate("21.5").of(BigDecimal.ONE, "JPY")).isEqualTo("22");
        assertThat(rate("1.2345").of(BigDecimal.ONE, "KWD")).isEqualTo("1.23");
    }

    @Test
    void noRateIsNothingOrLess() {
        assertThatThrownBy(() -> rate("0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rate("-7")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Never further off than half the smallest unit, and never smaller for a larger amount. */
    @Property
    void itIsAsNearAsTheCurrencyAllows(
            @ForAll @BigRange(min = "0", max = "9999999999") @Scale(2) BigDecimal amount,
            @ForAll @BigRange(min = "0.0000000001", max = "99999") @Scale(10) BigDecimal rate) {
        for (var currency : new String[] {"CNY", "JPY"}) {
            var converted = new Rate(rate, DAY).of(amount, currency);
            assertThat(converted.scale()).isEqualTo(Rounding.digits(currency));
            var half = BigDecimal.ONE.movePointLeft(Rounding.digits(currency)).divide(BigDecimal.TWO);
            assertThat(converted.subtract(amount.multiply(rate)).abs()).isLessThanOrEqualTo(half);
            assertThat(new Rate(rate, DAY).of(amount.add(new BigDecimal("0.01")), currency))
                    .isGreaterThanOrEqualTo(converted);
        }
    }
}

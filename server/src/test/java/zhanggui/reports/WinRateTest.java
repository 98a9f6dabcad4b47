package zhanggui.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WinRateTest {
    @Test
    void threeOfFourSaysLittle() {
        var rate = WinRate.of(3, 1);
        assertThat(rate.rate()).isEqualTo(75.0);
        assertThat(rate.low()).isCloseTo(30.06, within(0.005));
        assertThat(rate.high()).isCloseTo(95.44, within(0.005));
    }

    @Test
    void thousandsSayMuch() {
        var rate = WinRate.of(4238, 2473);
        assertThat(rate.rate()).isCloseTo(63.1501, within(0.00005));
        assertThat(rate.high() - rate.low()).isLessThan(2.5);
    }

    @Test
    void nothingClosedSaysNothing() {
        assertThat(WinRate.of(0, 0)).isEqualTo(new WinRate(null, null, null, 0));
        assertThat(WinRate.of(0, 5).low()).isZero();
        assertThat(WinRate.of(5, 0).high()).isCloseTo(100.0, within(1e-9));
    }
}

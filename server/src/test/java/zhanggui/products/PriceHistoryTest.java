package zhanggui.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PriceHistoryTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    @Test
    void aNewPriceClosesTheOneBefore() {
        var history = new PriceHistory(List.of(price("CNY", 100, START)))
                .with(price("CNY", 120, START.plusMonths(6)))
                .with(price("USD", 20, START.plusMonths(3)));
        assertThat(history.prices())
                .containsExactly(
                        price("CNY", 100, START).until(START.plusMonths(6)),
                        price("CNY", 120, START.plusMonths(6)),
                        price("USD", 20, START.plusMonths(3)));
    }

    @Test
    void aPriceFromAnEarlierDayEndsWhereTheNextBegins() {
        var history = new PriceHistory(List.of(price("CNY", 100, START))).with(price("CNY", 90, START.minusDays(10)));
        assertThat(history.on(START.minusDays(1), "CNY"))
                .hasValueSatisfying(p -> assertThat(p.amount()).isEqualByComparingTo("90"));
        assertThat(history.on(START, "CNY"))
                .hasValueSatisfying(p -> assertThat(p.amount()).isEqualByComparingTo("100"));
    }

    @Test
    void theSameDayIsCorrectedNotDoubled() {
        var history = new PriceHistory(List.of(price("CNY", 100, START))).with(price("CNY", 101, START));
        assertThat(history.prices()).containsExactly(price("CNY", 101, START));
    }

    @Property(tries = 300)
    void noDayHasTwoPricesAndTheNewestWordHolds(@ForAll List<@IntRange(min = 0, max = 60) Integer> days) {
        var history = new PriceHistory(List.of());
        int amount = 1;
        for (var day : days) {
            var price = price("CNY", amount++, START.plusDays(day));
            history = history.with(price);
            assertThat(history.on(price.from(), "CNY").orElseThrow().amount()).isEqualTo(price.amount());
        }
        for (int day = 0; day <= 61; day++) {
            var on = START.plusDays(day);
            assertThat(history.prices().stream().filter(p -> p.holdsOn(on)).count())
                    .isLessThanOrEqualTo(1);
        }
    }

    private static Price price(String currency, int amount, LocalDate from) {
        return new Price(currency, BigDecimal.valueOf(amount), from, null);
    }
}

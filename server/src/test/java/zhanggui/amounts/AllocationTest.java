package zhanggui.amounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import zhanggui.amounts.Allocation.Bounds;

/** Totals divided so that the parts add up to them. */
class AllocationTest {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private static List<BigDecimal> numbers(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).toList();
    }

    private static BigDecimal sum(List<BigDecimal> parts) {
        return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void thePublishedNumbers() {
        assertThat(Allocation.split(new BigDecimal("10000000"), numbers("1", "1", "1"), BigDecimal.ONE))
                .isEqualTo(numbers("3333334", "3333333", "3333333"));
        assertThat(Allocation.split(
                        new BigDecimal("1000"),
                        numbers("739813.6085", "691828.168", "503170.6728", "391721.9050"),
                        BigDecimal.ONE))
                .isEqualTo(numbers("318", "297", "216", "169"));
        assertThat(Allocation.split(new BigDecimal("850"), numbers("600", "300", "100"), CENT))
                .isEqualTo(numbers("510.00", "255.00", "85.00"));
        assertThat(Allocation.split(new BigDecimal("1000.01"), numbers("1", "1", "1"), CENT))
                .isEqualTo(numbers("333.34", "333.34", "333.33"));
    }

    @Test
    void theRestIsDividedAmongThoseThatAreNotLocked() {
        var rest = new BigDecimal("1000").subtract(new BigDecimal("300"));
        assertThat(Allocation.split(rest, numbers("29", "21", "13"), BigDecimal.ONE))
                .isEqualTo(numbers("322", "233", "145"));
        assertThat(Allocation.split(new BigDecimal("70"), numbers("80", "50", "80", "40"), BigDecimal.ONE))
                .isEqualTo(numbers("23", "14", "22", "11"));
        assertThat(Allocation.split(new BigDecimal("1500"), numbers("22", "17"), BigDecimal.ONE))
                .isEqualTo(numbers("846", "654"));
    }

    @Test
    void whatCannotBeDividedIsRefused() {
        assertThatThrownBy(() -> Allocation.split(new BigDecimal("1.005"), numbers("1"), CENT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Allocation.split(BigDecimal.ONE, numbers("2", "-1"), CENT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Allocation.split(BigDecimal.ONE, List.of(), CENT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutAnyWeightAllGetTheSame() {
        assertThat(Allocation.split(new BigDecimal("-0.10"), numbers("0", "0", "0"), CENT))
                .isEqualTo(numbers("-0.04", "-0.03", "-0.03"));
    }

    @Property
    void sharesAddUpAndLieWithinAQuantumOfTheirQuota(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long cents,
            @ForAll @Size(min = 1, max = 40) List<@BigRange(min = "0", max = "1000000") @Scale(4) BigDecimal> weights) {
        var total = BigDecimal.valueOf(cents, 2);
        var shares = Allocation.split(total, weights, CENT);
        assertThat(sum(shares)).isEqualByComparingTo(total);
        assertThat(Allocation.split(total, weights, CENT)).isEqualTo(shares);
        var all = sum(weights);
        for (int i = 0; i < shares.size(); i++) {
            var quota = all.signum() == 0
                    ? total.divide(BigDecimal.valueOf(weights.size()), MathContext.DECIMAL128)
                    : total.multiply(weights.get(i)).divide(all, MathContext.DECIMAL128);
            assertThat(shares.get(i).subtract(quota).abs()).isLessThan(CENT);
        }
    }

    @Property
    void theOrderOfArrivalDoesNotMatter(
            @ForAll @LongRange(min = 0, max = 1_000_000) long cents,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 5) Integer> weights,
            @ForAll Random random) {
        var keys = new ArrayList<Integer>();
        for (int i = 0; i < weights.size(); i++) keys.add(i);
        var straight = new TreeMap<Integer, BigDecimal>();
        keys.forEach(k -> straight.put(k, BigDecimal.valueOf(weights.get(k))));
        Collections.shuffle(keys, random);
        var mixed = new TreeMap<Integer, BigDecimal>();
        keys.forEach(k -> mixed.put(k, BigDecimal.valueOf(weights.get(k))));
        var total = BigDecimal.valueOf(cents, 2);
        var shares = Allocation.split(total, straight, CENT);
        assertThat(Allocation.split(total, mixed, CENT)).isEqualTo(shares);
        assertThat(Allocation.changes(shares, shares)).isEmpty();
    }

    @Property
    void boundsAreHeldWhereTheyCanBe(
            @ForAll @IntRange(max = 5_000) int total,
            @ForAll @Size(min = 1, max = 10) List<@IntRange(max = 100) Integer> weights,
            @ForAll Random random) {
        var bounds = weights.stream()
                .map(w -> {
                    var least = random.nextInt(50);
                    return new Bounds(
                            random.nextBoolean() ? BigDecimal.valueOf(least) : null,
                            random.nextBoolean() ? BigDecimal.valueOf(least + random.nextInt(800)) : null);
                })
                .toList();
        var least = bounds.stream()
                .map(b -> b.least() == null ? BigDecimal.ZERO : b.least())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var most = bounds.stream()
                .map(b -> b.most() == null ? BigDecimal.valueOf(1_000_000) : b.most())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var whole = BigDecimal.valueOf(total);
        var w = weights.stream().map(BigDecimal::valueOf).toList();
        if (least.compareTo(whole) > 0 || most.compareTo(whole) < 0) {
            assertThatThrownBy(() -> Allocation.within(whole, w, bounds, BigDecimal.ONE))
                    .isInstanceOf(Allocation.CannotHold.class);
            return;
        }
        var shares = Allocation.within(whole, w, bounds, BigDecimal.ONE);
        assertThat(sum(shares)).isEqualByComparingTo(whole);
        for (int i = 0; i < shares.size(); i++) {
            var b = bounds.get(i);
            if (b.least() != null) assertThat(shares.get(i)).isGreaterThanOrEqualTo(b.least());
            if (b.most() != null) assertThat(shares.get(i)).isLessThanOrEqualTo(b.most());
        }
    }

    @Test
    void whatChangesIsShown() {
        assertThat(Allocation.changes(
                        Map.of("a", new BigDecimal("1"), "b", new BigDecimal("2")),
                        Map.of("b", new BigDecimal("2.00"), "c", new BigDecimal("1"))))
                .isEqualTo(Map.of("a", new BigDecimal("-1"), "c", new BigDecimal("1")));
    }

    @Test
    void moneyOfTwoCurrenciesDoesNotMix() {
        var yuan = Money.of("10", "CNY");
        assertThatThrownBy(() -> yuan.plus(Money.of("1", "USD"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(yuan.plus(Money.of("0.0049999999", "CNY")).rounded()).isEqualTo(Money.of("10.00", "CNY"));
        assertThat(Money.of("0.5", "JPY").rounded()).isEqualTo(Money.of("1", "JPY"));
        assertThat(Money.of("-0.005", "CNY").rounded()).isEqualTo(Money.of("-0.01", "CNY"));
        assertThat(Money.of("1000.01", "CNY").split(numbers("1", "1", "1")))
                .containsExactly(Money.of("333.34", "CNY"), Money.of("333.34", "CNY"), Money.of("333.33", "CNY"));
        assertThat(Money.of("1.0", "CNY").hashCode())
                .isEqualTo(Money.of("1.000", "CNY").hashCode());
        assertThat(new Rounding(new BigDecimal("0.05"), java.math.RoundingMode.HALF_UP).of(new BigDecimal("1.075")))
                .isEqualByComparingTo("1.10");
    }
}

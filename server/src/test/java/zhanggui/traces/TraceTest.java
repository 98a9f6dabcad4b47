package zhanggui.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Explanations that are computed again, stored, and compared. */
class TraceTest {
    private static final Noting NOTING = new Noting();

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }

    /** Two deals at a rate, in whatever order they come. */
    private static <T> T earning(Figures<T> f, String rate, String version, List<String[]> deals) {
        var sum = f.sum("credits");
        for (var deal : deals) sum.add(f.leaf("credit", deal[0], number(deal[1])));
        var product = f.step(Op.PRODUCT, "earned", version, List.of(sum.total(), f.constant("rate", number(rate))));
        return f.step(Op.ROUND, "rounded", product, f.constant("quantum", number("0.01")));
    }

    private static final List<String[]> DEALS =
            List.of(new String[] {"S-1", "1000.10"}, new String[] {"S-2", "-50"}, new String[] {"S-3", "0.333"});

    @Test
    void bareAndNotedComeToTheSame() {
        var trace = Trace.of(earning(NOTING, "0.05", "plan 1", DEALS));
        assertThat(trace.value()).isEqualByComparingTo(earning(Figures.bare(), "0.05", "plan 1", DEALS));
        assertThat(trace.value()).isEqualByComparingTo("47.52");
        assertThat(trace.evaluate()).isEqualByComparingTo(trace.value());
        assertThat(trace.holds()).isTrue();
        assertThat(trace.evaluate(leaf -> leaf.ref().equals("S-2") ? BigDecimal.ZERO : leaf.value()))
                .isEqualByComparingTo("50.02");
    }

    @Property(tries = 100)
    void theOrderInWhichThingsAreNotedLeavesTheBytesAsTheyAre(@ForAll Random random) {
        var shuffled = new ArrayList<>(DEALS);
        Collections.shuffle(shuffled, random);
        var bytes = Trace.of(earning(NOTING, "0.050", "plan 1", shuffled)).bytes();
        assertThat(bytes)
                .isEqualTo(Trace.of(earning(NOTING, "0.05", "plan 1", DEALS)).bytes());
        assertThat(Trace.read(bytes)).isEqualTo(Trace.of(earning(NOTING, "0.05", "plan 1", DEALS)));
    }

    @Test
    void theStoredFormDoesNotChangeWithVersionsOfTheProgram() {
        var trace = Trace.of(NOTING.step(
                Op.MINUS, "差", NOTING.leaf("a", "x", number("3.50")), NOTING.constant("b", BigDecimal.ONE)));
        assertThat(java.util.HexFormat.of().formatHex(trace.bytes()))
                .isEqualTo("010901610178033"
                        + "32e350162013103e5b7ae054d494e55530003322e3503000001020103040205060702000108");
    }

    @Test
    void whatIsNoExplanationIsRefused() {
        var bytes = Trace.of(earning(NOTING, "0.05", "plan 1", DEALS)).bytes();
        for (int i = 0; i < bytes.length; i++) {
            var cut = java.util.Arrays.copyOf(bytes, i);
            assertThatThrownBy(() -> Trace.read(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Trace(List.of(new Trace.Step("x", Op.SUM, null, List.of(0), BigDecimal.ZERO))))
                .isInstanceOf(IllegalArgumentException.class);
        var wrong = new Trace(List.of(
                new Trace.Leaf("a", "1", BigDecimal.ONE),
                new Trace.Step("s", Op.SUM, null, List.of(0, 0), BigDecimal.ONE)));
        assertThat(wrong.holds()).isFalse();
    }

    @Test
    void theDifferenceSaysWhy() {
        var before = Trace.of(earning(NOTING, "0.05", "plan 1", DEALS));
        var after = Trace.of(earning(
                NOTING,
                "0.06",
                "plan 2",
                List.of(new String[] {"S-1", "900"}, new String[] {"S-2", "-50"}, new String[] {"S-4", "7"})));
        assertThat(before.to(after))
                .contains(
                        new Difference.Says("credit", "S-1", number("1000.1"), number("900")),
                        new Difference.Went("credit", "S-3", number("0.333")),
                        new Difference.Came("credit", "S-4", number("7")),
                        new Difference.Set("rate", number("0.05"), number("0.06")),
                        new Difference.Rule("earned", "plan 1", "plan 2"))
                .endsWith(new Difference.Became("rounded", number("47.52"), number("51.42")));
        assertThat(before.to(before)).isEmpty();
    }

    @Test
    void whatStepsDo() {
        assertThat(Op.PART.of(List.of(number("15"), number("10"), number("50"))))
                .isEqualByComparingTo("5");
        assertThat(Op.PART.of(List.of(number("60"), number("10"), number("50"))))
                .isEqualByComparingTo("40");
        assertThat(Op.PART.of(List.of(number("60"), number("50")))).isEqualByComparingTo("10");
        assertThat(Op.LOOKUP.of(List.of(number("10"), number("0"), number("1"), number("10"), number("2"))))
                .isEqualByComparingTo("2");
        assertThat(Op.SHARE.of(List.of(
                        number("0"), number("10"), number("0.01"), BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE)))
                .isEqualByComparingTo("3.34");
        assertThat(Op.AT_LEAST.of(List.of(number("0.8"), number("0.80"), BigDecimal.ONE, BigDecimal.ZERO)))
                .isEqualByComparingTo("1");
    }
}

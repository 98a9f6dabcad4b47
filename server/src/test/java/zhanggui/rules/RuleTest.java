package zhanggui.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhanggui.rules.NotARule.Why;

/** Rules: what they come to, and what is none. */
class RuleTest {
    private static final Map<String, Kind> NAMES = Map.of(
            "amount", Kind.NUMBER, "cost", Kind.NUMBER, "grade", Kind.TEXT, "signed", Kind.DAY, "renewal", Kind.TRUTH);
    private static final Map<String, Object> FACTS = Map.of(
            "amount",
            new BigDecimal("1000.10"),
            "cost",
            new BigDecimal("400"),
            "grade",
            "HIGH",
            "signed",
            LocalDate.of(2026, 3, 31),
            "renewal",
            false);

    private static BigDecimal number(String text) {
        return Rule.of(text, NAMES, Kind.NUMBER).number(FACTS);
    }

    private static boolean holds(String text) {
        return Rule.of(text, NAMES, Kind.TRUTH).holds(FACTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.1 + 0.2 | 0.3",
                "amount * 0.05 | 50.005",
                "round(amount * 0.05, 2) | 50.01",
                "round((amount - cost) / 3 * 3, 10) | 600.1",
                "100 / 3 | 33.33333333333333333333333333333333",
                "-amount + 1 | -999.10",
                "grade =~ {'HIGH', 'MIDDLE'} ? amount * 1.5 : amount | 1500.15",
                "min(amount, 3) + max(1, 2) + abs(-1) | 6",
                "days(day('2026-03-01'), signed) | 30",
                "year(signed) * 100 + month(signed) | 202603",
                "amount % 7 | 6.10",
                "12345678901234567890.123456789 + 0 | 12345678901234567890.123456789",
            })
    void numbersAreExact(String text, String expected) {
        assertThat(number(text)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount > 1000 && !renewal",
                "grade == 'HIGH'",
                "grade !~ {'LOW'}",
                "signed >= day('2026-01-01') && signed < day('2026-04-01')",
                "amount == 1000.1",
                "renewal == false",
                "true || 1 / 0 > 0",
            })
    void conditionsHold(String text) {
        assertThat(holds(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amout * 2 | UNKNOWN_NAME",
                "sqrt(amount) | UNKNOWN_FUNCTION",
                "amount + grade | KINDS",
                "amount > '5' ? 1 : 2 | KINDS",
                "renewal ? 1 : 'x' | KINDS",
                "round(amount) | KINDS",
                "signed - 1 | KINDS",
                "day('2026-02-30') == signed ? 1 : 2 | KINDS",
                "day(grade) == signed ? 1 : 2 | KINDS",
                "amount > 1 | RESULT",
                "amount * | SYNTAX",
                "(amount | SYNTAX",
                "1 2 | SYNTAX",
                "1e99 | SIGN",
                "0x10 | SIGN",
                "grade =~ 'a+' ? 1 : 2 | KINDS",
            })
    void whatIsWrongIsSaidWhenItIsSaved(String text, Why why) {
        assertThatThrownBy(() -> Rule.of(text, NAMES, Kind.NUMBER))
                .isInstanceOfSatisfying(NotARule.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    /** What others got out of expression languages, and what would never end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')",
                "grade.class",
                "amount.toString()",
                "grade.bytes",
                "grade['class']",
                "new('java.io.File', '/etc/passwd')",
                "new java.io.File('/')",
                "amount = 5",
                "var x = 1",
                "let x = 1; x",
                "amount += 1",
                "while (true) {}",
                "for (x : {1}) x",
                "if (renewal) 1 else 2",
                "(() -> 1)()",
                "x -> x",
                "function(x) { x }",
                "return 1",
                "1; 2",
                "@lenient 1",
                "#pragma jexl.import java.lang",
                "`${amount}`",
                "$0",
                "#0",
                "amount ?: 1",
                "amount ?? 1",
                "size(grade)",
                "empty(grade)",
                "empty grade",
                "1..1000000000",
                "[1,2,3]",
                "{'a':1}",
                "{1,2}",
                "{'HIGH'}",
                "grade =~ (grade)",
                "grade =^ 'H'",
                "~1",
                "1 << 99",
                "1 & 1",
                "1 ^ 1",
                "null",
                "java:getClass()",
                "this",
                "~/(a+)+$/",
                "grade == 'a\\u0027'",
                "\"x\"",
                "throw 1",
                "try { 1 } finally { 2 }",
                "switch (amount) { case 1: 2 }",
                "amount instanceof String",
                "amount ? 1 : 2",
                "not renewal ? 1 : 2",
                "1 eq 1 ? 1 : 2",
                "'' + {} ",
            })
    void whatIsMoreThanAnExpressionIsNoRule(String text) {
        assertThatThrownBy(() -> Rule.of(text, NAMES, Kind.NUMBER)).isInstanceOf(NotARule.class);
        assertThatThrownBy(() -> Rule.of(text, NAMES, Kind.TRUTH)).isInstanceOf(NotARule.class);
    }

    @Test
    void itEndsAtOnceHoweverItIsWritten() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (var hostile : List.of(
                    "(".repeat(500) + "1" + ")".repeat(499),
                    "-".repeat(999) + "1",
                    "!".repeat(990) + "renewal",
                    "renewal?".repeat(100) + "1",
                    "1+".repeat(600) + "1",
                    "9".repeat(900),
                    "{".repeat(900),
                    "round(".repeat(150) + "1"))
                assertThatThrownBy(() -> Rule.of(hostile, NAMES, Kind.NUMBER)).isInstanceOf(NotARule.class);
            var squares = "amount" + "*amount".repeat(140);
            assertThatThrownBy(() -> number(squares)).isInstanceOf(Rule.NoOutcome.class);
            var sums = "1" + "+1".repeat(490);
            assertThat(number(sums)).isEqualByComparingTo("491");
            var nested = "(".repeat(40) + "1" + ")".repeat(40);
            assertThat(number(nested)).isEqualByComparingTo("1");
        });
    }

    @Test
    void whatHasNoOutcomeSaysSo() {
        assertThatThrownBy(() -> number("amount / (cost - 400)")).isInstanceOf(Rule.NoOutcome.class);
        var rule = Rule.of("amount / cost", NAMES, Kind.NUMBER);
        assertThat(rule.mentioned()).containsExactlyInAnyOrder("amount", "cost");
        assertThatThrownBy(() -> rule.number(Map.of("amount", BigDecimal.ONE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rule.number(Map.of("amount", BigDecimal.ONE, "cost", 2.0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void examplesAreTriedWhenItIsSaved() {
        var rule = Rule.of("amount * 0.05", NAMES, Kind.NUMBER);
        var right = new Rule.Example(Map.of("amount", new BigDecimal("100")), new BigDecimal("5.0"));
        var wrong = new Rule.Example(Map.of("amount", new BigDecimal("100")), new BigDecimal("6"));
        assertThat(rule.failing(List.of(right, wrong))).containsExactly(Map.entry(wrong, "5.00"));
    }

    @Property
    void sumsAreThoseOfDecimals(
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(6) BigDecimal a,
            @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(6) BigDecimal b) {
        Map<String, Object> facts = Map.of("amount", a, "cost", b);
        assertThat(Rule.of("amount + cost * 0.1 - 7", NAMES, Kind.NUMBER).number(facts))
                .isEqualByComparingTo(a.add(b.multiply(new BigDecimal("0.1"))).subtract(new BigDecimal("7")));
        assertThat(Rule.of("amount <= cost", NAMES, Kind.TRUTH).holds(facts)).isEqualTo(a.compareTo(b) <= 0);
    }
}

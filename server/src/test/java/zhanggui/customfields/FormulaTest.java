package zhanggui.customfields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhanggui.customfields.Formula.Kind;
import zhanggui.customfields.Formula.Operand;
import zhanggui.customfields.Formula.Wrong;

class FormulaTest {
    private static final Map<String, Operand> FIELDS = Map.of(
            "amount", new Operand(Kind.MONEY, field("amount", BigDecimal.class)),
            "custom.cost", new Operand(Kind.MONEY, field("cost", BigDecimal.class)),
            "staff", new Operand(Kind.NUMBER, field("staff", Integer.class)),
            "from", new Operand(Kind.DATE, field("day_from", LocalDate.class)),
            "to", new Operand(Kind.DATE, field("day_to", LocalDate.class)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3                          | NUMBER",
                "amount - custom.cost               | MONEY",
                "amount * 0.03                      | MONEY",
                "0.03 * (amount - custom.cost)      | MONEY",
                "amount / staff                     | MONEY",
                "(amount - custom.cost) / amount    | NUMBER",
                "round(amount / 1000, 1)            | MONEY",
                "max(amount, custom.cost)           | MONEY",
                "ifEmpty(staff, 1)                  | NUMBER",
                "days(from, to) / 30                | NUMBER",
                "--1                                | wrong formula-syntax",
                "-(-1)                              | NUMBER",
            })
    void itKnowsAmountsFromNumbers(String text, String expected) {
        if (expected.startsWith("wrong")) refuses(text, expected.substring(6));
        else assertThat(Formula.read(text, FIELDS).kind()).isEqualTo(Kind.valueOf(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amount * custom.cost | formula-mixed",
                "amount + 1           | formula-mixed",
                "1 / amount           | formula-mixed",
                "from - to            | formula-mixed",
                "-from                | formula-mixed",
                "from                 | formula-no-number",
                "nothing              | formula-unknown",
                "pg_sleep(10)         | formula-unknown",
                "days(from, 1)        | formula-call",
                "round(amount)        | formula-call",
                "1 +                  | formula-syntax",
                "(1                   | formula-syntax",
                "1 2                  | formula-syntax",
                "1; drop table x      | formula-syntax",
                "1 # 2                | formula-syntax",
            })
    void itSaysWhatIsWrong(String text, String code) {
        refuses(text, code);
    }

    @Test
    void itSaysOfWhatItIsMade() {
        assertThat(Formula.read("amount * 2 - custom.cost", FIELDS).mentioned())
                .containsExactly("amount", "custom.cost");
    }

    @Test
    void itIsNotNestedWithoutEnd() {
        refuses("(".repeat(200) + "1" + ")".repeat(200), "formula-syntax");
    }

    @Property
    void whateverIsTypedIsReadOrRefused(@ForAll @StringLength(max = 60) String text) {
        try {
            assertThat(Formula.read(text, FIELDS).value()).isNotNull();
        } catch (Wrong e) {
            assertThat(e.code()).isNotEmpty();
        }
    }

    private static void refuses(String text, String code) {
        assertThatThrownBy(() -> Formula.read(text, FIELDS))
                .isInstanceOfSatisfying(Wrong.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

package zhanggui.customfields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhanggui.customfields.FieldType.Unfit;

class FieldTypeTest {
    @Test
    void nothingIsNoValueWhateverTheType() {
        for (var type : FieldType.values()) {
            assertThat(type.read(null)).isNull();
            assertThat(type.read("  ")).isNull();
        }
        assertThat(FieldType.CHOICES.read(List.of())).isNull();
    }

    @Property
    void whatWasStoredReadsAsItself(@ForAll BigDecimal any) {
        var amount = any.setScale(2, java.math.RoundingMode.DOWN);
        if (amount.precision() - amount.scale() > 16) return;
        var stored = FieldType.MONEY.read(amount);
        assertThat(FieldType.MONEY.read(stored)).isEqualTo(stored);
        assertThat((BigDecimal) stored).isEqualByComparingTo(amount);
        var json = CustomValues.json(java.util.Map.of("a", stored));
        assertThat(CustomValues.of(json, null).stored()).containsEntry("a", stored);
    }

    @ParameterizedTest
    @CsvSource({"1e400,digits", "0.0000001,digits", "12345678901234567,digits", "12a,type-mismatch", "NaN,type-mismatch"
    })
    void whatIsNoNumberIsRefused(String text, String code) {
        refuses(FieldType.NUMBER, text, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "20260101", "2026-1-1", "+12026-01-01", "today"})
    void whatIsNoDateIsRefused(String text) {
        refuses(FieldType.DATE, text, "type-mismatch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "javascript:1/alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "vbscript:x"
            })
    void aLinkThatDoesSomethingIsRefused(String link) {
        refuses(FieldType.LINK, link, "pattern");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a?b=c",
                "http://example.com",
                "example.com",
                "example.com:8080/a",
                "mailto:a@example.com"
            })
    void aLinkToTheWebIsTaken(String link) {
        assertThat(FieldType.LINK.read(link)).isEqualTo(link);
    }

    @Test
    void textsHaveTheirLengthAndNoNul() {
        refuses(FieldType.TEXT, "x".repeat(501), "size");
        refuses(FieldType.TEXT, "a\0b", "invalid");
        refuses(FieldType.TEXT, 12, "type-mismatch");
        assertThat(FieldType.TEXT.read(" 甲 ")).isEqualTo("甲");
    }

    @Test
    void choicesAreEachThereOnce() {
        assertThat(FieldType.CHOICES.read(Arrays.asList("a", "b", "a", null))).isEqualTo(List.of("a", "b"));
        refuses(FieldType.CHOICES, "a", "type-mismatch");
    }

    private static void refuses(FieldType type, Object given, String code) {
        assertThatThrownBy(() -> type.read(given))
                .isInstanceOfSatisfying(Unfit.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

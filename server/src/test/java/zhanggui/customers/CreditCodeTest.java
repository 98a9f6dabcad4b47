package zhanggui.customers;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CreditCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** The example of GB 32100-2015 and two listed companies. */
    @Test
    void realCodesAreValid() {
        assertThat(CreditCode.read("91350100M000100Y43")).contains("91350100M000100Y43");
        assertThat(CreditCode.read("914403001922038216")).contains("914403001922038216");
        assertThat(CreditCode.read("91330100799655058B")).contains("91330100799655058B");
    }

    @Test
    void spacesWidthAndCaseDoNotMatter() {
        assertThat(CreditCode.read(" 91330100 799655058b ")).contains("91330100799655058B");
        assertThat(CreditCode.read("９１３３０１００７９９６５５０５８Ｂ")).contains("91330100799655058B");
    }

    @Test
    void otherTextsAreNot() {
        assertThat(CreditCode.read("91330100799655058C")).isEmpty();
        assertThat(CreditCode.read("9133010079965505")).isEmpty();
        assertThat(CreditCode.read("9133010079965505SB")).isEmpty();
        assertThat(CreditCode.read("")).isEmpty();
    }

    /** The weights are units modulo the prime 31, so a single wrong character never passes. */
    @Property
    void oneWrongCharacterIsAlwaysFound(
            @ForAll @StringLength(17) @Chars({'0', '1', '5', '9', 'A', 'H', 'J', 'M', 'Q', 'T', 'Y'}) String first,
            @ForAll @IntRange(min = 0, max = 17) int at,
            @ForAll @IntRange(min = 0, max = 30) int other) {
        var code = first + CreditCode.check(first);
        assertThat(CreditCode.read(code)).contains(code);
        var wrong = new StringBuilder(code);
        wrong.setCharAt(at, ALPHABET.charAt(other));
        assertThat(CreditCode.read(wrong.toString()).isPresent())
                .isEqualTo(wrong.toString().equals(code));
    }
}

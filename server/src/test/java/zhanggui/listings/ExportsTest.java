package zhanggui.listings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportsTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "\tx", "\r=1", "\n=1", "＝1+1"})
    void noTextRunsAsAFormula(String text) {
        assertThat(Harmless.text(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @CsvSource({"-12.50", "+86", "plain", "a=b"})
    void numbersAndWordsStayAsTheyAre(String text) {
        assertThat(Harmless.text(text)).isEqualTo(text);
    }
}

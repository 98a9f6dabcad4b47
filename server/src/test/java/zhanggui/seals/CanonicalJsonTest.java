package zhanggui.seals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    @Test
    void orderOfKeysSpacesAndTheWritingOfNumbersAndTextsDoNotMatter() {
        var one = CanonicalJson.of("[{\"field\": \"a\", \"after\": 1.50, \"before\": null, \"x\": [200, -0.0, true]}]");
        var other =
                CanonicalJson.of(" [ {\"x\":[2E+2,0,true],\"before\":null,\"after\":15e-1,\"field\":\"\\u0061\"} ] ");
        assertThat(one)
                .isEqualTo(other)
                .isEqualTo("[{\"after\":15e-1,\"before\":null,\"field\":\"a\",\"x\":[2e2,0,true]}]");
    }

    @Test
    void whatIsDifferentStaysDifferent() {
        assertThat(CanonicalJson.of("[1]")).isNotEqualTo(CanonicalJson.of("[\"1\"]"));
        assertThat(CanonicalJson.of("[\"a\",\"b\"]")).isNotEqualTo(CanonicalJson.of("[\"a\\\",\\\"b\"]"));
        assertThat(CanonicalJson.of("[null]")).isNotEqualTo(CanonicalJson.of("[\"null\"]"));
        assertThat(CanonicalJson.of("[{}]")).isNotEqualTo(CanonicalJson.of("[[]]"));
        assertThat(CanonicalJson.of("[\"\\n\"]")).isEqualTo("[\"\\u000a\"]");
    }

    @Test
    void whatNoJsonReaderTakesIsTakenAsItStands() {
        var number = "[" + "7".repeat(5000) + "]";
        assertThat(CanonicalJson.of(number)).isEqualTo(number);
    }
}

package zhanggui.accounts.factors;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes, and how their secrets are written, without a database. */
class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "20000000000,353130"})
    void codesAreThoseOfTheStandard(long second, String code) {
        var at = Instant.ofEpochSecond(second);
        assertThat(Totp.code(SECRET, at)).isEqualTo(code);
        assertThat(Totp.step(SECRET, code, at)).hasValue(second / 30);
    }

    @Test
    void aClockMayBeHalfAMinuteOffAndNoMore() {
        var at = Instant.ofEpochSecond(1_111_111_110);
        var code = Totp.code(SECRET, at);
        var step = at.getEpochSecond() / 30;
        assertThat(Totp.step(SECRET, code, at.plusSeconds(59))).hasValue(step);
        assertThat(Totp.step(SECRET, code, at.minusSeconds(30))).hasValue(step);
        assertThat(Totp.step(SECRET, code, at.plusSeconds(60))).isEmpty();
        assertThat(Totp.step(SECRET, code, at.minusSeconds(31))).isEmpty();
        assertThat(Totp.step(SECRET, "", at)).isEmpty();
    }

    @Test
    void appsReadTheSecretWithWhoseItIs() {
        assertThat(Totp.typed(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.address(SECRET, "掌柜 A:B", "li mei"))
                .isEqualTo("otpauth://totp/%E6%8E%8C%E6%9F%9C%20A%20B:li%20mei"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E6%8E%8C%E6%9F%9C%20A%20B");
    }

    @Test
    void recoveryCodesAreTenDifferentOnesReadHoweverTheyAreTyped() {
        var codes = RecoveryCodes.make();
        assertThat(new HashSet<>(codes)).hasSize(10).allSatisfy(code -> assertThat(code)
                .matches("[A-Z2-7]{4}(-[A-Z2-7]{4}){3}"));
        var person = UUID.randomUUID();
        var code = codes.getFirst();
        assertThat(RecoveryCodes.hash(person, code.toLowerCase().replace("-", " ")))
                .isEqualTo(RecoveryCodes.hash(person, code))
                .isNotEqualTo(RecoveryCodes.hash(UUID.randomUUID(), code));
    }
}

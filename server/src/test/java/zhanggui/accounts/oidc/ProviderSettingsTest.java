package zhanggui.accounts.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import zhanggui.accounts.oidc.ProviderSettings.Match;

/** Settings with which nobody could sign in are refused at the start. */
class ProviderSettingsTest {
    @Test
    void aProviderNeedsAClientOfItsOwn() {
        assertThatThrownBy(() -> settings("https://id.example", "", "", true)).hasMessageContaining("CLIENT_ID");
        assertThatThrownBy(() -> settings("https://id.example", "us", "", true)).hasMessageContaining("CLIENT_SECRET");
        assertThat(settings("https://id.example", "us", "secret", true).isThere())
                .isTrue();
        assertThat(settings("", "", "", true).isThere()).isFalse();
    }

    @Test
    void passwordsAreSwitchedOffOnlyWhereThereIsAnotherWayIn() {
        assertThatThrownBy(() -> settings("", "", "", false)).hasMessageContaining("nobody could sign in");
        assertThat(settings("https://id.example", "us", "secret", false).passwords())
                .isFalse();
    }

    private static ProviderSettings settings(String issuer, String client, String secret, boolean passwords) {
        return new ProviderSettings(issuer, client, secret, "SSO", "", Match.EMAIL, Duration.ofSeconds(5), passwords);
    }
}

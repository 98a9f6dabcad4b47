package zhanggui.accounts.oidc;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How the company's own sign-in is reached; nothing of it is set where there is none. */
@Component
public class ProviderSettings {
    /** What tells whose account it is. */
    public enum Match {
        EMAIL,
        USERNAME
    }

    private final String issuer;
    private final String clientId;
    private final String clientSecret;
    private final String name;
    private final String redirect;
    private final Match match;
    private final Duration patience;
    private final boolean passwords;

    /** @param patience how long the provider may take for each answer */
    ProviderSettings(
            @Value("${zhanggui.oidc.issuer}") String issuer,
            @Value("${zhanggui.oidc.client-id}") String clientId,
            @Value("${zhanggui.oidc.client-secret}") String clientSecret,
            @Value("${zhanggui.oidc.name}") String name,
            @Value("${zhanggui.oidc.redirect}") String redirect,
            @Value("${zhanggui.oidc.match}") Match match,
            @Value("${zhanggui.oidc.patience}") Duration patience,
            @Value("${zhanggui.passwords.sign-in}") boolean passwords) {
        if (!issuer.isEmpty() && (clientId.isEmpty() || clientSecret.isEmpty())) {
            throw new IllegalStateException(
                    "ZHANGGUI_OIDC_ISSUER needs ZHANGGUI_OIDC_CLIENT_ID and ZHANGGUI_OIDC_CLIENT_SECRET");
        }
        if (issuer.isEmpty() && !passwords) {
            throw new IllegalStateException(
                    "ZHANGGUI_PASSWORD_SIGN_IN=false needs ZHANGGUI_OIDC_ISSUER: nobody could sign in");
        }
        this.issuer = issuer;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.name = name;
        this.redirect = redirect.isEmpty() ? "{baseUrl}/api/session/provider/callback" : redirect;
        this.match = match;
        this.patience = patience;
        this.passwords = passwords;
    }

    public boolean isThere() {
        return !issuer.isEmpty();
    }

    /** What the button says. */
    public String name() {
        return name;
    }

    public Match match() {
        return match;
    }

    /** Whether people sign in with passwords too. */
    public boolean passwords() {
        return passwords;
    }

    Duration patience() {
        return patience;
    }

    String issuer() {
        return issuer;
    }

    String clientId() {
        return clientId;
    }

    String clientSecret() {
        return clientSecret;
    }

    String redirect() {
        return redirect;
    }
}

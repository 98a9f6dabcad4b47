package zhanggui.accounts.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * The authorisation code flow with PKCE, state and nonce. The provider is asked about itself when somebody first wants
 * to go there, so that the server starts while it is away.
 */
@Component
public class Provider {
    private static final String REGISTRATION = "provider";
    private final ProviderSettings settings;
    private final HttpSessionOAuth2AuthorizationRequestRepository begun =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final OidcAuthorizationCodeAuthenticationProvider checks = new OidcAuthorizationCodeAuthenticationProvider(
            new RestClientAuthorizationCodeTokenResponseClient(), new OidcUserService());
    private @Nullable ClientRegistration registration;

    Provider(ProviderSettings settings) {
        this.settings = settings;
    }

    /** Where the browser is to go; what has to come back is kept in its session. */
    public String begin(HttpServletRequest request, HttpServletResponse response) throws ProviderFailed {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(
                new InMemoryClientRegistrationRepository(registration()), "/nowhere");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        var asked = Objects.requireNonNull(resolver.resolve(request, REGISTRATION));
        begun.saveAuthorizationRequest(asked, request, response);
        return asked.getAuthorizationRequestUri();
    }

    /** What the provider says of whoever came back. */
    public Claims end(HttpServletRequest request, HttpServletResponse response) throws ProviderFailed {
        var asked = begun.removeAuthorizationRequest(request, response);
        if (asked == null) throw new ProviderFailed("nothing was begun in this browser, or too long ago");
        var answer = new OAuth2AuthorizationExchange(asked, answer(asked, request));
        try {
            var checked = checks.authenticate(new OAuth2LoginAuthenticationToken(registration(), answer));
            if (checked != null && checked.getPrincipal() instanceof OidcUser user) return claims(user);
        } catch (AuthenticationException | IllegalArgumentException e) {
            throw new ProviderFailed(e);
        }
        throw new ProviderFailed("the answer is not of OpenID Connect");
    }

    private static OAuth2AuthorizationResponse answer(OAuth2AuthorizationRequest asked, HttpServletRequest request)
            throws ProviderFailed {
        var error = request.getParameter(OAuth2ParameterNames.ERROR);
        var code = request.getParameter(OAuth2ParameterNames.CODE);
        if (error != null) throw new ProviderFailed("it answered " + error);
        if (code == null) throw new ProviderFailed("it answered without a code");
        return OAuth2AuthorizationResponse.success(code)
                .redirectUri(String.valueOf(asked.getRedirectUri()))
                .state(String.valueOf(asked.getState()))
                .build();
    }

    private static Claims claims(OidcUser user) {
        var verified = Boolean.TRUE.equals(user.getEmailVerified());
        return new Claims(
                String.valueOf(user.getSubject()), verified ? user.getEmail() : null, user.getPreferredUsername());
    }

    private synchronized ClientRegistration registration() throws ProviderFailed {
        if (registration != null) return registration;
        try {
            var found = ClientRegistrations.fromIssuerLocation(settings.issuer())
                    .registrationId(REGISTRATION)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .scope("openid", "profile", "email")
                    .redirectUri(settings.redirect())
                    .build();
            registration = found;
            return found;
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ProviderFailed(e);
        }
    }
}

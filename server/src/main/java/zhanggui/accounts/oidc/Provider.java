package zhanggui.accounts.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.RequestEntity;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * The authorisation code flow with PKCE, state and nonce. The provider is asked about itself when somebody first wants
 * to go there, so that the server starts while it is away.
 */
@Component
public class Provider {
    private static final String REGISTRATION = "provider";
    private static final ParameterizedTypeReference<Map<String, Object>> DESCRIPTION =
            new ParameterizedTypeReference<>() {};
    private final ProviderSettings settings;
    private final HttpSessionOAuth2AuthorizationRequestRepository begun =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final RestTemplate wire;
    private final OidcAuthorizationCodeAuthenticationProvider checks;
    /** A decoder remembers the provider's keys. */
    private final Map<ClientRegistration, JwtDecoder> decoders = new ConcurrentHashMap<>();

    private @Nullable ClientRegistration registration;

    Provider(ProviderSettings settings) {
        this.settings = settings;
        var impatient = impatient(settings.patience());
        this.wire = new RestTemplate(impatient);
        this.checks = new OidcAuthorizationCodeAuthenticationProvider(tokens(impatient), users(impatient));
        checks.setJwtDecoderFactory(registration -> decoders.computeIfAbsent(registration, this::decoder));
    }

    /** Whoever signs in waits for the provider, and at first everybody else who wants to: not for ever. */
    private static ClientHttpRequestFactory impatient(Duration patience) {
        var factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(patience).build());
        factory.setReadTimeout(patience);
        return factory;
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokens(ClientHttpRequestFactory factory) {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(factory)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return tokens;
    }

    private static OidcUserService users(ClientHttpRequestFactory factory) {
        var wire = new RestTemplate(factory);
        wire.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        var plain = new DefaultOAuth2UserService();
        plain.setRestOperations(wire);
        var users = new OidcUserService();
        users.setOauth2UserService(plain);
        return users;
    }

    private JwtDecoder decoder(ClientRegistration registration) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
                .restOperations(wire)
                .build();
        decoder.setJwtValidator(
                JwtValidators.createDefaultWithValidators(List.of(new OidcIdTokenValidator(registration))));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
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
            var found = ClientRegistrations.fromOidcConfiguration(description())
                    .registrationId(REGISTRATION)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .scope("openid", "profile", "email")
                    .redirectUri(settings.redirect())
                    .build();
            if (found.getProviderDetails().getJwkSetUri() == null)
                throw new IllegalStateException("it names no jwks_uri");
            registration = found;
            return found;
        } catch (IllegalArgumentException | IllegalStateException | RestClientException e) {
            throw new ProviderFailed(e);
        }
    }

    /** What the provider says of itself: OpenID Connect Discovery 1.0, section 4. */
    private Map<String, Object> description() {
        var issuer = settings.issuer();
        var address = (issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer)
                + "/.well-known/openid-configuration";
        var says = wire.exchange(RequestEntity.get(URI.create(address)).build(), DESCRIPTION)
                .getBody();
        if (says == null || !issuer.equals(says.get("issuer"))) {
            throw new IllegalStateException("what is at " + address + " is not of " + issuer);
        }
        return says;
    }
}

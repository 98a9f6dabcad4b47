package zhanggui.accounts;

import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import zhanggui.access.Viewer;
import zhanggui.audit.Denials;
import zhanggui.problems.General;
import zhanggui.problems.Refused;

/** What guards every request: recognition, CSRF. Permissions stand on the routes themselves. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfig implements WebMvcConfigurer {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class);
    }

    @Bean
    SecurityContextRepository sessionContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Nobody is authenticated by Spring's own managers: see {@link SignIn}. */
    @Bean
    AuthenticationManager noAuthenticationManager() {
        return authentication -> {
            throw new UnsupportedOperationException("sign in through /api/session");
        };
    }

    /** An address no browser writes is refused like any other input. */
    @Bean
    RequestRejectedHandler oddAddresses(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return (request, response, e) ->
                problems.resolveException(request, response, null, Refused.because(General.UNREADABLE));
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            Sessions sessions,
            Tokens tokens,
            Denials denials,
            SecurityContextRepository contexts,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return http.securityContext(c -> c.securityContextRepository(contexts))
                .requestCache(c -> c.disable())
                .logout(l -> l.disable())
                .formLogin(f -> f.disable())
                .httpBasic(b -> b.disable())
                .csrf(c -> c.spa()
                        .csrfTokenRepository(csrfTokens())
                        .ignoringRequestMatchers(
                                request -> ViewerFilter.bearer(request).isPresent()))
                // They are on every answer: see zhanggui.headers.
                .headers(h -> h.disable())
                .addFilterBefore(
                        new ViewerFilter(sessions, tokens, denials, problems), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(a -> a.anyRequest().permitAll())
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, x) -> problems.resolveException(
                                request, response, null, Refused.because(General.NOT_SIGNED_IN)))
                        .accessDeniedHandler((request, response, x) ->
                                problems.resolveException(request, response, null, Refused.notAllowed())))
                .build();
    }

    /** The client reads the token and sends it back in a header, which another site's page cannot. */
    private static CsrfTokenRepository csrfTokens() {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == Viewer.class;
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    @org.jspecify.annotations.Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @org.jspecify.annotations.Nullable WebDataBinderFactory binder) {
                if (SecurityContextHolder.getContext().getAuthentication() instanceof Recognised recognised) {
                    return recognised.viewer();
                }
                throw Refused.because(General.NOT_SIGNED_IN);
            }
        });
    }
}

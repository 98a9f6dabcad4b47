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
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
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

/** What guards every request: recognition, CSRF, headers. Permissions stand on the routes themselves. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfig implements WebMvcConfigurer {
    private static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none';"
                    + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

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
                .csrf(c -> c.spa().ignoringRequestMatchers(request -> ViewerFilter.bearer(request)
                        .isPresent()))
                .headers(h -> h.contentSecurityPolicy(p -> p.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(
                        new ViewerFilter(sessions, tokens, denials, problems), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(a -> a.anyRequest().permitAll())
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, x) -> problems.resolveException(
                                request, response, null, Refused.because(General.NOT_SIGNED_IN)))
                        .accessDeniedHandler((request, response, x) ->
                                problems.resolveException(request, response, null, Refused.notAllowed())))
                .build();
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

package zhanggui.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.accounts.oidc.Provider;
import zhanggui.accounts.oidc.ProviderFailed;
import zhanggui.accounts.oidc.ProviderSettings;
import zhanggui.problems.Refused;

/** Signing in through the company's own sign-in: the browser goes there and comes back. */
@RestController
@RequestMapping("/api/session/provider")
@PreAuthorize("permitAll()")
class ProviderController {
    private static final Logger log = LoggerFactory.getLogger(ProviderController.class);
    private static final String BACK = "zhanggui.back";
    private static final int SECONDS_TO_COME_BACK = 600;
    private final Provider provider;
    private final ProviderSettings settings;
    private final SignIn signIn;
    private final Sessions sessions;

    ProviderController(Provider provider, ProviderSettings settings, SignIn signIn, Sessions sessions) {
        this.provider = provider;
        this.settings = settings;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    /** @param back the page of this site that was wanted */
    @GetMapping
    ResponseEntity<Void> go(
            @RequestParam(name = "return", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!settings.isThere()) throw Refused.notFound();
        var here = back != null && isHere(back) ? back : "/";
        if (Standing.in(request).filter(s -> s.missing() == null).isPresent()) return to(here);
        try {
            Sessions.end(request);
            var to = provider.begin(request, response);
            var session = request.getSession();
            session.setMaxInactiveInterval(SECONDS_TO_COME_BACK);
            session.setAttribute(BACK, here);
            return to(to);
        } catch (ProviderFailed e) {
            return failed(e);
        }
    }

    @GetMapping("/callback")
    ResponseEntity<Void> comeBack(HttpServletRequest request, HttpServletResponse response) {
        if (!settings.isThere()) throw Refused.notFound();
        try {
            var claims = provider.end(request, response);
            var back = Optional.ofNullable(request.getSession().getAttribute(BACK))
                    .map(String::valueOf)
                    .orElse("/");
            Sessions.end(request);
            var signedIn = signIn.by(claims, Visit.of(request));
            if (signedIn.isEmpty()) return to("/sign-in?problem=unknown");
            sessions.begin(signedIn.get(), request, response);
            return to(back);
        } catch (ProviderFailed e) {
            return failed(e);
        }
    }

    private static ResponseEntity<Void> failed(ProviderFailed e) {
        log.warn("sign-in through the provider failed: {}", e.getMessage());
        return to("/sign-in?problem=failed");
    }

    private static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }

    /** Only paths of this site: an address from outside must not lead elsewhere after signing in. */
    private static boolean isHere(String path) {
        return path.matches("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]*");
    }
}

package zhanggui.accounts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.UrlPathHelper;
import zhanggui.access.Viewer;
import zhanggui.audit.Denials;
import zhanggui.problems.RefusedIds;
import zhanggui.problems.RequestLanguage;

/**
 * Finds the viewer of each request from the account behind its session or token, as it is at that moment, so that a
 * disabled account, a revoked token or a changed role counts at once; writes down what was denied.
 */
class ViewerFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    // Decoded like the routes are: /%61pi is /api.
    private static final UrlPathHelper PATHS = new UrlPathHelper();
    private final Sessions sessions;
    private final Tokens tokens;
    private final Denials denials;
    private final HandlerExceptionResolver problems;

    ViewerFilter(Sessions sessions, Tokens tokens, Denials denials, HandlerExceptionResolver problems) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.denials = denials;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PATHS.getPathWithinApplication(request).startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Viewer> viewer;
        try {
            viewer = bearer(request).isPresent() ? byToken(request) : bySession(request);
        } catch (DataAccessException | TransactionException e) {
            problems.resolveException(request, response, null, e);
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        viewer.ifPresent(v -> {
            context.setAuthentication(new Recognised(v));
            RequestLanguage.set(request, v.language());
        });
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
        viewer.ifPresent(v -> writeDown(v, request, response.getStatus()));
    }

    private Optional<Viewer> bySession(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
            return Optional.empty();
        }
        return sessions.recognise(signedIn, request);
    }

    private Optional<Viewer> byToken(HttpServletRequest request) {
        return bearer(request).flatMap(token -> tokens.viewer(token, request.getRemoteAddr()));
    }

    static Optional<String> bearer(HttpServletRequest request) {
        @Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER)
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private void writeDown(Viewer viewer, HttpServletRequest request, int status) {
        var asked = request.getMethod() + " " + request.getRequestURI();
        if (status == HttpStatus.FORBIDDEN.value()) denials.notAllowed(viewer, asked);
        if (status == HttpStatus.NOT_FOUND.value()) denials.notFound(viewer, asked);
        denials.notFound(viewer, asked, RefusedIds.of(request));
    }
}

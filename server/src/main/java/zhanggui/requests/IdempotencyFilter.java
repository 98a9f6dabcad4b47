package zhanggui.requests;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;
import static zhanggui.requests.db.Tables.ANSWER;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import zhanggui.access.Viewer;
import zhanggui.problems.General;
import zhanggui.problems.Refused;

/**
 * Wraps a creating request that carries an {@code Idempotency-Key} in one transaction with the key: the same key and
 * body are answered again as before, another body is refused with 422, a request still being worked on with 409. Of an
 * answer marked {@code Cache-Control: no-store}, which holds a secret, neither text nor fingerprint is kept.
 */
@Component
@Order(10)
class IdempotencyFilter extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    /** Who comes and goes creates nothing: an attempt counts, whatever becomes of it. */
    private static final RequestMatcher SIGN_IN =
            PathPatternRequestMatcher.withDefaults().matcher("/api/session/**");

    private static final String NO_STORE = "no-store";
    private static final int LARGEST_BODY = 1 << 20;
    private static final StandardServletMultipartResolver UPLOADS = new StandardServletMultipartResolver();
    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final HandlerExceptionResolver problems;

    IdempotencyFilter(
            DSLContext db,
            PlatformTransactionManager transactions,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || request.getHeader(HEADER) == null
                || viewer() == null
                || SIGN_IN.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var viewer = viewer();
        var key = request.getHeader(HEADER);
        try {
            if (viewer == null || key.length() < 8 || key.length() > 100) throw Refused.invalid(HEADER, "size");
            var repeatable = repeatable(request);
            var digest = RequestDigest.of(repeatable);
            var wrapped = new ContentCachingResponseWrapper(response);
            transaction.executeWithoutResult(status -> {
                if (once(viewer.id(), key, digest, repeatable, wrapped, chain)) return;
                status.setRollbackOnly();
            });
            wrapped.copyBodyToResponse();
        } catch (Unwrapped e) {
            throw new ServletException(e.getCause());
        } catch (RuntimeException e) {
            problems.resolveException(request, response, null, e);
        }
    }

    /** The parts of an upload are read once, by the container, and may then be looked at by all. */
    private static HttpServletRequest repeatable(HttpServletRequest request) throws IOException {
        if (RequestDigest.upload(request) != null) return request;
        if (UPLOADS.isMultipart(request)) return UPLOADS.resolveMultipart(request);
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) throw Refused.because(General.TOO_LARGE);
        return new RepeatableRequest(request, body);
    }

    /** Returns whether the transaction is to be kept. */
    private boolean once(
            UUID actor,
            String key,
            byte[] digest,
            HttpServletRequest request,
            ContentCachingResponseWrapper response,
            FilterChain chain) {
        var alone = db.select(
                        field("pg_try_advisory_xact_lock(hashtextextended({0}, 0))", Boolean.class, val(actor + key)))
                .fetchSingle()
                .value1();
        if (!alone) throw Refused.later(General.REQUEST_IN_FLIGHT, Duration.ofSeconds(1));
        var earlier = db.selectFrom(ANSWER)
                .where(ANSWER.ACTOR_ID.eq(actor), ANSWER.KEY.eq(key))
                .fetchOptional();
        try {
            if (earlier.isPresent()) {
                var answer = earlier.get();
                if (answer.getBody() == null) throw Refused.because(General.ANSWER_NOT_KEPT);
                if (!Arrays.equals(answer.getDigest(), digest)) throw Refused.because(General.KEY_REUSED);
                response.setStatus(answer.getStatus());
                response.setContentType(answer.getMediaType());
                response.setHeader("Idempotency-Replayed", "true");
                response.getOutputStream().write(answer.getBody());
                return true;
            }
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new Unwrapped(e);
        }
        if (response.getStatus() >= 400) return false;
        var secret = NO_STORE.equals(response.getHeader(HttpHeaders.CACHE_CONTROL));
        db.insertInto(ANSWER)
                .set(ANSWER.ACTOR_ID, actor)
                .set(ANSWER.KEY, key)
                .set(ANSWER.DIGEST, secret ? new byte[0] : digest)
                .set(ANSWER.STATUS, response.getStatus())
                .set(ANSWER.MEDIA_TYPE, response.getContentType())
                .set(ANSWER.BODY, secret ? null : response.getContentAsByteArray())
                .execute();
        return true;
    }

    private static @Nullable Viewer viewer() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Viewer viewer ? viewer : null;
    }

    private static final class Unwrapped extends RuntimeException {
        Unwrapped(ServletException cause) {
            super(cause);
        }
    }
}

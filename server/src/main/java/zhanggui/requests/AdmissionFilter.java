package zhanggui.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.problems.General;
import zhanggui.problems.Problems;
import zhanggui.problems.RequestLanguage;
import zhanggui.texts.Language;

/**
 * Keeps requests from being begun that cannot be finished in time: as many are in work as there are connections to the
 * database, a quarter of them of one kind; the excess is answered 503 at once. It stands before everything that costs
 * something, and after the body has been read, so that a slow sender holds no place.
 *
 * <p>Signing in and uploads have places of their own: people come in while others overload the server, and a file that
 * takes minutes to arrive needs no connection while it does.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class AdmissionFilter extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(AdmissionFilter.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final long TELL_EVERY_NANOS = Duration.ofSeconds(10).toNanos();
    private final Gate work;
    private final Gate comings;
    private final Draining draining;
    /** Ready to be sent: saying no must cost next to nothing. */
    private final Map<Language, byte[]> answers = new EnumMap<>(Language.class);

    private final AtomicLong turnedAway = new AtomicLong();
    private final AtomicLong told = new AtomicLong(System.nanoTime() - TELL_EVERY_NANOS);

    AdmissionFilter(
            @Value("${spring.datasource.hikari.maximum-pool-size}") int connections,
            Draining draining,
            Problems problems,
            JsonMapper mapper) {
        this.work = new Gate(connections, Math.max(1, connections / 4), 10 * connections, PATIENCE);
        this.comings = new Gate(2 * connections, connections, 2 * connections, PATIENCE);
        this.draining = draining;
        for (var language : Language.values()) {
            answers.put(language, mapper.writeValueAsBytes(problems.describe(General.UNAVAILABLE, language)));
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (draining.hasBegun()) response.setHeader(HttpHeaders.CONNECTION, "close");
        var kind = RequestKind.of(request);
        if (kind.equals(RequestKind.FREE)) {
            chain.doFilter(request, response);
            return;
        }
        var gate = kind.equals(RequestKind.SESSION) || kind.equals(RequestKind.UPLOAD) ? comings : work;
        if (!gate.enter(kind)) {
            turnAway(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            gate.leave(kind);
        }
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        tell();
        var answer = answers.getOrDefault(RequestLanguage.of(request), new byte[0]);
        response.setStatus(General.UNAVAILABLE.status());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER.toSeconds()));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }

    private void tell() {
        turnedAway.incrementAndGet();
        long last = told.get();
        long now = System.nanoTime();
        if (now - last < TELL_EVERY_NANOS || !told.compareAndSet(last, now)) return;
        log.warn(
                "more requests than this server can work on: {} turned away since this was last said",
                turnedAway.getAndSet(0));
    }
}

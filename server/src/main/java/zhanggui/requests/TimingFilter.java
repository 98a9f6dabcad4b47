package zhanggui.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Takes the time of every request that reaches a route of the API, as long as whoever sent it waits: with the wait to be
 * let in, and until the last of a long answer is written.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 19)
class TimingFilter extends OncePerRequestFilter {
    private final Timings timings;

    TimingFilter(Timings timings) {
        this.timings = timings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long began = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            // Only what was found by its pattern: anybody can invent addresses.
            var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            if (pattern != null && !RequestKind.of(request).equals(RequestKind.FREE)) {
                timings.add(request.getMethod(), pattern.toString(), System.nanoTime() - began);
            }
        }
    }
}

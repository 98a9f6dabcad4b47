package zhanggui.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import zhanggui.problems.General;
import zhanggui.problems.Refused;

/**
 * Refuses bodies no document of the API is as large as, before anything of them is read, and reads the others whole before
 * anything is begun; files have a limit of their own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimitFilter extends OncePerRequestFilter {
    private static final int LARGEST_BODY = 2 << 20;
    private final HandlerExceptionResolver problems;

    BodyLimitFilter(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var file = String.valueOf(request.getContentType()).startsWith("multipart/");
        if (file || request.getContentLengthLong() == 0 || isBodiless(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getContentLengthLong() > LARGEST_BODY) {
            problems.resolveException(request, response, null, Refused.because(General.TOO_LARGE));
            return;
        }
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            problems.resolveException(request, response, null, Refused.because(General.TOO_LARGE));
        } else {
            chain.doFilter(new RepeatableRequest(request, body), response);
        }
    }

    private static boolean isBodiless(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }
}

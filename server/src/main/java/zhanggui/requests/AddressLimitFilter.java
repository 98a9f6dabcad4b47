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

/** Refuses addresses longer than any question a screen asks, before anything of them is looked at. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 9)
class AddressLimitFilter extends OncePerRequestFilter {
    static final int LONGEST = 8_000;
    private final HandlerExceptionResolver problems;

    AddressLimitFilter(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        if (request.getRequestURI().length() + (query == null ? 0 : query.length()) > LONGEST) {
            problems.resolveException(request, response, null, Refused.because(General.ADDRESS_TOO_LONG));
        } else {
            chain.doFilter(request, response);
        }
    }
}

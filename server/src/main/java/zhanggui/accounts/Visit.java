package zhanggui.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Where somebody comes from who wants in.
 *
 * @param browser as it calls itself
 * @param device the secret by which {@link Devices} know the browser
 */
record Visit(
        @Nullable String address,
        @Nullable String browser,
        @Nullable String device) {
    private static final String COOKIE = "ZHANGGUI_DEVICE";
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int LONGEST = 300;

    static Visit of(HttpServletRequest request) {
        var browser = request.getHeader(HttpHeaders.USER_AGENT);
        var cookie = WebUtils.getCookie(request, COOKIE);
        return new Visit(
                request.getRemoteAddr(),
                browser == null ? null : browser.substring(0, Math.min(browser.length(), LONGEST)),
                cookie == null ? null : cookie.getValue());
    }

    /** Has the browser keep the secret. */
    static void keep(String device, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, device)
                .path("/api")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}

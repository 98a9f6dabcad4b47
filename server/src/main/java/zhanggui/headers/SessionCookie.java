package zhanggui.headers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The cookie of a session: out of reach of scripts and of other sites' requests. Over TLS its name begins with {@code
 * __Host-}, which browsers take from this very host only, so that no neighbouring one can plant it.
 */
final class SessionCookie implements CookieSerializer {
    static final String NAME = "ZHANGGUI";
    static final String NAME_OVER_TLS = "__Host-" + NAME;
    private final CookieSerializer plain = named(NAME, false);
    private final CookieSerializer overTls = named(NAME_OVER_TLS, true);

    @Override
    public void writeCookieValue(CookieValue value) {
        fitting(value.getRequest()).writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return fitting(request).readCookieValues(request);
    }

    private CookieSerializer fitting(HttpServletRequest request) {
        return request.isSecure() ? overTls : plain;
    }

    private static CookieSerializer named(String name, boolean secure) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseSecureCookie(secure);
        return cookie;
    }
}

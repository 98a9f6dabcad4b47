package zhanggui.accounts;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A browser that keeps its cookies from request to request. */
final class Browser {
    private final MockMvcTester http;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private String idempotencyKey;

    Browser(MockMvcTester http) {
        this.http = http;
    }

    MvcTestResult signIn(String username, String password) {
        return send(
                HttpMethod.POST,
                "/api/session",
                "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
    }

    MvcTestResult get(String uri) {
        return send(HttpMethod.GET, uri, "");
    }

    /** An address as it stands, with whatever is encoded in it. */
    MvcTestResult get(URI address) {
        return send(http.get().uri(address), "");
    }

    MvcTestResult post(String uri, String body) {
        return send(HttpMethod.POST, uri, body);
    }

    MvcTestResult post(String uri, String body, String key) {
        idempotencyKey = key;
        try {
            return post(uri, body);
        } finally {
            idempotencyKey = null;
        }
    }

    MvcTestResult put(String uri, String body) {
        return send(HttpMethod.PUT, uri, body);
    }

    MvcTestResult delete(String uri) {
        return send(HttpMethod.DELETE, uri, "");
    }

    /** The cookie of the session, to be stolen or planted. */
    Cookie session() {
        return cookies.values().stream()
                .filter(c -> c.getName().matches("SESSION|ZHANGGUI"))
                .findFirst()
                .orElseThrow();
    }

    Browser with(Cookie planted) {
        cookies.put(planted.getName(), planted);
        return this;
    }

    private MvcTestResult send(HttpMethod method, String uri, String body) {
        return send(http.method(method).uri(uri), body);
    }

    private MvcTestResult send(MockMvcTester.MockMvcRequestBuilder asked, String body) {
        var request = asked.with(csrf())
                .header("User-Agent", "A test's browser")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        if (idempotencyKey != null) request.header("Idempotency-Key", idempotencyKey);
        if (!cookies.isEmpty()) request.cookie(cookies.values().toArray(Cookie[]::new));
        var result = request.exchange();
        for (var cookie : result.getResponse().getCookies()) {
            if (cookie.getName().startsWith("XSRF")) continue;
            if (cookie.getMaxAge() == 0) cookies.remove(cookie.getName());
            else cookies.put(cookie.getName(), cookie);
        }
        return result;
    }
}

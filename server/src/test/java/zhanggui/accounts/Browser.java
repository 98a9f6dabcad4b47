package zhanggui.accounts;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A browser that keeps the session's cookie from request to request. */
final class Browser {
    private final MockMvcTester http;
    private Cookie session;
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
        return session;
    }

    Browser with(Cookie planted) {
        session = planted;
        return this;
    }

    private MvcTestResult send(HttpMethod method, String uri, String body) {
        var request = http.method(method)
                .uri(uri)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        if (idempotencyKey != null) request.header("Idempotency-Key", idempotencyKey);
        var result = (session == null ? request : request.cookie(session)).exchange();
        for (var cookie : result.getResponse().getCookies()) {
            if (cookie.getName().matches("SESSION|ZHANGGUI")) session = cookie.getMaxAge() == 0 ? null : cookie;
        }
        return result;
    }
}

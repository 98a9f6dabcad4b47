package zhanggui.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of answer says what the browser may do with it. */
class HeadersTest extends RightsCase {
    private String token;

    @BeforeAll
    void somebodyWhoMayDoEverything() {
        var small = new SmallFirm(today());
        settlement.settle(small.firm);
        var permissions = small.admin.roles().getFirst().allows().keySet();
        token = settlement.token(small.admin.id(), Set.copyOf(permissions));
    }

    static Stream<RawRequest> everyKind() {
        return Stream.of(
                RawRequest.of("GET", "/"),
                RawRequest.of("GET", "/customers/anything"),
                RawRequest.of("GET", "/assets/of-tests.css"),
                RawRequest.of("GET", "/assets/none.js"),
                RawRequest.of("GET", "/none.txt"),
                RawRequest.of("HEAD", "/"),
                RawRequest.of("OPTIONS", "/api/session"),
                RawRequest.of("TRACE", "/"),
                RawRequest.of("GET", "/error"),
                RawRequest.of("GET", "/%zz"),
                RawRequest.of("GET", "/a;b/..%2fc"),
                RawRequest.of("GET", "/api/session"),
                RawRequest.of("GET", "/api/lists/customers/rows"),
                RawRequest.of("GET", "/api/nothing"),
                RawRequest.of("POST", "/api/session").json("{}"),
                RawRequest.of("GET", "/api/lists/customers?q=" + "x".repeat(9_000)),
                RawRequest.of("POST", "/api/session").json("x".repeat(3_000_000)),
                admin("GET", "/api/lists/customers/rows"),
                admin("GET", "/api/lists/customers/export?format=csv"),
                admin("GET", "/api/lists/customers/export?format=xlsx"),
                admin("GET", "/api/imports/kinds/customers/template?format=csv"),
                admin("GET", "/api/customers/00000000-0000-0000-0000-000000000000"),
                admin("PATCH", "/api/company"),
                admin("POST", "/api/customers").json("{"),
                admin("GET", "/api/openapi.json"),
                admin("GET", "/api/system/health"));
    }

    /** With a token, which the test fills in. */
    private static RawRequest admin(String method, String path) {
        return RawRequest.of(method, path).header("Authorization", "token");
    }

    private RawRequest.Answer send(RawRequest request) {
        return (request.headers().containsKey("Authorization")
                        ? request.header("Authorization", "Bearer " + token)
                        : request)
                .send(port);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyKind")
    void carriesEveryPolicy(RawRequest request) {
        var answer = send(request);
        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.header("x-frame-options")).isEqualTo("DENY");
        assertThat(answer.header("referrer-policy")).isEqualTo("same-origin");
        assertThat(answer.header("permissions-policy")).contains("camera=()", "microphone=()", "geolocation=()");
        assertThat(answer.header("cross-origin-opener-policy")).isEqualTo("same-origin");
        assertThat(answer.header("cross-origin-resource-policy")).isEqualTo("same-origin");
        assertThat(answer.header("strict-transport-security")).isEmpty();
        assertThat(answer.header("server")).isEmpty();
        var policy = policy(answer);
        assertThat(policy.get("default-src")).isEqualTo("'none'");
        assertThat(policy.get("frame-ancestors")).isEqualTo("'none'");
        assertThat(policy.get("base-uri")).isEqualTo("'none'");
        assertThat(policy.getOrDefault("script-src", "'self'")).isEqualTo("'self'");
        assertThat(policy.getOrDefault("style-src", "")).doesNotContain("unsafe");
        assertThat(answer.header("content-security-policy")).doesNotContain("unsafe-eval");
        if (request.path().startsWith("/api/")) assertThat(policy).doesNotContainKeys("script-src", "style-src");
        if (!request.path().equals("/assets/of-tests.css")) {
            assertThat(answer.header("cache-control")).contains("no-store");
        }
    }

    @Test
    void whatIsNamedAfterItsContentIsKept() {
        var asset = send(RawRequest.of("GET", "/assets/of-tests.css"));
        assertThat(asset.status()).isEqualTo(200);
        assertThat(asset.header("cache-control")).isEqualTo("max-age=31536000, immutable");
    }

    @Test
    void noTwoPagesHaveTheSameNonce() {
        var nonces = Stream.generate(
                        () -> policy(send(RawRequest.of("GET", "/"))).get("style-src"))
                .limit(3)
                .collect(Collectors.toSet());
        assertThat(nonces).hasSize(3);
    }

    @Test
    void cookiesStayWithTheBrowserAndTheSite() {
        var session = send(RawRequest.of("GET", "/api/session"));
        assertThat(session.headers().get("set-cookie"))
                .singleElement()
                .asString()
                .startsWith("XSRF-TOKEN=")
                .contains("SameSite=Lax", "Path=/");
        var csrf = session.header("set-cookie").replaceFirst("XSRF-TOKEN=([^;]+).*", "$1");
        var signedIn = RawRequest.of("POST", "/api/session")
                .json("{\"username\":\"admin\",\"password\":\"" + Settlement.PASSWORD + "\"}")
                .header("Cookie", "XSRF-TOKEN=" + csrf)
                .header("X-XSRF-TOKEN", csrf)
                .send(port);
        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.headers().get("set-cookie"))
                .filteredOn(cookie -> cookie.startsWith("ZHANGGUI="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
    }

    /** Nobody has said that there is a proxy. */
    @Test
    void whatAClientSaysOfItselfIsNotBelieved() {
        var answer = RawRequest.of("GET", "/api/session")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Host", "elsewhere.example")
                .header("Forwarded", "for=203.0.113.9;proto=https")
                .send(port);
        assertThat(answer.header("strict-transport-security")).isEmpty();
        assertThat(answer.header("set-cookie")).doesNotContain("Secure");
    }

    private static Map<String, String> policy(RawRequest.Answer answer) {
        return Arrays.stream(answer.header("content-security-policy").split(";"))
                .map(String::strip)
                .collect(Collectors.toMap(directive -> directive.split(" ", 2)[0], directive -> directive
                        .split(" ", 2)[1]));
    }
}

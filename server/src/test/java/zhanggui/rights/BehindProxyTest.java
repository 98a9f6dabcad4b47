package zhanggui.rights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Behind a proxy that ends TLS; whoever else speaks to the server is not taken for the proxy. */
@TestPropertySource(
        properties = {
            "server.forward-headers-strategy=native",
            "server.tomcat.remoteip.internal-proxies=127[.]0[.]0[.]2"
        })
class BehindProxyTest extends RightsCase {
    private static final String PROXY = "127.0.0.2";
    private static final String ANYBODY = "127.0.0.1";

    @BeforeAll
    void company() {
        settlement.settle(new SmallFirm(today()).firm);
    }

    @Test
    void whatCameOverTlsSetsSecureCookiesOfThisHostOnly() {
        var first = over(RawRequest.of("GET", "/api/session"), PROXY);
        assertThat(first.header("strict-transport-security")).isEqualTo("max-age=31536000");
        assertThat(first.header("set-cookie")).contains("Secure");
        var csrf = first.header("set-cookie").replaceFirst("XSRF-TOKEN=([^;]+).*", "$1");
        var signedIn = over(signIn("admin", csrf), PROXY);
        assertThat(signedIn.status()).isEqualTo(200);
        var cookie = signedIn.headers().get("set-cookie").stream()
                .filter(c -> c.startsWith("__Host-ZHANGGUI="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie)
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
        var session = cookie.replaceFirst("[^=]+=([^;]+).*", "$1");
        assertThat(over(RawRequest.of("GET", "/api/me/tokens").header("Cookie", "__Host-ZHANGGUI=" + session), PROXY)
                        .status())
                .isEqualTo(200);
        // A cookie of the plain name may be a neighbour's.
        assertThat(over(RawRequest.of("GET", "/api/me/tokens").header("Cookie", "ZHANGGUI=" + session), PROXY)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whoIsNotTheProxyIsNotBelieved() {
        var answer = over(RawRequest.of("GET", "/api/session"), ANYBODY);
        assertThat(answer.header("strict-transport-security")).isEmpty();
        assertThat(answer.header("set-cookie")).doesNotContain("Secure");
    }

    @Test
    void theLogHasTheAddressTheProxySawAndNoOther() {
        over(wrong("seen-by-proxy"), PROXY);
        over(wrong("said-by-client"), ANYBODY);
        assertThat(addressOf("seen-by-proxy")).isEqualTo("203.0.113.9");
        assertThat(addressOf("said-by-client")).isEqualTo(ANYBODY);
    }

    private RawRequest wrong(String username) {
        var csrf = over(RawRequest.of("GET", "/api/session"), ANYBODY)
                .header("set-cookie")
                .replaceFirst("XSRF-TOKEN=([^;]+).*", "$1");
        return signIn(username, csrf);
    }

    private static RawRequest signIn(String username, String csrf) {
        return RawRequest.of("POST", "/api/session")
                .json("{\"username\":\"" + username + "\",\"password\":\"" + Settlement.PASSWORD + "\"}")
                .header("Cookie", "XSRF-TOKEN=" + csrf)
                .header("X-XSRF-TOKEN", csrf);
    }

    /** The client wrote the first address itself; the proxy added the one it saw. */
    private RawRequest.Answer over(RawRequest request, String from) {
        return request.header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", "198.51.100.1, 203.0.113.9")
                .from(from)
                .send(port);
    }

    private String addressOf(String username) {
        return db.fetchSingle(
                        "select address from audit.entry where action = 'sign-in-failed' and actor_name = ?", username)
                .get(0, String.class);
    }
}

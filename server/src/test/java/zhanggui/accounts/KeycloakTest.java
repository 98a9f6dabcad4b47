package zhanggui.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import zhanggui.TestApplication;
import zhanggui.World;

/** A browser signs in through a real Keycloak; only where it is asked for, since it has to be fetched. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@EnabledIfSystemProperty(named = "test.keycloak", matches = "true")
class KeycloakTest extends TestApplication {
    private static final int KEYCLOAK = freePort();
    private static final Duration START = Duration.ofMinutes(4);
    private static final String REALM = """
            {"realm":"zhanggui","enabled":true,"sslRequired":"none",
             "clients":[{"clientId":"zhanggui","secret":"a secret of the client","protocol":"openid-connect",
               "standardFlowEnabled":true,"redirectUris":["*"],"attributes":{"pkce.code.challenge.method":"S256"}}],
             "users":[
               {"username":"lilei","email":"li@example.com","emailVerified":true,"enabled":true,
                "firstName":"Lei","lastName":"Li","credentials":[{"type":"password","value":"of keycloak"}]},
               {"username":"impostor","email":"sun@example.com","emailVerified":false,"enabled":true,
                "firstName":"Not","lastName":"Sun","credentials":[{"type":"password","value":"of keycloak"}]}]}""";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    @Autowired
    World world;

    @LocalServerPort
    int port;

    private Process keycloak;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("zhanggui.oidc.issuer", () -> "http://127.0.0.1:" + KEYCLOAK + "/realms/zhanggui");
        properties.add("zhanggui.oidc.client-id", () -> "zhanggui");
        properties.add("zhanggui.oidc.client-secret", () -> "a secret of the client");
    }

    @BeforeAll
    void start() throws Exception {
        world.exists();
        Path home;
        try (var unpacked = Files.list(Path.of("target", "keycloak"))) {
            home = unpacked.filter(p -> p.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
        var realm = home.resolve("data/import/zhanggui.json");
        Files.createDirectories(realm.getParent());
        Files.writeString(realm, REALM);
        var command = new ProcessBuilder(
                "bash",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + KEYCLOAK);
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        keycloak = command.redirectErrorStream(true)
                .redirectOutput(Path.of("target", "keycloak.log").toFile())
                .start();
        var until = System.nanoTime() + START.toNanos();
        while (!isUp()) {
            assertThat(keycloak.isAlive()).as("see target/keycloak.log").isTrue();
            assertThat(System.nanoTime()).as("see target/keycloak.log").isLessThan(until);
            Thread.sleep(500);
        }
    }

    @AfterAll
    void stop() {
        if (keycloak == null) return;
        keycloak.descendants().forEach(ProcessHandle::destroy);
        keycloak.destroy();
    }

    @Test
    void aPersonSignsInWithWhatTheCompanyKnowsOfThem() throws Exception {
        var browser = browser();
        var end = signIn(browser, "lilei");
        assertThat(end.uri().getPath()).isEqualTo("/customers");
        assertThat(get(browser, here("/api/session")).body())
                .contains("\"state\":\"SIGNED_IN\"")
                .contains("\"username\":\"li\"");
    }

    @Test
    void aMailNobodyHasVerifiedOpensNothing() throws Exception {
        var browser = browser();
        var end = signIn(browser, "impostor");
        assertThat(end.uri().toString()).endsWith("/sign-in?problem=unknown");
        assertThat(get(browser, here("/api/session")).body()).contains("\"state\":\"ANONYMOUS\"");
    }

    private HttpResponse<String> signIn(HttpClient browser, String username) throws Exception {
        var page = get(browser, here("/api/session/provider?return=/customers"));
        assertThat(page.uri().getPort()).isEqualTo(KEYCLOAK);
        var form = FORM.matcher(page.body());
        assertThat(form.find()).as(page.body()).isTrue();
        var body = "username=" + username + "&password=" + URLEncoder.encode("of keycloak", UTF_8);
        return browser.send(
                HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** As browsers do, takes this machine for safe enough for cookies that ask for TLS. */
    private static final class LocalCookies extends CookieManager {
        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            super.put(uri, headers);
            getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        }
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new LocalCookies())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
    }

    private URI here(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpResponse<String> get(HttpClient browser, URI uri) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private static boolean isUp() throws InterruptedException {
        try {
            var known =
                    URI.create("http://127.0.0.1:" + KEYCLOAK + "/realms/zhanggui/.well-known/openid-configuration");
            return get(HttpClient.newHttpClient(), known).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

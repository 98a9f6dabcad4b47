package zhanggui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.Zhanggui;
import zhanggui.people.People;
import zhanggui.texts.Language;

/** Two servers over one database: what is taken back at one counts at the other with the next request. */
@TestPropertySource(properties = "test.database=accounts")
class TwoServersTest extends TestApplication {
    private static final String PASSWORD = "correct horse battery";
    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    World world;

    @Autowired
    MockMvcTester http;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    DSLContext db;

    private ServletWebServerApplicationContext other;

    @BeforeAll
    void anotherServer() {
        world.exists();
        other = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Zhanggui.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.hikari.minimum-idle=1",
                        "--spring.datasource.hikari.maximum-pool-size=4",
                        "--zhanggui.audit-heads=target/audit-heads/" + UUID.randomUUID(),
                        "--zhanggui.database.user=postgres",
                        "--zhanggui.database.url="
                                + db.connectionResult(c -> c.getMetaData().getURL()));
    }

    @AfterAll
    void stop() {
        other.close();
    }

    @Test
    void aTokenRevokedAtOneIsRefusedByTheOther() throws Exception {
        person("ts1");
        var browser = signedIn("ts1");
        var made = browser.post(
                "/api/me/tokens",
                "{\"name\":\"t\",\"scopes\":[\"people:read\"],\"expiresOn\":\"%s\"}"
                        .formatted(world.today().plusDays(9)));
        var answer = made.getResponse().getContentAsString();
        String token = JsonPath.read(answer, "token");
        assertThat(elsewhere("Authorization", "Bearer " + token)).isEqualTo(200);
        assertThat(browser.delete("/api/me/tokens/" + JsonPath.read(answer, "id")))
                .hasStatus(204);
        assertThat(elsewhere("Authorization", "Bearer " + token)).isEqualTo(401);
    }

    @Test
    void aSessionIsGoodAtBothAndOverAtBoth() throws Exception {
        person("ts2");
        var browser = signedIn("ts2");
        var cookie = "ZHANGGUI=" + browser.session().getValue();
        assertThat(elsewhere("Cookie", cookie)).isEqualTo(200);
        assertThat(browser.delete("/api/session")).hasStatus(204);
        assertThat(elsewhere("Cookie", cookie)).isEqualTo(401);
    }

    @Test
    void anAccountDisabledAtOneIsRefusedByTheOther() throws Exception {
        var id = person("ts3");
        var cookie = "ZHANGGUI=" + signedIn("ts3").session().getValue();
        assertThat(elsewhere("Cookie", cookie)).isEqualTo(200);
        assertThat(http.method(HttpMethod.PUT)
                        .uri("/api/accounts/" + id)
                        .with(world.as("admin"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"username\":\"ts3\",\"roles\":[],\"disabled\":true,\"version\":1}"))
                .hasStatusOk();
        assertThat(elsewhere("Cookie", cookie)).isEqualTo(401);
    }

    /** How the other server answers. */
    private int elsewhere(String header, String value) throws IOException, InterruptedException {
        var port = other.getWebServer().getPort();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/lists/people/rows"))
                .header(header, value)
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private Browser signedIn(String username) {
        var browser = new Browser(http);
        assertThat(browser.signIn(username, PASSWORD)).hasStatusOk();
        return browser;
    }

    private UUID person(String username) {
        var id = people.add(People.NewPerson.named(username, null));
        accounts.open(new Accounts.NewAccount(id, username, PASSWORD, Language.ZH, List.of("salesperson")));
        return id;
    }
}

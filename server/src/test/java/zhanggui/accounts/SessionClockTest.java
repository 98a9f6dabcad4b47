package zhanggui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhanggui.MovableClock;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.people.People;
import zhanggui.texts.Language;

/** A clock that jumps ends what is over by it and nothing else, and shuts nobody out. */
class SessionClockTest extends TestApplication {
    private static final String PASSWORD = "correct horse battery";
    private static final MovableClock CLOCK = new MovableClock();

    @TestConfiguration
    static class Clocks {
        @Bean
        @Primary
        Clock movable() {
            return CLOCK;
        }
    }

    @Autowired
    World world;

    @Autowired
    MockMvcTester http;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    private String name = "";

    @BeforeAll
    void company() {
        world.exists();
    }

    @BeforeEach
    void somebody() {
        CLOCK.set(Instant.now());
        name = "clock" + UUID.randomUUID().toString().substring(0, 8);
        var id = people.add(People.NewPerson.named(name, null));
        accounts.open(new Accounts.NewAccount(id, name, PASSWORD, Language.ZH, List.of("salesperson")));
    }

    @Test
    void aSessionOutlivesAnHourBackAndIsOverAfterFortyDays() {
        var browser = signedIn();
        CLOCK.jump(Duration.ofHours(-1));
        assertThat(browser.get("/api/lists/customers/rows")).hasStatusOk();
        CLOCK.jump(Duration.ofDays(40));
        assertThat(browser.get("/api/lists/customers/rows")).hasStatus(401);
        assertThat(signedIn().get("/api/lists/customers/rows")).hasStatusOk();
    }

    /** The jump forward was the mistake: whoever was signed out by it, and whoever came in meanwhile, is in. */
    @Test
    void aClockThatIsPutRightAgainLetsEverybodyGoOn() {
        var before = signedIn();
        CLOCK.jump(Duration.ofDays(40));
        var meanwhile = signedIn();
        CLOCK.jump(Duration.ofDays(-40));
        assertThat(before.get("/api/lists/customers/rows")).hasStatusOk();
        assertThat(meanwhile.get("/api/lists/customers/rows")).hasStatusOk();
    }

    @Test
    void whoSignsOutEverywhereBeforeTheClockGoesBackComesInAgain() {
        var before = signedIn();
        var next = "another horse battery";
        assertThat(before.put("/api/me/password", "{\"current\":\"%s\",\"next\":\"%s\"}".formatted(PASSWORD, next)))
                .hasStatus(204);
        CLOCK.jump(Duration.ofHours(-1));
        assertThat(before.get("/api/lists/customers/rows")).hasStatusOk();
        var again = new Browser(http);
        assertThat(again.signIn(name, next)).hasStatusOk();
        assertThat(again.get("/api/lists/customers/rows")).hasStatusOk();
        assertThat(again.put("/api/me/password", "{\"current\":\"%s\",\"next\":\"%s\"}".formatted(next, PASSWORD)))
                .hasStatus(204);
        assertThat(again.get("/api/lists/customers/rows")).hasStatusOk();
        assertThat(before.get("/api/lists/customers/rows")).hasStatus(401);
    }

    @Test
    void aTokenIsOverOnItsDayAndNotBefore() {
        var browser = signedIn();
        var expires = CLOCK.instant().plus(Duration.ofDays(30)).toString().substring(0, 10);
        var made = browser.post(
                "/api/me/tokens",
                "{\"name\":\"t\",\"scopes\":[\"customers:read\"],\"expiresOn\":\"%s\"}".formatted(expires),
                "a token's key " + name);
        assertThat(made).hasStatus(201);
        String token = com.jayway.jsonpath.JsonPath.read(text(made), "token");
        CLOCK.jump(Duration.ofHours(-1));
        assertThat(byToken(token)).isEqualTo(200);
        CLOCK.jump(Duration.ofDays(40));
        assertThat(byToken(token)).isEqualTo(401);
        CLOCK.jump(Duration.ofDays(-40));
        assertThat(byToken(token)).isEqualTo(200);
    }

    private int byToken(String token) {
        return http.get()
                .uri("/api/lists/customers/rows")
                .header("Authorization", "Bearer " + token)
                .exchange()
                .getResponse()
                .getStatus();
    }

    private static String text(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private Browser signedIn() {
        var browser = new Browser(http);
        assertThat(browser.signIn(name, PASSWORD)).hasStatusOk();
        return browser;
    }
}

package zhanggui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.people.People;
import zhanggui.texts.Language;

/** Guessing is limited by name, by address and by browser, and the rightful owner is never kept out for good. */
@TestPropertySource(properties = "test.database=accounts")
class AttemptsTest extends TestApplication {
    private static final String PASSWORD = "correct horse battery";

    @Autowired
    World world;

    @Autowired
    MockMvcTester http;

    @Autowired
    Accounts accounts;

    @Autowired
    AttemptStore store;

    @Autowired
    People people;

    @Autowired
    DSLContext db;

    @BeforeAll
    void company() {
        world.exists();
    }

    @BeforeEach
    void nothingTriedYet() {
        db.execute("delete from accounts.address_failure");
    }

    @Test
    void whoSignedInBeforeComesInWhileStrangersGuess() {
        person("at1");
        var mine = new Browser(http);
        assertThat(mine.signIn("at1", PASSWORD)).hasStatusOk();
        assertThat(mine.delete("/api/session")).hasStatus(204);
        for (int i = 0; i < 6; i++) new Browser(http).signIn("at1", "a guess");
        assertThat(new Browser(http).signIn("at1", PASSWORD)).hasStatus(429);
        assertThat(mine.signIn("at1", PASSWORD)).hasStatusOk();
        // The strangers wait as before, and a browser that guesses itself is made to wait too.
        assertThat(new Browser(http).signIn("at1", PASSWORD)).hasStatus(429);
        assertThat(mine.delete("/api/session")).hasStatus(204);
        for (int i = 0; i < 4; i++) assertThat(mine.signIn("at1", "a guess")).hasStatus(401);
        assertThat(mine.signIn("at1", PASSWORD)).hasStatus(429).headers().containsHeader("Retry-After");
    }

    @Test
    void aBrowserIsKnownForItsOwnPersonOnlyAndUntilSheSignsOutEverywhere() {
        person("at2");
        person("at3");
        var mine = new Browser(http);
        assertThat(mine.signIn("at2", PASSWORD)).hasStatusOk();
        for (int i = 0; i < 4; i++) new Browser(http).signIn("at3", "a guess");
        assertThat(mine.signIn("at3", PASSWORD)).hasStatus(429);
        assertThat(mine.delete("/api/me/sessions")).hasStatus(204);
        for (int i = 0; i < 4; i++) new Browser(http).signIn("at2", "a guess");
        assertThat(mine.signIn("at2", PASSWORD)).hasStatus(429);
        assertThat(new Browser(http)
                        .with(new Cookie("ZHANGGUI_DEVICE", "made up"))
                        .signIn("at2", PASSWORD))
                .hasStatus(429);
    }

    @Test
    void oneAddressHasAHundredFailuresWhateverTheNames() {
        person("at4");
        var mine = new Browser(http);
        assertThat(mine.signIn("at4", PASSWORD)).hasStatusOk();
        db.execute("update accounts.address_failure set count = ?", Attempts.FROM_ADDRESS - 1);
        assertThat(new Browser(http).signIn("at4-no-such-1", "a guess")).hasStatus(401);
        var refused = new Browser(http).signIn("at4-no-such-2", "a guess");
        assertThat(refused).hasStatus(429).headers().containsHeader("Retry-After");
        assertThat(store.failure("name:at4-no-such-2")).isEmpty();
        person("at5");
        assertThat(new Browser(http).signIn("at5", PASSWORD)).hasStatus(429);
        assertThat(mine.signIn("at4", PASSWORD)).hasStatusOk();
        // It is over by itself.
        db.execute("update accounts.address_failure set until = now()");
        assertThat(new Browser(http).signIn("at5", PASSWORD)).hasStatusOk();
    }

    @Test
    void signingInDoesNotCountAgainstAnAddress() {
        person("at6");
        for (int i = 0; i < 3; i++)
            assertThat(new Browser(http).signIn("at6", PASSWORD)).hasStatusOk();
        assertThat(db.fetchValue("select coalesce(sum(count), 0) from accounts.address_failure"))
                .isEqualTo(0L);
    }

    @Test
    void whoIsSignedInCannotGuessTheNextPasswordUncounted() {
        person("at7");
        person("at8");
        var thief = new Browser(http);
        assertThat(thief.signIn("at7", PASSWORD)).hasStatusOk();
        for (int i = 0; i < 4; i++) {
            var body = "{\"username\":\"at8\",\"password\":\"guess %d\"}".formatted(i);
            assertThat(thief.post("/api/session", body, "guessing-" + i)).hasStatus(401);
        }
        assertThat(store.failure("name:at8").orElseThrow().count()).isEqualTo(4);
        assertThat(thief.post(
                        "/api/session",
                        "{\"username\":\"at8\",\"password\":\"%s\"}".formatted(PASSWORD),
                        "guessing-more"))
                .hasStatus(429);
    }

    @Test
    void addressesOfOneHouseCountTogether() {
        assertThat(Attempts.network("2001:db8:1:2:3:4:5:6")).isEqualTo(Attempts.network("2001:db8:1:2::9"));
        assertThat(Attempts.network("2001:db8:1:2::1")).isNotEqualTo(Attempts.network("2001:db8:1:3::1"));
        assertThat(Attempts.network("192.0.2.7")).isNotEqualTo(Attempts.network("192.0.2.8"));
        assertThat(Attempts.network("no address")).isEqualTo("no address");
    }

    private UUID person(String username) {
        var id = people.add(People.NewPerson.named(username, null));
        accounts.open(new Accounts.NewAccount(id, username, PASSWORD, Language.ZH, List.of("salesperson")));
        return id;
    }
}

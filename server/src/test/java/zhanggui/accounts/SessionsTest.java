package zhanggui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.people.People;
import zhanggui.texts.Language;

/** How long sessions last, and what people see and end of their own. */
@TestPropertySource(properties = "test.database=accounts")
class SessionsTest extends TestApplication {
    private static final String PASSWORD = "correct horse battery";

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

    @BeforeAll
    void company() {
        world.exists();
    }

    @Test
    void aSessionNobodyUsesForTwelveHoursIsOver() {
        var id = person("se1");
        var browser = signedIn("se1");
        used(id, Duration.ofHours(11).plusMinutes(59));
        assertThat(browser.get("/api/lists/people/rows")).hasStatusOk();
        used(id, Duration.ofHours(12).plusMinutes(1));
        assertThat(browser.get("/api/lists/people/rows")).hasStatus(401);
    }

    @Test
    void aSessionIsOverAfterSevenDaysHoweverMuchItIsUsed() {
        var li = world.id("li");
        var now = Instant.now();
        assertThat(http.get()
                        .uri("/api/lists/people/rows")
                        .with(TestSignIn.as(li, now.minus(Duration.ofDays(7)).plusSeconds(60))))
                .hasStatusOk();
        assertThat(http.get()
                        .uri("/api/lists/people/rows")
                        .with(TestSignIn.as(li, now.minus(Duration.ofDays(7)).minusSeconds(1))))
                .hasStatus(401);
    }

    @Test
    void peopleSeeWhereTheyAreSignedInAndEndTheRest() {
        var id = person("se2");
        var here = signedIn("se2");
        var there = signedIn("se2");
        var elsewhere = signedIn("se2");
        var seen = here.get("/api/me/sessions");
        assertThat(seen).bodyJson().extractingPath("length()").isEqualTo(3);
        assertThat(seen).bodyJson().extractingPath("[0].current").isEqualTo(true);
        assertThat(seen).bodyJson().extractingPath("[1].current").isEqualTo(false);
        assertThat(seen).bodyJson().extractingPath("[0].address").isEqualTo("127.0.0.1");
        assertThat(seen).bodyJson().extractingPath("[0].browser").isEqualTo("A test's browser");
        // What opens a session is told to nobody.
        assertThat(seen)
                .bodyText()
                .doesNotContain(new String(
                        java.util.Base64.getDecoder().decode(here.session().getValue())));
        assertThat(seen).bodyText().doesNotContain(here.session().getValue());
        assertThat(here.delete("/api/me/sessions/others")).hasStatus(204);
        assertThat(there.get("/api/lists/people/rows")).hasStatus(401);
        assertThat(elsewhere.get("/api/lists/people/rows")).hasStatus(401);
        assertThat(here.get("/api/lists/people/rows")).hasStatusOk();
        assertThat(db.fetchCount(db.selectFrom("audit.entry").where("action = 'signed-out' and subject_id = ?", id)))
                .isEqualTo(1);
    }

    @Test
    void oneOfOnesOwnIsEndedAndNeverAnothersSession() {
        person("se3");
        person("se4");
        var here = signedIn("se3");
        var there = signedIn("se3");
        var other = signedIn("se4");
        String others = read(other.get("/api/me/sessions"), "[0].id");
        assertThat(here.delete("/api/me/sessions/" + others)).hasStatus(204);
        assertThat(other.get("/api/lists/people/rows")).hasStatusOk();
        String mine = read(here.get("/api/me/sessions"), "[1].id");
        assertThat(here.delete("/api/me/sessions/" + mine)).hasStatus(204);
        assertThat(there.get("/api/lists/people/rows")).hasStatus(401);
        assertThat(here.get("/api/lists/people/rows")).hasStatusOk();
    }

    private static String read(org.springframework.test.web.servlet.assertj.MvcTestResult result, String path) {
        try {
            return com.jayway.jsonpath.JsonPath.read(result.getResponse().getContentAsString(), path);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The sessions of a person were last used so long ago. */
    private void used(UUID person, Duration ago) {
        var at = Instant.now().minus(ago).toEpochMilli();
        db.execute(
                "update accounts.spring_session set last_access_time = ?, expiry_time = ? + max_inactive_interval * 1000"
                        + " where principal_name = ?",
                at,
                at,
                person.toString());
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

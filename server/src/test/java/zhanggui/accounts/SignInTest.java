package zhanggui.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.people.People;
import zhanggui.texts.Language;

/** Signing in and out as browsers and machines do, with sessions as they are stored. */
@TestPropertySource(properties = "test.database=accounts")
class SignInTest extends TestApplication {
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
    JdbcIndexedSessionRepository sessions;

    @Autowired
    DSLContext db;

    @Autowired
    AttemptStore store;

    @BeforeAll
    void company() {
        world.exists();
    }

    @Test
    void aPersonSignsInWorksAndSignsOut() {
        person("s1", "salesperson");
        var browser = new Browser(http);
        assertThat(browser.get("/api/lists/people/rows")).hasStatus(401);
        var session = browser.signIn("S1", PASSWORD);
        assertThat(session).hasStatusOk().bodyJson().extractingPath("state").isEqualTo("SIGNED_IN");
        assertThat(session).bodyJson().extractingPath("me.username").isEqualTo("s1");
        assertThat(browser.get("/api/lists/people/rows")).hasStatusOk();
        var cookie = browser.session();
        assertThat(browser.delete("/api/session")).hasStatus(204);
        assertThat(new Browser(http).with(cookie).get("/api/lists/people/rows")).hasStatus(401);
    }

    @Test
    void wrongPasswordsMakeOneWaitWhetherOrNotTheNameExists() throws Exception {
        person("s2", "salesperson");
        for (var name : List.of("s2", "nobody-at-all")) {
            for (int i = 0; i < 4; i++) {
                var wrong = new Browser(http).signIn(name, "wrong password");
                assertThat(wrong).hasStatus(401);
                assertThat(wrong).bodyJson().extractingPath("code").isEqualTo("sign-in-failed");
            }
            var waiting = new Browser(http).signIn(name, PASSWORD);
            assertThat(waiting).hasStatus(429);
            assertThat(waiting).headers().containsHeader("Retry-After");
        }
        Thread.sleep(1100);
        assertThat(new Browser(http).signIn("s2", PASSWORD)).hasStatusOk();
    }

    @Test
    void eachFailureDoublesTheWaitUpToAQuarterOfAnHour() {
        var now = Instant.parse("2026-03-01T08:00:00Z");
        for (int n = 1; n < 40; n++) {
            assertThat(store.attempt("doubling", now, 4, Duration.ofMinutes(15)))
                    .isTrue();
            var again = store.failure("doubling").orElseThrow().retryAfter();
            var wait = Duration.between(now, again);
            assertThat(wait)
                    .isEqualTo(n < 4 ? Duration.ZERO : Duration.ofSeconds(Math.min(900, 1L << Math.min(n - 4, 20))));
            if (n >= 4) {
                assertThat(store.attempt("doubling", again.minusMillis(1), 4, Duration.ofMinutes(15)))
                        .isFalse();
            }
            now = again;
        }
    }

    @Test
    void guessesAtTheSameTimeCountEach() throws Exception {
        person("own6", "salesperson");
        try (var many = Executors.newFixedThreadPool(12)) {
            var guesses = Stream.generate(() -> many.submit(() -> new Browser(http)
                            .signIn("own6", "guess")
                            .getResponse()
                            .getStatus()))
                    .limit(12)
                    .toList();
            int tried = 0;
            for (var guess : guesses) if (guess.get() == 401) tried++;
            assertThat(tried).isLessThanOrEqualTo(4);
        }
        assertThat(store.failure("name:own6").orElseThrow().count()).isEqualTo(4);
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndIsLogged() {
        person("own7", "salesperson");
        var here = signedIn("own7");
        var there = signedIn("own7");
        assertThat(here.put("/api/me/password", "{\"current\":\"not it\",\"next\":\"a quite new secret\"}"))
                .hasStatus(422);
        assertThat(here.put(
                        "/api/me/password", "{\"current\":\"%s\",\"next\":\"a quite new secret\"}".formatted(PASSWORD)))
                .hasStatus(204);
        assertThat(there.get("/api/lists/people/rows")).hasStatus(401);
        assertThat(here.get("/api/lists/people/rows")).hasStatusOk();
        assertThat(new Browser(http).signIn("own7", "a quite new secret")).hasStatusOk();
        assertThat(db.fetchCount(
                        DSL.table("audit.entry"),
                        DSL.condition("subject_name = 'own7' and action in ('changed', 'sign-in-failed')")))
                .isEqualTo(2);
    }

    @Test
    void theSecretOfATokenIsNotKeptWithTheAnswer() {
        person("own8", "salesperson");
        var browser = signedIn("own8");
        var body = "{\"name\":\"t\",\"scopes\":[\"customers:read\"],\"expiresOn\":\"%s\"}"
                .formatted(LocalDate.now().plusMonths(1));
        assertThat(browser.post("/api/me/tokens", body, "token-once-1")).hasStatus(201);
        assertThat(db.fetchValue("select body from requests.answer where key = 'token-once-1'"))
                .isNull();
        var again = browser.post("/api/me/tokens", body, "token-once-1");
        assertThat(again).hasStatus(409);
        assertThat(again).bodyJson().extractingPath("code").isEqualTo("answer-not-kept");
        assertThat(browser.get("/api/me/tokens"))
                .bodyJson()
                .extractingPath("length()")
                .isEqualTo(1);
    }

    @Test
    void withoutTheTokenOfThePageNothingIsWritten() {
        assertThat(http.post()
                        .uri("/api/session")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"username\":\"x\",\"password\":\"y\"}"))
                .hasStatus(403);
        assertThat(http.put()
                        .uri("/api/me/language")
                        .with(csrf().useInvalidToken())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"language\":\"en\"}"))
                .hasStatus(403);
    }

    @Test
    void aSessionThatWasPlantedIsNotTheOneSignedInWith() {
        person("s3", "salesperson");
        person("s4", "salesperson");
        var thief = new Browser(http);
        thief.signIn("s3", PASSWORD);
        var planted = thief.session();
        var victim = new Browser(http).with(planted);
        assertThat(victim.signIn("s4", PASSWORD)).hasStatusOk();
        assertThat(victim.session().getValue()).isNotEqualTo(planted.getValue());
        assertThat(new Browser(http).with(planted).get("/api/lists/people/rows"))
                .hasStatus(401);
    }

    @Test
    void signingOutEverywhereEndsEverySession() {
        person("s5", "salesperson");
        var here = signedIn("s5");
        var there = signedIn("s5");
        assertThat(here.delete("/api/me/sessions")).hasStatus(204);
        assertThat(there.get("/api/lists/people/rows")).hasStatus(401);
        assertThat(here.get("/api/lists/people/rows")).hasStatus(401);
        assertThat(signedIn("s5").get("/api/lists/people/rows")).hasStatusOk();
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        person("s6", "salesperson");
        var here = signedIn("s6");
        var there = signedIn("s6");
        assertThat(here.put("/api/me/password", "{\"current\":\"wrong\",\"next\":\"a new one, longer\"}"))
                .hasStatus(422);
        assertThat(here.put(
                        "/api/me/password", "{\"current\":\"%s\",\"next\":\"a new one, longer\"}".formatted(PASSWORD)))
                .hasStatus(204);
        assertThat(there.get("/api/lists/people/rows")).hasStatus(401);
        assertThat(new Browser(http).signIn("s6", PASSWORD)).hasStatus(401);
        assertThat(new Browser(http).signIn("s6", "a new one, longer")).hasStatusOk();
    }

    @Test
    void aTokenMayDoWhatItWasMadeForUntilItsDayOrItsEnd() {
        person("s7", "salesperson");
        var browser = signedIn("s7");
        var day = world.today().plusDays(10);
        var body = "{\"name\":\"machine\",\"scopes\":[\"people:read\"],\"expiresOn\":\"%s\"}".formatted(day);
        var token = value(browser.post("/api/me/tokens", body), "token");
        assertThat(bearer("/api/lists/people/rows", token)).hasStatusOk();
        assertThat(browser.get("/api/lists/audit/rows")).hasStatus(403);
        assertThat(browser.get("/api/lists/jobs/rows")).hasStatusOk();
        assertThat(bearer("/api/lists/jobs/rows", token)).hasStatus(403);
        assertThat(bearer("/api/lists/audit/rows", token)).hasStatus(403);
        assertThat(bearer("/api/lists/people/rows", "zg_something-else")).hasStatus(401);
        assertThat(http.post()
                        .uri("/api/me/tokens")
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .hasStatus(403);
        var beyond = browser.post("/api/me/tokens", body.replace("people:read", "accounts:edit"));
        assertThat(beyond).hasStatus(422);
        db.execute("update accounts.token set expires_on = current_date where name = 'machine'");
        assertThat(bearer("/api/lists/people/rows", token)).hasStatus(401);

        var second = browser.post("/api/me/tokens", body);
        assertThat(bearer("/api/lists/people/rows", value(second, "token"))).hasStatusOk();
        assertThat(browser.delete("/api/me/tokens/" + value(second, "id"))).hasStatus(204);
        assertThat(bearer("/api/lists/people/rows", value(second, "token"))).hasStatus(401);
    }

    @Test
    void whoLeftCannotSignInAnyMore() {
        var id = person("s8", "salesperson");
        var browser = signedIn("s8");
        assertThat(http.put()
                        .uri("/api/people/" + id)
                        .with(world.as("ops"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"s8\",\"leftOn\":\"%s\",\"version\":1}".formatted(world.today())))
                .hasStatusOk();
        assertThat(browser.get("/api/lists/people/rows")).hasStatus(401);
        assertThat(new Browser(http).signIn("s8", PASSWORD)).hasStatus(401);
    }

    @Test
    void expiredSessionsAreSweptAwayByTheServerItself() {
        var id = person("s9", "salesperson");
        signedIn("s9");
        var expired = "update accounts.spring_session set expiry_time = 1 where principal_name = ?";
        assertThat(db.execute(expired, id.toString())).isEqualTo(1);
        assertThat(JdbcIndexedSessionRepository.DEFAULT_CLEANUP_CRON).isNotBlank();
        sessions.cleanUpExpiredSessions();
        assertThat(db.fetchValue("select count(*) from accounts.spring_session where expiry_time = 1"))
                .isEqualTo(0L);
    }

    @Test
    void aSessionIsKeptAliveByUseAndWrittenOnceAMinuteOnly() {
        var id = person("s10", "salesperson");
        var browser = signedIn("s10");
        var used = "select last_access_time from accounts.spring_session where principal_name = ?";
        var begun = db.fetchValue(used, id.toString());
        assertThat(browser.get("/api/lists/customers/rows")).hasStatusOk();
        assertThat(db.fetchValue(used, id.toString())).isEqualTo(begun);
        db.execute(
                "update accounts.spring_session set last_access_time = last_access_time - 120000,"
                        + " expiry_time = expiry_time - 120000 where principal_name = ?",
                id.toString());
        assertThat(browser.get("/api/lists/customers/rows")).hasStatusOk();
        assertThat((Long) db.fetchValue(used, id.toString())).isGreaterThanOrEqualTo((Long) begun);
        assertThat(browser.get("/api/lists/customers/rows")).hasStatusOk();
    }

    private Browser signedIn(String username) {
        var browser = new Browser(http);
        assertThat(browser.signIn(username, PASSWORD)).hasStatusOk();
        return browser;
    }

    private UUID person(String username, String role) {
        var id = people.add(People.NewPerson.named(username, null));
        accounts.open(new Accounts.NewAccount(id, username, PASSWORD, Language.ZH, List.of(role)));
        return id;
    }

    private MvcTestResult bearer(String uri, String token) {
        return http.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
    }

    private static String value(MvcTestResult result, String path) {
        try {
            return com.jayway.jsonpath.JsonPath.read(result.getResponse().getContentAsString(), path);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

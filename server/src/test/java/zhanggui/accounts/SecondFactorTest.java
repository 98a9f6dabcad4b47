package zhanggui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.accounts.factors.FactorStore;
import zhanggui.accounts.factors.Totp;
import zhanggui.people.People;
import zhanggui.texts.Language;

/** The second factor: set up, shown, lost, and asked for by the company; through the API, as browsers do it. */
@TestPropertySource(properties = "test.database=accounts")
class SecondFactorTest extends TestApplication {
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
    FactorStore factors;

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

    @AfterEach
    void nothingIsDemanded() {
        db.execute("update accounts.sign_in_rules set second_factor = 'OPTIONAL'");
        db.execute("delete from accounts.second_factor where person_id = ?", world.id("admin"));
    }

    @Test
    void onceSetUpItIsAskedForAfterThePassword() {
        var id = person("tf1", "salesperson");
        var here = signedIn("tf1");
        var there = signedIn("tf1");
        assertThat(here.post("/api/me/second-factor", "{\"password\":\"not it\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("password");
        var begun = here.post("/api/me/second-factor", "{\"password\":\"%s\"}".formatted(PASSWORD));
        assertThat(begun).hasStatus(201).headers().hasValue("Cache-Control", "no-store");
        String uri = read(begun, "uri");
        assertThat(uri).startsWith("otpauth://totp/").contains("tf1").contains("secret=" + read(begun, "secret"));
        // Nothing is asked for before a code has confirmed it.
        assertThat(new Browser(http).signIn("tf1", PASSWORD))
                .bodyJson()
                .extractingPath("state")
                .isEqualTo("SIGNED_IN");
        assertThat(here.put("/api/me/second-factor", code("000 000"))).hasStatus(422);
        var before = here.session();
        assertThat(here.put("/api/me/second-factor", code(now(id))))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("codes.length()")
                .isEqualTo(10);
        assertThat(here.get("/api/lists/people/rows")).hasStatusOk();
        assertThat(here.session().getValue()).isNotEqualTo(before.getValue());
        assertThat(there.get("/api/lists/people/rows")).hasStatus(401);

        var browser = new Browser(http);
        assertThat(browser.signIn("tf1", PASSWORD))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("state")
                .isEqualTo("CODE");
        assertThat(browser.get("/api/lists/people/rows")).hasStatus(401);
        assertThat(browser.get("/api/me/second-factor")).hasStatus(401);
        var half = browser.session();
        assertThat(browser.post("/api/session/second-factor", code(next(id))))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("state")
                .isEqualTo("SIGNED_IN");
        assertThat(browser.get("/api/lists/people/rows")).hasStatusOk();
        assertThat(browser.session().getValue()).isNotEqualTo(half.getValue());
        assertThat(new Browser(http).with(half).get("/api/lists/people/rows")).hasStatus(401);
    }

    @Test
    void aCodeCountsOnce() {
        var id = person("tf2", "salesperson");
        enrol("tf2", id);
        var used = next(id);
        assertThat(half("tf2").post("/api/session/second-factor", code(used))).hasStatusOk();
        assertThat(half("tf2").post("/api/session/second-factor", code(used)))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].code")
                .isEqualTo("code-wrong");
        // Neither does the one that confirmed it, nor any before.
        assertThat(half("tf2").post("/api/session/second-factor", code(now(id))))
                .hasStatus(422);
    }

    @Test
    void wrongCodesMakeOneWaitLikeWrongPasswords() {
        var id = person("tf3", "salesperson");
        enrol("tf3", id);
        var browser = half("tf3");
        for (int i = 0; i < 4; i++)
            assertThat(browser.post("/api/session/second-factor", code("00000" + i)))
                    .hasStatus(422);
        assertThat(browser.post("/api/session/second-factor", code(next(id))))
                .hasStatus(429)
                .headers()
                .containsHeader("Retry-After");
        // Not even the password again, from another browser, is a way around.
        assertThat(half("tf3").post("/api/session/second-factor", code(next(id))))
                .hasStatus(429);
        assertThat(db.fetchCount(
                        db.selectFrom("audit.entry").where("action = 'sign-in-failed' and subject_id = ?", id)))
                .isEqualTo(4);
    }

    @Test
    void aRecoveryCodeStandsInOnceForALostApp() {
        var id = person("tf4", "salesperson");
        var codes = enrol("tf4", id);
        var browser = half("tf4");
        var typed = codes.get(3).toLowerCase().replace('-', ' ');
        assertThat(browser.post("/api/session/second-factor", code(typed))).hasStatusOk();
        assertThat(browser.get("/api/me/second-factor"))
                .bodyJson()
                .extractingPath("recoveryCodes")
                .isEqualTo(9);
        assertThat(half("tf4").post("/api/session/second-factor", code(codes.get(3))))
                .hasStatus(422);
        // New ones take the place of all others.
        var renewed = browser.post("/api/me/second-factor/recovery-codes", code(codes.get(4)));
        assertThat(renewed).hasStatusOk().headers().hasValue("Cache-Control", "no-store");
        assertThat(half("tf4").post("/api/session/second-factor", code(codes.get(5))))
                .hasStatus(422);
        List<String> fresh = read(renewed, "codes");
        assertThat(half("tf4").post("/api/session/second-factor", code(fresh.getFirst())))
                .hasStatusOk();
        assertThat(browser.post("/api/me/second-factor/end", code(fresh.get(1))))
                .hasStatus(204);
        assertThat(new Browser(http).signIn("tf4", PASSWORD))
                .bodyJson()
                .extractingPath("state")
                .isEqualTo("SIGNED_IN");
    }

    @Test
    void theSecretIsToldOnceAndStandsNowhere() {
        var id = person("tf5", "salesperson");
        var browser = signedIn("tf5");
        var begun = browser.post("/api/me/second-factor", "{\"password\":\"%s\"}".formatted(PASSWORD), "begin-once-1");
        String secret = read(begun, "secret");
        var codes = (List<String>) read(browser.put("/api/me/second-factor", code(now(id))), "codes");
        assertThat(db.fetchValue("select body from requests.answer where key = 'begin-once-1'"))
                .isNull();
        assertThat(browser.post("/api/me/second-factor", "{\"password\":\"%s\"}".formatted(PASSWORD), "begin-once-1"))
                .hasStatus(409);
        assertThat(browser.post("/api/me/second-factor", "{\"password\":\"%s\"}".formatted(PASSWORD)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("second-factor-on");
        assertThat(browser.get("/api/me/second-factor")).bodyText().doesNotContain(secret);
        var raw = factors.secret(id, true).orElseThrow();
        assertThat(db.fetchSingle("select secret from accounts.second_factor where person_id = ?", id)
                        .get(0, byte[].class))
                .isNotEqualTo(raw)
                .hasSizeGreaterThan(raw.length);
        var everything = db.fetch("select to_jsonb(e)::text from audit.entry e").formatCSV()
                + db.fetch("select to_jsonb(r)::text from accounts.recovery_code r")
                        .formatCSV();
        assertThat(everything).doesNotContain(secret).doesNotContain(codes.getFirst());
    }

    @Test
    void anAdministratorResetsItForWhoeverLostEverything() {
        var id = person("tf6", "salesperson");
        enrol("tf6", id);
        var browser = half("tf6");
        assertThat(browser.post("/api/session/second-factor", code(next(id)))).hasStatusOk();
        assertThat(send(HttpMethod.GET, "/api/accounts/" + id, "", "admin"))
                .bodyJson()
                .extractingPath("secondFactor")
                .isEqualTo(true);
        assertThat(send(HttpMethod.DELETE, "/api/accounts/" + id + "/second-factor", "", "sun"))
                .hasStatus(403);
        assertThat(send(HttpMethod.DELETE, "/api/accounts/" + id + "/second-factor", "", "admin"))
                .hasStatus(204);
        assertThat(browser.get("/api/lists/people/rows")).hasStatus(401);
        assertThat(new Browser(http).signIn("tf6", PASSWORD))
                .bodyJson()
                .extractingPath("state")
                .isEqualTo("SIGNED_IN");
        assertThat(send(HttpMethod.GET, "/api/history/accounts/" + id, "", "admin"))
                .bodyText()
                .contains("双重验证")
                .contains("管理员");
    }

    @Test
    void whereEverybodyNeedsOneItIsSetUpBeforeAnythingIsAnswered() {
        var id = person("tf7", "salesperson");
        var open = signedIn("tf7");
        demand("EVERYBODY");
        // Whoever just signed in is led to it too.
        assertThat(open.get("/api/lists/people/rows")).hasStatus(401);
        assertThat(open.get("/api/session")).bodyJson().extractingPath("state").isEqualTo("ENROLMENT");
        var browser = new Browser(http);
        assertThat(browser.signIn("tf7", PASSWORD))
                .bodyJson()
                .extractingPath("state")
                .isEqualTo("ENROLMENT");
        assertThat(browser.get("/api/lists/people/rows")).hasStatus(401);
        assertThat(browser.get("/api/me/tokens")).hasStatus(401);
        assertThat(browser.post("/api/session/second-factor/enrolment", "")).hasStatusOk();
        assertThat(browser.put("/api/session/second-factor/enrolment", code("000000")))
                .hasStatus(422);
        assertThat(browser.get("/api/lists/people/rows")).hasStatus(401);
        var half = browser.session();
        var done = browser.put("/api/session/second-factor/enrolment", code(now(id)));
        assertThat(done)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("session.state")
                .isEqualTo("SIGNED_IN");
        assertThat(done).bodyJson().extractingPath("recoveryCodes.length()").isEqualTo(10);
        assertThat(browser.session().getValue()).isNotEqualTo(half.getValue());
        assertThat(browser.get("/api/lists/people/rows")).hasStatusOk();
        // A second one cannot be slipped in where one is.
        assertThat(half("tf7").post("/api/session/second-factor/enrolment", "")).hasStatus(401);
    }

    @Test
    void administratorsCanBeAskedAlone() {
        person("tf8", "salesperson");
        var id = person("tf9", "administrator");
        demand("ADMINISTRATION");
        assertThat(new Browser(http).signIn("tf8", PASSWORD))
                .bodyJson()
                .extractingPath("state")
                .isEqualTo("SIGNED_IN");
        assertThat(new Browser(http).signIn("tf9", PASSWORD))
                .bodyJson()
                .extractingPath("state")
                .isEqualTo("ENROLMENT");
        db.execute("delete from accounts.account where person_id = ?", id);
    }

    @Test
    void whoAsksItOfOthersHasItAndTheChangeIsLogged() {
        var version = db.fetchValue("select version from accounts.sign_in_rules");
        var body = "{\"secondFactor\":\"EVERYBODY\",\"version\":%s}".formatted(version);
        assertThat(send(HttpMethod.PUT, "/api/sign-in-rules", body, "admin"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].code")
                .isEqualTo("own-factor-first");
        assertThat(send(HttpMethod.PUT, "/api/sign-in-rules", body, "ops")).hasStatus(403);
        var id = person("tf10", "administrator");
        enrol("tf10", id);
        var browser = half("tf10");
        assertThat(browser.post("/api/session/second-factor", code(next(id)))).hasStatusOk();
        assertThat(browser.put("/api/sign-in-rules", body)).hasStatusOk();
        assertThat(browser.put("/api/sign-in-rules", body)).hasStatus(409);
        assertThat(browser.get("/api/history/sign-in-rules")).bodyText().contains("所有人必须");
        db.execute("delete from accounts.account where person_id = ?", id);
    }

    @Test
    void aTokenIsAFactorOfItsOwnAndSetsUpNothing() {
        var id = person("tf11", "salesperson");
        enrol("tf11", id);
        var browser = half("tf11");
        browser.post("/api/session/second-factor", code(next(id)));
        var made = browser.post(
                "/api/me/tokens",
                "{\"name\":\"t\",\"scopes\":[\"people:read\"],\"expiresOn\":\"%s\"}"
                        .formatted(world.today().plusDays(9)));
        assertThat(made).hasStatus(201);
        demand("EVERYBODY");
        var bearer = "Bearer " + read(made, "token");
        assertThat(http.get().uri("/api/lists/people/rows").header("Authorization", bearer))
                .hasStatusOk();
        assertThat(http.post()
                        .uri("/api/me/second-factor/end")
                        .header("Authorization", bearer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(code(next(id))))
                .hasStatus(403);
    }

    private void demand(String demand) {
        db.execute("update accounts.sign_in_rules set second_factor = ?", demand);
    }

    /** Somebody who has shown the password and is asked for the code. */
    private Browser half(String username) {
        var browser = new Browser(http);
        assertThat(browser.signIn(username, PASSWORD))
                .bodyJson()
                .extractingPath("state")
                .isEqualTo("CODE");
        return browser;
    }

    private List<String> enrol(String username, UUID id) {
        var browser = signedIn(username);
        assertThat(browser.post("/api/me/second-factor", "{\"password\":\"%s\"}".formatted(PASSWORD)))
                .hasStatus(201);
        return read(browser.put("/api/me/second-factor", code(now(id))), "codes");
    }

    private String now(UUID id) {
        return Totp.code(secret(id), Instant.now());
    }

    /** The code of the next half minute, which an app whose clock is fast shows already. */
    private String next(UUID id) {
        return Totp.code(secret(id), Instant.now().plusSeconds(30));
    }

    private byte[] secret(UUID id) {
        return factors.secret(id, true).or(() -> factors.secret(id, false)).orElseThrow();
    }

    private static String code(String code) {
        return "{\"code\":\"%s\"}".formatted(code);
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

    private MvcTestResult send(HttpMethod method, String uri, String body, String who) {
        return http.method(method)
                .uri(uri)
                .with(world.as(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static <T> T read(MvcTestResult result, String path) {
        try {
            return JsonPath.read(result.getResponse().getContentAsString(), path);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

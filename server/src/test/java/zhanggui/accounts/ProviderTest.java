package zhanggui.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.accounts.oidc.Claims;
import zhanggui.accounts.oidc.ProviderSettings.Match;
import zhanggui.people.People;
import zhanggui.texts.Language;

/** Signing in through the company's own sign-in, and everything that is no way in. Passwords are switched off here. */
class ProviderTest extends TestApplication {
    private static final FakeIssuer ISSUER = new FakeIssuer();
    private static final String FAILED = "/sign-in?problem=failed";
    private static final String UNKNOWN = "/sign-in?problem=unknown";

    @Autowired
    World world;

    @Autowired
    MockMvcTester http;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountStore store;

    @Autowired
    People people;

    @Autowired
    DSLContext db;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("zhanggui.oidc.issuer", ISSUER::address);
        properties.add("zhanggui.oidc.client-id", () -> FakeIssuer.CLIENT);
        properties.add("zhanggui.oidc.client-secret", () -> "a secret of the client");
        properties.add("zhanggui.oidc.patience", () -> "2s");
        properties.add("zhanggui.oidc.name", () -> "Head Office");
        properties.add("zhanggui.passwords.sign-in", () -> "false");
    }

    @BeforeAll
    void company() {
        world.exists();
    }

    @AfterAll
    void stop() {
        ISSUER.close();
    }

    @Test
    void whoseMailIsVerifiedComesInAndGoesOnWhereTheyWanted() {
        var browser = new Browser(http);
        var planted = begin(browser, "/api/session/provider?return=/customers?q=a", verified("LI@example.com"));
        var before = browser.session();
        assertThat(comeBack(browser, planted)).isEqualTo("/customers?q=a");
        assertThat(browser.session().getValue()).isNotEqualTo(before.getValue());
        assertThat(browser.get("/api/session"))
                .bodyJson()
                .extractingPath("me.username")
                .isEqualTo("li");
        assertThat(new Browser(http).with(before).get("/api/lists/people/rows")).hasStatus(401);
        assertThat(browser.get("/api/session"))
                .bodyJson()
                .extractingPath("provider")
                .isEqualTo("Head Office");
    }

    @Test
    void whatCannotBeTrustedIsNoWayIn() {
        for (Consumer<JWTClaimsSet.Builder> lie : List.<Consumer<JWTClaimsSet.Builder>>of(
                claims -> claims.claim("nonce", "of another flow"),
                claims -> claims.claim("nonce", null),
                claims -> claims.audience("another client"),
                claims -> claims.issuer("https://elsewhere.example"),
                claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600))),
                claims -> claims.subject(null))) {
            var browser = new Browser(http);
            var asked = begin(
                    browser, "/api/session/provider", verified("li@example.com").andThen(lie));
            assertThat(comeBack(browser, asked)).isEqualTo(FAILED);
            nobodyIsIn(browser);
        }
        var browser = new Browser(http);
        var asked = begin(browser, "/api/session/provider", verified("li@example.com"));
        ISSUER.signsWithAnotherKey();
        assertThat(comeBack(browser, asked)).isEqualTo(FAILED);
        nobodyIsIn(browser);
    }

    @Test
    void anAnswerBelongsToTheBrowserThatAskedAndCountsOnce() {
        var browser = new Browser(http);
        var asked = begin(browser, "/api/session/provider", verified("li@example.com"));
        // Brought to another browser, or under another state, it opens nothing.
        assertThat(comeBack(new Browser(http), asked)).isEqualTo(FAILED);
        assertThat(location(browser, "/api/session/provider/callback?code=c&state=made-up"))
                .isEqualTo(FAILED);
        nobodyIsIn(browser);
        asked = begin(browser, "/api/session/provider", verified("li@example.com"));
        assertThat(comeBack(browser, asked)).isEqualTo("/");
        assertThat(browser.delete("/api/session")).hasStatus(204);
        assertThat(comeBack(browser, asked)).isEqualTo(FAILED);
        nobodyIsIn(browser);
        asked = begin(browser, "/api/session/provider", verified("li@example.com"));
        assertThat(location(
                        browser,
                        "/api/session/provider/callback?error=access_denied&state=" + encoded(asked.get("state"))))
                .isEqualTo(FAILED);
        nobodyIsIn(browser);
    }

    @Test
    void aProviderThatSaysNothingIsNotWaitedForForEver() {
        var browser = new Browser(http);
        var asked = begin(browser, "/api/session/provider", verified("li@example.com"));
        ISSUER.fallsSilent();
        try {
            assertThat(comeBack(browser, asked)).isEqualTo(FAILED);
        } finally {
            ISSUER.speaksAgain();
        }
        nobodyIsIn(browser);
        asked = begin(browser, "/api/session/provider", verified("li@example.com"));
        assertThat(comeBack(browser, asked)).isEqualTo("/");
    }

    @Test
    void whoHasNoAccountHereIsTurnedAwayAndTheLogSaysWho() {
        unknown(verified("stranger@example.com"));
        unknown(claims -> claims.claim("email", "li@example.com"));
        unknown(claims -> claims.claim("email", "li@example.com").claim("email_verified", false));
        unknown(claims -> claims.claim("preferred_username", "li"));
        var gone = person("pv1", "pv1@example.com");
        db.execute("update accounts.account set disabled = true where person_id = ?", gone);
        unknown(verified("pv1@example.com"));
        // One mail of two people says nothing.
        person("pv2", "both@example.com");
        person("pv3", "both@example.com");
        unknown(verified("both@example.com"));
        assertThat(db.fetchCount(db.selectFrom("audit.entry")
                        .where("action = 'sign-in-failed' and subject_name = 'stranger@example.com'")))
                .isEqualTo(1);
    }

    @Test
    void onlyPagesOfThisSiteAreAWayBack() {
        for (var bad : List.of("//elsewhere.example", "https://elsewhere.example", "/%5Celsewhere.example", "/%0A")) {
            var browser = new Browser(http);
            var asked = begin(browser, "/api/session/provider?return=" + bad, verified("li@example.com"));
            assertThat(comeBack(browser, asked)).isEqualTo("/");
        }
    }

    @Test
    void aUserNameMatchesWhereThatIsConfigured() {
        assertThat(store.known(new Claims("s", null, "LI"), Match.USERNAME)
                        .orElseThrow()
                        .person())
                .isEqualTo(world.id("li"));
        assertThat(store.known(new Claims("s", "li@example.com", null), Match.USERNAME))
                .isEmpty();
    }

    @Test
    void passwordsOpenNothingWhereTheyAreSwitchedOff() {
        var id = people.add(People.NewPerson.named("pv4", null));
        accounts.open(new Accounts.NewAccount(id, "pv4", "correct horse battery", Language.ZH, List.of("salesperson")));
        assertThat(new Browser(http).signIn("pv4", "correct horse battery"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("passwords-off");
        assertThat(new Browser(http).get("/api/session"))
                .bodyJson()
                .extractingPath("passwords")
                .isEqualTo(false);
    }

    private void unknown(Consumer<JWTClaimsSet.Builder> says) {
        var browser = new Browser(http);
        assertThat(comeBack(browser, begin(browser, "/api/session/provider", says)))
                .isEqualTo(UNKNOWN);
        nobodyIsIn(browser);
    }

    private static void nobodyIsIn(Browser browser) {
        assertThat(browser.get("/api/lists/people/rows")).hasStatus(401);
    }

    private static Consumer<JWTClaimsSet.Builder> verified(String email) {
        return claims -> claims.claim("email", email).claim("email_verified", true);
    }

    /** Goes to the provider and has it say something; what the browser brought there. */
    private Map<String, String> begin(Browser browser, String path, Consumer<JWTClaimsSet.Builder> says) {
        var to = URI.create(location(browser, path));
        assertThat(to.toString()).startsWith(ISSUER.address() + "/authorize?");
        var asked = Arrays.stream(to.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], UTF_8)));
        assertThat(asked).containsEntry("response_type", "code").containsEntry("code_challenge_method", "S256");
        ISSUER.knows(asked, says);
        return asked;
    }

    private String comeBack(Browser browser, Map<String, String> asked) {
        return location(browser, "/api/session/provider/callback?code=c&state=" + encoded(asked.get("state")));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, UTF_8);
    }

    private String location(Browser browser, String path) {
        var answer = browser.get(URI.create(path));
        assertThat(answer).hasStatus(302);
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }

    private UUID person(String username, String email) {
        var id = people.add(People.NewPerson.named(username, email));
        accounts.open(new Accounts.NewAccount(id, username, null, Language.ZH, List.of("salesperson")));
        return id;
    }
}

package zhanggui.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.people.People;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** Administering accounts and roles, through the API. */
@TestPropertySource(properties = "test.database=accounts")
class AccountsTest extends TestApplication {
    private static final String PASSWORD = "correct horse battery";

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
    List<Permissions> permissions;

    @Autowired
    Texts texts;

    @Autowired
    DSLContext db;

    @BeforeAll
    void company() {
        world.exists();
    }

    @Test
    void anAccountIsOpenedForAPersonAndChanged() {
        var person = people.add(People.NewPerson.named("何一", null));
        var body = """
                {"person":"%s","username":"he1","password":"%s","language":"en","roles":["salesperson"]}
                """.formatted(person, PASSWORD);
        assertThat(post("/api/accounts", body)).hasStatus(201);
        assertThat(post("/api/accounts", body))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("person");
        assertThat(put("/api/accounts/" + person, edit("he-one", "manager", false, 1)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("roles")
                .isEqualTo(List.of("manager"));
        assertThat(put("/api/accounts/" + person, edit("he-two", "manager", false, 1)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("current.username")
                .isEqualTo("he-one");
        assertThat(put("/api/accounts/" + person, edit("ADMIN", "manager", false, 2)))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].code")
                .isEqualTo("taken");
        assertThat(get("/api/accounts/" + person, "admin"))
                .bodyJson()
                .extractingPath("hasPassword")
                .isEqualTo(true);
        assertThat(get("/api/history/accounts/" + person, "admin"))
                .bodyJson()
                .extractingPath("[0].changes[*].label")
                .asArray()
                .containsExactlyInAnyOrder("用户名", "角色");
    }

    @Test
    void theListShowsRolesInWordsAndWhoIsDisabled() {
        var filter = "{\"column\":\"username\",\"operator\":\"IS\",\"values\":[\"sun\"]}";
        var rows = http.get()
                .uri("/api/lists/accounts/rows?filter={f}", filter)
                .with(world.as("admin"))
                .exchange();
        assertThat(rows).bodyJson().extractingPath("rows[0].cells.roles").isEqualTo(List.of("manager"));
        assertThat(rows).bodyJson().extractingPath("rows[0].cells.unit.name").isEqualTo("华东");
        assertThat(rows).bodyJson().extractingPath("rows[0].cells.state").isEqualTo("ACTIVE");
        assertThat(get("/api/lists/accounts", "admin"))
                .bodyJson()
                .extractingPath("$.columns[?(@.key=='roles')].options[?(@.value=='manager')].label")
                .isEqualTo(List.of("销售经理"));
        for (var condition : List.of(
                "{\"column\":\"roles\",\"operator\":\"IS\",\"values\":[\"manager\"]}",
                "{\"column\":\"state\",\"operator\":\"IS\",\"values\":[\"ACTIVE\"]}",
                "{\"column\":\"roles\",\"operator\":\"NOT_EMPTY\",\"values\":[]}")) {
            assertThat(http.get()
                            .uri("/api/lists/accounts/rows?filter={f}&sort=state,unit,-lastSeenAt", condition)
                            .with(world.as("admin"))
                            .exchange())
                    .hasStatusOk();
        }
        var csv = http.get()
                .uri("/api/lists/accounts/export?format=csv&columns=username,roles&filter={f}", filter)
                .with(world.as("admin"))
                .exchange();
        assertThat(csv).bodyText().contains("sun").contains("销售经理");
    }

    @Test
    void onlyAdministratorsSeeAndChangeAccountsAndRoles() {
        var li = world.id("li");
        for (var who : List.of("li", "sun", "ops", "chen")) {
            assertThat(get("/api/accounts/" + li, who)).hasStatus(403);
            assertThat(get("/api/lists/accounts/rows", who)).hasStatus(403);
            assertThat(get("/api/roles", who)).hasStatus(403);
            assertThat(get("/api/permissions", who)).hasStatus(403);
            assertThat(send(HttpMethod.PUT, "/api/accounts/" + li, edit("li", "administrator", false, 1), who))
                    .hasStatus(403);
            assertThat(send(
                            HttpMethod.PUT,
                            "/api/accounts/" + li + "/password",
                            "{\"password\":\"%s\"}".formatted(PASSWORD),
                            who))
                    .hasStatus(403);
            assertThat(send(HttpMethod.POST, "/api/roles", role("x", "people:read", "ALL", 1), who))
                    .hasStatus(403);
        }
        assertThat(http.get().uri("/api/accounts/" + li).exchange()).hasStatus(401);
    }

    @Test
    void disablingEndsSessionsAndTokensAtOnce() {
        var person = person("he2", "salesperson");
        var browser = signedIn("he2");
        var made = browser.post(
                "/api/me/tokens",
                "{\"name\":\"t\",\"scopes\":[\"people:read\"],\"expiresOn\":\"%s\"}"
                        .formatted(world.today().plusDays(9)));
        assertThat(made).hasStatus(201);
        assertThat(put("/api/accounts/" + person, edit("he2", "salesperson", true, 1)))
                .hasStatusOk();
        assertThat(browser.get("/api/lists/people/rows")).hasStatus(401);
        assertThat(db.fetchValue("select count(*) from accounts.token where person_id = ?", person))
                .isEqualTo(0L);
        assertThat(db.fetchValue(
                        "select count(*) from accounts.spring_session where principal_name = ?", person.toString()))
                .isEqualTo(0L);
        assertThat(new Browser(http).signIn("he2", PASSWORD)).hasStatus(401);
        assertThat(put("/api/accounts/" + person, edit("he2", "salesperson", false, 2)))
                .hasStatusOk();
        assertThat(browser.get("/api/lists/people/rows")).hasStatus(401);
        assertThat(signedIn("he2").get("/api/lists/people/rows")).hasStatusOk();
    }

    @Test
    void administratorsSetPasswordsAndSignPeopleOut() {
        var person = person("he3", "salesperson");
        var browser = signedIn("he3");
        assertThat(send(HttpMethod.DELETE, "/api/accounts/" + person + "/sessions", "", "admin"))
                .hasStatus(204);
        assertThat(browser.get("/api/lists/people/rows")).hasStatus(401);
        browser = signedIn("he3");
        assertThat(put("/api/accounts/" + person + "/password", "{\"password\":\"short\"}"))
                .hasStatus(422);
        assertThat(put("/api/accounts/" + person + "/password", "{\"password\":\"another good one\"}"))
                .hasStatus(204);
        assertThat(browser.get("/api/lists/people/rows")).hasStatus(401);
        assertThat(new Browser(http).signIn("he3", PASSWORD)).hasStatus(401);
        assertThat(new Browser(http).signIn("he3", "another good one")).hasStatusOk();
        assertThat(get("/api/history/accounts/" + person, "admin")).bodyText().doesNotContain("another good one");
    }

    @Test
    void theLastAdministratorStays() {
        var admin = world.id("admin");
        var version = store.byPerson(admin).orElseThrow().version();
        assertLast(put("/api/accounts/" + admin, edit("admin", "administrator", true, version)));
        assertLast(put("/api/accounts/" + admin, edit("admin", "manager", false, version)));
        assertLast(send(
                HttpMethod.PUT,
                "/api/people/" + admin,
                "{\"name\":\"管理员\",\"leftOn\":\"%s\",\"version\":1}"
                        .formatted(world.today().plusDays(20)),
                "ops"));
        var id = roleId("administrator");
        assertLast(put("/api/roles/" + id, role("管理员", "people:read", "ALL", 1)));
        var second = person("he4", "administrator");
        assertThat(put("/api/accounts/" + admin, edit("admin", "manager", false, version)))
                .hasStatusOk();
        assertLast(send(HttpMethod.PUT, "/api/accounts/" + second, edit("he4", "manager", false, 1), second));
        assertThat(send(
                        HttpMethod.PUT,
                        "/api/accounts/" + admin,
                        edit("admin", "administrator", false, version + 1),
                        second))
                .hasStatusOk();
        db.execute("delete from accounts.account where person_id = ?", second);
    }

    @Test
    void aRoleIsMadeChangedAndRemoved() {
        var made = post("/api/roles", role("Key accounts", "people:read", "ALL", 1));
        assertThat(made).hasStatus(201).bodyJson().extractingPath("code").isEqualTo("key-accounts");
        var id = roleId("key-accounts");
        var person = person("he5", "key-accounts");
        var browser = signedIn("he5");
        assertThat(browser.get("/api/lists/products/rows")).hasStatus(403);
        assertThat(browser.get("/api/lists/people/rows")).hasStatusOk();
        assertThat(put("/api/roles/" + id, role("Key accounts", "products:read", "ALL", 1)))
                .hasStatusOk();
        assertThat(browser.get("/api/lists/products/rows")).hasStatusOk();
        assertThat(browser.get("/api/lists/people/rows")).hasStatus(403);
        assertThat(put("/api/roles/" + id, role("Key accounts", "products:read", "ALL", 1)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("current.version")
                .isEqualTo(2);
        assertThat(send(HttpMethod.DELETE, "/api/roles/" + id, "", "admin"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("role-in-use");
        assertThat(put("/api/accounts/" + person, edit("he5", "salesperson", false, 1)))
                .hasStatusOk();
        assertThat(send(HttpMethod.DELETE, "/api/roles/" + id, "", "admin")).hasStatus(204);
        assertThat(get("/api/roles", "admin")).bodyText().doesNotContain("key-accounts");
    }

    @Test
    void aRoleAllowsOnlyWhatThereIs() {
        assertThat(post("/api/roles", role("Fancy", "moon:land", "ALL", 1)))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("allows[0].permission");
        assertThat(post("/api/roles", role("Fancy", "jobs:read", "CHOSEN", 1)))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("allows[0].units");
        var chosen =
                "{\"name\":\"挑选\",\"nameEn\":\"挑选\",\"allows\":[{\"permission\":\"jobs:read\",\"reach\":\"CHOSEN\",\"units\":[\"%s\"]}]}";
        assertThat(post("/api/roles", chosen.formatted(UUID.randomUUID()))).hasStatus(422);
        assertThat(post("/api/roles", chosen.formatted(world.id("east"))))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("allows[0].units")
                .isEqualTo(List.of(world.id("east").toString()));
    }

    @Test
    void everyPermissionHasWordsInBothLanguages() {
        for (var permission : declared()) {
            for (var language : Language.values()) {
                assertThat(texts.find(language, "permission." + permission.module()))
                        .as(permission.name())
                        .isPresent();
                assertThat(texts.find(language, "permission." + permission.module() + "." + permission.action()))
                        .as(permission.name())
                        .isPresent();
            }
        }
        assertThat(get("/api/permissions", "admin"))
                .bodyJson()
                .extractingPath("$[?(@.module=='accounts')].permissions[*].label")
                .asArray()
                .contains("查看", "管理");
    }

    @Test
    void defaultRolesAllowOnlyWhatModulesDeclare() {
        var names = declared().stream().map(Permission::name).collect(Collectors.toSet());
        var modules = declared().stream().map(Permission::module).collect(Collectors.toSet());
        for (var role : DefaultRoles.ALL) {
            for (var allowed : role.allows()) {
                if (!modules.contains(allowed.permission().split(":")[0])) continue;
                assertThat(names).as(role.code()).contains(allowed.permission());
            }
            assertThat(role.allows()).extracting(Role.Allowed::permission).doesNotHaveDuplicates();
        }
    }

    private List<Permission> declared() {
        return permissions.stream().flatMap(p -> p.all().stream()).toList();
    }

    private UUID roleId(String code) {
        return db.fetchOne("select id from accounts.role where code = ?", code).get(0, UUID.class);
    }

    private static void assertLast(MvcTestResult result) {
        assertThat(result).hasStatus(409).bodyJson().extractingPath("code").isEqualTo("last-administrator");
    }

    private static String edit(String username, String role, boolean disabled, int version) {
        return "{\"username\":\"%s\",\"roles\":[\"%s\"],\"disabled\":%b,\"version\":%d}"
                .formatted(username, role, disabled, version);
    }

    private static String role(String name, String permission, String reach, int version) {
        return "{\"name\":\"%s\",\"nameEn\":\"%s\",\"allows\":[{\"permission\":\"%s\",\"reach\":\"%s\"}],\"version\":%d}"
                .formatted(name, name, permission, reach, version);
    }

    private UUID person(String username, String role) {
        var id = people.add(People.NewPerson.named(username, null));
        accounts.open(new Accounts.NewAccount(id, username, PASSWORD, Language.ZH, List.of(role)));
        return id;
    }

    private Browser signedIn(String username) {
        var browser = new Browser(http);
        assertThat(browser.signIn(username, PASSWORD)).hasStatusOk();
        return browser;
    }

    private MvcTestResult get(String uri, String who) {
        return http.get().uri(uri).with(world.as(who)).exchange();
    }

    private MvcTestResult post(String uri, String body) {
        return send(HttpMethod.POST, uri, body, "admin");
    }

    private MvcTestResult put(String uri, String body) {
        return send(HttpMethod.PUT, uri, body, "admin");
    }

    private MvcTestResult send(HttpMethod method, String uri, String body, String who) {
        return send(method, uri, body, world.id(who));
    }

    private MvcTestResult send(HttpMethod method, String uri, String body, UUID who) {
        return http.method(method)
                .uri(uri)
                .with(TestSignIn.as(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}

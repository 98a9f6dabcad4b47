package zhanggui.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import zhanggui.TestApplication;
import zhanggui.World;

/** Who sees, uses and changes which saved view, through the API. */
@TestPropertySource(properties = "test.database=views")
class SavedViewsTest extends TestApplication {
    private static final String VIEWS = "/api/lists/customers/views";

    @Autowired
    World world;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext db;

    private Asking asking;

    @BeforeAll
    void company() {
        world.exists();
        asking = new Asking(world, http);
    }

    @BeforeEach
    void noViews() {
        db.execute("delete from views.role_opening");
        db.execute("delete from views.own_list");
        db.execute("delete from views.view");
    }

    @Test
    void aViewKeepsFilterOrderColumnsAndLayout() {
        var id = asking.made("li", VIEWS, """
                {"name":" 大客户 ","filter":{"column":"level","operator":"IS","values":["A"]},"sort":["-name"],
                 "columns":[{"key":"name","width":240,"pin":"LEFT"},{"key":"level","width":null,"pin":null}],
                 "layout":"BOARD","groupBy":"status","sharing":null}""");
        var view = asking.read("li", VIEWS).at("/views/0");
        assertThat(view.get("id").asString()).isEqualTo(id);
        assertThat(view.get("name").asString()).isEqualTo("大客户");
        assertThat(view.at("/filter/values/0").asString()).isEqualTo("A");
        assertThat(view.at("/sort/0").asString()).isEqualTo("-name");
        assertThat(view.at("/columns/0").toString()).isEqualTo("{\"key\":\"name\",\"width\":240,\"pin\":\"LEFT\"}");
        assertThat(view.get("layout").asString()).isEqualTo("BOARD");
        assertThat(view.get("groupBy").asString()).isEqualTo("status");
        assertThat(view.get("mayChange").asBoolean()).isTrue();
        assertThat(view.get("unfit").isNull()).isTrue();
        assertThat(tabs("li")).contains("all", id);
    }

    @Test
    void anothersOwnViewIsLikeOneThatNeverWas() {
        var id = asking.made("li", VIEWS, Asking.view("我的", "null"));
        for (var who : List.of("wang", "sun", "ops", "admin")) {
            assertThat(seenBy(who)).isEmpty();
            var foreign = asking.put(who, "/api/views/" + id, Asking.view("x", "null", 1));
            var never = asking.put(who, "/api/views/" + UUID.randomUUID(), Asking.view("x", "null", 1));
            assertThat(foreign).hasStatus(404);
            assertThat(foreign.getResponse().getContentLength())
                    .isEqualTo(never.getResponse().getContentLength());
            assertThat(asking.delete(who, "/api/views/" + id)).hasStatus(404);
            assertThat(asking.put(who, "/api/lists/customers/opening", "{\"view\":\"%s\"}".formatted(id)))
                    .hasStatus(422);
            assertThat(asking.get(who, "/api/history/views/" + id)).hasStatus(404);
        }
        assertThat(seenBy("li")).containsExactly("我的");
    }

    @Test
    void aDepartmentSharesWithAllBelowItAndWithNobodyElse() {
        asking.made("ops", VIEWS, Asking.view("华东的", Asking.units(world.id("east"))));
        for (var who : List.of("sun", "zhou", "li", "wang", "wu"))
            assertThat(seenBy(who)).as(who).containsExactly("华东的");
        for (var who : List.of("zhao")) assertThat(seenBy(who)).as(who).isEmpty();
        // Whoever may share looks after it, but has no tab of it.
        assertThat(seenBy("chen")).containsExactly("华东的");
        assertThat(asking.read("chen", VIEWS)
                        .get("tabs")
                        .valueStream()
                        .toList()
                        .getLast()
                        .get("hidden")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void rolesAndEverybodyAreSharedWith() {
        asking.made("ops", VIEWS, Asking.view("销售的", Asking.roles(role("salesperson"))));
        asking.made("ops", VIEWS, Asking.view("大家的", Asking.EVERYBODY));
        assertThat(seenBy("li")).containsExactlyInAnyOrder("销售的", "大家的");
        assertThat(seenBy("sun")).containsExactly("大家的");
    }

    @Test
    void onlyWhoMayShareSharesAndChangesWhatOthersShare() {
        assertThat(asking.post("li", VIEWS, Asking.view("共享", Asking.EVERYBODY)))
                .hasStatus(403);
        assertThat(asking.post("sun", VIEWS, Asking.view("共享", Asking.units(world.id("east")))))
                .hasStatus(403);
        var own = asking.made("li", VIEWS, Asking.view("我的", "null"));
        assertThat(asking.put("li", "/api/views/" + own, Asking.view("我的", Asking.EVERYBODY, 1)))
                .hasStatus(403);
        var shared = asking.made("ops", VIEWS, Asking.view("大家的", Asking.EVERYBODY));
        assertThat(asking.put("li", "/api/views/" + shared, Asking.view("改", Asking.EVERYBODY, 1)))
                .hasStatus(403);
        assertThat(asking.delete("sun", "/api/views/" + shared)).hasStatus(403);
        assertThat(asking.put("chen", "/api/views/" + shared, Asking.view("改", Asking.EVERYBODY, 1)))
                .hasStatusOk();
        assertThat(asking.delete("admin", "/api/views/" + shared)).hasStatus(204);
    }

    @Test
    void anOwnerWhoMayNoLongerShareStillChangesOrWithdraws() {
        var id = asking.made("li", VIEWS, Asking.view("旧共享", "null"));
        db.execute("update views.view set everybody = true where id = ?", UUID.fromString(id));
        assertThat(asking.put("li", "/api/views/" + id, Asking.view("新名", Asking.EVERYBODY, 1)))
                .hasStatusOk();
        assertThat(seenBy("wang")).containsExactly("新名");
        assertThat(asking.put("li", "/api/views/" + id, Asking.view("新名", "null", 2)))
                .hasStatusOk();
        assertThat(seenBy("wang")).isEmpty();
    }

    @Test
    void sharingAViewSharesNoRows() {
        asking.post("zhao", "/api/customers", "{\"name\":\"南方机电\"}");
        asking.made("ops", VIEWS, Asking.view("大家的", Asking.EVERYBODY));
        var filter = asking.read("li", VIEWS).at("/views/0/filter").toString();
        var rows = http.get()
                .uri("/api/lists/customers/rows?filter={f}", filter)
                .with(world.as("li"))
                .exchange();
        assertThat(rows).hasStatusOk().bodyText().doesNotContain("南方机电");
    }

    @Test
    void whoCannotOpenTheListSeesNoViewsOfIt() {
        assertThat(asking.get("li", "/api/lists/accounts/views")).hasStatus(403);
        assertThat(asking.post("li", "/api/lists/accounts/views", Asking.view("x", "null")))
                .hasStatus(403);
        assertThat(asking.get("li", "/api/lists/nothing/views")).hasStatus(404);
    }

    @Test
    void whoSavesOnAnOldStateIsToldTheNewOne() {
        var id = asking.made("li", VIEWS, Asking.view("一", "null"));
        assertThat(asking.put("li", "/api/views/" + id, Asking.view("二", "null", 1)))
                .hasStatusOk();
        assertThat(asking.put("li", "/api/views/" + id, Asking.view("三", "null", 1)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("current.name")
                .isEqualTo("二");
    }

    @Test
    void whatIsWrongIsRefusedByField() {
        asking.made("li", VIEWS, Asking.view("同名", "null"));
        refused("name", Asking.view("同名", "null"));
        refused("name", Asking.view(" ", "null"));
        refused("name", Asking.view("长".repeat(61), "null"));
        refused(
                "filter",
                Asking.view("a", "null")
                        .replace(
                                "\"filter\":null",
                                "\"filter\":{\"column\":\"secret\",\"operator\":\"IS\",\"values\":[\"x\"]}"));
        refused("filter", Asking.view("a", "null").replace("\"filter\":null", "\"filter\":[1]"));
        refused("sort", Asking.view("a", "null").replace("\"sort\":[]", "\"sort\":[\"secret\"]"));
        refused("columns", Asking.view("a", "null").replace("\"columns\":[]", "\"columns\":[{\"key\":\"secret\"}]"));
        refused(
                "columns[0].width",
                Asking.view("a", "null").replace("\"columns\":[]", "\"columns\":[{\"key\":\"name\",\"width\":1}]"));
        refused("groupBy", Asking.view("a", "null").replace("\"groupBy\":null", "\"groupBy\":\"name\""));
        assertThat(asking.post("ops", VIEWS, Asking.view("a", Asking.units(UUID.randomUUID()))))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("sharing.units");
        // Another person, or another list, may use the name.
        asking.made("wang", VIEWS, Asking.view("同名", "null"));
        asking.made("li", "/api/lists/contacts/views", Asking.view("同名", "null"));
    }

    @Test
    void aListHoldsAHundredViewsOfAPersonAndNoMore() {
        db.execute(
                "insert into views.view (list, owner_id, name, filter, layout)"
                        + " select 'customers', ?, 'v' || n, '{\"all\":[]}', 'TABLE' from generate_series(1, 100) n",
                world.id("li"));
        assertThat(asking.post("li", VIEWS, Asking.view("多一个", "null")))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("too-many-views");
    }

    @Test
    void aViewThatNamesWhatIsGoneOpensWithoutItAndNeverWider() {
        db.execute("""
                insert into views.view (list, owner_id, name, filter, sort, columns, layout, everybody) values ('customers', ?,
                '旧', '{"all":[{"column":"custom.gone","operator":"IS","values":["1"]},{"column":"level","operator":"IS","values":["A"]}]}',
                '{custom.gone,-name}', '[{"key":"name"},{"key":"custom.gone"}]', 'TABLE', true)""", world.id("ops"));
        var view = asking.read("li", VIEWS).at("/views/0");
        assertThat(view.at("/unfit/columns/0").asString()).isEqualTo("custom.gone");
        assertThat(view.at("/unfit/conditions/0").asString()).isEqualTo("custom.gone");
        assertThat(view.at("/unfit/remaining").toString()).contains("level").doesNotContain("gone");
        assertThat(view.get("columns")).hasSize(1);
        assertThat(view.get("sort")).hasSize(1);
        var rows = http.get()
                .uri("/api/lists/customers/rows?filter={f}", view.get("filter").toString())
                .with(world.as("li"))
                .exchange();
        assertThat(rows).as("as it is, it finds nothing rather than more").hasStatus(422);
        db.execute("update views.view set filter = '{\"column\":\"x\",\"operator\":\"NO_MORE\"}'");
        assertThat(asking.read("li", VIEWS).at("/views/0/unfit/conditions")).isNotEmpty();
    }

    @Test
    void peopleUnitsAndRolesMayGoAndViewsStay() {
        var role = UUID.fromString(String.valueOf(db.fetchValue(
                "insert into accounts.role (code, name, name_en) values ('passing', '临时', 'Passing') returning id")));
        var id = asking.made("ops", VIEWS, Asking.view("大家的", """
                {"everybody":true,"units":["%s"],"roles":["%s"]}""".formatted(world.id("south"), role)));
        asking.put("ops", "/api/lists/customers/opening/" + role, "{\"view\":\"%s\"}".formatted(id));
        db.execute("delete from accounts.role where id = ?", role);
        var view = asking.read("li", VIEWS).at("/views/0");
        assertThat(view.at("/sharing/roles")).isEmpty();
        assertThat(view.at("/sharing/units/0/name").asString()).isEqualTo("华南");
    }

    @Test
    void whatBecomesOfSharedViewsIsLogged() {
        var own = asking.made("ops", VIEWS, Asking.view("只给自己", "null"));
        assertThat(db.fetchValue("select count(*) from audit.entry where subject_id = ?", UUID.fromString(own)))
                .isEqualTo(0L);
        assertThat(asking.put("ops", "/api/views/" + own, Asking.view("给大家", Asking.EVERYBODY, 1)))
                .hasStatusOk();
        assertThat(asking.get("li", "/api/history/views/" + own))
                .bodyText()
                .contains("所有人")
                .contains("给大家");
        assertThat(asking.delete("ops", "/api/views/" + own)).hasStatus(204);
        assertThat(db.fetch("select action from audit.entry where subject_id = ? order by at", UUID.fromString(own))
                        .getValues(0))
                .isEqualTo(List.of("created", "deleted"));
    }

    private void refused(String field, String body) {
        assertThat(asking.post("li", VIEWS, body))
                .as(body)
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo(field);
    }

    private UUID role(String code) {
        return UUID.fromString(String.valueOf(db.fetchValue("select id from accounts.role where code = ?", code)));
    }

    private List<String> seenBy(String who) {
        return names(asking.read(who, VIEWS).get("views"), "name");
    }

    private List<String> tabs(String who) {
        return names(asking.read(who, VIEWS).get("tabs"), "key");
    }

    private static List<String> names(JsonNode of, String field) {
        return of.valueStream().map(one -> one.get(field).asString()).toList();
    }
}

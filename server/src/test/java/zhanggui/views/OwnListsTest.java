package zhanggui.views;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Tabs, columns, and with what a list opens, for each person and by role. */
@TestPropertySource(properties = "test.database=views")
class OwnListsTest extends TestApplication {
    private static final String LIST = "/api/lists/customers";
    private static final String VIEWS = LIST + "/views";

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
    void nothingChosen() {
        db.execute("delete from views.role_opening");
        db.execute("delete from views.own_list");
        db.execute("delete from views.view");
        db.execute("delete from accounts.account_role where person_id = ?", world.id("wang"));
        grant("salesperson");
    }

    @Test
    void onesOwnChoiceComesBeforeThatOfTheRoleAndBothBeforeTheLists() {
        assertThat(opensWith("wang").isNull()).isTrue();
        asRole("salesperson", "all");
        assertThat(opensWith("wang").asString()).isEqualTo("all");
        var own = asking.made("wang", VIEWS, Asking.view("我的", "null"));
        open("wang", '"' + own + '"', 204);
        assertThat(opensWith("wang").asString()).isEqualTo(own);
        open("wang", "null", 204);
        assertThat(opensWith("wang").asString()).isEqualTo("all");
        open("wang", "\"nothing\"", 422);
        open("wang", '"' + UUID.randomUUID().toString() + '"', 422);
    }

    @Test
    void ofSeveralRolesTheOneMadeFirstDecides() {
        grant("operations");
        asRole("operations", "mine");
        assertThat(opensWith("wang").asString()).isEqualTo("mine");
        asRole("salesperson", "all");
        assertThat(opensWith("wang").asString()).isEqualTo("all");
    }

    @Test
    void whatOneCannotOpenIsPassedOver() {
        var south = asking.made("ops", VIEWS, Asking.view("华南的", Asking.units(world.id("south"))));
        asRole("salesperson", south);
        assertThat(opensWith("zhao").asString()).isEqualTo(south);
        assertThat(opensWith("wang").isNull()).isTrue();
        open("zhao", '"' + south + '"', 204);
        assertThat(asking.delete("ops", "/api/views/" + south)).hasStatus(204);
        assertThat(opensWith("zhao").isNull()).isTrue();
    }

    @Test
    void onlyWhoMayShareSaysWithWhatARolesListsOpen() {
        var role = LIST + "/opening/" + role("salesperson");
        assertThat(asking.put("sun", role, "{\"view\":\"all\"}")).hasStatus(403);
        assertThat(asking.read("sun", VIEWS).get("roles")).isEmpty();
        assertThat(asking.put("ops", LIST + "/opening/" + UUID.randomUUID(), "{\"view\":\"all\"}"))
                .hasStatus(404);
        var own = asking.made("ops", VIEWS, Asking.view("自己的", "null"));
        assertThat(asking.put("ops", role, "{\"view\":\"%s\"}".formatted(own))).hasStatus(422);
        asRole("salesperson", "all");
        assertThat(asking.read("ops", VIEWS).get("roles").valueStream())
                .anySatisfy(one -> assertThat(one.get("opensWith").asString("")).isEqualTo("all"));
        assertThat(db.fetchValue(
                        "select changes::text from audit.entry where subject_type = 'roles' and subject_id = ? order by at desc limit 1",
                        role("salesperson")))
                .asString()
                .contains("客户 · 全部");
        assertThat(asking.put("ops", role, "{\"view\":null}")).hasStatus(204);
        assertThat(opensWith("wang").isNull()).isTrue();
    }

    @Test
    void tabsAreOrderedAndHiddenForOneselfOnly() {
        var own = asking.made("wang", VIEWS, Asking.view("我的", "null"));
        var tabs = "{\"tabs\":[{\"key\":\"%s\",\"hidden\":false},{\"key\":\"all\",\"hidden\":true}]}".formatted(own);
        assertThat(asking.put("wang", LIST + "/tabs", tabs)).hasStatus(204);
        var read = asking.read("wang", VIEWS).get("tabs");
        assertThat(read.get(0).get("key").asString()).isEqualTo(own);
        assertThat(read.get(1).toString()).isEqualTo("{\"key\":\"all\",\"hidden\":true}");
        assertThat(read.size()).isGreaterThan(2);
        assertThat(asking.read("li", VIEWS).at("/tabs/0/hidden").asBoolean()).isFalse();
        assertThat(asking.put("li", LIST + "/tabs", tabs))
                .as("it is not theirs")
                .hasStatus(422);
    }

    @Test
    void columnsFollowThePersonUntilTheyAreReset() {
        assertThat(asking.read("wang", VIEWS).get("columns").isNull()).isTrue();
        assertThat(
                        asking.put(
                                "wang",
                                LIST + "/columns",
                                "{\"columns\":[{\"key\":\"city\",\"width\":120,\"pin\":\"RIGHT\"},{\"key\":\"name\",\"width\":null,\"pin\":null}]}"))
                .hasStatus(204);
        assertThat(asking.read("wang", VIEWS).at("/columns/0").toString())
                .isEqualTo("{\"key\":\"city\",\"width\":120,\"pin\":\"RIGHT\"}");
        assertThat(asking.put("wang", LIST + "/columns", "{\"columns\":[{\"key\":\"secret\"}]}"))
                .hasStatus(422);
        assertThat(asking.put("wang", LIST + "/columns", "{\"columns\":null}")).hasStatus(204);
        assertThat(asking.read("wang", VIEWS).get("columns").isNull()).isTrue();
    }

    private void grant(String role) {
        db.execute(
                "insert into accounts.account_role (person_id, role_id) values (?, ?)", world.id("wang"), role(role));
    }

    private UUID role(String code) {
        return UUID.fromString(String.valueOf(db.fetchValue("select id from accounts.role where code = ?", code)));
    }

    private void asRole(String role, String view) {
        assertThat(asking.put("ops", LIST + "/opening/" + role(role), "{\"view\":\"%s\"}".formatted(view)))
                .hasStatus(204);
    }

    private void open(String who, String view, int status) {
        assertThat(asking.put(who, LIST + "/opening", "{\"view\":" + view + "}"))
                .hasStatus(status);
    }

    private JsonNode opensWith(String who) {
        return asking.read(who, VIEWS).get("opensWith");
    }
}

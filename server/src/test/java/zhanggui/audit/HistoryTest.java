package zhanggui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import zhanggui.TestApplication;
import zhanggui.opportunities.Desk;
import zhanggui.people.People;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** What became of the records that stand in no list, in words. On a database of its own: it changes the company. */
@TestPropertySource(properties = "test.database=history")
class HistoryTest extends TestApplication {
    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    @Autowired
    People people;

    @Autowired
    SubjectTypes types;

    @Autowired
    Texts texts;

    private Desk.At at;

    @BeforeAll
    void company() {
        at = desk.at(http);
    }

    @Test
    void aUnitTellsWhatItWasCalledAndWhereItHung() {
        var unit = added("/api/organisation/units", Map.of("name", "西区", "parentId", desk.world.id("company")));
        var change = new HashMap<String, Object>(Map.of("name", "西部", "parentId", desk.world.id("south")));
        change.put("version", 1);
        assertThat(at.put("ops", "/api/organisation/units/" + unit, change)).hasStatus(204);
        var history = history("li", "units/" + unit);
        assertThat(history.at("/0/actorName").asString()).isEqualTo("运营");
        assertThat(lines(history.get(0))).contains("名称: 西区 → 西部", "上级部门: 公司 → 华南");
        assertThat(history.at("/1/actionLabel").asString()).isEqualTo("新建");
        assertThat(lines(history.get(1))).contains("名称: - → 西区", "上级部门: - → 公司");
    }

    @Test
    void aSeatTellsWhoCameAndWhoWent() {
        var seat = added("/api/organisation/seats", Map.of("title", "顾问", "unitId", desk.world.id("south")));
        var person = people.add(People.NewPerson.named("顾一", null));
        assertThat(at.post("ops", "/api/organisation/seats/" + seat + "/occupy", Map.of("personId", person)))
                .hasStatus(204);
        assertThat(at.post("ops", "/api/organisation/seats/" + seat + "/vacate", Map.of()))
                .hasStatus(204);
        var history = history("li", "seats/" + seat);
        assertThat(lines(history.get(0))).contains("在岗人员: 顾一 → -");
        assertThat(lines(history.get(1))).contains("在岗人员: - → 顾一", "主岗: - → true");
        assertThat(lines(history.get(2))).contains("岗位名称: - → 顾问", "部门: - → 华南");
        assertThat(lines(history("li", "people/" + person).get(0))).contains("岗位: 顾问 → -", "部门: 华南 → -");
    }

    @Test
    void whoLeavesIsMissedOnTheirSeat() {
        var seat = added("/api/organisation/seats", Map.of("title", "临时", "unitId", desk.world.id("south")));
        var person = people.add(People.NewPerson.named("走一", null));
        assertThat(at.post("ops", "/api/organisation/seats/" + seat + "/occupy", Map.of("personId", person)))
                .hasStatus(204);
        var leave = Map.of("name", "走一", "leftOn", desk.world.today().toString(), "version", 1);
        assertThat(at.put("ops", "/api/people/" + person, leave)).hasStatusOk();
        assertThat(lines(history("li", "seats/" + seat).get(0))).contains("在岗人员: 走一 → -");
        assertThat(lines(history("li", "people/" + person).get(0))).contains("岗位: 临时 → -");
    }

    @Test
    void aRoleTellsPermissionByPermission() {
        var role = at.body(at.post("admin", "/api/roles", role(allow("customers:read", "OWN"))), 201);
        var edit = role(
                Map.of("permission", "customers:read", "reach", "CHOSEN", "units", List.of(desk.world.id("east"))),
                allow("people:edit", "ALL"));
        edit.put("version", 1);
        assertThat(at.put("admin", "/api/roles/" + role.get("id").asString(), edit))
                .hasStatusOk();
        var uri = "roles/" + role.get("id").asString();
        assertThat(lines(history("admin", uri).get(0))).containsExactly("客户 · 查看: 本人 → 自定义：华东", "组织与人员 · 管理: - → 允许");
        assertThat(at.get("li", "/api/history/" + uri)).hasStatus(404);
    }

    @Test
    void aPipelineTellsStageByStage() {
        var made = at.body(
                at.post(
                        "ops",
                        "/api/pipelines",
                        Map.of(
                                "name",
                                "试点",
                                "nameEn",
                                "Pilot",
                                "stages",
                                List.of(
                                        stage(null, "谈", "OPEN", 20),
                                        stage(null, "试", "OPEN", 50),
                                        stage(null, "赢", "WON", 100),
                                        stage(null, "输", "LOST", 0)))),
                201);
        var stages = made.get("stages");
        var edit = new HashMap<String, Object>(Map.of("name", "试点", "nameEn", "Pilot", "version", 1, "retired", false));
        edit.put("position", made.get("position").asInt());
        edit.put(
                "stages",
                List.of(
                        stage(id(stages, 1), "试用", "OPEN", 60),
                        stage(id(stages, 0), "谈", "OPEN", 20),
                        stage(null, "签", "OPEN", 90),
                        stage(id(stages, 2), "赢", "WON", 100),
                        stage(id(stages, 3), "输", "LOST", 0)));
        var uri = "/api/pipelines/" + made.get("id").asString();
        assertThat(at.put("ops", uri, edit)).hasStatusOk();
        var history = history("li", "pipelines/" + made.get("id").asString());
        assertThat(lines(history.get(0)))
                .contains(
                        "阶段“试用” · 名称: 试 → 试用",
                        "阶段“试用” · 赢率: 50% → 60%",
                        "阶段“签”: - → 结果 进行中，赢率 90%，预测类别 管道",
                        "阶段顺序: 谈 → 试用 → 赢 → 输 → 试用 → 谈 → 赢 → 输");
        assertThat(history.toString()).doesNotContain("PIPELINE");
    }

    @Test
    void aProductCategoryTellsWhereItStood() {
        var above = added("/api/categories", Map.of("name", "硬件", "position", 0));
        var category = added("/api/categories", Map.of("name", "服务器", "position", 0));
        var edit = Map.of("name", "服务器", "parent", above, "position", 2, "version", 1);
        assertThat(at.put("ops", "/api/categories/" + category, edit)).hasStatus(204);
        assertThat(lines(history("li", "categories/" + category).get(0))).containsExactly("上级类别: - → 硬件", "排序: 0 → 2");
        assertThat(at.get("li", "/api/history/categories/" + UUID.randomUUID())).hasStatus(404);
    }

    @Test
    void theCompanyTellsInWordsWhatItsSettingsWere() {
        var company = at.body(at.get("admin", "/api/company"), 200);
        var details = new HashMap<String, Object>();
        for (var key : List.of("nameZh", "nameEn", "currency", "timeZone", "language")) {
            details.put(key, company.get(key).asString());
        }
        details.put("nameZh", "改名公司");
        details.put("language", "en");
        details.put("fiscalYearStartMonth", 4);
        var change =
                Map.of("details", details, "version", company.get("version").asInt());
        assertThat(at.put("admin", "/api/company", change)).hasStatusOk();
        assertThat(lines(history("li", "company").get(0)))
                .containsExactly("中文名称: 测试公司 → 改名公司", "财年起始月: 1 → 4", "默认语言: 中文 → 英文");
    }

    @Test
    void choiceListsTellWhatWasAddedToWhich() {
        assertThat(at.post("admin", "/api/choices/industries", Map.of("name", "造船", "nameEn", "Shipbuilding")))
                .hasStatus(201);
        var history = history("li", "choices");
        assertThat(lines(history.get(0)))
                .containsExactlyInAnyOrder(
                        "列表: - → 行业", "代码: - → shipbuilding", "名称: - → 造船", "英文名称: - → Shipbuilding");
    }

    @Test
    void anAccountTellsWhoSetItsRoles() {
        var edit = Map.of("username", "zhao", "roles", List.of("manager"), "disabled", false, "version", 1);
        assertThat(at.put("admin", "/api/accounts/" + desk.world.id("zhao"), edit))
                .hasStatusOk();
        var history = history("admin", "accounts/" + desk.world.id("zhao"));
        assertThat(lines(history.get(0))).containsExactly("角色: 销售 → 销售经理");
        assertThat(at.get("li", "/api/history/accounts/" + desk.world.id("zhao")))
                .hasStatus(403);
    }

    @Test
    void partsOfContactsAreSaidInWords() {
        var customer = desk.customer("有联系人的", "li");
        var contact = desk.contact(customer, "钱工");
        var deal = at.created(
                "li",
                Map.of(
                        "name",
                        "有人的商机",
                        "customer",
                        customer,
                        "contacts",
                        List.of(Map.of("contact", contact, "role", "DECIDES"))));
        var history = history("li", "opportunities/" + deal.get("id").asString());
        assertThat(history.toString()).contains("钱工（决策者）").doesNotContain("DECIDES");
    }

    @Test
    void whoSeesAFollowUpOnARecordSeesItsHistory() {
        var customer = desk.customer("共享的", "zhou");
        var share = Map.of(
                "collaborators", List.of(Map.of("person", desk.world.id("wu"), "mayWrite", false)), "version", 1);
        assertThat(at.put("zhou", "/api/customers/" + customer + "/collaborators", share))
                .hasStatusOk();
        var written = at.body(
                at.post("zhou", "/api/activities", Map.of("kind", "CALL", "text", "电话", "customer", customer)), 201);
        var id = written.get("id").asString();
        assertThat(at.get("wu", "/api/activities/" + id)).hasStatusOk();
        assertThat(history("wu", "activities/" + id)).hasSize(1);
        assertThat(at.get("zhao", "/api/history/activities/" + id)).hasStatus(404);
    }

    @Test
    void auditorsReadEntriesInTheSameWords() {
        added("/api/categories", Map.of("name", "软件", "position", 0));
        var rows = at.body(at.get("admin", "/api/lists/audit/rows?size=1"), 200);
        var id = rows.at("/rows/0/id").asString();
        var entry = at.body(at.get("admin", "/api/audit/entries/" + id), 200);
        assertThat(lines(entry)).contains("类别名称: - → 软件");
        assertThat(entry.get("subject").asString()).isEqualTo("软件");
        assertThat(at.get("li", "/api/audit/entries/" + id)).hasStatus(403);
        assertThat(at.body(at.get("admin", "/api/audit/fields/categories"), 200)
                        .get("parent")
                        .asString())
                .isEqualTo("上级类别");
    }

    @Test
    void everyTypeOfSubjectHasAHeading() {
        for (var type : types.names()) {
            for (var language : Language.values()) {
                assertThat(texts.get(language, type)).as(type).isNotEqualTo(type);
            }
        }
    }

    private String added(String uri, Map<String, Object> body) {
        return at.body(at.post("ops", uri, body), 201).get("id").asString();
    }

    private JsonNode history(String who, String of) {
        return at.body(at.get(who, "/api/history/" + of), 200);
    }

    /** {@code label: before → after}. */
    private static List<String> lines(JsonNode entry) {
        return StreamSupport.stream(entry.get("changes").spliterator(), false)
                .map(line -> line.get("label").asString() + ": " + value(line.get("before")) + " → "
                        + value(line.get("after")))
                .toList();
    }

    private static String value(JsonNode value) {
        if (value == null || value.isNull()) return "-";
        if (!value.isArray()) return value.asString();
        var all = new ArrayList<String>();
        value.forEach(one -> all.add(one.asString()));
        return String.join("、", all);
    }

    private static HashMap<String, Object> role(Object... allows) {
        return new HashMap<>(Map.of("name", "观察员", "nameEn", "Observer", "allows", List.of(allows)));
    }

    private static Map<String, Object> allow(String permission, String reach) {
        return Map.of("permission", permission, "reach", reach);
    }

    private static String id(JsonNode stages, int index) {
        return stages.get(index).get("id").asString();
    }

    private static Map<String, Object> stage(String id, String name, String outcome, int probability) {
        var stage = new HashMap<String, Object>();
        stage.put("id", id);
        stage.put("name", name);
        stage.put("nameEn", name + "-en");
        stage.put("outcome", outcome);
        stage.put("probability", probability);
        stage.put("category", outcome.equals("OPEN") ? "PIPELINE" : outcome.equals("WON") ? "CLOSED" : "OMITTED");
        stage.put("required", List.of());
        return stage;
    }
}

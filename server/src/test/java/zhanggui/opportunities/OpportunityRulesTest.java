package zhanggui.opportunities;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import zhanggui.TestApplication;

/** On a database of its own, since it adds a pipeline. */
@TestPropertySource(properties = "test.database=opportunity-rules")
class OpportunityRulesTest extends TestApplication {
    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext db;

    private Desk.At at;
    private Map<String, String> stages;

    @BeforeAll
    void company() {
        at = desk.at(http);
        stages = at.stages();
    }

    @Test
    void nothingInAListIsRefusedAsMissing() {
        List<Object> nothing = Collections.singletonList(null);
        var deal = at.created("zhou", Map.of("name", "空"));
        missing(at.post("li", "/api/opportunities", Map.of("name", "x", "lines", nothing)), "lines[0]");
        missing(at.post("li", "/api/opportunities", Map.of("name", "x", "contacts", nothing)), "contacts[0]");
        missing(at.put("zhou", uri(deal), Map.of("name", "x", "version", 1, "lines", nothing)), "lines[0]");
        for (var field : List.of("lines", "contacts")) {
            missing(move(deal, "Engaging", Map.of("fields", Map.of(field, nothing))), "fields." + field + "[0]");
        }
        missing(
                at.put("zhou", uri(deal) + "/collaborators", Map.of("version", 1, "collaborators", nothing)),
                "collaborators[0]");
        missing(at.put("zhou", uri(deal) + "/contacts", Map.of("version", 1, "contacts", nothing)), "contacts[0]");
        missing(
                at.post(
                        "zhou",
                        "/api/opportunities/assign",
                        Map.of("ids", nothing, "all", false, "owner", desk.world.id("li"))),
                "ids[0]");
        missing(at.post("ops", "/api/pipelines", Map.of("name", "x", "nameEn", "x", "stages", nothing)), "stages[0]");
    }

    @Test
    void aPipelineThatBeginsWithAContactIsEnteredWithOne() {
        var pipeline = at.body(
                        at.post(
                                "ops",
                                "/api/pipelines",
                                Map.of(
                                        "name",
                                        "要联系人",
                                        "nameEn",
                                        "With a contact",
                                        "stages",
                                        List.of(
                                                stage("开始", "OPEN", 10, "contact"),
                                                stage("赢", "WON", 100),
                                                stage("输", "LOST", 0)))),
                        201)
                .get("id")
                .asString();
        var customer = desk.customer("有人的公司", "li");
        var contact = desk.contact(customer, "采购经理");
        var body = new HashMap<String, Object>(Map.of("name", "要人", "customer", customer, "pipeline", pipeline));
        assertThat(at.post("li", "/api/opportunities", body))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("contacts");
        body.put("contacts", List.of(Map.of("contact", contact, "role", "BUYS")));
        var made = at.created("li", body);
        assertThat(made.at("/contacts/0/name").asString()).isEqualTo("采购经理");
        assertThat(log(made)).contains("采购经理");
        body.put("customer", desk.customer("没人的公司", "li"));
        assertThat(at.post("li", "/api/opportunities", body)).hasStatus(422);
    }

    @Test
    void anotherCustomerInAMoveLeavesTheContactsBehind() {
        var customer = desk.customer("旧客户", "li");
        var contact = desk.contact(customer, "旧联系人");
        var deal = at.created(
                "li",
                Map.of(
                        "name",
                        "换客户",
                        "customer",
                        customer,
                        "contacts",
                        List.of(Map.of("contact", contact, "role", "USES"))));
        var other = desk.customer("新客户", "li");
        var moved = at.body(move(deal, "Engaging", Map.of("fields", Map.of("customer", other))), 200);
        assertThat(moved.get("contacts")).isEmpty();
        assertThat(log(deal)).contains("旧联系人（使用者）");
    }

    @Test
    void contactsGivenInAMoveAreLoggedAndCount() {
        var customer = desk.customer("移动客户", "li");
        var contact = desk.contact(customer, "移动联系人");
        var deal = at.created("li", Map.of("name", "移动", "customer", customer));
        Map<String, Object> fields =
                Map.of("fields", Map.of("contacts", List.of(Map.of("contact", contact, "role", "DECIDES"))));
        var there = at.body(move(deal, "Prospecting", fields), 200);
        assertThat(there.get("version").asInt()).isEqualTo(2);
        assertThat(log(deal)).contains("移动联系人（决策者）");
        assertThat(move(deal, "Prospecting", fields)).hasStatus(409);
    }

    @Test
    void theEndOfAClosedDealIsCorrected() {
        var today = desk.world.today();
        var deal = at.created("li", Map.of("name", "更正"));
        at.body(move(deal, "Lost", Map.of("lossReason", "price", "note", "太贵")), 200);
        var corrected = at.body(
                at.post(
                        "li",
                        uri(deal) + "/move",
                        Map.of(
                                "version",
                                2,
                                "stage",
                                stages.get("Lost"),
                                "lossReason",
                                "timing",
                                "closedOn",
                                today.minusDays(3))),
                200);
        assertThat(corrected.at("/lossReason/code").asString()).isEqualTo("timing");
        assertThat(corrected.get("outcomeNote").asString()).isEqualTo("太贵");
        assertThat(corrected.get("closedOn").asString())
                .isEqualTo(today.minusDays(3).toString());
        assertThat(corrected.get("history")).hasSize(2);
        assertThat(corrected.get("version").asInt()).isEqualTo(3);
        assertThat(log(deal)).contains("closedOn");
        var same = Map.of("version", 3, "stage", stages.get("Lost"));
        assertThat(at.body(at.post("li", uri(deal) + "/move", same), 200)
                        .get("version")
                        .asInt())
                .isEqualTo(3);
        assertThat(at.post(
                        "li",
                        uri(deal) + "/move",
                        Map.of("version", 3, "stage", stages.get("Lost"), "closedOn", today.plusDays(1))))
                .hasStatus(422);
    }

    @Test
    void aCorrectionTakesTheNoteAwayAndChangesTheAmount() {
        var deal = at.created("li", Map.of("name", "更正说明", "amount", 100));
        at.body(move(deal, "Lost", Map.of("lossReason", "price", "note", "太贵")), 200);
        var command = Map.of(
                "version",
                2,
                "stage",
                stages.get("Lost"),
                "note",
                " ",
                "fields",
                Map.of("amount", new BigDecimal("250.50")));
        var corrected = at.body(at.post("li", uri(deal) + "/move", command), 200);
        assertThat(corrected.get("outcomeNote").isNull()).isTrue();
        assertThat(corrected.at("/amount/amount").decimalValue()).isEqualByComparingTo("250.50");
        assertThat(corrected.at("/lossReason/code").asString()).isEqualTo("price");
        assertThat(corrected.get("outcome").asString()).isEqualTo("LOST");
        assertThat(log(deal)).contains("\"after\":250.5");
        assertThat(at.post("li", uri(deal) + "/move", command)).hasStatus(409);
    }

    @Test
    void whatIsNoLongerSoldStaysButIsNotAdded() {
        var product = desk.product("停产的", 100);
        var lines = List.of(Map.of("product", product, "quantity", 1));
        var deal = at.created("li", Map.of("name", "还在卖", "lines", lines));
        db.execute("update products.product set status = 'RETIRED' where id = ?", product);
        assertThat(at.put("li", uri(deal), Map.of("name", "还在卖", "version", 1, "lines", lines)))
                .hasStatusOk();
        assertThat(at.post("li", "/api/opportunities", Map.of("name", "x", "lines", lines)))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].code")
                .isEqualTo("product-retired");
    }

    @Test
    void thoseWhoLeftGetNoDeals() {
        var wu = desk.world.id("wu");
        var deal = at.created("sun", Map.of("name", "不给走的人"));
        db.execute("update people.person set left_on = people.today() where id = ?", wu);
        try {
            assertThat(at.post(
                            "sun",
                            "/api/opportunities/assign",
                            Map.of("ids", List.of(deal.get("id").asString()), "all", false, "owner", wu)))
                    .hasStatus(422);
            assertThat(at.post("ops", "/api/opportunities", Map.of("name", "x", "owner", wu)))
                    .hasStatus(422);
        } finally {
            db.execute("update people.person set left_on = null where id = ?", wu);
        }
    }

    @Test
    void withoutNextStepMeansWithoutADayForIt() {
        var named = at.created("wu", Map.of("name", "只有文字", "nextStep", "打电话"));
        at.created("wu", Map.of("name", "有日期", "nextStep", "打电话", "nextStepOn", "2030-01-01"));
        var view = at.body(at.get("wu", "/api/lists/opportunities"), 200)
                .get("views")
                .valueStream()
                .filter(v -> v.get("key").asString().equals("noNextStep"))
                .findFirst()
                .orElseThrow();
        var rows = at.rows("wu", "filter=" + Desk.encoded(view.get("filter").toString()));
        assertThat(rows.toString()).contains(named.get("id").asString()).doesNotContain("有日期");
    }

    private MvcTestResult move(JsonNode deal, String stage, Map<String, ?> what) {
        var body = new HashMap<String, Object>(what);
        body.put("version", 1);
        body.put("stage", stages.get(stage));
        return at.post("zhou", uri(deal) + "/move", body);
    }

    private void missing(MvcTestResult result, String field) {
        var errors = at.body(result, 422).get("errors");
        assertThat(errors.at("/0/field").asString()).isEqualTo(field);
        assertThat(errors.at("/0/code").asString()).isEqualTo("not-null");
    }

    private String log(JsonNode deal) {
        return at.body(
                        at.get(
                                "zhou",
                                "/api/history/opportunities/" + deal.get("id").asString()),
                        200)
                .toString();
    }

    private static Map<String, Object> stage(String name, String outcome, int probability, String... required) {
        return Map.of(
                "name",
                name,
                "nameEn",
                name,
                "outcome",
                outcome,
                "probability",
                probability,
                "category",
                "PIPELINE",
                "required",
                List.of(required));
    }

    private static String uri(JsonNode deal) {
        return "/api/opportunities/" + UUID.fromString(deal.get("id").asString());
    }
}

package zhanggui.opportunities;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import zhanggui.TestApplication;

class OpportunitiesTest extends TestApplication {
    @Autowired
    Desk desk;

    @Autowired
    DSLContext db;

    @Autowired
    MockMvcTester http;

    @Autowired
    Opportunities opportunities;

    Desk.At at;
    Map<String, String> stages;
    UUID product;

    @BeforeAll
    void company() {
        at = desk.at(http);
        stages = at.stages();
        product = desk.product("机床 M", 800);
    }

    @Test
    void aCompanyBeginsWithTwoPipelines() {
        var pipelines = at.body(at.get("li", "/api/pipelines"), 200);
        assertThat(pipelines.valueStream().map(p -> p.get("nameEn").asString())).contains("Standard", "Renewal");
        assertThat(stages.keySet())
                .containsExactly("Prospecting", "Engaging", "Proposal", "Negotiation", "Won", "Lost");
    }

    @Test
    void theAmountIsTheSumOfTheLinesUnlessOneIsEntered() {
        var customer = desk.customer("海天制造", "li");
        var made = at.created(
                "li",
                Map.of(
                        "name",
                        "产线改造",
                        "customer",
                        customer,
                        "lines",
                        List.of(
                                Map.of("product", product, "quantity", 2, "discount", 10),
                                Map.of("product", product, "quantity", 1, "price", 500.5))));
        assertThat(made.at("/amount/amount").decimalValue()).isEqualByComparingTo("1940.5");
        assertThat(made.at("/customer/name").asString()).isEqualTo("海天制造");
        assertThat(made.at("/owner/id").asString())
                .isEqualTo(desk.world.id("li").toString());
        assertThat(made.at("/stage/name").asString()).isEqualTo("初步接触");
        assertThat(made.get("stages")).hasSize(6);
        assertThat(made.get("number").asString()).startsWith("O");

        var id = made.get("id").asString();
        var edited = at.body(
                at.put(
                        "li",
                        "/api/opportunities/" + id,
                        Map.of("version", 1, "name", "产线改造二期", "customer", customer, "amount", 1500)),
                200);
        assertThat(edited.at("/amount/amount").decimalValue()).isEqualByComparingTo("1500");
        assertThat(edited.get("amountFromLines").asBoolean()).isFalse();
        assertThat(edited.get("lines")).isEmpty();
        assertThat(edited.get("version").asInt()).isEqualTo(2);
    }

    @Test
    void whoMayMakeButNotReadOpportunitiesIsAnsweredWithWhatTheyMade() {
        var scopes = Map.of(
                "name",
                "form",
                "scopes",
                List.of("opportunities:create"),
                "expiresOn",
                desk.world.today().plusDays(9));
        var token = at.body(at.post("li", "/api/me/tokens", scopes), 201)
                .get("token")
                .asString();
        var made = http.post()
                .uri("/api/opportunities")
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .content("{\"name\":\"网页表单\"}")
                .exchange();
        var page = at.body(made, 201);
        assertThat(page.get("name").asString()).isEqualTo("网页表单");
        assertThat(http.get()
                        .uri("/api/opportunities/" + page.get("id").asString())
                        .header("Authorization", "Bearer " + token))
                .hasStatus(403);
    }

    @Test
    void aStaleSaveIsRefusedWithWhatIsStoredNow() {
        var id = made("li", "并发");
        at.body(at.put("li", uri(id), Map.of("version", 1, "name", "先存")), 200);
        assertThat(at.put("li", uri(id), Map.of("version", 1, "name", "后存")))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("current.name")
                .isEqualTo("先存");
        assertThat(at.post("li", uri(id) + "/move", Map.of("version", 1, "stage", stages.get("Engaging"))))
                .hasStatus(409);
    }

    @Test
    void aMoveAsksForWhatTheStageRequiresAndTakesItWithTheMove() {
        var id = made("li", "需要金额");
        var asked =
                at.body(at.post("li", uri(id) + "/move", Map.of("version", 1, "stage", stages.get("Proposal"))), 422);
        assertThat(asked.get("errors").valueStream().map(e -> e.get("field").asString()))
                .containsExactly("fields.amount", "fields.expectedClose");
        var moved = at.body(
                at.post(
                        "li",
                        uri(id) + "/move",
                        Map.of(
                                "version",
                                1,
                                "stage",
                                stages.get("Proposal"),
                                "fields",
                                Map.of("amount", 3000, "expectedClose", "2030-01-31"))),
                200);
        assertThat(moved.at("/stage/id").asString()).isEqualTo(stages.get("Proposal"));
        assertThat(moved.get("engagedOn").asString())
                .isEqualTo(desk.world.today().toString());
        assertThat(moved.get("history")).hasSize(2);
        assertThat(moved.at("/history/0/left").asString())
                .isEqualTo(moved.at("/history/1/entered").asString());
    }

    @Test
    void itIsWonLostAndReopened() {
        var id = made("li", "输赢");
        var today = desk.world.today();
        assertThat(at.post("li", uri(id) + "/move", Map.of("version", 1, "stage", stages.get("Lost"))))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("lossReason");
        assertThat(at.post(
                        "li",
                        uri(id) + "/move",
                        Map.of("version", 1, "stage", stages.get("Won"), "closedOn", today.plusDays(1))))
                .hasStatus(422);
        var lost = at.body(
                at.post(
                        "li",
                        uri(id) + "/move",
                        Map.of("version", 1, "stage", stages.get("Lost"), "lossReason", "price", "note", "太贵")),
                200);
        assertThat(lost.get("closedOn").asString()).isEqualTo(today.toString());
        assertThat(lost.at("/lossReason/name").asString()).isEqualTo("价格");
        assertThat(at.post("li", uri(id) + "/move", Map.of("version", 2, "stage", stages.get("Won"))))
                .hasStatus(409);
        var open =
                at.body(at.post("li", uri(id) + "/move", Map.of("version", 2, "stage", stages.get("Engaging"))), 200);
        assertThat(open.get("closedOn").isNull()).isTrue();
        assertThat(open.get("lossReason").isNull()).isTrue();
        assertThat(open.get("outcomeNote").isNull()).isTrue();
        var won = at.body(
                at.post(
                        "li",
                        uri(id) + "/move",
                        Map.of(
                                "version",
                                3,
                                "stage",
                                stages.get("Won"),
                                "closedOn",
                                today,
                                "fields",
                                Map.of("amount", 99))),
                200);
        assertThat(won.get("outcome").asString()).isEqualTo("WON");
        assertThat(won.get("history")).hasSize(4);
        var history = at.body(at.get("li", "/api/history/opportunities/" + id), 200);
        assertThat(history.get(0).get("action").asString()).isEqualTo("moved");
    }

    @Test
    void everyoneReachesTheirOwnPartOfIt() {
        var id = made("li", "李雷的");
        assertThat(at.get("li", uri(id))).hasStatusOk();
        assertThat(at.get("wang", uri(id))).hasStatus(404);
        assertThat(at.put("wang", uri(id), Map.of("version", 1, "name", "x"))).hasStatus(404);
        assertThat(at.get("zhou", uri(id)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("can")
                .isEqualTo(Map.of("edit", true, "delete", true, "assign", true, "share", true));
        assertThat(at.get("chen", uri(id)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("can")
                .isEqualTo(Map.of("edit", false, "delete", false, "assign", true, "share", false));
        assertThat(at.put("chen", uri(id), Map.of("version", 1, "name", "x"))).hasStatus(403);
        assertThat(at.delete("li", uri(id))).hasStatus(403);
        assertThat(at.get("zhao", uri(id))).hasStatus(404);
        assertThat(at.delete("zhou", uri(id))).hasStatus(204);
        assertThat(at.get("li", uri(id))).hasStatus(404);
        assertThat(http.get().uri(uri(id)).exchange()).hasStatus(401);
    }

    @Test
    void nobodyEntersForThoseBeyondTheirReachOrWithCustomersTheyCannotSee() {
        var theirs = desk.customer("王梅的客户", "wang");
        assertThat(at.post("li", "/api/opportunities", Map.of("name", "x", "customer", theirs)))
                .hasStatus(422);
        assertThat(at.post("li", "/api/opportunities", Map.of("name", "x", "owner", desk.world.id("wang"))))
                .hasStatus(422);
        assertThat(at.post("zhou", "/api/opportunities", Map.of("name", "x", "owner", desk.world.id("wang"))))
                .hasStatus(201);
        assertThat(at.post("zhou", "/api/opportunities", Map.of("name", "x", "owner", desk.world.id("zhao"))))
                .hasStatus(422);
        assertThat(at.post("chen", "/api/opportunities", Map.of("name", "x"))).hasStatus(403);
        assertThat(at.post(
                        "li",
                        "/api/opportunities",
                        Map.of("name", "x", "lines", List.of(Map.of("product", UUID.randomUUID(), "quantity", 1)))))
                .hasStatus(422);
    }

    @Test
    void collaboratorsReadAndThoseWhoMayWriteEdit() {
        var id = made("li", "一起做");
        var set = Map.of(
                "version",
                1,
                "collaborators",
                List.of(
                        Map.of("person", desk.world.id("wang"), "mayWrite", false),
                        Map.of("person", desk.world.id("zhao"), "mayWrite", true)));
        assertThat(at.body(at.put("li", uri(id) + "/collaborators", set), 200).get("collaborators"))
                .hasSize(2);
        assertThat(at.get("wang", uri(id))).hasStatusOk();
        assertThat(at.put("wang", uri(id), Map.of("version", 2, "name", "x"))).hasStatus(403);
        assertThat(at.put("zhao", uri(id), Map.of("version", 2, "name", "赵南改的")))
                .hasStatus(200);
        var others = Map.of("version", 3, "collaborators", List.of());
        assertThat(at.put("zhao", uri(id) + "/collaborators", others)).hasStatus(403);
        assertThat(at.body(at.get("zhao", uri(id)), 200).at("/can/share").asBoolean())
                .isFalse();
        assertThat(at.rows("zhao", "q=" + Desk.encoded("赵南改的")).get("total").asInt())
                .isEqualTo(1);
    }

    @Test
    void whatBelongsToNobodyOpensForThoseItIsSharedWith() {
        var id = made("li", "没有负责人");
        var shared = Map.of(
                "version", 1, "collaborators", List.of(Map.of("person", desk.world.id("zhao"), "mayWrite", false)));
        at.body(at.put("li", uri(id) + "/collaborators", shared), 200);
        db.execute("update opportunities.opportunity set owner_id = null where id = ?::uuid", id);
        assertThat(at.body(at.get("zhao", uri(id)), 200).at("/can/edit").asBoolean())
                .isFalse();
    }

    @Test
    void contactsAreOfTheCustomer() {
        var customer = desk.customer("联系人公司", "li");
        var theirs = desk.contact(customer, "张工");
        var other = desk.contact(desk.customer("另一家", "li"), "外人");
        var id = at.created("li", Map.of("name", "有联系人", "customer", customer))
                .get("id")
                .asString();
        assertThat(at.put(
                        "li",
                        uri(id) + "/contacts",
                        Map.of("version", 1, "contacts", List.of(Map.of("contact", other, "role", "DECIDES")))))
                .hasStatus(422);
        var set = at.body(
                at.put(
                        "li",
                        uri(id) + "/contacts",
                        Map.of("version", 1, "contacts", List.of(Map.of("contact", theirs, "role", "DECIDES")))),
                200);
        assertThat(set.at("/contacts/0/name").asString()).isEqualTo("张工");
        var elsewhere = at.body(at.put("li", uri(id), Map.of("version", 2, "name", "换客户")), 200);
        assertThat(elsewhere.get("contacts")).isEmpty();
    }

    @Test
    void manyChangeHandsAtOnceAsFarAsOneMayGiveThemAway() {
        var own = made("wu", "转交一");
        var far = made("zhao", "转交二");
        var answer = at.body(
                at.post(
                        "sun",
                        "/api/opportunities/assign",
                        Map.of("ids", List.of(own, far), "all", false, "owner", desk.world.id("wang"))),
                200);
        assertThat(answer.get("changed").asInt()).isEqualTo(1);
        assertThat(answer.get("refused").asInt()).isEqualTo(1);
        assertThat(at.get("wang", uri(own))).hasStatusOk();
        assertThat(at.get("zhao", uri(far))).hasStatusOk();
        assertThat(at.post(
                        "li",
                        "/api/opportunities/assign",
                        Map.of("ids", List.of(own), "all", false, "owner", desk.world.id("li"))))
                .hasStatus(403);
        assertThat(at.post(
                        "sun",
                        "/api/opportunities/assign",
                        Map.of("ids", List.of(own), "all", false, "owner", UUID.randomUUID())))
                .hasStatus(422);
    }

    @Test
    void anOpportunityIsFoundByItsOwnWordsAndByWhatItsCustomerIsCalledNow() {
        var customer = desk.customer("渌津仪表", "wu");
        var made = at.created("wu", Map.of("name", "阀门更换", "customer", customer));
        var number = made.get("number").asString();
        for (var who : List.of("wu", "chen")) {
            for (var words : List.of("渌津", "津", "门更", number.toLowerCase(java.util.Locale.ROOT))) {
                assertThat(found(who, words)).as("%s by %s", words, who).contains(number);
            }
            assertThat(found(who, "渌表")).doesNotContain(number);
        }
        db.execute("update customers.customer set name = '澧川仪表' where id = ?", customer);
        assertThat(found("wu", "澧川")).containsExactly(number);
        assertThat(found("wu", "渌津")).isEmpty();
    }

    @Test
    void numbersGrowPastSixDigits() throws SQLException {
        var url = db.connectionResult(connection -> connection.getMetaData().getURL());
        try (var owner = DriverManager.getConnection(url, "postgres", "");
                var statement = owner.createStatement()) {
            var before = statement.executeQuery("select last_value from opportunities.number");
            before.next();
            var last = before.getLong(1);
            statement.execute("select setval('opportunities.number', 999998)");
            var numbers = Stream.of("一", "二", "三")
                    .map(name ->
                            at.created("wu", Map.of("name", name)).get("number").asString())
                    .toList();
            statement.execute("select setval('opportunities.number', " + last + ")");
            assertThat(numbers).containsExactly("O999999", "O1000000", "O1000001");
        }
    }

    private List<String> found(String who, String words) {
        return at.rows(who, "columns=number&q=" + Desk.encoded(words))
                .get("rows")
                .valueStream()
                .map(row -> row.at("/cells/number").asString())
                .toList();
    }

    @Test
    void theBoardTheListAndTheExportAgree() {
        for (int i = 1; i <= 5; i++) at.created("wu", Map.of("name", "看板 " + i, "amount", 100 * i));
        var rows = at.rows("wu", "size=500");
        var groups = at.body(at.get("wu", "/api/lists/opportunities/groups?by=stage"), 200);
        assertThat(groups.valueStream().mapToInt(g -> g.get("count").asInt()).sum())
                .isEqualTo(rows.get("total").asInt());
        assertThat(groups.valueStream()
                        .flatMap(g -> g.at("/sums/amount").valueStream())
                        .mapToDouble(s -> s.get("amount").asDouble())
                        .sum())
                .isEqualTo(rows.at("/sums/amount/0/amount").asDouble());
        assertThat(at.get("wu", "/api/lists/opportunities/export?format=csv")).hasStatus(403);

        var shown = at.rows("sun", "size=500");
        var csv = at.get("sun", "/api/lists/opportunities/export?format=csv&columns=number");
        assertThat(csv).hasStatusOk();
        var exported =
                new HashSet<>(List.of(new String(csv.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                        .strip()
                        .split("\\R")));
        var listed = shown.get("rows")
                .valueStream()
                .map(r -> r.at("/cells/number").asString())
                .toList();
        assertThat(exported).hasSize(listed.size() + 1).containsAll(listed);
    }

    @Test
    void everyColumnCanBeReadSortedAndEveryViewOpened() {
        at.created("li", Map.of("name", "列", "lines", List.of(Map.of("product", product, "quantity", 1))));
        var list = at.body(at.get("li", "/api/lists/opportunities"), 200);
        for (var column : list.get("columns")) {
            if (column.get("sortable").asBoolean()) {
                at.rows("li", "size=1&sort=-" + column.get("key").asString());
            }
            at.rows("li", "size=1&" + simple(column));
        }
        for (var view : list.get("views")) {
            at.rows("li", "size=1&filter=" + Desk.encoded(view.get("filter").toString()));
        }
        assertThat(at.rows("li", Desk.filter("product", "IS", product.toString()))
                        .at("/rows/0/cells/product/name")
                        .asString())
                .isEqualTo("机床 M");
        assertThat(at.rows("li", Desk.filter("products", "IS", product.toString()))
                        .get("total")
                        .asInt())
                .isPositive();
    }

    @Test
    void aCustomersDealsAreSummedUpWithinReach() {
        var customer = desk.customer("汇总客户", "li");
        var won = at.created("li", Map.of("name", "赢", "customer", customer, "amount", 700))
                .get("id")
                .asString();
        at.created("li", Map.of("name", "开", "customer", customer, "amount", 300));
        at.body(at.post("li", uri(won) + "/move", Map.of("version", 1, "stage", stages.get("Won"))), 200);
        var summary = at.body(at.get("li", "/api/opportunities/of-customer/" + customer + "/summary"), 200);
        assertThat(summary.get("openCount").asInt()).isEqualTo(1);
        assertThat(summary.get("openAmount").decimalValue()).isEqualByComparingTo("300");
        assertThat(summary.get("wonAmount").decimalValue()).isEqualByComparingTo("700");
        assertThat(summary.get("winRate").decimalValue()).isEqualByComparingTo("100");
        assertThat(at.get("wang", "/api/opportunities/of-customer/" + customer + "/summary"))
                .hasStatus(404);
        assertThat(opportunities.customerOf(UUID.fromString(won))).contains(customer);
    }

    @Test
    void theLatestFollowUpIsKept() {
        var id = UUID.fromString(made("li", "跟进"));
        opportunities.followedUp(id, Instant.parse("2026-01-02T00:00:00Z"));
        opportunities.followedUp(id, Instant.parse("2025-01-02T00:00:00Z"));
        assertThat(at.body(at.get("li", uri(id.toString())), 200)
                        .get("lastFollowedAt")
                        .asString())
                .isEqualTo("2026-01-02T00:00:00Z");
    }

    /** Every kind but a flag can be asked whether it is empty. */
    private static String simple(JsonNode column) {
        var key = column.get("key").asString();
        return column.get("kind").asString().equals("FLAG")
                ? Desk.filter(key, "IS", "true")
                : Desk.filter(key, "NOT_EMPTY");
    }

    private String made(String who, String name) {
        return at.created(who, Map.of("name", name)).get("id").asString();
    }

    private static String uri(String id) {
        return "/api/opportunities/" + id;
    }
}

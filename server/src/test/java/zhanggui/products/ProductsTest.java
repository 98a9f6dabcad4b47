package zhanggui.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession.Outcome;
import zhanggui.problems.FieldProblem;

class ProductsTest extends TestApplication {
    @Autowired
    World world;

    @Autowired
    MockMvcTester http;

    @Autowired
    JsonMapper json;

    @Autowired
    Products products;

    @Autowired
    ProductVocabulary vocabulary;

    @Autowired
    ProductImport importing;

    @Autowired
    TransactionTemplate transaction;

    @BeforeAll
    void company() {
        world.exists();
    }

    @Test
    void aProductIsEnteredAndChangedAndItsPricesKeepTheirHistory() {
        var created = body(post("ops", "/api/products", """
                        {"name":"智能网关 A1","code":"GW-A1","grade":"HIGH","unit":"台","aliases":["网关A1","gateway a1"],
                         "prices":[{"currency":"CNY","amount":1000,"from":"2024-01-01"}]}"""), 201);
        var id = created.get("id").asString();
        assertThat(created.get("aliases")).hasSize(2);
        assertThat(created.get("version").asInt()).isEqualTo(1);

        var edited = body(put("ops", "/api/products/" + id, """
                        {"version":1,"name":"智能网关 A1","code":"GW-A1","grade":"HIGH","unit":"台","status":"ACTIVE",
                         "aliases":["网关A1"],"prices":[{"currency":"CNY","amount":1200,"from":"2025-01-01"}]}"""), 200);
        assertThat(edited.get("prices")).hasSize(2);
        assertThat(edited.get("prices").get(0).get("to").asString()).isEqualTo("2025-01-01");
        assertThat(put("ops", "/api/products/" + id, "{\"version\":1,\"name\":\"x\",\"status\":\"ACTIVE\"}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("current.version")
                .isEqualTo(2);

        var prices = products.prices(List.of(UUID.fromString(id)), "CNY");
        assertThat(prices.on(LocalDate.of(2024, 6, 1), UUID.fromString(id)).orElseThrow())
                .isEqualByComparingTo("1000");
        assertThat(prices.on(LocalDate.of(2025, 1, 1), UUID.fromString(id)).orElseThrow())
                .isEqualByComparingTo("1200");
        assertThat(prices.on(LocalDate.of(2023, 1, 1), UUID.fromString(id))).isEmpty();

        assertThat(get("li", "/api/lists/products/rows?q=网关a1"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("rows[0].cells.listPrice")
                .isEqualTo(Map.of("amount", 1200.0, "currency", "CNY"));
        assertThat(get("ops", "/api/history/products/" + id)).hasStatusOk();
    }

    @Test
    void namesCodesAndAliasesAreEachTakenOnce() {
        body(post("ops", "/api/products", "{\"name\":\"Alpha\",\"code\":\"AL\",\"aliases\":[\"Alfa\"]}"), 201);
        for (var taken : List.of(
                "{\"name\":\"alpha\"}",
                "{\"name\":\"ALFA\"}",
                "{\"name\":\"Beta\",\"code\":\"al\"}",
                "{\"name\":\"Beta\",\"aliases\":[\"alpha\"]}")) {
            assertThat(post("ops", "/api/products", taken))
                    .hasStatus(422)
                    .bodyJson()
                    .extractingPath("errors[0].code")
                    .isEqualTo("taken");
        }
    }

    @Test
    void salespeopleLookProductsUpAndChangeNone() {
        var id = body(post("ops", "/api/products", "{\"name\":\"Readable\"}"), 201)
                .get("id")
                .asString();
        assertThat(get("li", "/api/products/" + id))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("can.edit")
                .isEqualTo(false);
        assertThat(post("li", "/api/products", "{\"name\":\"Mine\"}")).hasStatus(403);
        assertThat(put("li", "/api/products/" + id, "{\"version\":1,\"name\":\"x\",\"status\":\"ACTIVE\"}"))
                .hasStatus(403);
        assertThat(http.get().uri("/api/products/" + id).exchange()).hasStatus(401);
        assertThat(get("ops", "/api/products/" + UUID.randomUUID())).hasStatus(404);
    }

    @Test
    void categoriesFormATreeWithoutCycles() {
        var hardware = added("{\"name\":\"硬件\",\"position\":1}");
        var server = added("{\"name\":\"服务器\",\"parent\":\"%s\",\"position\":1}".formatted(hardware));
        assertThat(put(
                        "ops",
                        "/api/categories/" + hardware,
                        "{\"version\":1,\"name\":\"硬件\",\"parent\":\"%s\",\"position\":1}".formatted(server)))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].code")
                .isEqualTo("category-cycle");
        assertThat(post("ops", "/api/categories", "{\"name\":\"硬件\",\"position\":1}"))
                .hasStatus(422);
        assertThat(delete("ops", "/api/categories/" + hardware)).hasStatus(409);
        var paths = body(get("li", "/api/categories"), 200).valueStream().map(c -> c.get("path")
                .asString());
        assertThat(paths).contains("硬件", "硬件 / 服务器");
        assertThat(delete("li", "/api/categories/" + server)).hasStatus(403);
        assertThat(delete("ops", "/api/categories/" + server)).hasStatus(204);
    }

    @Test
    void wordsFindProductsWhateverTheirCaseAndDecisionsBecomeAliases() {
        var ops = world.viewer("ops");
        var id = body(
                        post("ops", "/api/products", "{\"name\":\"Voc Pro\",\"nameEn\":\"Vocal\",\"code\":\"VP-1\"}"),
                        201)
                .get("id")
                .asString();
        assertThat(vocabulary.find(List.of("voc pro", "VOCAL", "vp-1", "VocPro"), ops))
                .isEqualTo(Map.of("voc pro", id, "VOCAL", id, "vp-1", id));
        vocabulary.decided("VocPro", id, world.viewer("li"));
        assertThat(vocabulary.find(List.of("VocPro"), ops)).isEmpty();
        vocabulary.decided("VocPro", id, ops);
        assertThat(vocabulary.find(List.of("vocpro"), ops)).containsEntry("vocpro", id);
        assertThat(vocabulary.mayCreate(world.viewer("li"))).isFalse();
        var made = vocabulary.create("Brand New", ops);
        assertThat(vocabulary.find(List.of("brand new"), ops)).containsEntry("brand new", made);
    }

    @Test
    void anImportCreatesUpdatesAndLeavesAloneWhatIsTheSame() {
        var rows = List.of(
                row(2, Map.of("name", "Imp A", "series", "IMP", "price", new BigDecimal("10"), "category", "进口 / 小件")),
                row(3, Map.of("name", "Imp B", "code", "IB", "aliases", List.of("ImpB"))),
                row(4, Map.of("name", "ImpB")),
                row(5, Map.of("name", "Imp C", "price", new BigDecimal("-1"))));
        var first = take(rows);
        assertThat(first.get(0)).isInstanceOf(Outcome.Created.class);
        assertThat(first.get(1)).isInstanceOf(Outcome.Created.class);
        assertThat(first.get(2)).isInstanceOf(Outcome.Refused.class);
        assertThat(first.get(3)).isInstanceOf(Outcome.Refused.class);
        assertThat(take(rows.subList(0, 2))).allMatch(o -> o instanceof Outcome.Skipped);
        var again = take(List.of(row(2, Map.of("name", "imp a", "price", new BigDecimal("12")))));
        assertThat(again.getFirst()).isInstanceOf(Outcome.Updated.class);
        var id = ((Outcome.Updated) again.getFirst()).id();
        var prices = products.prices(List.of(id), "CNY");
        assertThat(prices.on(world.today().minusDays(1), id).orElseThrow()).isEqualByComparingTo("10");
        assertThat(prices.on(world.today(), id).orElseThrow()).isEqualByComparingTo("12");
        assertThat(take(List.of(row(2, Map.of("name", "imp a", "price", new BigDecimal("12"))))))
                .allMatch(o -> o instanceof Outcome.Skipped);
        assertThat(body(get("ops", "/api/products/" + id), 200)
                        .at("/category/name")
                        .asString())
                .isEqualTo("进口 / 小件");
    }

    @Test
    void anImportKeepsTheRulesOfTheScreen() {
        var wrong = Map.<String, Object>of(
                "name", "长".repeat(201),
                "code", "c".repeat(61),
                "series", "s".repeat(101),
                "unit", "u".repeat(21),
                "description", "d".repeat(4001),
                "aliases", List.of("a".repeat(201)),
                "price", new BigDecimal("12345678901234567.891"),
                "currency", "人民币",
                "externalId", "x".repeat(101));
        wrong.forEach((field, value) -> {
            var cells = new java.util.HashMap<String, Object>(Map.of("name", "规则产品", "price", BigDecimal.ONE));
            cells.put(field, value);
            assertThat(take(List.of(row(2, cells))).getFirst())
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(Outcome.Refused.class))
                    .satisfies(refused -> assertThat(refused.problems())
                            .as(field)
                            .extracting(FieldProblem::field)
                            .containsOnly(field));
        });
    }

    @Test
    void gapsInListsAreRefused() {
        for (var list : List.of("\"aliases\":[null]", "\"prices\":[null]")) {
            assertThat(post("ops", "/api/products", "{\"name\":\"Gaps\"," + list + "}"))
                    .hasStatus(422);
        }
    }

    private List<Outcome> take(List<ImportRow> rows) {
        return transaction.execute(status -> importing.open(world.viewer("ops")).take(rows));
    }

    private static ImportRow row(int line, Map<String, Object> cells) {
        return new ImportRow(line, cells);
    }

    private String added(String category) {
        return body(post("ops", "/api/categories", category), 201).get("id").asString();
    }

    private MvcTestResult get(String who, String path) {
        return http.get().uri(path).with(world.as(who)).exchange();
    }

    private MvcTestResult post(String who, String path, String body) {
        return http.post()
                .uri(path)
                .with(world.as(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult put(String who, String path, String body) {
        return http.put()
                .uri(path)
                .with(world.as(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult delete(String who, String path) {
        return http.delete().uri(path).with(world.as(who)).exchange();
    }

    private JsonNode body(MvcTestResult result, int status) {
        assertThat(result).hasStatus(status);
        return json.readTree(result.getResponse().getContentAsByteArray());
    }
}

package zhanggui.fieldrights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import zhanggui.TestApplication;
import zhanggui.opportunities.Desk;

/**
 * What roles say of single fields holds on every path. Values nobody of the salespeople may see are canaries; on a
 * database of its own, as it changes the role of salespeople.
 */
@TestPropertySource(properties = "test.database=fields")
class FieldRightsTest extends TestApplication {
    private static final String CANARY = "CANARY";
    private static final Map<String, Map<String, String>> RULES = Map.of(
            "customers",
            Map.of(
                    "phone", "MASKED",
                    "creditCode", "HIDDEN",
                    "annualRevenue", "HIDDEN",
                    "description", "HIDDEN",
                    "source", "READ",
                    "shortName", "HIDDEN",
                    "custom.secret", "HIDDEN"),
            "contacts",
            Map.of("mobile", "MASKED", "email", "MASKED", "note", "HIDDEN", "wechat", "HIDDEN"),
            "opportunities",
            Map.of("amount", "HIDDEN", "competitor", "HIDDEN", "nextStep", "READ"),
            "products",
            Map.of("listPrice", "HIDDEN", "series", "HIDDEN"),
            "activities",
            Map.of("nextStep", "HIDDEN"),
            "tasks",
            Map.of("note", "HIDDEN"));

    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    private Desk.At at;
    private String customer;
    private String contact;
    private String deal;
    private String product;
    private String activity;
    private String task;

    @BeforeAll
    void company() {
        at = desk.at(http);
        field("customers", "secret", "TEXT", Map.of("searched", true));
        field("opportunities", "tenth", "FORMULA", Map.of("formula", "amount / 10"));
        field("customers", "must", "TEXT", Map.of("required", Map.of("when", "ALWAYS")));
        rule("salesperson", RULES);
        product = at.body(
                        at.post(
                                "ops",
                                "/api/products",
                                Map.of(
                                        "name",
                                        "鸟笼",
                                        "series",
                                        CANARY,
                                        "aliases",
                                        List.of(),
                                        "prices",
                                        List.of(Map.of("currency", "CNY", "amount", 7654321, "from", "2020-01-01")))),
                        201)
                .get("id")
                .asString();
        customer = at.body(
                        at.post(
                                "sun",
                                "/api/customers",
                                Map.of(
                                        "name",
                                        "金丝雀一号公司",
                                        "owner",
                                        desk.world.id("li"),
                                        "phone",
                                        "+86 21 5555 7777",
                                        "creditCode",
                                        "91350100M000100Y43",
                                        "annualRevenue",
                                        7654321,
                                        "description",
                                        CANARY,
                                        "shortName",
                                        CANARY,
                                        "custom",
                                        Map.of("secret", CANARY, "must", "在"))),
                        201)
                .get("id")
                .asString();
        contact = at.body(
                        at.post(
                                "sun",
                                "/api/customers/" + customer + "/contacts",
                                Map.of(
                                        "name", "笼中人",
                                        "mobile", "13812345678",
                                        "email", "canary@example.com",
                                        "note", CANARY,
                                        "wechat", CANARY)),
                        201)
                .get("id")
                .asString();
        deal = at.created(
                        "sun",
                        Map.of(
                                "name",
                                "金丝雀商机",
                                "customer",
                                customer,
                                "owner",
                                desk.world.id("li"),
                                "competitor",
                                CANARY,
                                "nextStep",
                                "打电话",
                                "lines",
                                List.of(Map.of("product", product, "quantity", 1))))
                .get("id")
                .asString();
        activity = at.body(
                        at.post(
                                "sun",
                                "/api/activities",
                                Map.of("kind", "CALL", "text", "谈了", "nextStep", CANARY, "customer", customer)),
                        201)
                .get("id")
                .asString();
        task = at.body(
                        at.post(
                                "sun",
                                "/api/tasks",
                                Map.of(
                                        "title",
                                        "回访",
                                        "dueOn",
                                        desk.world.today().toString(),
                                        "note",
                                        CANARY,
                                        "customer",
                                        customer,
                                        "owner",
                                        desk.world.id("li"))),
                        201)
                .get("id")
                .asString();
        // What it was before is in the history.
        edit("sun", "customers", customer, Map.of("description", CANARY + " 2", "phone", "+86 21 5555 8888"));
        edit("sun", "opportunities", deal, Map.of("competitor", CANARY + " 2"));
    }

    private void field(String type, String code, String holds, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "type",
                holds,
                "code",
                code,
                "name",
                code,
                "nameEn",
                code,
                "shown",
                true,
                "totalled",
                false,
                "filterable",
                false,
                "searched",
                false,
                "retired",
                false));
        body.putAll(more);
        at.body(at.post("admin", "/api/custom-fields/" + type, body), 201);
    }

    /** Writes what a role says of fields. */
    private void rule(String code, Map<String, Map<String, String>> rules) {
        var role = role(code);
        var fields = new ArrayList<Map<String, String>>();
        rules.forEach((list, of) ->
                of.forEach((field, level) -> fields.add(Map.of("list", list, "field", field, "level", level))));
        at.body(
                at.put(
                        "admin",
                        "/api/roles/" + role.get("id").asString(),
                        Map.of(
                                "name", role.get("name"),
                                "nameEn", role.get("nameEn"),
                                "allows", role.get("allows"),
                                "fields", fields,
                                "version", role.get("version"))),
                200);
    }

    private JsonNode role(String code) {
        return StreamSupport.stream(at.body(at.get("admin", "/api/roles"), 200).spliterator(), false)
                .filter(r -> r.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode shown(String who, String list, String id) {
        return at.body(at.get(who, "/api/" + list + "/" + id), 200);
    }

    /** What a client sends that changes some fields of what it was shown. */
    private Map<String, Object> command(String who, String list, String id, Map<String, ?> changes) {
        var now = shown(who, list, id);
        var command = new HashMap<String, Object>();
        for (var name : List.of(
                "name",
                "status",
                "kind",
                "happenedAt",
                "text",
                "title",
                "dueOn",
                "priority",
                "nextStep",
                "shortName",
                "description",
                "creditCode",
                "competitor",
                "currency",
                "nextStepOn",
                "expectedClose",
                "tags",
                "series",
                "aliases")) {
            if (now.has(name) && !now.get(name).isNull()) command.put(name, now.get(name));
        }
        if (now.hasNonNull("annualRevenue")) command.put("annualRevenue", now.at("/annualRevenue/amount"));
        if (list.equals("opportunities")) command.put("customer", now.at("/customer/id"));
        if (list.equals("opportunities") && now.has("lines")) {
            var lines = new ArrayList<Map<String, Object>>();
            now.get("lines")
                    .forEach(l -> lines.add(Map.of(
                            "product", l.at("/product/id"), "quantity", l.get("quantity"), "price", l.get("price"))));
            command.put("lines", lines);
        }
        if (list.equals("products")) command.put("prices", List.of());
        command.put("version", now.get("version"));
        command.putAll(changes);
        return command;
    }

    private JsonNode edit(String who, String list, String id, Map<String, ?> changes) {
        return at.body(at.put(who, "/api/" + list + "/" + id, command(who, list, id, changes)), 200);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void noCanaryIsAnswered() {
        var asked = new ArrayList<String>();
        for (var list : List.of("customers", "contacts", "opportunities", "products", "activities", "tasks")) {
            asked.add("/api/lists/" + list);
            asked.add("/api/lists/" + list + "/rows?size=100");
            asked.add("/api/lists/" + list + "/rows?q=" + CANARY);
            asked.add("/api/history/" + list + "/" + id(list));
            asked.add("/api/" + list + "/" + id(list));
        }
        for (var list : List.of("customers", "contacts", "opportunities")) {
            asked.add("/api/" + list + "/" + id(list) + "/timeline");
        }
        asked.add("/api/lists/customers/groups?by=level");
        asked.add("/api/lists/opportunities/groups?by=stage");
        asked.add("/api/opportunities/of-customer/" + customer + "/summary");
        for (var path : asked) {
            var answer = at.get("li", path);
            assertThat(answer).as(path).hasStatus(200);
            assertThat(text(answer))
                    .as(path)
                    .doesNotContain(
                            CANARY, "7654321", "765432.1", "91350100M000100Y43", "canary@", "12345678", "55557777");
        }
        // The same paths do have them for those who may see them.
        assertThat(text(at.get("sun", "/api/customers/" + customer))).contains(CANARY, "7654321", "canary@example.com");
        assertThat(text(at.get("sun", "/api/lists/opportunities/rows?size=100")))
                .contains("7654321", "765432.1");
        assertThat(text(at.get("sun", "/api/history/customers/" + customer))).contains(CANARY);
    }

    private String id(String list) {
        return switch (list) {
            case "customers" -> customer;
            case "contacts" -> contact;
            case "opportunities" -> deal;
            case "products" -> product;
            case "activities" -> activity;
            default -> task;
        };
    }

    @Test
    void exportsHaveNoHiddenColumnsAndMasks() {
        var role = at.body(
                at.post(
                        "admin",
                        "/api/roles",
                        Map.of(
                                "name",
                                "导出员",
                                "nameEn",
                                "Exporter",
                                "allows",
                                List.of(
                                        Map.of("permission", "customers:read", "reach", "ALL"),
                                        Map.of("permission", "customers:export", "reach", "ALL")),
                                "fields",
                                List.of(
                                        Map.of("list", "customers", "field", "phone", "level", "MASKED"),
                                        Map.of("list", "customers", "field", "description", "level", "HIDDEN")))),
                201);
        giveRoles("wu", role.get("code").asString());
        try {
            var file = text(at.get("wu", "/api/lists/customers/export?format=csv&columns=name,phone"));
            assertThat(file).contains("金丝雀一号公司", "****8888").doesNotContain("55558888");
            assertThat(at.get("wu", "/api/lists/customers/export?format=csv&columns=name,description"))
                    .hasStatus(422);
            assertThat(text(at.get("wu", "/api/lists/customers/export?format=csv")))
                    .doesNotContain(CANARY + " 2");
        } finally {
            giveRoles("wu", "salesperson");
        }
    }

    private void giveRoles(String who, String... codes) {
        var account = at.body(at.get("admin", "/api/accounts/" + desk.world.id(who)), 200);
        at.body(
                at.put(
                        "admin",
                        "/api/accounts/" + desk.world.id(who),
                        Map.of(
                                "username", account.get("username"),
                                "language", account.get("language"),
                                "disabled", false,
                                "roles", List.of(codes),
                                "version", account.get("version"))),
                200);
    }

    @Test
    void whatIsHiddenOrMaskedCannotBeAskedBy() {
        for (var field : List.of("phone", "creditCode", "annualRevenue", "description", "custom.secret")) {
            var filter = Desk.filter(field, "NOT_EMPTY");
            assertThat(at.get("li", "/api/lists/customers/rows?" + filter))
                    .as(field)
                    .hasStatus(422);
            assertThat(at.get("li", "/api/lists/customers/rows?sort=" + field))
                    .as(field)
                    .hasStatus(422);
        }
        assertThat(at.get("li", "/api/lists/opportunities/rows?" + Desk.filter("custom.tenth", "AT_LEAST", "1")))
                .hasStatus(422);
        assertThat(at.get("li", "/api/lists/opportunities/rows?sort=-amount")).hasStatus(422);
        assertThat(at.get("sun", "/api/lists/opportunities/rows?sort=-amount")).hasStatus(200);
        assertThat(at.get("li", "/api/lists/customers/rows?columns=name,creditCode"))
                .hasStatus(422);
        var description = at.body(at.get("li", "/api/lists/customers"), 200);
        var keys = new ArrayList<String>();
        description.get("columns").forEach(c -> keys.add(c.get("key").asString()));
        assertThat(keys).contains("phone", "source", "custom.must").doesNotContain("creditCode", "custom.secret");
        description.get("columns").forEach(c -> {
            if (!c.get("key").asString().equals("phone")) return;
            assertThat(c.get("masked").asBoolean()).isTrue();
            assertThat(c.get("sortable").asBoolean()).isFalse();
            assertThat(c.get("operators")).isEmpty();
        });
    }

    @Test
    void searchFindsByWhatMayBeAskedByOnly() {
        assertThat(count("li", "q=" + Desk.encoded("金丝雀一号"))).isEqualTo(1);
        assertThat(count("li", "q=91350100M000100Y43")).isZero();
        assertThat(count("li", "q=" + CANARY)).isZero();
        assertThat(count("sun", "q=91350100M000100Y43")).isEqualTo(1);
        assertThat(count("sun", "q=" + CANARY)).isEqualTo(1);
        assertThat(at.body(at.get("li", "/api/lists/contacts/rows?q=12345678"), 200)
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(at.body(at.get("li", "/api/lists/contacts/rows?q=" + Desk.encoded("笼中")), 200)
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    private int count(String who, String query) {
        return at.body(at.get(who, "/api/lists/customers/rows?" + query), 200)
                .get("total")
                .asInt();
    }

    @Test
    void similarCustomersAreNotFoundByHiddenFields() {
        var probe = Map.of("creditCode", "91350100M000100Y43", "phone", "13812345678", "email", "canary@example.com");
        assertThat(at.body(at.post("li", "/api/customers/duplicates", probe), 200))
                .isEmpty();
        assertThat(at.body(at.post("sun", "/api/customers/duplicates", probe), 200))
                .hasSize(1);
    }

    @Test
    void masksAreShownWhereFieldsAreMasked() {
        var shown = shown("li", "customers", customer);
        assertThat(shown.get("phone").asString()).isEqualTo("+862****8888");
        assertThat(shown.has("creditCode")).isFalse();
        assertThat(shown.get("custom").has("must")).isTrue();
        assertThat(shown.get("custom").has("secret")).isFalse();
        assertThat(shown.at("/contacts/0/mobile").asString()).isEqualTo("+861****5678");
        assertThat(shown.at("/contacts/0/email").asString()).isEqualTo("c****@example.com");
        assertThat(shown.at("/contacts/0").has("note")).isFalse();
        var rows = at.body(at.get("li", "/api/lists/contacts/rows?columns=name,mobile"), 200);
        assertThat(rows.at("/rows/0/cells/mobile").asString()).isEqualTo("+861****5678");
    }

    @Test
    void aChangeKeepsWhatIsClosedToIt() {
        var saved = edit("li", "customers", customer, Map.of("phone", "+862****8888", "custom", Map.of("must", "仍在")));
        assertThat(saved.has("description")).isFalse();
        var all = shown("sun", "customers", customer);
        assertThat(all.get("description").asString()).startsWith(CANARY);
        assertThat(all.get("shortName").asString()).isEqualTo(CANARY);
        assertThat(all.get("creditCode").asString()).isEqualTo("91350100M000100Y43");
        assertThat(all.get("annualRevenue").get("amount").asInt()).isEqualTo(7654321);
        assertThat(all.get("phone").asString()).isEqualTo("+862155558888");
        assertThat(all.at("/custom/secret").asString()).isEqualTo(CANARY);
        assertThat(all.at("/custom/must").asString()).isEqualTo("仍在");

        edit("li", "contacts", contact, Map.of("title", "主任"));
        assertThat(shown("sun", "contacts", contact).get("mobile").asString()).isEqualTo("+8613812345678");
        assertThat(shown("sun", "contacts", contact).get("note").asString()).isEqualTo(CANARY);

        edit("li", "opportunities", deal, Map.of("description", "说明"));
        var kept = shown("sun", "opportunities", deal);
        assertThat(kept.at("/amount/amount").asInt()).isEqualTo(7654321);
        assertThat(kept.get("lines")).hasSize(1);
        assertThat(kept.get("competitor").asString()).startsWith(CANARY);

        edit("li", "tasks", task, Map.of("title", "再回访", "done", false));
        assertThat(shown("sun", "tasks", task).get("note").asString()).isEqualTo(CANARY);
    }

    @Test
    void whatIsClosedIsNotChangedByAnyWay() {
        for (var change : List.<Map<String, ?>>of(
                Map.of("phone", "+862199999999"),
                Map.of("phone", "+862****9999"),
                Map.of("description", "x"),
                Map.of("source", "REFERRAL"),
                Map.of("custom", Map.of("secret", "x", "must", "在")))) {
            var refused = at.put("li", "/api/customers/" + customer, command("li", "customers", customer, change));
            assertThat(refused).as(change.toString()).hasStatus(422);
            assertThat(text(refused)).contains("field-closed");
        }
        assertThat(at.put(
                        "li",
                        "/api/opportunities/" + deal,
                        command("li", "opportunities", deal, Map.of("amount", 1, "lines", List.of()))))
                .hasStatus(422);
        var version = shown("li", "opportunities", deal).get("version");
        var stage = at.stages().values().stream().skip(1).findFirst().orElseThrow();
        assertThat(at.post(
                        "li",
                        "/api/opportunities/" + deal + "/move",
                        Map.of("stage", stage, "version", version, "fields", Map.of("nextStep", "别的"))))
                .hasStatus(422);
        assertThat(shown("sun", "opportunities", deal).get("nextStep").asString())
                .isEqualTo("打电话");
    }

    @Test
    void somethingNewIsMadeWithoutWhatIsHidden() {
        var made = Map.of("name", "新笼子公司", "phone", "021-55551234", "custom", Map.of("must", "有"));
        var created = at.body(at.post("li", "/api/customers", made), 201);
        assertThat(created.get("phone").asString()).isEqualTo("+862****1234");
        var hidden = Map.of("name", "新笼子二公司", "creditCode", "91350211M000100Y43", "custom", Map.of("must", "有"));
        assertThat(at.post("li", "/api/customers", hidden)).hasStatus(422);
        assertThat(at.post(
                        "li",
                        "/api/activities",
                        Map.of("kind", "CALL", "text", "谈", "nextStep", "x", "customer", customer)))
                .hasStatus(422);
    }

    @Test
    void nobodyIsAskedForWhatTheyMayNotFillIn() {
        rule("salesperson", with("customers", "custom.must", "HIDDEN"));
        try {
            at.body(at.post("li", "/api/customers", Map.of("name", "不必填公司")), 201);
        } finally {
            rule("salesperson", RULES);
        }
    }

    private static Map<String, Map<String, String>> with(String list, String field, String level) {
        var rules = new HashMap<>(RULES);
        var of = new HashMap<>(rules.get(list));
        of.put(field, level);
        rules.put(list, of);
        return rules;
    }

    @Test
    void aClosedOwnerIsNotGivenAwayEvenInBulk() {
        rule("manager", Map.of("customers", Map.of("owner", "READ")));
        try {
            var refused = at.post(
                    "sun",
                    "/api/customers/assign",
                    Map.of("selection", Map.of("ids", List.of(customer)), "owner", desk.world.id("wang")));
            assertThat(refused).hasStatus(422);
            assertThat(shown("sun", "customers", customer).at("/owner/name").asString())
                    .isEqualTo("李雷");
        } finally {
            rule("manager", Map.of());
        }
    }

    @Test
    void aMaskedFieldIsShownByAClickThatIsLogged() {
        var path = "/api/records/customers/" + customer + "/reveal";
        assertThat(at.post("li", path, Map.of("field", "phone"))).hasStatus(403);
        var role = at.body(
                at.post(
                        "admin",
                        "/api/roles",
                        Map.of(
                                "name", "可揭示",
                                "nameEn", "Revealing",
                                "allows", List.of(Map.of("permission", "fields:reveal", "reach", "ALL")))),
                201);
        giveRoles("li", "salesperson", role.get("code").asString());
        try {
            assertThat(at.body(at.post("li", path, Map.of("field", "phone")), 200)
                            .get("value")
                            .asString())
                    .isEqualTo("+862155558888");
            assertThat(at.post("li", path, Map.of("field", "creditCode"))).hasStatus(422);
            assertThat(at.post("li", path, Map.of("field", "name"))).hasStatus(422);
            assertThat(at.post("zhao", path, Map.of("field", "phone"))).hasStatus(403);
            var entry = at.body(at.get("sun", "/api/history/customers/" + customer), 200)
                    .get(0);
            assertThat(entry.get("action").asString()).isEqualTo("revealed");
            assertThat(entry.get("actorName").asString()).isEqualTo("李雷");
        } finally {
            giveRoles("li", "salesperson");
        }
    }

    @Test
    void severalRolesAddUpAndOnlyThoseThatReadCount() {
        giveRoles("li", "salesperson", "manager");
        try {
            assertThat(shown("li", "customers", customer).get("creditCode").asString())
                    .isEqualTo("91350100M000100Y43");
        } finally {
            giveRoles("li", "salesperson");
        }
        giveRoles("li", "salesperson", "administrator");
        try {
            // Administrators do not read customers: what their role leaves open, it does not open.
            assertThat(at.get("li", "/api/lists/customers/rows?sort=creditCode"))
                    .hasStatus(readsAsAdministrator() ? 200 : 422);
        } finally {
            giveRoles("li", "salesperson");
        }
    }

    private boolean readsAsAdministrator() {
        for (var allowed : role("administrator").get("allows")) {
            if (allowed.get("permission").asString().equals("customers:read")) return true;
        }
        return false;
    }

    @Test
    void filesCannotFillInWhatIsClosed() {
        rule("manager", Map.of("customers", Map.of("creditCode", "READ"), "contacts", Map.of("mobile", "HIDDEN")));
        try {
            assertThat(template()).contains("电话", "联系人邮箱").doesNotContain("统一社会信用代码", "联系人手机");
        } finally {
            rule("manager", Map.of());
        }
        assertThat(template()).contains("统一社会信用代码", "联系人手机");
    }

    private String template() {
        var answer = at.get("sun", "/api/imports/kinds/customers/template?format=csv");
        assertThat(answer).hasStatus(200);
        return text(answer);
    }

    @Test
    void reportsAreRefusedToThoseWhoMayNotAskByTheirFields() {
        assertThat(at.get("li", "/api/reports/sales")).hasStatus(403);
        assertThat(at.get("sun", "/api/reports/sales")).hasStatus(200);
    }

    @Test
    void aRoleCannotSayJustAnything() {
        var role = role("manager");
        for (var wrong : List.of(
                Map.of("list", "customers", "field", "name", "level", "HIDDEN"),
                Map.of("list", "customers", "field", "annualRevenue", "level", "MASKED"),
                Map.of("list", "customers", "field", "nothing", "level", "READ"),
                Map.of("list", "jobs", "field", "kind", "level", "READ"),
                Map.of("list", "opportunities", "field", "stage", "level", "HIDDEN"))) {
            assertThat(at.put(
                            "admin",
                            "/api/roles/" + role.get("id").asString(),
                            Map.of(
                                    "name", role.get("name"),
                                    "nameEn", role.get("nameEn"),
                                    "allows", role.get("allows"),
                                    "fields", List.of(wrong),
                                    "version", role.get("version"))))
                    .as(wrong.toString())
                    .hasStatus(422);
        }
    }

    @Test
    void whatSomebodyMayDoIsExplained() {
        giveRoles("sun", "manager", "administrator");
        try {
            var li = at.body(at.get("sun", "/api/rights/" + desk.world.id("li") + "/customers/" + customer), 200);
            assertThat(li.get("reads").asBoolean()).isTrue();
            assertThat(li.at("/owner/name").asString()).isEqualTo("李雷");
            var read = named(li.get("actions"), "permission", "customers:read");
            assertThat(read.get("allowed").asBoolean()).isTrue();
            assertThat(read.at("/because/0/way").asString()).isEqualTo("OWNER");
            assertThat(named(li.get("actions"), "permission", "customers:delete")
                            .get("allowed")
                            .asBoolean())
                    .isFalse();
            var phone = named(li.get("fields"), "key", "phone");
            assertThat(phone.get("level").asString()).isEqualTo("MASKED");
            assertThat(phone.at("/roles/0/level").asString()).isEqualTo("MASKED");
            var zhao = at.body(at.get("sun", "/api/rights/" + desk.world.id("zhao") + "/customers/" + customer), 200);
            assertThat(zhao.get("reads").asBoolean()).isFalse();
            assertThat(named(zhao.get("actions"), "permission", "customers:read")
                            .get("because"))
                    .isEmpty();
        } finally {
            giveRoles("sun", "manager");
        }
        assertThat(at.get("li", "/api/rights/" + desk.world.id("li") + "/customers/" + customer))
                .hasStatus(403);
    }

    private static JsonNode named(JsonNode all, String by, String name) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.get(by).asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theClientIsToldWhatIsClosed() {
        var me = at.body(at.get("li", "/api/session"), 200).get("me");
        assertThat(me.at("/fields/customers/phone").asString()).isEqualTo("MASKED");
        assertThat(at.body(at.get("sun", "/api/session"), 200)
                        .at("/me/fields/customers")
                        .isMissingNode())
                .isTrue();
    }
}

package zhanggui.customfields;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhanggui.TestApplication;
import zhanggui.World;

/** Custom fields as browsers use them; each test makes its own, under its own names. */
class CustomFieldsTest extends TestApplication {
    @Autowired
    MockMvcTester http;

    @Autowired
    World world;

    @Autowired
    KnownFields known;

    @Autowired
    FieldIndexes indexes;

    @Autowired
    org.jooq.DSLContext db;

    @BeforeAll
    void world() {
        world.exists();
    }

    private MvcTestResult send(String who, HttpMethod method, String uri, String body) {
        return http.method(method)
                .uri(uri)
                .with(world.as(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String who, String uri) {
        return http.get().uri(java.net.URI.create(uri)).with(world.as(who)).exchange();
    }

    private static <T> T read(MvcTestResult answer, String path) {
        return JsonPath.read(text(answer), path);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** @param more what else there is to say of it, such as {@code "totalled":true} */
    private String field(String type, String code, String holds, String more) {
        var answer = send("admin", HttpMethod.POST, "/api/custom-fields/" + type, """
                {"type":"%s","code":"%s","name":"字段 %s","nameEn":"Field %s","shown":true,"totalled":false,"filterable":false,"searched":false,"retired":false%s}""".formatted(
                        holds, code, code, code, more.isEmpty() ? "" : "," + more));
        assertThat(answer).as(text(answer)).hasStatus(201);
        return read(answer, "$.id");
    }

    private String customer(String who, String name, String custom) {
        var answer =
                send(who, HttpMethod.POST, "/api/customers", "{\"name\":\"%s\",\"custom\":%s}".formatted(name, custom));
        assertThat(answer).as(text(answer)).hasStatus(201);
        return read(answer, "$.id");
    }

    private MvcTestResult rows(String who, String list, String filter, String more) {
        return get(
                who, "/api/lists/" + list + "/rows?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8) + more);
    }

    private static String is(String column, String operator, String value) {
        return "{\"column\":\"custom.%s\",\"operator\":\"%s\",\"values\":[\"%s\"]}".formatted(column, operator, value);
    }

    @Test
    void everyTypeIsKeptAndShownAsItWasEntered() {
        field("customers", "k_text", "TEXT", "");
        field("customers", "k_long", "LONG_TEXT", "");
        field("customers", "k_number", "NUMBER", "");
        field("customers", "k_money", "MONEY", "");
        field("customers", "k_date", "DATE", "");
        field("customers", "k_flag", "FLAG", "");
        field("customers", "k_link", "LINK", "");
        field("customers", "k_person", "PERSON", "");
        field("customers", "k_unit", "UNIT", "");
        field("customers", "k_one", "CHOICE", "\"choices\":[{\"name\":\"高\",\"nameEn\":\"High\",\"retired\":false}]");
        field(
                "customers",
                "k_many",
                "CHOICES",
                "\"choices\":[{\"code\":\"x\",\"name\":\"甲\",\"nameEn\":\"X\",\"retired\":false},{\"code\":\"y\",\"name\":\"乙\",\"nameEn\":\"Y\",\"retired\":false}]");
        var id = customer("li", "万事俱备公司", """
                {"k_text":" 短 ","k_long":"长\\n文","k_number":12.50,"k_money":"99.9","k_date":"2026-02-28","k_flag":false,
                 "k_link":"https://example.com","k_person":"%s","k_unit":"%s","k_one":"high","k_many":["y","x","y"]}""".formatted(world.id("sun"), world.id("east")));
        var shown = get("li", "/api/customers/" + id);
        assertThat(shown).bodyJson().extractingPath("custom.k_text").isEqualTo("短");
        assertThat(shown).bodyJson().extractingPath("custom.k_number").isEqualTo(12.5);
        assertThat(shown).bodyJson().extractingPath("custom.k_money").isEqualTo(99.9);
        assertThat(shown).bodyJson().extractingPath("custom.k_flag").isEqualTo(false);
        assertThat(shown).bodyJson().extractingPath("custom.k_person.name").isEqualTo("孙经理");
        assertThat(shown).bodyJson().extractingPath("custom.k_unit.name").isEqualTo("华东");
        assertThat(shown).bodyJson().extractingPath("custom.k_many").isEqualTo(List.of("y", "x"));

        var filters = List.of(
                is("k_text", "CONTAINS", "短"),
                is("k_long", "CONTAINS", "长"),
                is("k_number", "AT_LEAST", "12.5"),
                is("k_money", "AT_MOST", "99.9"),
                is("k_date", "IS", "2026-02-28"),
                is("k_flag", "IS", "false"),
                is("k_link", "CONTAINS", "example"),
                is("k_person", "IS", world.id("sun").toString()),
                is("k_unit", "IS", world.id("east").toString()),
                is("k_one", "IS", "high"),
                is("k_many", "IS", "x"));
        for (var filter : filters) {
            var found = rows("li", "customers", filter, "&q=" + URLEncoder.encode("万事俱备", StandardCharsets.UTF_8));
            assertThat(found).as(filter + text(found)).hasStatusOk();
            assertThat(found).bodyJson().extractingPath("total").as(filter).isEqualTo(1);
        }
        var row = rows("li", "customers", is("k_one", "IS", "high"), "");
        assertThat(row)
                .bodyJson()
                .extractingPath("rows[0].cells['custom.k_money'].currency")
                .isEqualTo("CNY");
        assertThat(row)
                .bodyJson()
                .extractingPath("rows[0].cells['custom.k_person'].name")
                .isEqualTo("孙经理");
        assertThat(row)
                .bodyJson()
                .extractingPath("rows[0].cells['custom.k_date']")
                .isEqualTo("2026-02-28");
        assertThat(rows("li", "customers", "{\"column\":\"custom.k_date\",\"operator\":\"EMPTY\",\"values\":[]}", ""))
                .hasStatusOk();
    }

    @Test
    void listsSortByThemAddThemUpAndExportThem() {
        field("customers", "shops", "NUMBER", "\"totalled\":true");
        customer("li", "门店甲", "{\"shops\":9}");
        customer("li", "门店乙", "{\"shops\":10}");
        customer("li", "门店丙", "{}");
        var q = "&q=" + URLEncoder.encode("门店", StandardCharsets.UTF_8);
        var sorted = rows("li", "customers", "{\"all\":[]}", q + "&sort=-custom.shops&columns=name,custom.shops");
        assertThat((List<String>) read(sorted, "$.rows[*].cells.name")).containsExactly("门店乙", "门店甲", "门店丙");
        assertThat(sorted)
                .bodyJson()
                .extractingPath("sums['custom.shops'][0].amount")
                .isEqualTo(19);
        var export = get("zhou", "/api/lists/customers/export?format=csv&columns=name,custom.shops" + q);
        assertThat(text(export)).contains("客户名称,字段 shops").contains("门店乙,10");
        var described = get("li", "/api/lists/customers");
        assertThat(text(described)).contains("\"label\":\"字段 shops\"");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingIsSaved() {
        field("customers", "w_date", "DATE", "");
        var refused = send("li", HttpMethod.POST, "/api/customers", """
                {"name":"不该存下的公司","custom":{"w_date":"2026-13-01","no_such":1}}""");
        assertThat(refused).hasStatus(422);
        assertThat((List<String>) read(refused, "$.errors[*].field"))
                .containsExactlyInAnyOrder("custom.w_date", "custom.no_such");
        var found = get("li", "/api/lists/customers/rows?q=" + URLEncoder.encode("不该存下", StandardCharsets.UTF_8));
        assertThat(found).bodyJson().extractingPath("total").isEqualTo(0);
        var person = send("li", HttpMethod.POST, "/api/customers", """
                {"name":"不该存下的公司","custom":{"w_date":null}}""");
        assertThat(person).hasStatus(201);
    }

    @Test
    void aPersonThereIsNotIsUnknown() {
        field("customers", "u_person", "PERSON", "");
        var refused = send(
                "li",
                HttpMethod.POST,
                "/api/customers",
                "{\"name\":\"查无此人公司\",\"custom\":{\"u_person\":\"%s\"}}".formatted(UUID.randomUUID()));
        assertThat(refused).hasStatus(422);
        assertThat(refused).bodyJson().extractingPath("errors[0].field").isEqualTo("custom.u_person");
    }

    @Test
    void oneIsRequiredByTheLevelOfItsCustomer() {
        var id = field(
                "customers",
                "r_why",
                "TEXT",
                "\"required\":{\"when\":\"WHEN\",\"field\":\"level\",\"values\":[\"A\"]}");
        var refused = send("li", HttpMethod.POST, "/api/customers", "{\"name\":\"甲级公司\",\"level\":\"A\"}");
        assertThat(refused).hasStatus(422);
        assertThat(refused).bodyJson().extractingPath("errors[0].field").isEqualTo("custom.r_why");
        assertThat(send("li", HttpMethod.POST, "/api/customers", "{\"name\":\"乙级公司\",\"level\":\"B\"}"))
                .hasStatus(201);
        assertThat(send("admin", HttpMethod.DELETE, "/api/custom-fields/customers/" + id, ""))
                .hasStatus(204);
        assertThat(send("li", HttpMethod.POST, "/api/customers", "{\"name\":\"甲级公司\",\"level\":\"A\"}"))
                .hasStatus(201);
    }

    @Test
    void theHistoryTellsOfThemInWords() {
        field("customers", "h_person", "PERSON", "");
        field(
                "customers",
                "h_choice",
                "CHOICE",
                "\"choices\":[{\"code\":\"far\",\"name\":\"远\",\"nameEn\":\"Far\",\"retired\":false}]");
        var id = customer("li", "有历史的公司", "{\"h_person\":\"%s\"}".formatted(world.id("sun")));
        var changed = send("li", HttpMethod.PUT, "/api/customers/" + id, """
                {"name":"有历史的公司","version":1,"custom":{"h_choice":"far","h_person":"%s"}}""".formatted(world.id("zhou")));
        assertThat(changed).as(text(changed)).hasStatusOk();
        var history = get("li", "/api/history/customers/" + id);
        assertThat((List<String>) read(history, "$[0].changes[*].label"))
                .containsExactlyInAnyOrder("字段 h_choice", "字段 h_person");
        assertThat((List<String>) read(history, "$[0].changes[?(@.field=='custom.h_person')].before"))
                .containsExactly("孙经理");
        assertThat((List<String>) read(history, "$[0].changes[?(@.field=='custom.h_choice')].after"))
                .containsExactly("远");
    }

    @Test
    void aChangeThatDoesNotMentionThemLeavesThem() {
        field("customers", "l_text", "TEXT", "");
        var id = customer("li", "原样公司", "{\"l_text\":\"原样\"}");
        send("li", HttpMethod.PUT, "/api/customers/" + id, "{\"name\":\"原样公司\",\"version\":1,\"level\":\"B\"}");
        assertThat(get("li", "/api/customers/" + id))
                .bodyJson()
                .extractingPath("custom.l_text")
                .isEqualTo("原样");
    }

    @Test
    void contactsDealsAndProductsHaveThemToo() {
        field("contacts", "style", "TEXT", "");
        field("opportunities", "budget", "MONEY", "\"totalled\":true");
        field("products", "origin", "TEXT", "");
        var company = customer("li", "样样有公司", "{}");
        var contact = send("li", HttpMethod.POST, "/api/customers/" + company + "/contacts", """
                {"name":"方先生","custom":{"style":"直接"}}""");
        assertThat(contact).as(text(contact)).hasStatus(201);
        var found = rows("li", "contacts", is("style", "IS", "直接"), "");
        assertThat(found).bodyJson().extractingPath("total").isEqualTo(1);

        var deal = send("li", HttpMethod.POST, "/api/opportunities", """
                {"name":"美元商机","currency":"USD","amount":10,"custom":{"budget":500.5}}""");
        assertThat(deal).as(text(deal)).hasStatus(201);
        assertThat(deal).bodyJson().extractingPath("custom.budget").isEqualTo(500.5);
        var deals = rows("li", "opportunities", is("budget", "AT_LEAST", "500"), "&columns=name,custom.budget");
        assertThat(deals)
                .bodyJson()
                .extractingPath("rows[0].cells['custom.budget'].currency")
                .isEqualTo("USD");
        assertThat(deals)
                .bodyJson()
                .extractingPath("sums['custom.budget'][0].currency")
                .isEqualTo("USD");
        String id = read(deal, "$.id");
        int version = read(deal, "$.version");
        var edited = send("li", HttpMethod.PUT, "/api/opportunities/" + id, """
                {"name":"美元商机","currency":"USD","amount":10,"version":%d,"custom":{"budget":600}}""".formatted(version));
        assertThat(edited).as(text(edited)).hasStatusOk();
        var history = get("li", "/api/history/opportunities/" + id);
        assertThat((List<String>) read(history, "$[0].changes[*].label")).containsExactly("字段 budget");

        var product = send("ops", HttpMethod.POST, "/api/products", """
                {"name":"自定义产品","aliases":[],"prices":[],"custom":{"origin":"苏州"}}""");
        assertThat(product).as(text(product)).hasStatus(201);
        assertThat(product).bodyJson().extractingPath("custom.origin").isEqualTo("苏州");
    }

    @Test
    void aFormulaIsComputedWhereverItIsShown() {
        var cost = field("opportunities", "cost", "MONEY", "");
        field(
                "opportunities",
                "margin",
                "FORMULA",
                "\"totalled\":true,\"formula\":\"amount - ifEmpty(custom.cost, 0 * amount)\"");
        field("opportunities", "rate", "FORMULA", "\"formula\":\"round(100 * (amount - custom.cost) / amount, 1)\"");
        for (var values : List.of("800,\"custom\":{\"cost\":600}", "100", "0,\"custom\":{\"cost\":0}")) {
            var made = send(
                    "wang",
                    HttpMethod.POST,
                    "/api/opportunities",
                    "{\"name\":\"毛利商机\",\"amount\":%s}".formatted(values));
            assertThat(made).as(text(made)).hasStatus(201);
        }
        var q = "&q=" + URLEncoder.encode("毛利商机", StandardCharsets.UTF_8);
        var rows = rows(
                "wang",
                "opportunities",
                "{\"all\":[]}",
                q + "&sort=-custom.margin&columns=name,custom.margin,custom.rate");
        assertThat((List<Number>) read(rows, "$.rows[*].cells['custom.margin'].amount"))
                .extracting(Number::doubleValue)
                .containsExactly(200.0, 100.0, 0.0);
        assertThat((Object) read(rows, "$.rows[2].cells['custom.rate']")).isNull();
        assertThat(rows)
                .bodyJson()
                .extractingPath("sums['custom.margin'][0].amount")
                .isEqualTo(300.0);
        var found = rows("wang", "opportunities", is("rate", "AT_LEAST", "25"), q);
        assertThat(found).bodyJson().extractingPath("total").isEqualTo(1);
        var page = get("wang", "/api/opportunities/" + read(found, "$.rows[0].id"));
        assertThat(page).bodyJson().extractingPath("custom.margin").isEqualTo(200.0);
        assertThat(send("admin", HttpMethod.DELETE, "/api/custom-fields/opportunities/" + cost, ""))
                .hasStatus(409);
    }

    @Test
    void aFormulaThatCannotBeReadIsRefusedInWords() {
        var answer = send("admin", HttpMethod.POST, "/api/custom-fields/opportunities", """
                {"type":"FORMULA","name":"错式","nameEn":"Wrong","formula":"amount * nothing","shown":true,"totalled":false,"filterable":false,"searched":false,"retired":false}""");
        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("errors[0].field").isEqualTo("formula");
        assertThat((String) read(answer, "$.errors[0].message")).contains("nothing");
    }

    @Test
    void quickSearchFindsTheWordsOfThoseMarkedForIt() {
        for (var type : List.of("customers", "contacts", "opportunities", "activities", "products")) {
            field(type, "s_word", "TEXT", "");
        }
        var words = "{\"s_word\":\"鹧鸪天\"}";
        var company = customer("li", "寻词公司", words);
        var sent = List.of(
                send(
                        "li",
                        HttpMethod.POST,
                        "/api/customers/" + company + "/contacts",
                        "{\"name\":\"寻先生\",\"custom\":%s}".formatted(words)),
                send("li", HttpMethod.POST, "/api/opportunities", "{\"name\":\"寻词商机\",\"custom\":%s}".formatted(words)),
                send(
                        "li",
                        HttpMethod.POST,
                        "/api/activities",
                        "{\"kind\":\"CALL\",\"text\":\"寻词\",\"customer\":\"%s\",\"custom\":%s}"
                                .formatted(company, words)),
                send(
                        "ops",
                        HttpMethod.POST,
                        "/api/products",
                        "{\"name\":\"寻词产品\",\"aliases\":[],\"prices\":[],\"custom\":%s}".formatted(words)));
        sent.forEach(answer -> assertThat(answer).as(text(answer)).hasStatus(201));
        var q = "/rows?q=" + URLEncoder.encode("鹧鸪", StandardCharsets.UTF_8);
        for (var type : List.of("customers", "contacts", "opportunities", "activities", "products")) {
            var uri = "/api/lists/" + type + q;
            assertThat(get("li", uri))
                    .bodyJson()
                    .extractingPath("total")
                    .as(type)
                    .isEqualTo(0);
            var field = (List<String>) read(get("li", "/api/custom-fields/" + type), "$[?(@.code=='s_word')].id");
            var answer = send("admin", HttpMethod.PUT, "/api/custom-fields/" + type + "/" + field.getFirst(), """
                    {"name":"寻词","nameEn":"Words","shown":true,"totalled":false,"filterable":false,"searched":true,"retired":false,"version":1}""");
            assertThat(answer).as(text(answer)).hasStatusOk();
            org.awaitility.Awaitility.await()
                    .atMost(java.time.Duration.ofSeconds(30))
                    .until(() -> ((int) read(get("li", uri), "$.total")) == 1);
        }
        customer("li", "后来的公司", words);
        assertThat(get("li", "/api/lists/customers" + q))
                .bodyJson()
                .extractingPath("total")
                .isEqualTo(2);
    }

    @Test
    void onlyThoseWhoMayManageThem() {
        assertThat(send("ops", HttpMethod.POST, "/api/custom-fields/customers", """
                {"type":"TEXT","name":"不许","nameEn":"Forbidden","shown":true,"totalled":false,"filterable":false,"searched":false,"retired":false}"""))
                .hasStatus(403);
        assertThat(get("li", "/api/custom-fields/customers")).hasStatusOk();
        assertThat(get("li", "/api/custom-fields/audit")).hasStatus(404);
    }

    @Test
    void codeAndTypeStayAndNamesAreThereOnce() {
        var id = field("contacts", "fixed", "TEXT", "");
        var body = """
                {"type":"%s","code":"%s","name":"%s","nameEn":"Fixed","shown":true,"totalled":false,"filterable":false,"searched":false,"retired":false,"version":%d}""";
        var uri = "/api/custom-fields/contacts/" + id;
        assertThat(send("admin", HttpMethod.PUT, uri, body.formatted("NUMBER", "fixed", "定", 1)))
                .hasStatus(422);
        assertThat(send("admin", HttpMethod.PUT, uri, body.formatted("TEXT", "other", "定", 1)))
                .hasStatus(422);
        assertThat(send("admin", HttpMethod.PUT, uri, body.formatted("TEXT", "fixed", "定", 1)))
                .hasStatusOk();
        assertThat(send("admin", HttpMethod.PUT, uri, body.formatted("TEXT", "fixed", "定", 1)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("current.name.zh")
                .isEqualTo("定");
        var taken = send("admin", HttpMethod.POST, "/api/custom-fields/contacts", """
                {"type":"TEXT","name":"定","nameEn":"Another","shown":true,"totalled":false,"filterable":false,"searched":false,"retired":false}""");
        assertThat(taken).hasStatus(422);
        assertThat(taken).bodyJson().extractingPath("errors[0].field").isEqualTo("name");
    }

    @Test
    void whatRecordsHoldCanBeRetiredButNotTakenAway() {
        var id = field(
                "customers",
                "t_kind",
                "CHOICE",
                "\"choices\":[{\"code\":\"a\",\"name\":\"甲类\",\"nameEn\":\"Kind a\",\"retired\":false},{\"code\":\"b\",\"name\":\"乙类\",\"nameEn\":\"Kind b\",\"retired\":false}]");
        var holder = customer("li", "有类别公司", "{\"t_kind\":\"a\"}");
        var uri = "/api/custom-fields/customers/" + id;
        assertThat(send("admin", HttpMethod.DELETE, uri, "")).hasStatus(409);
        var change = """
                {"name":"字段 t_kind","nameEn":"Field t_kind","shown":true,"totalled":false,"filterable":false,"searched":false,"retired":%s,"version":%d,
                 "choices":[%s{"code":"b","name":"乙类","nameEn":"Kind b","retired":false}]}""";
        var lost = send("admin", HttpMethod.PUT, uri, change.formatted("false", 1, ""));
        assertThat(lost).hasStatus(422);
        var retired = "{\"code\":\"a\",\"name\":\"甲类\",\"nameEn\":\"Kind a\",\"retired\":true},";
        assertThat(send("admin", HttpMethod.PUT, uri, change.formatted("false", 1, retired)))
                .hasStatusOk();
        assertThat(send("admin", HttpMethod.PUT, uri, change.formatted("true", 2, retired)))
                .hasStatusOk();
        assertThat(get("li", "/api/customers/" + holder))
                .bodyJson()
                .extractingPath("custom.t_kind")
                .isEqualTo("a");
        var filtered = rows("li", "customers", is("t_kind", "IS", "a"), "");
        assertThat(filtered).hasStatus(422);
    }

    @Test
    void theOrderIsThatOfAllOfThemOrNone() {
        var first = field("products", "o_first", "TEXT", "");
        var second = field("products", "o_second", "TEXT", "");
        List<String> all = read(get("admin", "/api/custom-fields/products"), "$[*].id");
        var others = all.stream()
                .filter(id -> !id.equals(first) && !id.equals(second))
                .toList();
        var wanted = new java.util.ArrayList<>(List.of(second, first));
        wanted.addAll(others);
        var body = "{\"ids\":["
                + String.join(",", wanted.stream().map(id -> '"' + id + '"').toList()) + "]}";
        var ordered = send("admin", HttpMethod.PUT, "/api/custom-fields/products/order", body);
        assertThat(ordered).as(text(ordered)).hasStatusOk();
        assertThat((List<String>) read(ordered, "$[*].id")).isEqualTo(wanted);
        assertThat(send("admin", HttpMethod.PUT, "/api/custom-fields/products/order", "{\"ids\":[\"" + first + "\"]}"))
                .hasStatus(409);
    }

    @Test
    void whatIsMarkedFilterableHasAnIndexThatAnswersItsFilter() throws Exception {
        var types = java.util.Map.of(
                "i_text", "TEXT", "i_number", "NUMBER", "i_date", "DATE", "i_flag", "FLAG", "i_person", "PERSON");
        var ids = new java.util.HashMap<String, String>();
        types.forEach(
                (code, type) -> ids.put(code, field("contacts", code, type, "").toString()));
        for (var code : types.keySet()) {
            var answer = send(
                    "admin", HttpMethod.PUT, "/api/custom-fields/contacts/" + ids.get(code), """
                    {"name":"字段 %s","nameEn":"Field %s","shown":true,"totalled":false,"filterable":true,"searched":false,"retired":false,"version":1}""".formatted(code, code));
            assertThat(answer).as(text(answer)).hasStatusOk();
        }
        for (var entry : ids.entrySet()) {
            var index = FieldIndexes.name(UUID.fromString(entry.getValue()));
            org.awaitility.Awaitility.await()
                    .atMost(java.time.Duration.ofSeconds(30))
                    .until(() -> valid(index));
        }
        for (var filter : java.util.Map.of(
                        "i_text", "IS",
                        "i_number", "AT_LEAST",
                        "i_date", "AT_MOST",
                        "i_person", "IS")
                .entrySet()) {
            var column = known.of("contacts").columns().stream()
                    .filter(c -> c.key().equals("custom." + filter.getKey()))
                    .findFirst()
                    .orElseThrow();
            var plan = plan(column.value());
            assertThat(plan).as(filter.getKey()).contains(FieldIndexes.name(UUID.fromString(ids.get(filter.getKey()))));
        }
        var lost = FieldIndexes.name(UUID.fromString(ids.get("i_date")));
        indexes.drop("contacts", UUID.fromString(ids.get("i_date")));
        assertThat(valid(lost)).isFalse();
        indexes.makeMissing();
        assertThat(valid(lost)).as("as after a restore, when a server starts").isTrue();
        assertThat(send("admin", HttpMethod.DELETE, "/api/custom-fields/contacts/" + ids.get("i_flag"), ""))
                .hasStatus(204);
        var gone = FieldIndexes.name(UUID.fromString(ids.get("i_flag")));
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .until(() -> !valid(gone));
    }

    private boolean valid(String index) {
        return !db.fetch(
                        "select 1 from pg_index i join pg_class c on c.oid = i.indexrelid where c.relname = ? and i.indisvalid",
                        index)
                .isEmpty();
    }

    /** How contacts are found in the order of a column. */
    private String plan(org.jooq.Field<?> value) {
        return db.transactionResult(tx -> {
            tx.dsl().execute("set local enable_seqscan = off");
            tx.dsl().execute("set local enable_sort = off");
            return tx.dsl()
                    .explain(tx.dsl()
                            .select(org.jooq.impl.DSL.inline(1))
                            .from("customers.contact")
                            .orderBy(value)
                            .limit(10))
                    .plan();
        });
    }
}

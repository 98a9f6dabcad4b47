package zhanggui.customers;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
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

/** Customers as browsers use them; each test names its own so that none is in another's way. */
class CustomersTest extends TestApplication {
    @Autowired
    MockMvcTester http;

    @Autowired
    World world;

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
        return http.get().uri(uri).with(world.as(who)).exchange();
    }

    private static <T> T read(MvcTestResult answer, String path) {
        try {
            return JsonPath.read(
                    answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8), path);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String created(String who, String body) {
        var answer = send(who, HttpMethod.POST, "/api/customers", body);
        assertThat(answer).hasStatus(201);
        return read(answer, "$.id");
    }

    private String named(String who, String name) {
        return created(who, "{\"name\":\"" + name + "\"}");
    }

    @Test
    void aCustomerIsMadeShownChangedAndDeleted() {
        var id = created("zhou", """
                {"name":" 上海晨星科技有限公司 ","nameEn":"Morning Star","shortName":"晨星","creditCode":"91350100m000100y43",
                 "industry":"software","employees":120,"annualRevenue":1234.5,"level":"A","source":"referral",
                 "province":"上海","city":"上海","phone":"021-55550000","tags":["重点","重点"],"site":"www.morningstar.cn"}""");
        var shown = get("zhou", "/api/customers/" + id);
        assertThat(shown).hasStatusOk();
        assertThat(shown).bodyJson().extractingPath("name").isEqualTo("上海晨星科技有限公司");
        assertThat(shown).bodyJson().extractingPath("creditCode").isEqualTo("91350100M000100Y43");
        assertThat(shown).bodyJson().extractingPath("annualRevenue.currency").isEqualTo("CNY");
        assertThat(shown).bodyJson().extractingPath("phone").isEqualTo("+862155550000");
        assertThat(shown).bodyJson().extractingPath("tags").asArray().containsExactly("重点");
        assertThat(shown).bodyJson().extractingPath("owner.name").isEqualTo("周组长");
        assertThat(shown).bodyJson().extractingPath("unit.name").isEqualTo("华东一组");
        assertThat(shown).bodyJson().extractingPath("status").isEqualTo("POTENTIAL");
        assertThat(shown).bodyJson().extractingPath("version").isEqualTo(1);
        assertThat(shown).bodyJson().extractingPath("can.delete").isEqualTo(true);
        assertThat((String) read(shown, "$.number")).startsWith("C0");
        var changed = send(
                "zhou",
                HttpMethod.PUT,
                "/api/customers/" + id,
                "{\"name\":\"上海晨星科技有限公司\",\"industry\":\"medical\",\"level\":\"B\",\"version\":1}");
        assertThat(changed).hasStatusOk();
        assertThat(changed).bodyJson().extractingPath("version").isEqualTo(2);
        assertThat(changed).bodyJson().extractingPath("creditCode").isNull();
        assertThat(changed).bodyJson().extractingPath("owner.name").isEqualTo("周组长");
        assertThat(send("zhou", HttpMethod.DELETE, "/api/customers/" + id, "")).hasStatus(204);
        assertThat(get("zhou", "/api/customers/" + id)).hasStatus(404);
    }

    @Test
    void wrongFieldsAreNamedAllAtOnce() {
        var answer = send("li", HttpMethod.POST, "/api/customers", """
                {"name":"某某","creditCode":"91350100M000100Y44","phone":"abc","industry":"nothing",
                 "parent":"%s"}""".formatted(UUID.randomUUID()));
        assertThat(answer).hasStatus(422);
        assertThat((List<String>) read(answer, "$.errors[*].field"))
                .containsExactlyInAnyOrder("creditCode", "phone", "industry", "parent");
        assertThat((String) read(answer, "$.errors[0].message")).contains("统一社会信用代码");
        assertThat(send("li", HttpMethod.POST, "/api/customers", "{\"name\":\" \"}"))
                .hasStatus(422);
    }

    @Test
    void aStaleSaveIsRefusedWithWhatIsStored() {
        var id = named("li", "迟到贸易");
        var first = "{\"name\":\"迟到贸易\",\"city\":\"苏州\",\"version\":1}";
        assertThat(send("li", HttpMethod.PUT, "/api/customers/" + id, first)).hasStatusOk();
        var second = send("li", HttpMethod.PUT, "/api/customers/" + id, "{\"name\":\"别的名字\",\"version\":1}");
        assertThat(second).hasStatus(409);
        assertThat(second).bodyJson().extractingPath("code").isEqualTo("stale");
        assertThat(second).bodyJson().extractingPath("current.city").isEqualTo("苏州");
        assertThat(second).bodyJson().extractingPath("current.version").isEqualTo(2);
        assertThat(send("li", HttpMethod.PUT, "/api/customers/" + id, "{\"name\":\"没有版本\"}"))
                .hasStatus(422);
    }

    @Test
    void everyoneReachesWhatTheirRightsReach() {
        var id = named("li", "范围测试甲");
        var edit = "{\"name\":\"范围测试甲\",\"version\":1}";
        for (var who : List.of("li", "zhou", "sun", "ops", "chen", "admin")) {
            assertThat(get(who, "/api/customers/" + id)).as(who).hasStatusOk();
        }
        for (var who : List.of("wang", "wu", "zhao")) {
            assertThat(get(who, "/api/customers/" + id)).as(who).hasStatus(404);
            assertThat(send(who, HttpMethod.PUT, "/api/customers/" + id, edit))
                    .as(who)
                    .hasStatus(404);
            assertThat(get(who, "/api/history/customers/" + id)).as(who).hasStatus(404);
        }
        assertThat(send("chen", HttpMethod.PUT, "/api/customers/" + id, edit)).hasStatus(403);
        assertThat(send("li", HttpMethod.DELETE, "/api/customers/" + id, "")).hasStatus(403);
        var shown = get("li", "/api/customers/" + id);
        assertThat(shown).bodyJson().extractingPath("can.edit").isEqualTo(true);
        assertThat(shown).bodyJson().extractingPath("can.assign").isEqualTo(false);
        assertThat(send("sun", HttpMethod.DELETE, "/api/customers/" + id, "")).hasStatus(204);
        assertThat(http.get().uri("/api/customers/" + id).exchange()).hasStatus(401);
    }

    @Test
    void onlyThoseWhoMayGiveCustomersAwayMakeThemForOthers() {
        var forWang = "{\"name\":\"%s\",\"owner\":\"" + world.id("wang") + "\"}";
        assertThat(send("li", HttpMethod.POST, "/api/customers", forWang.formatted("给别人甲")))
                .hasStatus(403);
        assertThat(send("zhou", HttpMethod.POST, "/api/customers", forWang.formatted("给别人乙")))
                .hasStatus(201);
        var id = named("li", "给别人丙");
        var give = "{\"name\":\"给别人丙\",\"owner\":\"%s\",\"version\":1}";
        assertThat(send("li", HttpMethod.PUT, "/api/customers/" + id, give.formatted(world.id("wang"))))
                .hasStatus(403);
        assertThat(send("zhou", HttpMethod.PUT, "/api/customers/" + id, give.formatted(UUID.randomUUID())))
                .hasStatus(422);
        assertThat(send("zhou", HttpMethod.PUT, "/api/customers/" + id, give.formatted(world.id("wang"))))
                .hasStatusOk();
        assertThat(get("li", "/api/customers/" + id)).hasStatus(404);
    }

    @Test
    void whatIsGivenOutOfReachIsAnsweredAsItWasSaved() {
        var id = named("li", "给出去测试");
        var give = "{\"name\":\"给出去测试\",\"owner\":\"%s\",\"version\":1}".formatted(world.id("zhao"));
        assertThat(send("zhou", HttpMethod.PUT, "/api/customers/" + id, give))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("owner.name")
                .isEqualTo("赵南");
        assertThat(get("zhou", "/api/customers/" + id)).hasStatus(404);
    }

    @Test
    void onlyCompaniesWithinReachAreCountedBelowACustomer() {
        var id = named("li", "集团计数测试");
        for (var owner : List.of("li", "zhao")) {
            db.execute(
                    "update customers.customer set parent_id = ?::uuid where id = ?::uuid",
                    id,
                    named(owner, "子公司计数" + owner));
        }
        assertThat(get("li", "/api/customers/" + id))
                .bodyJson()
                .extractingPath("children")
                .isEqualTo(1);
        assertThat(get("ops", "/api/customers/" + id))
                .bodyJson()
                .extractingPath("children")
                .isEqualTo(2);
    }

    @Test
    void collaboratorsReadAndWriteAsFarAsTheyWereLetIn() {
        var id = named("li", "协作测试甲");
        var edit = "{\"name\":\"协作测试甲\",\"version\":1}";
        var uri = "/api/customers/" + id + "/collaborators";
        var wu = "{\"collaborators\":[{\"person\":\"" + world.id("wu") + "\",\"mayWrite\":%s}]}";
        var shared = send("li", HttpMethod.PUT, uri, wu.formatted("false"));
        assertThat(shared).hasStatusOk();
        assertThat(shared)
                .bodyJson()
                .extractingPath("collaborators[0].person.name")
                .isEqualTo("吴强");
        assertThat(get("wu", "/api/customers/" + id)).hasStatusOk();
        assertThat(get("wu", "/api/customers/" + id))
                .bodyJson()
                .extractingPath("can.edit")
                .isEqualTo(false);
        assertThat(send("wu", HttpMethod.PUT, "/api/customers/" + id, edit)).hasStatus(403);
        assertThat(send("li", HttpMethod.PUT, uri, wu.formatted("true"))).hasStatusOk();
        assertThat(send("wu", HttpMethod.PUT, uri, "{\"collaborators\":[]}")).hasStatus(403);
        assertThat(send("wu", HttpMethod.PUT, "/api/customers/" + id, edit.replace("1}", "3}")))
                .hasStatusOk();
        assertThat(send("wu", HttpMethod.DELETE, "/api/customers/" + id, "")).hasStatus(403);
        var filter = "/api/lists/customers/rows?filter={f}&q=协作测试";
        var mine = http.get()
                .uri(filter, "{\"column\":\"collaborators\",\"operator\":\"ME\",\"values\":[]}")
                .with(world.as("wu"))
                .exchange();
        assertThat(mine).bodyJson().extractingPath("total").isEqualTo(1);
        assertThat(mine)
                .bodyJson()
                .extractingPath("rows[0].cells.collaborators.name")
                .isEqualTo("吴强");
        assertThat(get("zhao", "/api/customers/" + id)).hasStatus(404);
        assertThat(send("li", HttpMethod.PUT, uri, "{\"collaborators\":[]}")).hasStatusOk();
        assertThat(get("wu", "/api/customers/" + id)).hasStatus(404);
    }

    @Test
    void aCustomerCannotStandAboveItself() {
        var a = named("li", "集团甲甲");
        var b = created("li", "{\"name\":\"集团乙乙\",\"parent\":\"" + a + "\"}");
        var c = created("li", "{\"name\":\"集团丙丙\",\"parent\":\"" + b + "\"}");
        assertThat(get("li", "/api/customers/" + a))
                .bodyJson()
                .extractingPath("children")
                .isEqualTo(1);
        var circle = "{\"name\":\"集团甲甲\",\"version\":1,\"parent\":\"%s\"}";
        for (var parent : List.of(a, b, c)) {
            var answer = send("li", HttpMethod.PUT, "/api/customers/" + a, circle.formatted(parent));
            assertThat(answer).hasStatus(422);
            assertThat(answer).bodyJson().extractingPath("errors[0].code").isEqualTo("customer-cycle");
        }
        var other = named("zhao", "集团丁丁");
        assertThat(send("li", HttpMethod.PUT, "/api/customers/" + a, circle.formatted(other)))
                .as("a parent out of reach is unknown")
                .hasStatus(422);
        var deleted = send("ops", HttpMethod.DELETE, "/api/customers/" + a, "");
        assertThat(deleted).hasStatus(409);
        assertThat(deleted).bodyJson().extractingPath("code").isEqualTo("customers.has-subsidiaries");
    }

    @Test
    void manyAreGivenAwayAtOnceAsFarAsOneMay() {
        var a = named("li", "批量测试甲");
        var b = named("wang", "批量测试乙");
        var c = named("zhao", "批量测试丙");
        var uri = "/api/customers/assign";
        var ids = "{\"selection\":{\"ids\":[\"%s\",\"%s\",\"%s\"],\"all\":false},\"owner\":\"%s\"}";
        var to = ids.formatted(a, b, c, world.id("wu"));
        assertThat(send("li", HttpMethod.POST, uri, to)).hasStatus(403);
        var answer = send("sun", HttpMethod.POST, uri, to);
        assertThat(answer).hasStatusOk();
        assertThat(answer).bodyJson().extractingPath("assigned").isEqualTo(2);
        assertThat(answer).bodyJson().extractingPath("refused").isEqualTo(1);
        assertThat(get("wu", "/api/customers/" + a))
                .bodyJson()
                .extractingPath("version")
                .isEqualTo(2);
        assertThat(get("ops", "/api/customers/" + c))
                .bodyJson()
                .extractingPath("owner.name")
                .isEqualTo("赵南");
        var history = get("wu", "/api/history/customers/" + a);
        assertThat(history).bodyJson().extractingPath("[0].action").isEqualTo("assigned");
        assertThat(history).bodyJson().extractingPath("[0].changes[0].after").isEqualTo("吴强");
        var all = "{\"selection\":{\"ids\":[],\"q\":\"批量测试\",\"all\":true},\"owner\":\"" + world.id("wang") + "\"}";
        assertThat(send("sun", HttpMethod.POST, uri, all))
                .bodyJson()
                .extractingPath("assigned")
                .isEqualTo(2);
        assertThat(send("ops", HttpMethod.POST, uri, all))
                .bodyJson()
                .extractingPath("assigned")
                .isEqualTo(3);
    }

    @Test
    void theHistoryTellsEachChange() {
        var id = named("li", "历史测试甲");
        send(
                "li",
                HttpMethod.PUT,
                "/api/customers/" + id,
                "{\"name\":\"历史测试甲\",\"city\":\"杭州\",\"industry\":\"software\",\"version\":1}");
        var history = get("zhou", "/api/history/customers/" + id);
        assertThat(history).hasStatusOk();
        assertThat((List<String>) read(history, "$[*].action")).containsExactly("changed", "created");
        assertThat((List<String>) read(history, "$[0].changes[*].field")).containsExactlyInAnyOrder("city", "industry");
        assertThat((List<String>) read(history, "$[0].changes[?(@.field=='city')].after"))
                .containsExactly("杭州");
        assertThat((List<String>) read(history, "$[0].changes[?(@.field=='industry')].after"))
                .containsExactly("软件与信息服务");
    }

    @Test
    void whatTheListShowsIsWhatTheFileHolds() throws Exception {
        named("li", "导出测试甲");
        named("wang", "导出测试乙");
        named("zhao", "导出测试丙");
        var query = "?q=导出测试&sort=name&columns=name,owner,status";
        var rows = get("zhou", "/api/lists/customers/rows" + query);
        assertThat((List<String>) read(rows, "$.rows[*].cells.name")).containsExactly("导出测试甲", "导出测试乙");
        var file = get("zhou", "/api/lists/customers/export" + query + "&format=csv");
        assertThat(file).hasStatusOk();
        assertThat(file.getResponse()
                        .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .toList())
                .containsExactly("\uFEFF客户名称,负责人,状态", "导出测试甲,李雷,潜在", "导出测试乙,王梅,潜在");
        assertThat(get("li", "/api/lists/customers/export" + query)).hasStatus(403);
    }

    @Test
    void theSameCreatingRequestHasItsEffectOnce() {
        var key = UUID.randomUUID().toString();
        var first = once(key, "{\"name\":\"一次测试甲\"}");
        assertThat(first).hasStatus(201);
        var again = once(key, "{\"name\":\"一次测试甲\"}");
        assertThat(again).hasStatus(201);
        assertThat((String) read(again, "$.id")).isEqualTo(read(first, "$.id"));
        assertThat(once(key, "{\"name\":\"一次测试乙\"}")).hasStatus(422);
        assertThat(get("li", "/api/lists/customers/rows?q=一次测试"))
                .bodyJson()
                .extractingPath("total")
                .isEqualTo(1);
    }

    private MvcTestResult once(String key, String body) {
        return http.post()
                .uri("/api/customers")
                .with(world.as("li"))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    @Test
    void collaboratorsChosenOnAnOlderVersionAreNotOverwritten() {
        var id = named("li", "协作版本甲");
        var uri = "/api/customers/" + id + "/collaborators";
        var body = "{\"version\":1,\"collaborators\":[{\"person\":\"%s\",\"mayWrite\":true}]}";
        assertThat(send("li", HttpMethod.PUT, uri, body.formatted(world.id("wu"))))
                .hasStatusOk();
        var stale = send("li", HttpMethod.PUT, uri, body.formatted(world.id("wang")));
        assertThat(stale).hasStatus(409);
        assertThat(stale)
                .bodyJson()
                .extractingPath("current.collaborators[0].person.name")
                .isEqualTo("吴强");
        for (var broken : List.of("{\"collaborators\":[null]}", "{\"collaborators\":null}", "{}")) {
            assertThat(send("li", HttpMethod.PUT, uri, broken)).hasStatus(422);
        }
        var tagged = "{\"name\":\"标签太长\",\"tags\":%s}";
        assertThat(send("li", HttpMethod.POST, "/api/customers", tagged.formatted("[null]")))
                .hasStatus(422);
        assertThat(send("li", HttpMethod.POST, "/api/customers", tagged.formatted("[\"" + "长".repeat(51) + "\"]")))
                .hasStatus(422);
    }

    @Test
    void deletingACustomerIsLoggedForItsContactsToo() {
        var id = named("li", "删除留痕");
        send("li", HttpMethod.POST, "/api/customers/" + id + "/contacts", "{\"name\":\"留痕联系人\"}");
        assertThat(send("sun", HttpMethod.DELETE, "/api/customers/" + id, "")).hasStatus(204);
        assertThat(db.fetchCount(db.selectFrom("audit.entry").where("action = 'deleted' and subject_name = '留痕联系人'")))
                .isEqualTo(1);
    }
}

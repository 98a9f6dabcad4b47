package zhanggui.bin;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhanggui.TestApplication;
import zhanggui.World;

/** What is deleted goes into the bin whole, and comes back as it was; only those who may know of it see it there. */
class BinTest extends TestApplication {
    /** All that can hang on a customer, by the statement that finds what hangs on those of a name. */
    private static final List<String> TABLES = List.of(
            "select to_jsonb(t) from customers.customer t where t.id = ?",
            "select to_jsonb(t) from customers.contact t where t.customer_id = ?",
            "select to_jsonb(t) from customers.collaborator t where t.customer_id = ?",
            "select to_jsonb(t) from customers.trait t where t.customer_id = ?",
            "select to_jsonb(t) from activities.activity t where t.customer_id = ?",
            "select to_jsonb(t) from activities.task t where t.customer_id = ?",
            "select to_jsonb(t) from comments.comment t where t.record_id = ?",
            "select to_jsonb(m) from comments.mention m join comments.comment t on t.id = m.comment_id where t.record_id = ?",
            "select to_jsonb(t) from comments.follower t where t.record_id = ?",
            "select to_jsonb(t) from files.attachment t where t.record_id = ?");

    @Autowired
    MockMvcTester http;

    @Autowired
    World world;

    @Autowired
    DSLContext db;

    @Autowired
    EmptyBin emptyBin;

    @BeforeAll
    void company() {
        world.exists();
    }

    @Test
    void aCustomerComesBackWithAllThatHungOnIt() {
        var id = wholeCustomer("回来的客户");
        var before = everything(id);
        assertThat(before.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
        delete("zhou", "/api/customers/" + id);
        assertThat(everything(id).values()).allSatisfy(rows -> assertThat(rows).isEmpty());
        assertThat(cell("zhou", "回来的客户", "records")).isEqualTo(4);
        assertThat(cell("zhou", "回来的客户", "list")).isEqualTo("customers");
        assertThat(restore("zhou", entry("zhou", "回来的客户"))).hasStatus(204);
        assertThat(everything(id)).isEqualTo(before);
        assertThat(titles("zhou")).doesNotContain("回来的客户");
        var history = body(get("zhou", "/api/history/customers/" + id));
        assertThat(history).contains("put-back");
        assertThat(get("zhou", "/api/customers/" + id)).hasStatusOk();
    }

    @Test
    void anOpportunityComesBackWithLinesStagesAndFollowUps() {
        var customer = created("li", "/api/customers", Map.of("name", "商机回来的客户"));
        var deal = created("li", "/api/opportunities", Map.of("name", "回来的商机", "customer", customer, "amount", 1200));
        created("li", "/api/activities", Map.of("kind", "CALL", "text", "关于商机的电话", "opportunity", deal));
        var before = rows("select to_jsonb(t) from opportunities.opportunity t where t.id = ?", deal);
        var spans = rows("select to_jsonb(t) from opportunities.stage_span t where t.opportunity_id = ?", deal);
        delete("zhou", "/api/opportunities/" + deal);
        var followed = "select coalesce(t.last_followed_at::text, 'never') from customers.customer t where t.id = ?";
        assertThat(rows(followed, customer)).isEqualTo(List.of("never"));
        assertThat(restore("zhou", entry("zhou", "回来的商机"))).hasStatus(204);
        assertThat(rows("select to_jsonb(t) from opportunities.opportunity t where t.id = ?", deal))
                .isEqualTo(before);
        assertThat(rows("select to_jsonb(t) from opportunities.stage_span t where t.opportunity_id = ?", deal))
                .isEqualTo(spans)
                .isNotEmpty();
        assertThat(rows(followed, customer)).doesNotContain("never");
        delete("zhou", "/api/opportunities/" + deal);
    }

    @Test
    void whatNamedAContactNamesItAgain() {
        var customer = created("li", "/api/customers", Map.of("name", "联系人回来的客户"));
        var contact = created("li", "/api/customers/" + customer + "/contacts", Map.of("name", "回来的联系人"));
        var call = created("li", "/api/activities", Map.of("kind", "CALL", "text", "给联系人的电话", "contact", contact));
        delete("li", "/api/contacts/" + contact);
        assertThat(body(get("li", "/api/activities/" + call))).doesNotContain(contact);
        assertThat(restore("li", entry("li", "回来的联系人"))).hasStatus(204);
        assertThat(body(get("li", "/api/activities/" + call))).contains(contact);
    }

    @Test
    void onlyThoseWhoMayKnowOfItSeeItAndPutItBack() {
        var id = created("zhao", "/api/customers", Map.of("name", "别人看不到的客户"));
        delete("ops", "/api/customers/" + id);
        var entry = entry("ops", "别人看不到的客户");
        assertThat(titles("admin")).contains("别人看不到的客户");
        for (var other : List.of("li", "zhou", "sun", "zhao")) {
            assertThat(titles(other)).doesNotContain("别人看不到的客户");
            assertThat(restore(other, entry)).hasStatus(404);
        }
        assertThat(send("ops", HttpMethod.DELETE, "/api/bin/" + entry, "")).hasStatus(403);
        assertThat(send("admin", HttpMethod.DELETE, "/api/bin/" + entry, "")).hasStatus(204);
        assertThat(restore("ops", entry)).hasStatus(404);
    }

    @Test
    void whatIsTakenMeanwhileIsSaidAndNothingIsHalfBack() {
        var id = created("zhou", "/api/customers", Map.of("name", "占用的客户", "externalId", "BIN-TAKEN"));
        created("zhou", "/api/customers/" + id + "/contacts", Map.of("name", "占用的联系人"));
        delete("zhou", "/api/customers/" + id);
        created("zhou", "/api/customers", Map.of("name", "占用它的客户", "externalId", "BIN-TAKEN"));
        var refused = restore("zhou", entry("zhou", "占用的客户"));
        assertThat(refused).hasStatus(409);
        assertThat(refused).bodyJson().extractingPath("code").isEqualTo("bin.taken");
        assertThat(everything(id).values()).allSatisfy(rows -> assertThat(rows).isEmpty());
        assertThat(titles("zhou")).contains("占用的客户");
    }

    @Test
    void whatItBelongsToComesBackFirst() {
        var customer = created("zhou", "/api/customers", Map.of("name", "先回来的客户"));
        var contact = created("zhou", "/api/customers/" + customer + "/contacts", Map.of("name", "后回来的联系人"));
        delete("zhou", "/api/contacts/" + contact);
        delete("zhou", "/api/customers/" + customer);
        var refused = restore("zhou", entry("zhou", "后回来的联系人"));
        assertThat(refused).bodyJson().extractingPath("code").isEqualTo("bin.homeless");
        assertThat(restore("zhou", entry("zhou", "先回来的客户"))).hasStatus(204);
        assertThat(restore("zhou", entry("zhou", "后回来的联系人"))).hasStatus(204);
        assertThat(get("zhou", "/api/contacts/" + contact)).hasStatusOk();
    }

    @Test
    void oneOfTwoPutsItBack() {
        var id = created("zhou", "/api/customers", Map.of("name", "两人恢复的客户"));
        delete("zhou", "/api/customers/" + id);
        var entry = entry("zhou", "两人恢复的客户");
        var answers = Stream.of("zhou", "ops")
                .map(who -> CompletableFuture.supplyAsync(
                        () -> restore(who, entry).getResponse().getStatus()))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(204, 404);
    }

    @Test
    void afterAMonthItIsGone() {
        var id = created("zhou", "/api/customers", Map.of("name", "过期的客户"));
        delete("zhou", "/api/customers/" + id);
        db.execute("update bin.entry set at = now() - interval '29 days' where record_id = ?", UUID.fromString(id));
        emptyBin.empty();
        assertThat(titles("zhou")).contains("过期的客户");
        db.execute("update bin.entry set at = now() - interval '31 days' where record_id = ?", UUID.fromString(id));
        emptyBin.empty();
        assertThat(titles("zhou")).doesNotContain("过期的客户");
        assertThat(rows("select to_jsonb(r) from bin.row r where r.key = ?::text", id))
                .isEmpty();
    }

    private String wholeCustomer(String name) {
        var id = created(
                "zhou", "/api/customers", Map.of("name", name, "city", "苏州", "tags", List.of("重点"), "employees", 12));
        created("zhou", "/api/customers/" + id + "/contacts", Map.of("name", name + "的联系人", "mobile", "13800002222"));
        send(
                "zhou",
                HttpMethod.PUT,
                "/api/customers/" + id + "/collaborators",
                json(Map.of("collaborators", List.of(Map.of("person", world.id("li"), "mayWrite", true)))));
        created("zhou", "/api/activities", Map.of("kind", "VISIT", "text", "拜访过", "customer", id));
        created(
                "zhou",
                "/api/tasks",
                Map.of("title", "再去一次", "dueOn", LocalDate.now().plusDays(3), "customer", id));
        created(
                "zhou",
                "/api/comments/customers/" + id,
                Map.of("text", "@李雷 看一下", "mentions", List.of(world.id("li"))));
        db.execute("""
                insert into files.attachment (list, record_id, name, media_type, name_fits, bytes, hash, added_by, adder_name)
                values ('customers', ?, '报价.pdf', 'application/pdf', true, 3, repeat('a', 64), ?, '周组长')""", UUID.fromString(id), world.id("zhou"));
        return id;
    }

    private Map<String, List<String>> everything(String customer) {
        return TABLES.stream().collect(java.util.stream.Collectors.toMap(t -> t, t -> rows(t, customer)));
    }

    private List<String> rows(String statement, String id) {
        return db.fetch(statement, UUID.fromString(id)).getValues(0, String.class).stream()
                .sorted()
                .toList();
    }

    private List<String> titles(String who) {
        return JsonPath.read(body(get(who, "/api/lists/bin/rows?size=200")), "$.rows[*].cells.title");
    }

    private String entry(String who, String title) {
        return JsonPath.<List<String>>read(
                        body(get(who, "/api/lists/bin/rows?size=200")), "$.rows[?(@.cells.title=='" + title + "')].id")
                .getFirst();
    }

    private Object cell(String who, String title, String column) {
        return JsonPath.<List<Object>>read(
                        body(get(who, "/api/lists/bin/rows?size=200")),
                        "$.rows[?(@.cells.title=='" + title + "')].cells." + column)
                .getFirst();
    }

    private MvcTestResult restore(String who, String entry) {
        return send(who, HttpMethod.POST, "/api/bin/" + entry + "/restore", "");
    }

    private void delete(String who, String uri) {
        assertThat(send(who, HttpMethod.DELETE, uri, "")).hasStatus(204);
    }

    private String created(String who, String uri, Map<String, ?> body) {
        var answer = send(who, HttpMethod.POST, uri, json(body));
        assertThat(answer).hasStatus(201);
        return JsonPath.read(body(answer), "$.id");
    }

    private static String json(Map<String, ?> body) {
        return new tools.jackson.databind.json.JsonMapper().writeValueAsString(body);
    }

    private MvcTestResult get(String who, String uri) {
        return http.get().uri(uri).with(world.as(who)).exchange();
    }

    private MvcTestResult send(String who, HttpMethod method, String uri, String body) {
        return http.method(method)
                .uri(uri)
                .with(world.as(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package zhanggui.bin;

import static org.assertj.core.api.Assertions.assertThat;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.TestApplication;
import zhanggui.World;

/** Two records made one, and two again. */
class MergesTest extends TestApplication {
    /** Everything about two customers, but for when they were last touched and their versions. */
    private static final List<String> STATE = List.of(
            "select to_jsonb(t) - 'updated_at' - 'version' from customers.customer t where t.id in (?, ?)",
            "select to_jsonb(t) - 'updated_at' - 'version' from customers.contact t where t.customer_id in (?, ?)",
            "select to_jsonb(t) from customers.collaborator t where t.customer_id in (?, ?)",
            "select to_jsonb(t) from customers.trait t where t.customer_id in (?, ?)",
            "select to_jsonb(t) - 'updated_at' - 'version' from customers.customer t where t.parent_id in (?, ?)",
            "select to_jsonb(t) - 'updated_at' - 'version' from opportunities.opportunity t where t.customer_id in (?, ?)",
            "select to_jsonb(t) - 'updated_at' - 'version' from activities.activity t where t.customer_id in (?, ?)",
            "select to_jsonb(t) - 'updated_at' - 'version' from activities.task t where t.customer_id in (?, ?)",
            "select to_jsonb(t) - 'version' from comments.comment t where t.record_id in (?, ?)",
            "select to_jsonb(t) from comments.follower t where t.record_id in (?, ?)");

    @Autowired
    MockMvcTester http;

    @Autowired
    World world;

    @Autowired
    DSLContext db;

    @Autowired
    JsonMapper json;

    private int made;

    @BeforeAll
    void company() {
        world.exists();
    }

    @Test
    void allThatReferredToTheOneRefersToTheOther() {
        var kept = whole("zhou", Map.of("city", "苏州"));
        var gone = whole("zhou", Map.of("city", "无锡", "level", "A", "externalId", "MERGE-1", "creditCode", code()));
        var merged = merge(
                "zhou",
                "customers",
                kept,
                gone,
                Map.of("level", "A", "creditCode", read("zhou", gone).at("/creditCode")));
        assertThat(merged).hasStatusOk();
        var now = read("zhou", kept);
        assertThat(now.at("/city").asString()).isEqualTo("苏州");
        assertThat(now.at("/level").asString()).isEqualTo("A");
        assertThat(now.at("/externalId").asString()).isEqualTo("MERGE-1");
        assertThat(now.at("/creditCode").asString()).isNotBlank();
        assertThat(now.at("/contacts")).hasSize(2);
        assertThat(now.at("/contacts").valueStream().filter(c -> c.at("/main").asBoolean()))
                .hasSize(1);
        assertThat(now.at("/children").asInt()).isEqualTo(2);
        for (var table : List.of("opportunities.opportunity", "activities.activity", "activities.task")) {
            assertThat(db.fetchValue("select count(*) from " + table + " where customer_id = ?", UUID.fromString(kept)))
                    .as(table)
                    .isEqualTo(2L);
        }
        assertThat(send("zhou", HttpMethod.GET, "/api/customers/" + gone, null)).hasStatus(404);
        assertThat(body(send("zhou", HttpMethod.GET, "/api/records/customers/" + gone + "/merged-into", null))
                        .at("/id")
                        .asString())
                .isEqualTo(kept);
        assertThat(send("wu", HttpMethod.GET, "/api/records/customers/" + gone + "/merged-into", null))
                .hasStatus(204);
        var history = body(send("zhou", HttpMethod.GET, "/api/history/customers/" + kept, null));
        assertThat(history.valueStream().map(e -> e.at("/action").asString()))
                .contains("merged", "merged-away")
                .filteredOn("created"::equals)
                .hasSize(2);
        var contact = now.at("/contacts/1/id").asString();
        assertThat(body(send("zhou", HttpMethod.GET, "/api/history/contacts/" + contact, null))
                        .toString())
                .contains("客户");
    }

    @Test
    void aMergeUndoneLeavesThingsAsTheyWere() {
        var kept = whole("zhou", Map.of("city", "苏州", "employees", 10));
        var gone = whole("zhou", Map.of("city", "无锡", "level", "A", "externalId", "MERGE-2", "creditCode", code()));
        var before = state(kept, gone);
        var merged = merge(
                "zhou",
                "customers",
                kept,
                gone,
                Map.of(
                        "city",
                        "无锡",
                        "employees",
                        12,
                        "creditCode",
                        read("zhou", gone).at("/creditCode")));
        assertThat(merged).hasStatusOk();
        assertThat(state(kept, gone)).isNotEqualTo(before);
        assertThat(undo("zhou", merged)).hasStatus(204);
        assertThat(state(kept, gone)).isEqualTo(before);
        assertThat(send("zhou", HttpMethod.GET, "/api/records/customers/" + gone + "/merged-into", null))
                .hasStatus(204);
    }

    @Test
    void whatWasChangedAfterTheMergeStays() {
        var kept = whole("zhou", Map.of("city", "苏州", "level", "B"));
        var gone = whole("zhou", Map.of("city", "无锡", "level", "A"));
        var merged = merge("zhou", "customers", kept, gone, Map.of("city", "无锡", "level", "A"));
        assertThat(send(
                        "zhou",
                        HttpMethod.PATCH,
                        "/api/records/customers/" + kept,
                        Map.of("values", Map.of("city", "常州"))))
                .hasStatus(204);
        var later = made("zhou", "/api/activities", Map.of("kind", "CALL", "text", "合并后的电话", "customer", kept));
        assertThat(undo("zhou", merged)).hasStatus(204);
        assertThat(read("zhou", kept).at("/city").asString()).isEqualTo("常州");
        assertThat(read("zhou", kept).at("/level").asString()).isEqualTo("B");
        assertThat(body(send("zhou", HttpMethod.GET, "/api/activities/" + later, null))
                        .at("/customer/id")
                        .asString())
                .isEqualTo(kept);
    }

    @Test
    void whatIsKeptMayBelongToWhatGoes() {
        var top = whole("zhou", Map.of());
        var gone = whole("zhou", Map.of("parent", top));
        var between = whole("zhou", Map.of("parent", gone));
        var kept = whole("zhou", Map.of("parent", between));
        var merged = merge("zhou", "customers", kept, gone, Map.of());
        assertThat(merged).hasStatusOk();
        assertThat(read("zhou", kept).at("/parent/id").asString()).isEqualTo(top);
        assertThat(read("zhou", between).at("/parent/id").asString()).isEqualTo(kept);
        assertThat(undo("zhou", merged)).hasStatus(204);
        assertThat(read("zhou", kept).at("/parent/id").asString()).isEqualTo(between);
        assertThat(read("zhou", between).at("/parent/id").asString()).isEqualTo(gone);
    }

    @Test
    void contactsOfOneCustomerAreMerged() {
        var customer = whole("li", Map.of());
        var path = "/api/customers/" + customer + "/contacts";
        var kept = made("li", path, Map.of("name", "合并联系人", "mobile", "13800130001"));
        var gone = made("li", path, Map.of("name", "合并联系人", "email", "merge@example.com", "main", true));
        var call = made("li", "/api/activities", Map.of("kind", "CALL", "text", "给要走的那位", "contact", gone));
        var merged = merge("li", "contacts", kept, gone, Map.of("email", "merge@example.com"));
        assertThat(merged).hasStatusOk();
        assertThat(body(send("li", HttpMethod.GET, "/api/activities/" + call, null))
                        .at("/contact/id")
                        .asString())
                .isEqualTo(kept);
        assertThat(body(send("li", HttpMethod.GET, "/api/contacts/" + kept, null))
                        .at("/email")
                        .asString())
                .isEqualTo("merge@example.com");
        assertThat(undo("li", merged)).hasStatus(204);
        assertThat(body(send("li", HttpMethod.GET, "/api/activities/" + call, null))
                        .at("/contact/id")
                        .asString())
                .isEqualTo(gone);
        var other = whole("li", Map.of());
        var apart = made("li", "/api/customers/" + other + "/contacts", Map.of("name", "合并联系人"));
        assertThat(body(merge("li", "contacts", kept, apart, Map.of()))
                        .at("/code")
                        .asString())
                .isEqualTo("customers.contacts-apart");
    }

    @Test
    void whoMayNotDeleteTheOneOrChangeTheOtherMayNotMerge() {
        var kept = whole("li", Map.of());
        var gone = whole("li", Map.of());
        var before = state(kept, gone);
        assertThat(merge("li", "customers", kept, gone, Map.of())).hasStatus(403);
        assertThat(merge("wu", "customers", kept, gone, Map.of())).hasStatus(403);
        assertThat(merge("chen", "customers", kept, gone, Map.of())).hasStatus(403);
        assertThat(merge("zhou", "customers", kept, whole("zhao", Map.of()), Map.of()))
                .hasStatus(404);
        assertThat(merge("zhou", "customers", kept, kept, Map.of())).hasStatus(422);
        assertThat(merge("zhou", "customers", kept, gone, Map.of("level", "Z"))).hasStatus(422);
        assertThat(merge("zhou", "customers", kept, gone, Map.of("owner", world.id("zhou"))))
                .hasStatus(422);
        assertThat(state(kept, gone)).isEqualTo(before);
    }

    @Test
    void ofTwoWhoMergeEachIntoTheOtherOneDoes() {
        for (int round = 0; round < 5; round++) {
            var a = whole("zhou", Map.of());
            var b = whole("zhou", Map.of());
            var answers = Stream.of(List.of(a, b), List.of(b, a))
                    .map(pair -> CompletableFuture.supplyAsync(
                            () -> merge("zhou", "customers", pair.get(0), pair.get(1), Map.of())
                                    .getResponse()
                                    .getStatus()))
                    .toList();
            assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 404);
        }
    }

    /** A customer with one of everything. */
    private String whole(String who, Map<String, ?> fields) {
        var name = "合并客户" + ++made + UUID.randomUUID().toString().substring(0, 4);
        var body = new java.util.HashMap<String, Object>(fields);
        body.put("name", name);
        var id = made(who, "/api/customers", body);
        made(who, "/api/customers", Map.of("name", name + "子公司", "parent", id));
        made(
                who,
                "/api/customers/" + id + "/contacts",
                Map.of("name", "联系人", "mobile", "1380013" + (1000 + made), "main", true));
        made(who, "/api/opportunities", Map.of("name", "商机", "customer", id, "amount", 10));
        made(who, "/api/activities", Map.of("kind", "CALL", "text", "电话", "customer", id));
        made(who, "/api/tasks", Map.of("title", "任务", "dueOn", LocalDate.now().plusDays(1), "customer", id));
        made(who, "/api/comments/customers/" + id, Map.of("text", "评论", "mentions", List.of()));
        send(
                who,
                HttpMethod.PUT,
                "/api/customers/" + id + "/collaborators",
                Map.of("collaborators", List.of(Map.of("person", world.id("wang"), "mayWrite", false))));
        return id;
    }

    private static String code() {
        var alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var weights = new int[] {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
        var text = new StringBuilder("91310000");
        var random = new java.util.Random();
        while (text.length() < 17) text.append(alphabet.charAt(random.nextInt(31)));
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += alphabet.indexOf(text.charAt(i)) * weights[i];
        return text.append(alphabet.charAt((31 - sum % 31) % 31)).toString();
    }

    private Map<String, List<String>> state(String a, String b) {
        return STATE.stream()
                .collect(java.util.stream.Collectors.toMap(
                        s -> s,
                        s -> db.fetch(s, UUID.fromString(a), UUID.fromString(b)).getValues(0, String.class).stream()
                                .sorted()
                                .toList()));
    }

    private MvcTestResult merge(String who, String list, String kept, String gone, Map<String, ?> values) {
        return send(
                who,
                HttpMethod.POST,
                "/api/records/" + list + "/" + kept + "/merge",
                Map.of("gone", gone, "values", values));
    }

    private MvcTestResult undo(String who, MvcTestResult merged) {
        return send(
                who, HttpMethod.POST, "/api/bin/" + body(merged).at("/entry").asString() + "/restore", null);
    }

    private JsonNode read(String who, String customer) {
        return body(send(who, HttpMethod.GET, "/api/customers/" + customer, null));
    }

    private String made(String who, String uri, Map<String, ?> body) {
        var answer = send(who, HttpMethod.POST, uri, body);
        assertThat(answer).hasStatus(201);
        return body(answer).at("/id").asString();
    }

    private MvcTestResult send(String who, HttpMethod method, String uri, Object body) {
        var request = http.method(method).uri(uri).with(world.as(who));
        if (body != null) request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body));
        return request.exchange();
    }

    private JsonNode body(MvcTestResult answer) {
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }
}

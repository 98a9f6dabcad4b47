package zhanggui.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import zhanggui.TestApplication;
import zhanggui.opportunities.Desk;

class ActivitiesTest extends TestApplication {
    private static final String EARLY = "2026-01-02T03:00:00Z";
    private static final String LATE = "2026-02-03T04:00:00Z";

    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext db;

    private Desk.At at;
    private UUID customer;

    @BeforeAll
    void company() {
        at = desk.at(http);
        customer = desk.customer("跟进客户", "li");
    }

    @Test
    void itsAuthorWritesCorrectsAndDeletesAFollowUp() {
        var made = written("li", Map.of("customer", customer));
        assertThat(made.at("/owner/name").asString()).isEqualTo("李雷");
        assertThat(made.at("/customer/name").asString()).isEqualTo("跟进客户");
        var edited = at.body(at.put("li", uri(made), edit(1, "改过", EARLY)), 200);
        assertThat(edited.get("text").asString()).isEqualTo("改过");
        assertThat(edited.get("kind").asString()).isEqualTo("VISIT");
        assertThat(at.delete("li", uri(made))).hasStatus(204);
        assertThat(at.get("li", uri(made))).hasStatus(404);
        var history = at.body(at.get("admin", "/api/lists/audit/rows?size=50"), 200);
        assertThat(history.toString()).contains("改过");
    }

    @Test
    void managersCorrectThoseOfTheirPeopleAndOthersDoNot() {
        var made = written("li", Map.of("customer", customer));
        assertThat(at.get("wang", uri(made))).hasStatus(404);
        assertThat(at.put("wang", uri(made), edit(1, "x", EARLY))).hasStatus(404);
        assertThat(at.delete("zhao", uri(made))).hasStatus(404);
        assertThat(at.get("chen", uri(made))).hasStatusOk();
        assertThat(at.put("chen", uri(made), edit(1, "x", EARLY))).hasStatus(403);
        assertThat(at.put("zhou", uri(made), edit(1, "组长改的", EARLY))).hasStatusOk();
        assertThat(at.delete("sun", uri(made))).hasStatus(204);
    }

    @Test
    void whatIsOutOfReachAnswersLikeWhatDoesNotExist() {
        var theirs = desk.customer("看不见的客户", "zhao");
        var deal = deal("zhao", Map.of("name", "看不见的商机"));
        var contact = desk.contact(theirs, "看不见的人");
        for (var path : List.of("/api/activities", "/api/tasks")) {
            for (var field : Map.of("customer", theirs, "opportunity", deal).entrySet()) {
                var hidden = at.body(at.post("li", path, about(Map.of(field.getKey(), field.getValue()))), 422);
                var missing = at.body(at.post("li", path, about(Map.of(field.getKey(), UUID.randomUUID()))), 422);
                assertThat(hidden).isEqualTo(missing);
                assertThat(hidden.at("/errors/0/field").asString()).isEqualTo(field.getKey());
            }
            var hidden = at.post("li", path, about(Map.of("customer", customer, "contact", contact)));
            var missing = at.post("li", path, about(Map.of("customer", customer, "contact", UUID.randomUUID())));
            assertThat(at.body(hidden, 422)).isEqualTo(at.body(missing, 422));
        }
    }

    @Test
    void aCustomerBesideADealWithoutOneHasToBeWithinReachToo() {
        var own = deal("li", Map.of("name", "没有客户的商机"));
        var theirs = desk.customer("赵南的客户", "zhao");
        var contact = desk.contact(theirs, "赵南的联系人");
        for (var path : List.of("/api/activities", "/api/tasks")) {
            var refused = at.body(
                    at.post("li", path, about(Map.of("opportunity", own, "customer", theirs, "contact", contact))),
                    422);
            assertThat(refused.at("/errors/0/field").asString()).isEqualTo("customer");
            assertThat(refused.toString()).doesNotContain("赵南的");
            assertThat(at.post("li", path, about(Map.of("opportunity", own, "customer", customer))))
                    .hasStatus(201);
        }
        assertThat(timeline("zhao", "customers", theirs).get("activities")).isEmpty();
    }

    @Test
    void aCustomerIsThatOfTheDeal() {
        var deal = deal("li", Map.of("name", "有客户", "customer", customer));
        var other = desk.customer("另一个客户", "li");
        assertThat(at.post("li", "/api/activities", about(Map.of("opportunity", deal, "customer", other))))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].code")
                .isEqualTo("not-its-customer");
        var made = written("li", Map.of("opportunity", deal));
        assertThat(made.at("/customer/id").asString()).isEqualTo(customer.toString());
    }

    @Test
    void thoseWhoWorkOnADealMayNameItsContactsAndNoOthers() {
        var inIt = desk.contact(customer, "决策人");
        var beside = desk.contact(customer, "旁人");
        var deal = deal(
                "li",
                Map.of(
                        "name",
                        "协作",
                        "customer",
                        customer,
                        "contacts",
                        List.of(Map.of("contact", inIt, "role", "DECIDES"))));
        var people = Map.of(
                "version", 1, "collaborators", List.of(Map.of("person", desk.world.id("zhao"), "mayWrite", false)));
        at.body(at.put("li", "/api/opportunities/" + deal + "/collaborators", people), 200);
        assertThat(at.post("zhao", "/api/activities", about(Map.of("opportunity", deal, "contact", inIt))))
                .hasStatus(201);
        assertThat(at.post("zhao", "/api/activities", about(Map.of("opportunity", deal, "contact", beside))))
                .hasStatus(422);
    }

    @Test
    void aCustomersTimelineIncludesThatOfTheDealsItHasNow() {
        var one = desk.customer("时间线客户", "li");
        var deal = deal("li", Map.of("name", "后来才有客户"));
        written("li", Map.of("customer", one, "text", "直接的", "happenedAt", EARLY));
        written("li", Map.of("opportunity", deal, "text", "商机上的", "happenedAt", LATE));
        at.body(at.post("li", "/api/tasks", about(Map.of("opportunity", deal))), 201);
        assertThat(timeline("li", "customers", one).get("activities")).hasSize(1);
        assertThat(lastFollowed("customers.customer", one)).isEqualTo(Instant.parse(EARLY));

        at.body(
                at.put("li", "/api/opportunities/" + deal, Map.of("version", 1, "name", "后来才有客户", "customer", one)),
                200);
        var timeline = timeline("li", "customers", one);
        assertThat(texts(timeline)).containsExactly("商机上的", "直接的");
        assertThat(timeline.get("tasks")).hasSize(1);
        assertThat(timeline.get("earlier").isNull()).isTrue();
        assertThat(lastFollowed("customers.customer", one)).isEqualTo(Instant.parse(LATE));
    }

    @Test
    void onACustomersTimelineDealsOutOfReachStayHidden() {
        var one = desk.customer("共用客户", "li");
        var deal = deal("ops", Map.of("name", "赵南的机密", "customer", one, "owner", desk.world.id("zhao")));
        var hidden = written("ops", Map.of("opportunity", deal, "text", "机密内容"));
        at.body(at.post("ops", "/api/tasks", about(Map.of("opportunity", deal))), 201);
        var shown = timeline("li", "customers", one);
        assertThat(shown.get("activities")).isEmpty();
        assertThat(shown.get("tasks")).isEmpty();
        assertThat(at.get("li", uri(hidden))).hasStatus(404);
        assertThat(timeline("chen", "customers", one).get("activities")).hasSize(1);
        assertThat(at.get("li", "/api/opportunities/" + deal + "/timeline")).hasStatus(404);
        assertThat(at.get("wang", "/api/customers/" + one + "/timeline")).hasStatus(404);
    }

    @Test
    void aLongTimelineGoesOnEarlier() {
        var one = desk.customer("老客户", "li");
        db.execute(
                "insert into activities.activity (kind, happened_at, text, customer_id, owner_id)"
                        + " select 'CALL', timestamptz '2025-01-01 12:00Z' + (n / 10) * interval '1 day', n::text, ?, ?"
                        + " from generate_series(1, 450) n",
                one,
                desk.world.id("li"));
        var seen = new java.util.HashSet<String>();
        var page = timeline("li", "customers", one);
        int pages = 1;
        seen.addAll(texts(page));
        while (!page.get("earlier").isNull()) {
            page = at.body(
                    at.get(
                            "li",
                            "/api/customers/" + one + "/timeline?before="
                                    + page.get("earlier").asString()),
                    200);
            seen.addAll(texts(page));
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(450);
    }

    @Test
    void whenSomeoneWasLastFollowedUpIsKept() {
        var one = desk.customer("最近跟进", "li");
        var deal = deal("li", Map.of("name", "最近", "customer", one));
        written("li", Map.of("opportunity", deal, "happenedAt", EARLY));
        var latest = written("li", Map.of("opportunity", deal, "happenedAt", LATE));
        assertThat(lastFollowed("customers.customer", one)).isEqualTo(Instant.parse(LATE));
        assertThat(lastFollowed("opportunities.opportunity", deal)).isEqualTo(Instant.parse(LATE));

        var middle = "2026-01-20T00:00:00Z";
        at.body(at.put("li", uri(latest), edit(1, "早些", middle)), 200);
        assertThat(lastFollowed("customers.customer", one)).isEqualTo(Instant.parse(middle));
        assertThat(lastFollowed("opportunities.opportunity", deal)).isEqualTo(Instant.parse(middle));

        at.delete("li", uri(latest));
        assertThat(lastFollowed("customers.customer", one)).isEqualTo(Instant.parse(EARLY));
        assertThat(lastFollowed("opportunities.opportunity", deal)).isEqualTo(Instant.parse(EARLY));
        assertThat(at.post(
                        "li", "/api/activities", about(Map.of("customer", one, "happenedAt", "2999-01-01T00:00:00Z"))))
                .hasStatus(422);
    }

    @Test
    void aStaleSaveIsRefusedWithWhatIsStoredNow() {
        var made = written("li", Map.of("customer", customer));
        at.body(at.put("li", uri(made), edit(1, "先存", EARLY)), 200);
        assertThat(at.put("li", uri(made), edit(1, "后存", EARLY)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("current.text")
                .isEqualTo("先存");
    }

    @Test
    void aReminderBecomesATaskOfItsAuthor() {
        var one = desk.customer("提醒客户", "li");
        written("li", Map.of("customer", one, "reminder", Map.of("title", "回访", "dueOn", "2030-05-01")));
        var task = timeline("li", "customers", one).at("/tasks/0");
        assertThat(task.get("title").asString()).isEqualTo("回访");
        assertThat(task.get("dueOn").asString()).isEqualTo("2030-05-01");
        assertThat(task.at("/owner/name").asString()).isEqualTo("李雷");
    }

    @Test
    void whatGoesWithADealIsLogged() {
        var one = desk.customer("删除商机的客户", "li");
        var deal = deal("li", Map.of("name", "要删的", "customer", one));
        var activity = written("li", Map.of("opportunity", deal));
        var task = at.body(at.post("li", "/api/tasks", about(Map.of("opportunity", deal))), 201);
        assertThat(at.delete("zhou", "/api/opportunities/" + deal)).hasStatus(204);
        for (var gone : List.of(activity, task)) {
            assertThat(db.fetchSingle(
                                    "select count(*)::int from audit.entry where action = 'deleted' and subject_id = ?",
                                    UUID.fromString(gone.get("id").asString()))
                            .get(0))
                    .isEqualTo(1);
        }
        assertThat(lastFollowed("customers.customer", one)).isNull();
    }

    @Test
    void whatGoesWithACustomerIsLogged() {
        var one = desk.customer("要删的客户", "li");
        var contact = desk.contact(one, "要删的人");
        var written = written("li", Map.of("customer", one, "contact", contact, "text", "要删的跟进"));
        var task = at.body(
                at.post("li", "/api/tasks", Map.of("title", "要删的待办", "dueOn", "2026-03-01", "customer", one)), 201);
        assertThat(at.delete("zhou", "/api/customers/" + one)).hasStatus(204);
        var gone = db.fetch("select subject_id from audit.entry where action = 'deleted'")
                .getValues(0, UUID.class);
        assertThat(gone).contains(one, contact, id(written), id(task));
    }

    @Test
    void aCustomerThatCannotBeDeletedKeepsWhatIsOnIt() {
        var one = desk.customer("有商机的客户", "li");
        deal("li", Map.of("name", "拦着的商机", "customer", one));
        var written = written("li", Map.of("customer", one));
        assertThat(at.delete("zhou", "/api/customers/" + one)).hasStatus(409);
        assertThat(at.get("li", uri(written))).hasStatusOk();
        assertThat(db.fetch("select 1 from audit.entry where action = 'deleted' and subject_id = ?", id(written)))
                .isEmpty();
    }

    @Test
    void theCustomerADealLeavesWasLastFollowedUpBeforeIt() {
        var first = desk.customer("离开的客户", "li");
        var next = desk.customer("去到的客户", "li");
        written("li", Map.of("customer", first, "happenedAt", EARLY));
        var deal = deal("li", Map.of("name", "转走的商机"));
        written("li", Map.of("opportunity", deal, "happenedAt", LATE));
        goes(deal, first);
        assertThat(lastFollowed("customers.customer", first)).isEqualTo(Instant.parse(LATE));
        goes(deal, next);
        assertThat(lastFollowed("customers.customer", first)).isEqualTo(Instant.parse(EARLY));
        assertThat(lastFollowed("customers.customer", next)).isEqualTo(Instant.parse(LATE));
    }

    private void goes(UUID deal, UUID customer) {
        var now = at.body(at.get("li", "/api/opportunities/" + deal), 200);
        var edit = new HashMap<String, Object>(Map.of("name", "转走的商机", "currency", "CNY", "customer", customer));
        edit.put("version", now.get("version").asInt());
        at.body(at.put("li", "/api/opportunities/" + deal, edit), 200);
    }

    @Test
    void theListGoesByWhoWroteAndCanBeExported() {
        written("wu", Map.of("customer", desk.customer("吴强的客户", "wu"), "text", "吴强写的"));
        assertThat(at.body(at.get("wang", "/api/lists/activities/rows?q=" + Desk.encoded("吴强写的")), 200)
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(at.get("sun", "/api/lists/activities/export?format=csv")).hasStatusOk();
        assertThat(at.get("sun", "/api/lists/tasks/export?format=csv")).hasStatusOk();
        for (var list : List.of("activities", "tasks")) {
            assertThat(at.body(at.get("sun", "/api/lists/" + list), 200).toString())
                    .contains("\"export\"");
        }
    }

    private JsonNode written(String who, Map<String, Object> about) {
        return at.body(at.post(who, "/api/activities", about(about)), 201);
    }

    /** A follow-up or task about something. */
    private static Map<String, Object> about(Map<String, ?> about) {
        var body = new HashMap<String, Object>(
                Map.of("kind", "CALL", "text", "打了电话", "title", "要做的", "dueOn", "2030-01-01"));
        body.putAll(about);
        return body;
    }

    private static Map<String, Object> edit(int version, String text, String happenedAt) {
        return Map.of("version", version, "kind", "VISIT", "text", text, "happenedAt", happenedAt);
    }

    private UUID deal(String who, Map<String, Object> opportunity) {
        return UUID.fromString(at.created(who, opportunity).get("id").asString());
    }

    private JsonNode timeline(String who, String list, UUID id) {
        return at.body(at.get(who, "/api/" + list + "/" + id + "/timeline"), 200);
    }

    private static List<String> texts(JsonNode timeline) {
        return timeline.get("activities")
                .valueStream()
                .map(a -> a.get("text").asString())
                .toList();
    }

    private Instant lastFollowed(String table, UUID id) {
        return db.fetchSingle("select last_followed_at from " + table + " where id = ?", id)
                .get(0, Instant.class);
    }

    private static UUID id(JsonNode record) {
        return UUID.fromString(record.get("id").asString());
    }

    private static String uri(JsonNode activity) {
        return "/api/activities/" + activity.get("id").asString();
    }
}

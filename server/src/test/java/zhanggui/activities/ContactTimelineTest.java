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
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import zhanggui.TestApplication;
import zhanggui.accounts.Accounts;
import zhanggui.accounts.TestSignIn;
import zhanggui.opportunities.Desk;
import zhanggui.people.People;
import zhanggui.people.People.NewPerson;
import zhanggui.texts.Language;

/** Follow-ups and tasks about a contact alone. */
@TestPropertySource(properties = "test.database=contact-timeline")
class ContactTimelineTest extends TestApplication {
    private static final String EARLY = "2026-01-02T03:00:00Z";
    private static final String LATE = "2026-02-03T04:00:00Z";

    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext db;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    private Desk.At at;

    @BeforeAll
    void company() {
        at = desk.at(http);
    }

    @Test
    void theCustomerFollowsFromTheContact() {
        var customer = desk.customer("只选联系人", "li");
        var contact = desk.contact(customer, "孟工");
        for (var path : List.of("/api/activities", "/api/tasks")) {
            var made = at.body(at.post("li", path, about(Map.of("contact", contact))), 201);
            assertThat(made.at("/customer/id").asString()).isEqualTo(customer.toString());
            assertThat(made.at("/contact/name").asString()).isEqualTo("孟工");
        }
        for (var one : List.of("customers/" + customer, "contacts/" + contact)) {
            var timeline = at.body(at.get("li", "/api/" + one + "/timeline"), 200);
            assertThat(timeline.get("activities")).hasSize(1);
            assertThat(timeline.get("tasks")).hasSize(1);
        }
    }

    @Test
    void aDealWithoutACustomerGetsThatOfItsContact() {
        var customer = desk.customer("商机还没有客户", "li");
        var deal = at.created("li", Map.of("name", "还没有客户")).get("id").asString();
        var made = at.body(
                at.post(
                        "li",
                        "/api/activities",
                        about(Map.of("opportunity", deal, "contact", desk.contact(customer, "介绍人")))),
                201);
        assertThat(made.at("/customer/id").asString()).isEqualTo(customer.toString());
    }

    @Test
    void aContactOutOfReachAnswersLikeOneThatDoesNotExist() {
        var contact = desk.contact(desk.customer("赵南独有", "zhao"), "赵南的人");
        var deal = at.created("li", Map.of("name", "没有客户的")).get("id").asString();
        for (var path : List.of("/api/activities", "/api/tasks")) {
            for (var rest : List.of(Map.<String, Object>of(), Map.<String, Object>of("opportunity", deal))) {
                var hidden = about(rest);
                hidden.put("contact", contact);
                var missing = about(rest);
                missing.put("contact", UUID.randomUUID());
                var refused = at.body(at.post("li", path, hidden), 422);
                assertThat(refused).isEqualTo(at.body(at.post("li", path, missing), 422));
                assertThat(refused.at("/errors/0/field").asString()).isEqualTo("contact");
            }
        }
        assertThat(at.get("li", "/api/contacts/" + contact + "/timeline")).hasStatus(404);
        assertThat(at.get("li", "/api/contacts/" + UUID.randomUUID() + "/timeline"))
                .hasStatus(404);
        assertThat(at.get("zhao", "/api/contacts/" + contact + "/timeline")).hasStatusOk();
    }

    @Test
    void itsTimelineHoldsItsOwnAndNoDealOutOfReach() {
        var customer = desk.customer("两位联系人", "li");
        var one = desk.contact(customer, "第一位");
        var other = desk.contact(customer, "第二位");
        var theirs = at.created("ops", Map.of("name", "赵南的商机", "customer", customer, "owner", desk.world.id("zhao")))
                .get("id")
                .asString();
        at.body(at.post("li", "/api/activities", about(Map.of("contact", one, "text", "给第一位"))), 201);
        at.body(at.post("li", "/api/activities", about(Map.of("contact", other, "text", "给第二位"))), 201);
        at.body(
                at.post("ops", "/api/activities", about(Map.of("contact", one, "opportunity", theirs, "text", "机密"))),
                201);
        assertThat(texts("li", one)).containsExactly("给第一位");
        assertThat(texts("chen", one)).containsExactly("机密", "给第一位");
    }

    @Test
    void whenAContactWasLastFollowedUpIsKept() {
        var customer = desk.customer("联系人最近跟进", "li");
        var contact = desk.contact(customer, "常联系");
        at.body(at.post("li", "/api/activities", about(Map.of("contact", contact, "happenedAt", EARLY))), 201);
        var latest =
                at.body(at.post("li", "/api/activities", about(Map.of("contact", contact, "happenedAt", LATE))), 201);
        assertThat(lastFollowed(contact)).isEqualTo(Instant.parse(LATE).toString());
        at.delete("li", "/api/activities/" + latest.get("id").asString());
        assertThat(lastFollowed(contact)).isEqualTo(Instant.parse(EARLY).toString());
        assertThat(at.get(
                        "li",
                        "/api/lists/contacts/rows?columns=name,lastFollowedAt&"
                                + Desk.filter("customer", "IS", customer.toString())))
                .bodyJson()
                .extractingPath("rows[0].cells.lastFollowedAt")
                .asString()
                .startsWith("2026-01-02T03:00:00");
    }

    @Test
    void whoMayNotReadFollowUpsIsRefusedTimelinesAndNothingElse() {
        var customer = desk.customer("只看客户", "li");
        var contact = desk.contact(customer, "只看联系人");
        var deal = at.created("li", Map.of("name", "只看商机")).get("id").asString();
        var reader = reader();
        for (var record : List.of("customers/" + customer, "contacts/" + contact, "opportunities/" + deal)) {
            assertThat(http.get().uri("/api/" + record).with(TestSignIn.as(reader)))
                    .hasStatusOk();
            assertThat(http.get().uri("/api/" + record + "/timeline").with(TestSignIn.as(reader)))
                    .hasStatus(403)
                    .bodyJson()
                    .extractingPath("title")
                    .asString()
                    .isNotBlank();
        }
    }

    @Test
    void deletingAContactIsToldInTheHistoriesOfAllThatWasAboutIt() {
        var customer = desk.customer("联系人离职", "li");
        var contact = desk.contact(customer, "离职的人");
        desk.contact(customer, "留下的人");
        var deal = at.created(
                        "li",
                        Map.of(
                                "name",
                                "有联系人的商机",
                                "customer",
                                customer,
                                "contacts",
                                List.of(Map.of("contact", contact, "role", "DECIDES"))))
                .get("id")
                .asString();
        var records = new HashMap<String, String>(Map.of("opportunities", deal));
        for (var list : List.of("activities", "tasks")) {
            var made = at.body(at.post("li", "/api/" + list, about(Map.of("contact", contact))), 201);
            records.put(list, made.get("id").asString());
        }
        assertThat(at.delete("li", "/api/contacts/" + contact)).hasStatus(204);
        records.forEach((list, id) -> {
            var last = at.body(at.get("li", "/api/history/" + list + "/" + id), 200)
                    .get(0);
            assertThat(last.get("action").asString()).as(list).isEqualTo("changed");
            assertThat(last.at("/changes/0/field").asString()).as(list).startsWith("contact");
            assertThat(last.at("/changes/0/before").toString()).as(list).contains("离职的人");
        });
        var left = at.body(at.get("li", "/api/customers/" + customer + "/timeline"), 200);
        assertThat(left.at("/activities/0/contact").isNull()).isTrue();
        assertThat(left.at("/tasks/0/contact").isNull()).isTrue();
    }

    /** Somebody who reads every customer and opportunity, and no follow-ups. */
    private UUID reader() {
        var role = at.body(
                at.post(
                        "admin",
                        "/api/roles",
                        Map.of(
                                "name",
                                "只读",
                                "nameEn",
                                "Reader",
                                "version",
                                1,
                                "allows",
                                List.of(
                                        Map.of("permission", "customers:read", "reach", "ALL", "units", List.of()),
                                        Map.of(
                                                "permission",
                                                "opportunities:read",
                                                "reach",
                                                "ALL",
                                                "units",
                                                List.of())))),
                201);
        var id = people.add(NewPerson.named("只读的人", "reader@example.com"));
        accounts.open(new Accounts.NewAccount(
                id, "reader", null, Language.ZH, List.of(role.get("code").asString())));
        return id;
    }

    private List<String> texts(String who, UUID contact) {
        return at.body(at.get(who, "/api/contacts/" + contact + "/timeline"), 200)
                .get("activities")
                .valueStream()
                .map(a -> a.get("text").asString())
                .toList();
    }

    private String lastFollowed(UUID contact) {
        JsonNode read = at.body(at.get("li", "/api/contacts/" + contact), 200);
        return read.get("lastFollowedAt").asString();
    }

    /** A follow-up or task about something. */
    private static Map<String, Object> about(Map<String, ?> about) {
        var body = new HashMap<String, Object>(
                Map.of("kind", "CALL", "text", "打了电话", "title", "要做的", "dueOn", "2030-01-01"));
        body.putAll(about);
        return body;
    }
}

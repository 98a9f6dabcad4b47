package zhanggui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhanggui.TestApplication;
import zhanggui.access.Viewer;
import zhanggui.opportunities.Desk;

/** Refused access is in the log, and whoever was refused learns nothing from it. */
class DenialsTest extends TestApplication {
    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    @Autowired
    Denials denials;

    @Autowired
    EntryStore store;

    @Autowired
    DSLContext db;

    private Desk.At at;
    private UUID hidden;

    @BeforeAll
    void company() {
        at = desk.at(http);
    }

    @BeforeEach
    void aCustomerOutOfReach() {
        hidden = desk.customer("够不着 " + UUID.randomUUID(), "zhao");
    }

    @Test
    void aRecordOutOfReachAnswersLikeNoneAndTheAttemptIsLogged() throws InterruptedException {
        var missing = at.get("li", "/api/customers/" + UUID.randomUUID());
        var answer = at.get("li", "/api/customers/" + hidden);
        assertThat(answer).hasStatus(404);
        assertThat(answer.getResponse().getContentAsByteArray())
                .isEqualTo(missing.getResponse().getContentAsByteArray());
        assertThat(answer.getResponse().getHeaderNames())
                .isEqualTo(missing.getResponse().getHeaderNames());
        var entry = denied(hidden).getFirst();
        assertThat(entry.get("actor_name")).isEqualTo("李雷");
        assertThat(entry.get("subject_type")).isEqualTo("customers");
        assertThat(entry.get("subject_name").toString()).startsWith("够不着");
        assertThat(entry.get("address")).isEqualTo("127.0.0.1");
        assertThat(entry.get("way")).isEqualTo("SESSION");
        assertThat(entry.get("changes").toString().replace("\\/", "/")).contains("GET /api/customers/" + hidden);
    }

    @Test
    void anAttemptToWriteIsLoggedThoughItsTransactionIsUndone() throws InterruptedException {
        var edit = Map.of("name", "抢过来", "version", 1);
        assertThat(at.put("li", "/api/customers/" + hidden, edit)).hasStatus(404);
        assertThat(denied(hidden)).hasSize(1);
        assertThat(db.fetchValue("select name from customers.customer where id = ?", hidden)
                        .toString())
                .startsWith("够不着");
    }

    @Test
    void whatHangsOnTheRecordAndItsHistoryAreNoWayAround() throws InterruptedException {
        var deal = at.created("zhao", Map.of("name", "够不着的商机", "customer", hidden));
        var id = UUID.fromString(deal.get("id").asString());
        assertThat(at.get("li", "/api/history/customers/" + hidden)).hasStatus(404);
        assertThat(at.get("li", "/api/opportunities/" + id)).hasStatus(404);
        assertThat(denied(hidden)).hasSize(1);
        assertThat(denied(id)).hasSize(1);
    }

    @Test
    void aRecordOutOfReachThatABodyMentionsIsLogged() throws InterruptedException {
        var deal = Map.of("name", "借名的商机", "customer", hidden, "lines", List.of());
        assertThat(at.post("li", "/api/opportunities", deal)).hasStatus(422);
        assertThat(denied(hidden)).hasSize(1);
        var another = desk.customer("也够不着 " + UUID.randomUUID(), "zhao");
        var followUp = Map.of("kind", "CALL", "text", "谈", "customer", another);
        assertThat(at.post("li", "/api/activities", followUp)).hasStatus(422);
        assertThat(denied(another).getFirst().get("changes").toString().replace("\\/", "/"))
                .contains("POST /api/activities");
        var own = desk.customer("够得着 " + UUID.randomUUID(), "li");
        assertThat(at.post("li", "/api/opportunities", Map.of("name", "", "customer", own, "lines", List.of())))
                .hasStatus(422);
        assertThat(denied(own)).isEmpty();
    }

    @Test
    void aRecordOutOfReachAmongThoseSelectedIsPassedOverAndTheAttemptIsLogged() throws InterruptedException {
        var own = desk.customer("够得着 " + UUID.randomUUID(), "li");
        var selected = Map.of("ids", List.of(own, hidden, UUID.randomUUID()), "all", false);
        var assign = Map.of("selection", selected, "owner", desk.world.id("wang"));
        assertThat(at.post("sun", "/api/customers/assign", assign)).hasStatusOk();
        assertThat(denied(hidden)).extracting(e -> e.get("actor_name")).containsExactly("孙经理");
        assertThat(denied(own)).isEmpty();
    }

    @Test
    void tryingAgainAndAgainMakesOneEntryOfEachPerson() throws InterruptedException {
        for (int i = 0; i < 5; i++)
            assertThat(at.get("li", "/api/customers/" + hidden)).hasStatus(404);
        assertThat(at.get("wang", "/api/customers/" + hidden)).hasStatus(404);
        assertThat(denied(hidden)).extracting(e -> e.get("actor_name")).containsExactlyInAnyOrder("李雷", "王梅");
    }

    @Test
    void whatIsNotThereOrWithinReachIsNotLogged() throws InterruptedException {
        var missing = UUID.randomUUID();
        var own = desk.customer("自己的 " + UUID.randomUUID(), "li");
        assertThat(at.get("li", "/api/customers/" + missing)).hasStatus(404);
        assertThat(at.get("li", "/api/customers/" + own + "/nothing-of-this-name"))
                .hasStatus(404);
        assertThat(denied(missing)).isEmpty();
        assertThat(denied(own)).isEmpty();
    }

    @Test
    void aRefusedPermissionIsLoggedOnceInAWhileOnItsRecord() throws InterruptedException {
        assertThat(at.put("chen", "/api/customers/" + hidden, Map.of("name", "改", "version", 1)))
                .hasStatus(403);
        assertThat(at.put("chen", "/api/customers/" + hidden, Map.of("name", "改", "version", 1)))
                .hasStatus(403);
        assertThat(denied(hidden)).hasSize(1);
        assertThat(at.post("wu", "/api/roles", Map.of("name", "x", "nameEn", "x", "allows", List.of())))
                .hasStatus(403);
        assertThat(at.post("wu", "/api/roles", Map.of("name", "x", "nameEn", "x", "allows", List.of())))
                .hasStatus(403);
        assertThat(requests("wu", "POST /api/roles")).isEqualTo(1);
    }

    @Test
    void aTokenThatLacksAScopeIsLoggedAsAToken() {
        var token = token("li", "people:read");
        assertThat(bearer(HttpMethod.GET, "/api/customers/" + hidden, token)).hasStatus(403);
        assertThat(bearer(HttpMethod.GET, "/api/people/" + desk.world.id("li"), token))
                .hasStatusOk();
        var entry = db.fetchSingle("select * from audit.entry where action = 'denied' and subject_id = ?", hidden);
        assertThat(entry.get("way")).isEqualTo("TOKEN");
        assertThat(entry.get("actor_id")).isEqualTo(desk.world.id("li"));
    }

    @Test
    void aWhileLaterItIsLoggedAgain() {
        var viewer = desk.world.viewer("li");
        var subject = new Subject("things", UUID.randomUUID(), "x");
        var entry = Entry.by(viewer, "denied", subject, List.of());
        assertThat(lately(entry, Denials.ONCE_IN)).isFalse();
        store.add(List.of(entry));
        assertThat(lately(entry, Denials.ONCE_IN)).isTrue();
        assertThat(lately(entry, Duration.ofSeconds(-1))).isFalse();
        assertThat(lately(Entry.by(other(), "denied", subject, List.of()), Denials.ONCE_IN))
                .isFalse();
    }

    @Test
    void theHistoryOfARecordDoesNotTellWhoWasRefused() throws InterruptedException {
        assertThat(at.get("li", "/api/customers/" + hidden)).hasStatus(404);
        assertThat(denied(hidden)).hasSize(1);
        var history = at.body(at.get("zhao", "/api/history/customers/" + hidden), 200);
        assertThat(history).hasSize(1);
        assertThat(history.at("/0/action").asString()).isEqualTo("created");
    }

    private Viewer other() {
        return desk.world.viewer("wang");
    }

    private boolean lately(Entry entry, Duration span) {
        return store.lately(entry, span);
    }

    private List<Map<String, Object>> denied(UUID id) throws InterruptedException {
        denials.settled();
        return db.fetch("select * from audit.entry where action = 'denied' and subject_id = ?", id)
                .intoMaps();
    }

    private int requests(String who, String request) {
        return db.fetchSingle(
                        "select count(*)::int from audit.entry where action = 'denied' and subject_type = 'requests'"
                                + " and actor_id = ? and subject_name = ?",
                        desk.world.id(who),
                        request)
                .get(0, Integer.class);
    }

    private String token(String who, String scope) {
        var body = Map.of(
                "name",
                "窄",
                "scopes",
                List.of(scope),
                "expiresOn",
                desk.world.today().plusDays(9).toString());
        return at.body(at.post(who, "/api/me/tokens", body), 201).get("token").asString();
    }

    private MvcTestResult bearer(HttpMethod method, String uri, String token) {
        return http.method(method)
                .uri(uri)
                .header("Authorization", "Bearer " + token)
                .exchange();
    }
}

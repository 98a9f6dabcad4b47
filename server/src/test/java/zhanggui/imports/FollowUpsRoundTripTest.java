package zhanggui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import zhanggui.opportunities.Desk;

/** What the lists of follow-ups and tasks export, the imports of both take in. */
@TestPropertySource(properties = "test.database=follow-ups-round-trip")
class FollowUpsRoundTripTest extends ImportCase {
    private static final Map<String, String> COLUMNS = Map.of(
            "activities", "happenedAt,kind,text,customer,contact,opportunity,nextStep,owner",
            "tasks", "title,dueOn,priority,customer,contact,opportunity,owner,doneAt,note");
    private static final Map<String, String> STORED = Map.of(
            "activities",
                    "select a.kind, (a.happened_at at time zone 'Asia/Shanghai')::date, a.text, a.next_step, a.customer_id,"
                            + " a.contact_id, a.opportunity_id, a.owner_id from activities.activity a order by a.text",
            "tasks",
                    "select t.title, t.due_on, t.priority, (t.done_at at time zone 'Asia/Shanghai')::date, t.note,"
                            + " t.customer_id, t.contact_id, t.opportunity_id, t.owner_id from activities.task t"
                            + " order by t.title");

    @Autowired
    Desk desk;

    private Desk.At at;

    @BeforeAll
    void somethingToExport() {
        at = desk.at(http);
        var customer = desk.customer("往返科技", "li");
        var contact = desk.contact(customer, "往返联系人");
        var deal = at.created("li", Map.of("name", "往返商机", "customer", customer))
                .get("id")
                .asString();
        post("activities", Map.of("kind", "VISIT", "text", "甲：拜访，带样机", "nextStep", "报价", "contact", contact));
        post(
                "activities",
                Map.of("kind", "CALL", "text", "乙", "opportunity", deal, "happenedAt", "2026-01-02T17:00:00Z"));
        post("tasks", Map.of("title", "甲：寄样机", "dueOn", "2026-03-04", "priority", "HIGH", "contact", contact));
        var done = post("tasks", Map.of("title", "乙", "dueOn", "2026-01-02", "note", "两行\n备注", "opportunity", deal));
        at.body(
                at.put(
                        "li",
                        "/api/tasks/" + done,
                        Map.of(
                                "version",
                                1,
                                "title",
                                "乙",
                                "dueOn",
                                "2026-01-02",
                                "priority",
                                "LOW",
                                "note",
                                "两行\n备注",
                                "done",
                                true)),
                200);
    }

    @ParameterizedTest
    @CsvSource({"activities,zh-CN", "activities,en", "tasks,zh-CN", "tasks,en"})
    void whatIsExportedComesBackAsItWas(String list, String language) {
        db.execute("update accounts.account set language = ? where person_id = ?", language, world.id("ops"));
        var file = exported(list);
        assertThat(imported(list, file)).containsExactly(0, 0, 2, 0);

        var before = stored(list);
        db.execute("delete from activities." + (list.equals("tasks") ? "task" : "activity"));
        assertThat(imported(list, file)).containsExactly(2, 0, 0, 0);
        assertThat(stored(list)).isEqualTo(before);
    }

    @Test
    void anotherManagerFindsTheSameAndSalespeopleDoNotImport() {
        var file = exported("tasks");
        var one = json(upload("sun", "tasks", "a.csv", file));
        assertThat(counts(done(run("sun", one, true)))).containsExactly(0, 0, 2, 0);
        assertThat(upload("li", "tasks", "a.csv", file)).hasStatus(403);
    }

    private byte[] exported(String list) {
        var answer = at.get("ops", "/api/lists/" + list + "/export?format=csv&columns=" + COLUMNS.get(list));
        assertThat(answer).hasStatusOk();
        return bytes(answer);
    }

    private List<Integer> imported(String list, byte[] file) {
        var one = json(upload("ops", list, "a.csv", file));
        return counts(done(run("ops", one, true)));
    }

    private List<?> stored(String list) {
        return db.fetch(STORED.get(list)).map(r -> List.of(java.util.Arrays.deepToString(r.intoArray())));
    }

    private UUID post(String list, Map<String, Object> body) {
        return UUID.fromString(
                at.body(at.post("li", "/api/" + list, body), 201).get("id").asString());
    }
}

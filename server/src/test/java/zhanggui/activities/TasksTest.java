package zhanggui.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import zhanggui.TestApplication;
import zhanggui.opportunities.Desk;

class TasksTest extends TestApplication {
    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    private Desk.At at;

    @BeforeAll
    void company() {
        at = desk.at(http);
    }

    @Test
    void aTaskStandsAloneIsDoneAndTakenUpAgain() {
        var made = at.body(at.post("li", "/api/tasks", Map.of("title", "写周报", "dueOn", "2030-01-01")), 201);
        assertThat(made.get("priority").asString()).isEqualTo("NORMAL");
        var done = at.body(at.put("li", uri(made), edit(1, Map.of("done", true))), 200);
        assertThat(done.get("doneAt").isNull()).isFalse();
        var again = at.body(at.put("li", uri(made), edit(2, Map.of("done", true, "title", "写好周报"))), 200);
        assertThat(again.get("doneAt")).isEqualTo(done.get("doneAt"));
        var open = at.body(at.put("li", uri(made), edit(3, Map.of("done", false))), 200);
        assertThat(open.get("doneAt").isNull()).isTrue();
        assertThat(at.delete("li", uri(made))).hasStatus(204);
        assertThat(at.get("li", uri(made))).hasStatus(404);
    }

    @Test
    void aStaleSaveIsRefusedWithWhatIsStoredNow() {
        var made = at.body(at.post("li", "/api/tasks", Map.of("title", "任务", "dueOn", "2030-01-01")), 201);
        at.body(at.put("li", uri(made), edit(1, Map.of("title", "先存"))), 200);
        assertThat(at.put("li", uri(made), edit(1, Map.of("title", "后存"))))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("current.title")
                .isEqualTo("先存");
    }

    @Test
    void managersGiveTasksToTheirPeopleAndNobodyGivesThemFurther() {
        var wang = desk.world.id("wang");
        assertThat(given("zhou", wang)).isEqualTo(201);
        assertThat(given("zhou", desk.world.id("zhao"))).isEqualTo(422);
        assertThat(given("li", wang)).isEqualTo(422);
        assertThat(given("li", UUID.randomUUID())).isEqualTo(422);
        var made = at.body(at.post("li", "/api/tasks", Map.of("title", "自己的", "dueOn", "2030-01-01")), 201);
        assertThat(at.put("li", uri(made), edit(1, Map.of("owner", wang)))).hasStatus(422);
        assertThat(at.put("zhou", uri(made), edit(1, Map.of("owner", wang)))).hasStatusOk();
        assertThat(at.get("li", uri(made))).hasStatus(404);
    }

    @Test
    void tasksOfOthersAreChangedOnlyWithinReach() {
        var customer = desk.customer("任务客户", "li");
        var made = at.body(
                at.post("li", "/api/tasks", Map.of("title", "李雷的", "dueOn", "2030-01-01", "customer", customer)), 201);
        assertThat(at.put("wang", uri(made), edit(1, Map.of()))).hasStatus(404);
        assertThat(at.delete("wang", uri(made))).hasStatus(404);
        assertThat(at.put("chen", uri(made), edit(1, Map.of()))).hasStatus(403);
        assertThat(at.delete("chen", uri(made))).hasStatus(403);
        assertThat(at.put("zhou", uri(made), edit(1, Map.of()))).hasStatusOk();
        assertThat(at.delete("sun", uri(made))).hasStatus(204);
    }

    private int given(String who, UUID owner) {
        return at.post(who, "/api/tasks", Map.of("title", "派的活", "dueOn", "2030-01-01", "owner", owner))
                .getResponse()
                .getStatus();
    }

    private static Map<String, Object> edit(int version, Map<String, Object> what) {
        var body = new HashMap<String, Object>(
                Map.of("version", version, "title", "任务", "dueOn", "2030-01-01", "priority", "HIGH", "done", false));
        body.putAll(what);
        return body;
    }

    private static String uri(JsonNode task) {
        return "/api/tasks/" + task.get("id").asString();
    }
}

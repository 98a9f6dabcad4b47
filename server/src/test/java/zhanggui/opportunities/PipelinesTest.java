package zhanggui.opportunities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import zhanggui.TestApplication;

/** On a database of its own, since it changes pipelines. */
@TestPropertySource(properties = "test.database=pipelines")
class PipelinesTest extends TestApplication {
    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    Desk.At at;

    @BeforeAll
    void company() {
        at = desk.at(http);
    }

    @Test
    void aPipelineHasOneWonStageAndAtLeastOneLost() {
        assertThat(at.post("li", "/api/pipelines", pipeline(stage("a", "OPEN", 10))))
                .hasStatus(403);
        assertThat(at.post("ops", "/api/pipelines", pipeline(stage("a", "OPEN", 10), stage("赢", "WON", 100))))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].code")
                .isEqualTo("pipeline-needs-lost");
        var made = at.body(
                at.post(
                        "ops",
                        "/api/pipelines",
                        pipeline(
                                stage("a", "OPEN", 50),
                                stage("b", "OPEN", 20),
                                stage("赢", "WON", 100),
                                stage("输", "LOST", 0))),
                201);
        assertThat(made.at("/warnings/0/code").asString()).isEqualTo("probability-falls");
    }

    @Test
    void aStageOpportunitiesWereInIsRetiredNotDeleted() {
        var made = at.body(
                at.post(
                        "ops",
                        "/api/pipelines",
                        pipeline(
                                stage("一", "OPEN", 10),
                                stage("二", "OPEN", 20),
                                stage("三", "OPEN", 30),
                                stage("赢单了", "WON", 100),
                                stage("输单了", "LOST", 0))),
                201);
        var id = made.get("id").asString();
        at.created("li", Map.of("name", "在一", "pipeline", id));
        var kept = new ArrayList<Map<String, Object>>();
        for (var s : made.get("stages")) {
            if (!List.of("一", "三").contains(s.get("name").asString())) kept.add(entered(s));
        }
        var edited = at.body(
                at.put(
                        "ops",
                        "/api/pipelines/" + id,
                        Map.of(
                                "version",
                                1,
                                "name",
                                "改",
                                "nameEn",
                                "Changed",
                                "position",
                                9,
                                "retired",
                                false,
                                "stages",
                                kept)),
                200);
        assertThat(edited.get("stages").valueStream().map(s -> s.get("name").asString()))
                .containsExactly("二", "赢单了", "输单了", "一");
        assertThat(edited.get("stages").get(3).get("retired").asBoolean()).isTrue();
        assertThat(at.put(
                        "ops",
                        "/api/pipelines/" + id,
                        Map.of(
                                "version",
                                1,
                                "name",
                                "改",
                                "nameEn",
                                "Changed",
                                "position",
                                9,
                                "retired",
                                false,
                                "stages",
                                kept)))
                .hasStatus(409);
        var groups = at.body(at.get("li", "/api/lists/opportunities/groups?by=stage"), 200);
        assertThat(groups.valueStream().map(g -> g.get("label").asString())).contains("改 · 一");
    }

    private static Map<String, Object> entered(JsonNode s) {
        var stage = new HashMap<>(stage(
                s.get("name").asString(),
                s.get("outcome").asString(),
                s.get("probability").asInt()));
        stage.put("id", s.get("id").asString());
        return stage;
    }

    @SafeVarargs
    private static Map<String, Object> pipeline(Map<String, Object>... stages) {
        return Map.of("name", "测试流程", "nameEn", "Test", "stages", List.of(stages));
    }

    private static Map<String, Object> stage(String name, String outcome, int probability) {
        var category = outcome.equals("OPEN") ? "PIPELINE" : outcome.equals("WON") ? "CLOSED" : "OMITTED";
        return Map.of(
                "name",
                name,
                "nameEn",
                name,
                "outcome",
                outcome,
                "probability",
                probability,
                "category",
                category,
                "required",
                List.of());
    }
}

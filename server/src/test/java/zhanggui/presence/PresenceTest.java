package zhanggui.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhanggui.TestApplication;
import zhanggui.World;

/** Who is told of whom, and for how long. */
@TestPropertySource(properties = "test.database=presence")
class PresenceTest extends TestApplication {
    @Autowired
    World world;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext db;

    @Autowired
    PresenceStore store;

    @BeforeAll
    void company() {
        world.exists();
    }

    @Test
    void thoseWhoEditOneRecordHearOfEachOther() throws Exception {
        var customer = customerOf("li", "同时编辑甲");
        assertThat(names(editing("li", customer))).isEqualTo("[]");
        assertThat(names(editing("sun", customer))).isEqualTo("[\"李雷\"]");
        assertThat(names(editing("li", customer))).isEqualTo("[\"孙经理\"]");
        assertThat(gone("sun", customer)).hasStatus(204);
        assertThat(names(editing("li", customer))).isEqualTo("[]");
    }

    @Test
    void whoFallsSilentIsGone() throws Exception {
        var customer = customerOf("li", "同时编辑乙");
        editing("sun", customer);
        db.execute("update presence.editing set seen_at = now() - interval '61 seconds' where record_id = ?", customer);
        assertThat(names(editing("li", customer))).isEqualTo("[]");
        store.forgetAbsent();
        assertThat(db.fetchCount(db.selectOne().from("presence.editing").where("record_id = ?", customer)))
                .isEqualTo(1);
    }

    @Test
    void onlyWhoMayChangeTheRecordIsThere() throws Exception {
        var customer = customerOf("li", "同时编辑丙");
        assertThat(editing("zhao", customer)).hasStatus(404);
        assertThat(editing("li", UUID.randomUUID())).hasStatus(404);
        assertThat(http.put().uri("/api/presence/nothing/" + customer).with(world.as("li")))
                .hasStatus(404);
        assertThat(names(editing("li", customer))).isEqualTo("[]");
        // Whose reach nothing narrows may change it too.
        assertThat(names(editing("ops", customer))).isEqualTo("[\"李雷\"]");
    }

    private MvcTestResult editing(String who, UUID customer) {
        return http.put()
                .uri("/api/presence/customers/" + customer)
                .with(world.as(who))
                .exchange();
    }

    private MvcTestResult gone(String who, UUID customer) {
        return http.delete()
                .uri("/api/presence/customers/" + customer)
                .with(world.as(who))
                .exchange();
    }

    private static String names(MvcTestResult answer) throws Exception {
        assertThat(answer).hasStatusOk();
        var text = answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        var found = new StringBuilder("[");
        for (var one : tools.jackson.databind.json.JsonMapper.shared().readTree(text)) {
            if (found.length() > 1) found.append(',');
            found.append('"').append(one.get("name").asString()).append('"');
        }
        return found.append(']').toString();
    }

    private UUID customerOf(String who, String name) throws Exception {
        var made = http.post()
                .uri("/api/customers")
                .with(world.as(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"%s\"}".formatted(name))
                .exchange();
        assertThat(made).hasStatus(201);
        var text = made.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        return UUID.fromString(tools.jackson.databind.json.JsonMapper.shared()
                .readTree(text)
                .get("id")
                .asString());
    }
}

package zhanggui.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.opportunities.Desk;

/** Comments on records, through the API: who reads and writes them, whom they speak to, and who follows. */
@TestPropertySource(properties = {"test.database=comments", "db-scheduler.enabled=false"})
@Import(CommentsTest.Ears.class)
class CommentsTest extends TestApplication {
    @Autowired
    World world;

    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext db;

    @Autowired
    Comments comments;

    @Autowired
    Followers followers;

    @Autowired
    Ears ears;

    private Desk.At at;
    private UUID customer;
    private String path;
    private int made;

    static class Ears {
        final List<Object> heard = new ArrayList<>();

        @EventListener
        void commented(Commented event) {
            heard.add(event);
        }

        @EventListener
        void mentioned(Mentioned event) {
            heard.add(event);
        }
    }

    @BeforeAll
    void company() {
        at = desk.at(http);
    }

    @BeforeEach
    void fresh() {
        customer = desk.customer("评论客户" + ++made, "li");
        path = "/api/comments/customers/" + customer;
        ears.heard.clear();
    }

    @Test
    void whoReadsTheRecordReadsAndWrites() {
        say("li", "第一行\n第二行");
        say("chen", "好");
        var all = at.body(at.get("sun", path), 200).get("comments");
        assertThat(all).hasSize(2);
        assertThat(all.get(0).get("text").asString()).isEqualTo("第一行\n第二行");
        assertThat(all.get(1).at("/author/name").asString()).isEqualTo("陈总");
        for (var foreign : List.of("wang", "zhao")) {
            assertThat(at.get(foreign, path)).hasStatus(404);
            assertThat(at.post(foreign, path, body("x"))).hasStatus(404);
            assertThat(at.get(foreign, path + "/people")).hasStatus(404);
            assertThat(at.put(foreign, path + "/following", Map.of("following", true)))
                    .hasStatus(404);
        }
        assertThat(at.get("li", "/api/comments/nothing/" + customer)).hasStatus(404);
        assertThat(at.get("li", "/api/history/customers/" + customer))
                .bodyText()
                .contains("发表评论")
                .contains("第一行");
    }

    @Test
    void aCommentIsItsAuthorsAndItsHistoryIsKept() {
        var one = say("li", "原来");
        var its = path + "/" + one.get("id").asString();
        assertThat(at.put("chen", its, body("改", 1))).hasStatus(403);
        assertThat(at.delete("chen", its)).hasStatus(403);
        assertThat(at.put("wang", its, body("改", 1))).hasStatus(404);
        var changed = at.body(at.put("li", its, body("后来", 1)), 200);
        assertThat(changed.get("editedAt").isNull()).isFalse();
        assertThat(at.put("li", its, body("再来", 1)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("current.text")
                .isEqualTo("后来");
        // Under another record it is not there.
        var other = "/api/comments/customers/" + desk.customer("另一家" + made, "li") + "/"
                + one.get("id").asString();
        assertThat(at.delete("li", other)).hasStatus(404);
        assertThat(at.delete("li", its)).hasStatus(204);
        assertThat(at.body(at.get("li", path), 200).get("comments")).isEmpty();
        assertThat(at.get("li", "/api/history/customers/" + customer))
                .bodyText()
                .contains("修改评论")
                .contains("删除评论")
                .contains("后来");
    }

    @Test
    void itSpeaksToPeopleAndGivesThemNothing() {
        var wang = world.id("wang");
        var sun = world.id("sun");
        var one = at.body(at.post("li", path, body("@王梅 @孙经理 看看", wang, sun, world.id("li"))), 201);
        assertThat(one.get("mentions")).hasSize(3);
        var mentioned = heard(Mentioned.class);
        assertThat(mentioned).hasSize(1);
        assertThat(mentioned.getFirst().people()).isEqualTo(Set.of(wang, sun));
        assertThat(mentioned.getFirst().record().title()).startsWith("评论客户");
        assertThat(at.get("wang", path)).hasStatus(404);
        ears.heard.clear();
        var more = Map.of("text", "@王梅 @周组长", "mentions", List.of(wang, world.id("zhou")), "version", 1);
        assertThat(at.put("li", path + "/" + one.get("id").asString(), more)).hasStatusOk();
        assertThat(heard(Mentioned.class)).extracting(Mentioned::people).containsExactly(Set.of(world.id("zhou")));
        assertThat(at.post("li", path, body("@谁", UUID.randomUUID())))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("mentions");
    }

    @Test
    void thePickerTellsWhoCannotReadTheRecord() {
        var found = at.body(at.get("li", path + "/people?q=" + Desk.encoded("王")), 200);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("name").asString()).isEqualTo("王梅");
        assertThat(found.get(0).get("unit").asString()).isEqualTo("华东一组");
        assertThat(found.get(0).get("reads").asBoolean()).isFalse();
        assertThat(at.body(at.get("li", path + "/people?q=" + Desk.encoded("孙经")), 200)
                        .get(0)
                        .get("reads")
                        .asBoolean())
                .isTrue();
        for (var typed : java.util.List.of("wangmei", "wm", "WangM")) {
            assertThat(at.body(at.get("li", path + "/people?q=" + typed), 200).toString())
                    .as(typed)
                    .contains("王梅");
        }
        assertThat(at.body(at.get("li", path + "/people?q=%25"), 200)).isEmpty();
        assertThat(at.body(at.get("li", path + "/people"), 200)).hasSize(8);
    }

    @Test
    void whoCommentsFollowsUntilTheySayOtherwise() {
        say("li", "一");
        var state = at.body(at.get("li", path), 200);
        assertThat(state.get("following").asBoolean()).isTrue();
        assertThat(at.put("sun", path + "/following", Map.of("following", true)))
                .hasStatus(204);
        assertThat(followers.of("customers", customer)).isEqualTo(Set.of(world.id("li"), world.id("sun")));
        ears.heard.clear();
        say("chen", "二");
        assertThat(heard(Commented.class).getFirst().followers()).isEqualTo(Set.of(world.id("li"), world.id("sun")));
        assertThat(at.put("li", path + "/following", Map.of("following", false)))
                .hasStatus(204);
        assertThat(at.body(at.get("li", path), 200).get("followers").toString())
                .contains("陈总")
                .contains("孙经理")
                .doesNotContain("李雷");
    }

    @Test
    void withItsRecordEverythingGoes() {
        var id = desk.customer("评论客户要删", "li");
        var its = "/api/comments/customers/" + id;
        assertThat(at.post("li", its, body("一"))).hasStatus(201);
        assertThat(at.delete("ops", "/api/customers/" + id)).hasStatus2xxSuccessful();
        assertThat(count("comment", id) + count("follower", id)).isZero();
        var gone = UUID.randomUUID();
        followers.add("contacts", gone, world.id("li"));
        comments.tidy();
        assertThat(count("follower", gone)).isZero();
    }

    @Test
    void whatIsWrongIsRefused() {
        assertThat(at.post("li", path, body(" "))).hasStatus(422);
        assertThat(at.post("li", path, body("长".repeat(4001)))).hasStatus(422);
        assertThat(at.post("li", path, Map.of("text", "x"))).hasStatus(422);
    }

    private int count(String table, UUID record) {
        return db.fetchSingle("select count(*) from comments." + table + " where record_id = ?", record)
                .get(0, int.class);
    }

    private <E> List<E> heard(Class<E> type) {
        return ears.heard.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private JsonNode say(String who, String text) {
        return at.body(at.post(who, path, body(text)), 201);
    }

    private static Map<String, Object> body(String text, UUID... mentions) {
        return Map.of("text", text, "mentions", List.of(mentions));
    }

    private static Map<String, Object> body(String text, int version) {
        return Map.of("text", text, "mentions", List.of(), "version", version);
    }

    @Test
    void peopleAreToldOfWhatTheyMayRead() {
        followers.add("customers", customer, world.id("sun"));
        followers.add("customers", customer, world.id("zhao"));
        at.body(
                at.post("li", path, Map.of("text", "请看", "mentions", List.of(world.id("zhou"), world.id("zhao")))),
                201);
        assertThat(told("zhou")).containsExactly("mentioned");
        assertThat(told("sun")).containsExactly("commented");
        assertThat(told("zhao")).isEmpty();
        assertThat(told("li")).isEmpty();
    }

    private List<String> told(String who) {
        return db.fetch(
                        "select kind from notices.notice where person_id = ? and record_id = ?",
                        world.id(who),
                        customer)
                .getValues(0, String.class);
    }
}

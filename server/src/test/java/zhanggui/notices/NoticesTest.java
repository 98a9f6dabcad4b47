package zhanggui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.TestApplication;
import zhanggui.World;

/** Who is told what, in the bell. */
@TestPropertySource(properties = "test.database=notices")
class NoticesTest extends TestApplication {
    @Autowired
    World world;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext db;

    @Autowired
    Notices notices;

    @Autowired
    TransactionTemplate transaction;

    private Asking asking;

    @BeforeAll
    void company() {
        world.exists();
        asking = new Asking(world, http);
    }

    @BeforeEach
    void nothingTold() {
        db.execute("delete from notices.notice");
        db.execute("delete from notices.preference");
        db.execute("update accounts.account set language = 'zh-CN'");
    }

    @Test
    void whoeverIsGivenARecordIsToldInTheirLanguage() {
        var id = asking.customer("zhou", "转交有限公司");
        assertThat(asking.unread("zhou")).isZero();
        asking.assign("zhou", "li", id);
        assertThat(asking.unread("li")).isEqualTo(1);
        assertThat(asking.unread("zhou")).as("who did it").isZero();
        var notice = asking.read("li", "/api/notices").at("/notices/0");
        assertThat(notice.get("text").asString()).isEqualTo("周组长把客户「转交有限公司」交给了你");
        assertThat(notice.get("record").asString()).isEqualTo(id);
        assertThat(notice.get("list").asString()).isEqualTo("customers");
        db.execute("update accounts.account set language = 'en' where person_id = ?", world.id("li"));
        assertThat(asking.told("li")).containsExactly("周组长 assigned “转交有限公司” to you (customers)");
    }

    @Test
    void ofManyRecordsOneIsToldOnce() {
        var ids = IntStream.range(0, 12)
                .mapToObj(i -> asking.customer("zhou", "批量" + i + "公司"))
                .toArray(String[]::new);
        asking.assign("zhou", "li", Arrays.copyOf(ids, 7));
        asking.assign("zhou", "wang", Arrays.copyOfRange(ids, 7, 12));
        assertThat(asking.told("li")).containsExactly("周组长把 7 条客户交给了你");
        assertThat(asking.told("wang")).containsExactly("周组长把 5 条客户交给了你");
    }

    @Test
    void nothingIsToldOfWhatIsUndone() {
        var id = asking.customer("zhou", "撤销公司");
        transaction.executeWithoutResult(status -> {
            notices.tell(
                    News.of("assigned", "customers", UUID.fromString(id)),
                    List.of(world.id("zhou")),
                    world.viewer("sun"));
            status.setRollbackOnly();
        });
        assertThat(asking.unread("zhou")).isZero();
    }

    @Test
    void whatIsOutOfReachIsNotToldAndLosesItsName() {
        var id = asking.customer("zhou", "机密公司");
        tell("mentioned", id, "zhao", "报价");
        assertThat(asking.told("zhao")).as("may not read it").isEmpty();
        asking.assign("zhou", "li", id);
        asking.assign("zhou", "zhou", id);
        assertThat(asking.told("li")).containsExactly("客户：这条记录已不在你的可见范围内");
        var gone = asking.read("li", "/api/notices").at("/notices/0");
        assertThat(gone.get("record").isNull()).isTrue();
        assertThat(gone.toString()).doesNotContain("机密");
    }

    @Test
    void whoIsNamedAndWhoFollowsIsToldByOtherModules() {
        var id = asking.customer("li", "评论公司");
        tell("mentioned", id, "li", "请看看报价");
        assertThat(asking.told("li")).containsExactly("孙经理在客户「评论公司」中提到了你：请看看报价");
    }

    @Test
    void readOnesCountNoMore() {
        asking.assign("zhou", "li", asking.customer("zhou", "已读一公司"));
        asking.assign("zhou", "li", asking.customer("zhou", "已读二公司"));
        var newest = asking.read("li", "/api/notices").at("/notices/0/id").asString();
        assertThat(asking.send("li", HttpMethod.PUT, "/api/notices/" + newest, "{\"read\":true}"))
                .hasStatus(204);
        assertThat(asking.unread("li")).isEqualTo(1);
        assertThat(asking.read("li", "/api/notices?unread=true").get("notices")).hasSize(1);
        assertThat(asking.send("wang", HttpMethod.PUT, "/api/notices/" + newest, "{\"read\":false}"))
                .as("it is not theirs")
                .hasStatus(404);
        assertThat(asking.send("li", HttpMethod.PUT, "/api/notices/read", "{\"upTo\":\"" + newest + "\"}"))
                .hasStatus(204);
        assertThat(asking.unread("li")).isZero();
        assertThat(asking.read("li", "/api/notices").get("notices")).hasSize(2);
    }

    @Test
    void whoDoesNotWantAKindIsNotToldOfIt() {
        var none = "{\"wanted\":{\"assigned\":{\"app\":false}},\"quietFrom\":null,\"quietTo\":null,\"digestAt\":null}";
        assertThat(asking.send("li", HttpMethod.PUT, "/api/me/notices", none)).hasStatus(204);
        asking.assign("zhou", "li", asking.customer("zhou", "不打扰公司"));
        assertThat(asking.unread("li")).isZero();
        var kinds = asking.read("li", "/api/me/notices").get("kinds");
        assertThat(kinds.get(0).toString()).contains("\"name\":\"assigned\"").contains("\"app\":false");
        var wrong =
                "{\"wanted\":{\"nothing\":{\"app\":false}},\"quietFrom\":\"22:00\",\"quietTo\":null,\"digestAt\":null}";
        assertThat(asking.send("li", HttpMethod.PUT, "/api/me/notices", wrong)).hasStatus(422);
    }

    @Test
    void aTaskForAnotherIsTold() {
        var body = "{\"title\":\"准备方案\",\"dueOn\":\"2030-01-01\",\"owner\":\"%s\"}".formatted(world.id("li"));
        assertThat(asking.send("zhou", HttpMethod.POST, "/api/tasks", body)).hasStatus(201);
        assertThat(asking.told("li")).containsExactly("周组长把待办「准备方案」交给了你");
    }

    private void tell(String kind, String id, String who, String words) {
        transaction.executeWithoutResult(status -> notices.tell(
                News.of(kind, "customers", UUID.fromString(id), words), List.of(world.id(who)), world.viewer("sun")));
    }
}

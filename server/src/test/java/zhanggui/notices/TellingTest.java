package zhanggui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.audit.Change;
import zhanggui.audit.Logged;
import zhanggui.audit.Subject;
import zhanggui.jobs.Job;
import zhanggui.jobs.JobEnded;

/** What is told of what happens elsewhere: deals, jobs, imports of very many. */
@TestPropertySource(properties = "test.database=notices")
class TellingTest extends TestApplication {
    @Autowired
    World world;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext db;

    @Autowired
    Notices notices;

    @Autowired
    ApplicationEventPublisher events;

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
    }

    @Test
    void whoOwnsOrWorksOnADealIsToldThatAnotherMovedIt() {
        var made = asking.send("li", HttpMethod.POST, "/api/opportunities", "{\"name\":\"大单\",\"lines\":[]}");
        assertThat(made).hasStatus(201);
        var deal = Asking.body(made).get("id").asString();
        db.execute(
                "insert into opportunities.collaborator (opportunity_id, person_id, may_write) values (?::uuid, ?, false)",
                deal,
                world.id("wang"));
        var moved = new Change("stage", "初步接触", "方案报价");
        var subject = new Subject("opportunities", UUID.fromString(deal), "大单");
        hear("zhou", "moved", List.of(new Logged.Happened(subject, List.of(moved))));
        assertThat(asking.told("li")).containsExactly("周组长把商机「大单」从“初步接触”推进到“方案报价”");
        assertThat(asking.told("wang")).containsExactly("周组长把商机「大单」从“初步接触”推进到“方案报价”");
        assertThat(asking.told("zhou")).isEmpty();
        hear("li", "moved", List.of(new Logged.Happened(subject, List.of(moved))));
        assertThat(asking.told("li")).as("their own doing").hasSize(1);
        assertThat(asking.told("wang")).hasSize(2);
    }

    @Test
    void anImportInManyPartsIsToldOnceToEachOwner() {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < 6; i++) ids.add(UUID.fromString(asking.customer("li", "导入公司" + i)));
        transaction.executeWithoutResult(status -> {
            publish("ops", "created", created(ids.subList(0, 3), "李雷"));
            publish("ops", "created", created(ids.subList(3, 6), "李雷"));
        });
        assertThat(asking.told("li")).containsExactly("运营把 6 条客户交给了你");
        assertThat(asking.read("li", "/api/notices").at("/notices/0/mine").asBoolean())
                .isTrue();
    }

    @Test
    void whatIsOnesOwnByTheLogIsNotAskedAbout() {
        var id = UUID.fromString(asking.customer("li", "同名公司"));
        hear("zhou", "created", created(List.of(id), "周组长"));
        assertThat(asking.told("li")).as("the name is that of who did it").isEmpty();
    }

    @Test
    void whoAskedForAnImportIsToldWhenItIsDoneAndOfJobsWhenTheyFail() {
        ended(Job.State.DONE, true, null);
        ended(Job.State.DONE, false, null);
        ended(Job.State.FAILED, false, "文件已损坏");
        ended(Job.State.CANCELLED, true, null);
        assertThat(asking.told("ops")).containsExactly("后台任务“客户.xlsx”失败：文件已损坏", "“客户.xlsx”已完成");
    }

    @Test
    void whoHoldsAPermissionIsTold() {
        transaction.executeWithoutResult(
                status -> notices.tellHolders(News.plain("backup-failed", "磁盘已满"), "backups:manage"));
        assertThat(asking.told("admin")).containsExactly("自动备份失败：磁盘已满");
        assertThat(asking.told("li")).isEmpty();
    }

    @Test
    void severalThingsWaitForApproval() {
        transaction.executeWithoutResult(status -> notices.tell(
                News.many("approval-waiting", "opportunities", 3), List.of(world.id("sun")), world.viewer("li")));
        assertThat(asking.told("sun")).containsExactly("有 3 条商机等待你审批");
    }

    private void ended(Job.State state, boolean awaited, String message) {
        transaction.executeWithoutResult(status -> events.publishEvent(
                new JobEnded(UUID.randomUUID(), "import", "客户.xlsx", world.id("ops"), state, awaited, message)));
    }

    private void hear(String who, String action, List<Logged.Happened> happened) {
        transaction.executeWithoutResult(status -> publish(who, action, happened));
    }

    private void publish(String who, String action, List<Logged.Happened> happened) {
        events.publishEvent(new Logged(world.viewer(who), action, happened));
    }

    private static List<Logged.Happened> created(List<UUID> ids, String owner) {
        return ids.stream()
                .map(id -> new Logged.Happened(
                        new Subject("customers", id, "公司"), List.of(new Change("owner", null, owner))))
                .toList();
    }
}

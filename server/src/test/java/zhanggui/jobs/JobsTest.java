package zhanggui.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.TransactionSystemException;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.audit.Audit;

/** Jobs as their owners see them, and as servers that die or are thought dead run them. */
@TestPropertySource(properties = "test.database=jobs")
class JobsTest extends TestApplication {
    @Autowired
    MockMvcTester http;

    @Autowired
    World world;

    @Autowired
    DSLContext db;

    @Autowired
    Jobs jobs;

    @Autowired
    JobStore store;

    @Autowired
    JobRunner runner;

    @Autowired
    OneTimeTask<Void> jobTask;

    @Autowired
    ObjectProvider<SchedulerClient> scheduler;

    @Autowired
    Audit audit;

    @Autowired
    DataSource connections;

    @BeforeAll
    void tables() {
        world.exists();
        asOwner("""
                    create schema counted;
                    create table counted.work (job uuid not null);
                    grant usage on schema counted to zhanggui_app;
                    grant select, insert, maintain on counted.work to zhanggui_app;""");
    }

    @AfterEach
    void nothingHappens() {
        CountedWork.BEFORE_END.set(id -> {});
        CountedWork.BEFORE_COMMIT.set(id -> {});
    }

    @Test
    void twoServersRunEveryJobOnce() {
        // Long enough for both to take their part, however many each has put aside for itself.
        CountedWork.BEFORE_END.set(id -> pause());
        var other = Scheduler.create(connections, jobTask)
                .tableName("jobs.scheduled_tasks")
                .threads(4)
                .pollingInterval(Duration.ofMillis(200))
                .build();
        other.start();
        try {
            var started = Stream.generate(() -> start("li")).limit(40).toList();
            for (var id : started) over(id, "DONE");
            for (var id : started) assertThat(kept(id)).isEqualTo(1);
        } finally {
            other.stop();
        }
    }

    @Test
    void aJobTakenOverFromAServerThatStillLivesHasItsEffectOnce() throws Exception {
        var id = store.add(CountedWork.NAME, "taken over", List.of(), world.viewer("li"));
        var bothAtWork = new CyclicBarrier(2);
        CountedWork.BEFORE_END.set(job -> meet(bothAtWork));
        try (var servers = Executors.newFixedThreadPool(2)) {
            var one = servers.submit(() -> runner.run(id));
            var two = servers.submit(() -> runner.run(id));
            one.get(30, TimeUnit.SECONDS);
            two.get(30, TimeUnit.SECONDS);
        }
        over(id, "DONE");
        assertThat(kept(id)).isEqualTo(1);
        runner.run(id);
        assertThat(kept(id)).isEqualTo(1);
    }

    /** As after a jump of the clock, or on a server whose clock goes wrong. */
    @Test
    void aJobBeginsAtOnceWhateverTheClockOfItsServerSays() {
        for (var wrong : List.of(Duration.ofDays(40), Duration.ofDays(-40), Duration.ofHours(1))) {
            var there = new Jobs(store, scheduler, audit, Clock.offset(Clock.systemUTC(), wrong));
            var id = there.start(CountedWork.NAME, "at another time", List.of(), world.viewer("li"));
            over(id, "DONE");
            assertThat(kept(id)).isEqualTo(1);
        }
    }

    @Test
    void workAndItsEndAreKeptTogetherOrNotAtAll() {
        var id = store.add(CountedWork.NAME, "crash", List.of(), world.viewer("li"));
        CountedWork.BEFORE_COMMIT.set(job -> {
            throw new RecoverableDataAccessException("the connection broke before the commit");
        });
        try {
            runner.run(id);
        } catch (RecoverableDataAccessException e) {
            assertThat(e).hasMessageContaining("before the commit");
        }
        assertThat(kept(id)).isZero();
        assertThat(state(id)).isEqualTo("RUNNING");
        CountedWork.BEFORE_COMMIT.set(job -> {});
        runner.run(id);
        assertThat(kept(id)).isEqualTo(1);
        assertThat(state(id)).isEqualTo("DONE");
    }

    @Test
    void aJobWhoseConnectionBrokeSoThatNothingCouldBeUndoneBeginsAgain() {
        var id = store.add(CountedWork.NAME, "broken", List.of(), world.viewer("li"));
        CountedWork.BEFORE_END.set(job -> {
            throw new TransactionSystemException("JDBC rollback failed");
        });
        assertThatThrownBy(() -> runner.run(id)).isInstanceOf(TransactionSystemException.class);
        assertThat(state(id)).isEqualTo("RUNNING");
        CountedWork.BEFORE_END.set(job -> {});
        runner.run(id);
        assertThat(kept(id)).isEqualTo(1);
        assertThat(state(id)).isEqualTo("DONE");
    }

    @Test
    void thePlannerKnowsWhatALargeJobWroteEvenWhenItCountedInTheMiddle() {
        CountedWork.BEFORE_END.set(id -> {
            db.execute("insert into counted.work select ? from generate_series(1, 5000)", id);
            asOwner("analyze counted.work");
        });
        over(start("li"), "DONE");
        var thought = db.fetchOne("select reltuples from pg_class where oid = 'counted.work'::regclass");
        assertThat(thought.get(0, Double.class)).isGreaterThanOrEqualTo(5000);
    }

    @Test
    void everybodyHasAListOfTheirOwnJobsAndTheRightToReadShowsOthers() {
        var ofLi = start("li");
        var ofWu = start("wu");
        assertThat(listed("li")).contains(ofLi.toString()).doesNotContain(ofWu.toString());
        assertThat(listed("ops")).contains(ofLi.toString(), ofWu.toString());
        assertThat(get("li", "/api/jobs/" + ofLi)).hasStatusOk();
        assertThat(get("li", "/api/jobs/" + ofWu)).hasStatus(404);
        assertThat(get("ops", "/api/jobs/" + ofWu)).hasStatusOk();
        assertThat(get("li", "/api/lists/jobs/export")).hasStatus(403);
    }

    @Test
    void jobsOfOthersAreStoppedWithThePermissionToCancelOnly() {
        var id = store.add(CountedWork.NAME, "to stop", List.of(), world.viewer("li"));
        assertThat(get("ops", "/api/jobs/" + id))
                .bodyJson()
                .extractingPath("mayCancel")
                .isEqualTo(false);
        assertThat(get("admin", "/api/jobs/" + id))
                .bodyJson()
                .extractingPath("mayCancel")
                .isEqualTo(true);
        assertThat(get("li", "/api/jobs/" + id))
                .bodyJson()
                .extractingPath("mayCancel")
                .isEqualTo(true);
        assertThat(cancel("wu", id)).hasStatus(404);
        assertThat(cancel("ops", id)).hasStatus(403);
        assertThat(cancel("admin", id)).hasStatus(202);
        runner.run(id);
        assertThat(state(id)).isEqualTo("CANCELLED");
        assertThat(kept(id)).isZero();
        var own = store.add(CountedWork.NAME, "own", List.of(), world.viewer("li"));
        assertThat(cancel("li", own)).hasStatus(202);
    }

    @Test
    void aTokenSeesAndStopsJobsWithItsOwnScopesOnly() {
        var id = store.add(CountedWork.NAME, "by token", List.of(), world.viewer("admin"));
        var none = token("people:read");
        assertThat(byToken(none, "/api/jobs/" + id)).hasStatus(404);
        assertThat(byToken(none, "/api/lists/jobs/rows")).hasStatus(403);
        var reading = token("jobs:read");
        assertThat(byToken(reading, "/api/jobs/" + id)).hasStatusOk();
        assertThat(byToken(reading, "/api/lists/jobs/rows")).hasStatusOk();
        assertThat(cancelByToken(reading, id)).hasStatus(403);
        assertThat(cancelByToken(token("jobs:read", "jobs:cancel"), id)).hasStatus(202);
    }

    private void asOwner(String sql) {
        var url = db.connectionResult(c -> c.getMetaData().getURL());
        try (var owner = DriverManager.getConnection(url, "postgres", "");
                var statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID start(String who) {
        return jobs.start(CountedWork.NAME, "counted", List.of(), world.viewer(who));
    }

    private int kept(UUID job) {
        return db.fetchSingle("select count(*) from counted.work where job = ?", job)
                .get(0, Integer.class);
    }

    private String state(UUID job) {
        return jobs.find(job, world.viewer("admin")).state().name();
    }

    private void over(UUID job, String state) {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!jobs.find(job, world.viewer("admin")).state().isOver()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            pause();
        }
        assertThat(state(job)).isEqualTo(state);
    }

    private String listed(String who) {
        var answer = get(who, "/api/lists/jobs/rows?size=200");
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String who, String uri) {
        return http.get().uri(uri).with(world.as(who)).exchange();
    }

    private MvcTestResult cancel(String who, UUID id) {
        return http.post()
                .uri("/api/jobs/" + id + "/cancel")
                .with(world.as(who))
                .exchange();
    }

    private String token(String... scopes) {
        var made = http.post()
                .uri("/api/me/tokens")
                .with(world.as("admin"))
                .contentType("application/json")
                .content("{\"name\":\"t\",\"scopes\":[\"%s\"],\"expiresOn\":\"%s\"}"
                        .formatted(String.join("\",\"", scopes), world.today().plusDays(9)))
                .exchange();
        assertThat(made).hasStatus(201);
        var body = new String(made.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        return com.jayway.jsonpath.JsonPath.read(body, "$.token");
    }

    private MvcTestResult byToken(String token, String uri) {
        return http.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
    }

    private MvcTestResult cancelByToken(String token, UUID id) {
        return http.post()
                .uri("/api/jobs/" + id + "/cancel")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(40, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

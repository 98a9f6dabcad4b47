package zhanggui.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class ImportRunsTest extends ImportCase {
    @Test
    void rowsTheDatabaseRefusesDoNotTouchTheOthers() throws SQLException {
        var once = new AtomicBoolean();
        ThingImport.BEFORE_CHUNK.set(() -> {
            if (once.getAndSet(true)) return;
            try (var other = asOwner();
                    var statement = other.createStatement()) {
                statement.execute("insert into things.thing (id, name) values (gen_random_uuid(), '乙')");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        var job = done(run("ops", uploaded("ops", "a.csv", "name\n甲\n乙\n丙\n"), true));
        assertThat(counts(job)).containsExactly(2, 0, 0, 1);
        assertThat(things()).containsExactlyInAnyOrder("甲", "乙", "丙");
    }

    @Test
    void cancellingInTheMiddleRollsEverythingBack() throws InterruptedException {
        var half = new CountDownLatch(2);
        var go = new CountDownLatch(1);
        ThingImport.BEFORE_CHUNK.set(() -> {
            half.countDown();
            if (half.getCount() == 0) await(go);
        });
        var one = uploaded("ops", "a.csv", many(2000));
        var job = job(run("ops", one, false));
        assertThat(half.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(view("ops", one).at("/state").asString()).isEqualTo("RUNNING");
        assertThat(http.delete().uri("/api/imports/" + id(one)).with(world.as("ops")))
                .hasStatus(409);
        assertThat(change("ops", one, Map.of())).hasStatus(409);
        assertThat(check("ops", one)).hasStatus(409);
        assertThat(http.post().uri("/api/jobs/" + job + "/cancel").with(world.as("ops")))
                .hasStatus(202);
        Thread.sleep(400);
        go.countDown();
        assertThat(over(job).at("/state").asString()).isEqualTo("CANCELLED");
        assertThat(things()).isEmpty();
        assertThat(view("ops", one).at("/state").asString()).isEqualTo("CANCELLED");
        ThingImport.BEFORE_CHUNK.set(() -> {});
        done(run("ops", one, false));
        assertThat(things()).hasSize(2000);
    }

    @Test
    void afterACrashTheJobBeginsAnewAndNothingIsDoubled() {
        var crashes = new AtomicInteger(1);
        ThingImport.BEFORE_CHUNK.set(() -> {
            if (db.fetchCount(db.selectFrom("things.thing")) >= 500 && crashes.getAndDecrement() > 0) {
                throw new StackOverflowError("the server dies");
            }
        });
        var one = uploaded("ops", "a.csv", many(1200));
        var job = job(run("ops", one, false));
        waitFor(() -> crashes.get() == 0);
        waitFor(() -> db.fetchCount(db.selectFrom("jobs.scheduled_tasks")
                        .where("task_instance = ? and not picked and consecutive_failures = 1", job))
                == 1);
        assertThat(things()).isEmpty();
        scheduler.reschedule(TaskInstanceId.of("job", job), Instant.now());
        assertThat(over(job).at("/state").asString()).isEqualTo("DONE");
        assertThat(things()).hasSize(1200);
    }

    @Test
    void aCrashAfterTheLastCommitDoesNotRunItTwice() {
        var one = uploaded("ops", "a.csv", GOOD);
        var job = job(run("ops", one, false));
        assertThat(over(job).at("/state").asString()).isEqualTo("DONE");
        var again = new Watched(UUID.fromString(job), world.viewer("ops"));
        assertThat(runs.work(asked(one), again).created()).isEqualTo(2);
        assertThat(things()).hasSize(2);

        var another = new Watched(UUID.randomUUID(), world.viewer("ops"));
        assertThatThrownBy(() -> runs.work(asked(one), another)).hasMessageContaining("import-moved-on");
    }

    @Test
    void whatIsCancelledBeforeItBeganIsOpenAgain() {
        var one = uploaded("ops", "a.csv", GOOD);
        var job = new TransactionTemplate(transactions).execute(status -> {
            var started = job(run("ops", one, false));
            assertThat(http.post().uri("/api/jobs/" + started + "/cancel").with(world.as("ops")))
                    .hasStatus(202);
            return started;
        });
        assertThat(over(job).at("/state").asString()).isEqualTo("CANCELLED");
        assertThat(view("ops", one).at("/state").asString()).isEqualTo("CANCELLED");
        done(run("ops", one, false));
        assertThat(things()).hasSize(2);
    }
}

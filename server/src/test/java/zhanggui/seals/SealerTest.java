package zhanggui.seals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sealing misses nothing and seals nothing twice, whatever happens beside it. */
class SealerTest extends SealedLog {
    private static final int LARGE = 2 * Sealer.MOST_AT_ONCE + 1;

    @BeforeEach
    void anEmptyLog() throws SQLException {
        owner.clear();
    }

    @Test
    void anEntryOfATransactionStillOpenIsSealedOnceThatIsOver() throws Exception {
        var written = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var longOne = threads.submit(() -> transaction.executeWithoutResult(status -> {
                write("long");
                written.countDown();
                await(end);
            }));
            await(written);
            write("short");
            sealer.sealAll();
            assertThat(sealedNames()).containsExactly("short");
            write("another");
            sealer.sealAll();
            assertThat(sealedNames()).containsExactly("short", "another");
            assertThat(verified().findings()).isEmpty();
            end.countDown();
            longOne.get(30, TimeUnit.SECONDS);
        }
        sealer.sealAll();
        assertThat(sealedNames()).containsExactly("short", "another", "long");
        assertWhole();
    }

    @Test
    void writersOfAllSortsWhileTheSealerRunsLoseNoEntry() throws Exception {
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sealing = threads.submit(() -> {
                while (!over.get()) sealer.sealAll();
            });
            var writers = new ArrayList<Future<?>>();
            for (int i = 0; i < 6; i++) {
                var random = new Random(i);
                writers.add(threads.submit(() -> {
                    for (int round = 0; round < 25; round++) writeSomeHow(random);
                }));
            }
            for (var writer : writers) writer.get(60, TimeUnit.SECONDS);
            over.set(true);
            sealing.get(60, TimeUnit.SECONDS);
        }
        sealer.sealAll();
        assertWhole();
    }

    private void writeSomeHow(Random random) {
        transaction.executeWithoutResult(status -> {
            int entries = random.nextInt(4);
            for (int i = 0; i < entries; i++) {
                write("e");
                if (random.nextInt(3) == 0) pause(random.nextInt(60));
            }
            if (random.nextInt(5) == 0) status.setRollbackOnly();
        });
    }

    @Test
    void twoSealersAtOnceMakeOneChain() throws Exception {
        writeMany(LARGE);
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var sealers = new ArrayList<Future<?>>();
            for (int i = 0; i < 2; i++) {
                sealers.add(threads.submit(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    sealer.sealAll();
                    return null;
                }));
            }
            for (var one : sealers) one.get(60, TimeUnit.SECONDS);
        }
        assertWhole();
    }

    @Test
    void aSealerKilledInTheMiddleGoesOnFromWhatItKept() throws SQLException {
        writeMany(LARGE);
        transaction.executeWithoutResult(status -> sealer.sealSome());
        var kept = head();
        assertThat(kept.number()).isEqualTo(Sealer.MOST_AT_ONCE);
        transaction.executeWithoutResult(status -> {
            sealer.sealSome();
            status.setRollbackOnly();
        });
        assertThat(head()).isEqualTo(kept);
        write("meanwhile");
        sealer.sealAll();
        assertThat(head().number()).isEqualTo(LARGE + 1);
        assertThat(verified(kept).findings()).isEmpty();
        assertWhole();
    }

    @Test
    void whatWasInTheLogBeforeThereWereSealsIsSealedFirst() throws SQLException {
        writeMany(LARGE);
        owner.execute("update audit.entry set written_in = 0, at = at - interval '2 years'");
        write("new");
        assertWhole();
        assertThat(sealedNames()).endsWith("new");
    }

    /** A dump put into another cluster: its transactions are counted from the beginning again. */
    @Test
    void aRestoredDumpIsSealedOnWhereItsTransactionsSeemToLieInTheFuture() throws SQLException {
        write("one");
        write("two");
        sealer.sealAll();
        write("not sealed before the dump");
        owner.execute("update audit.entry set written_in = written_in + 1000000000");
        owner.execute("update seals.sealing set cluster = 'another'," + " seen = '1000000900:1000000900:'");
        write("after");
        sealer.sealAll();
        write("later");
        sealer.sealAll();
        assertThat(sealedNames())
                .containsExactlyInAnyOrder("one", "two", "not sealed before the dump", "after", "later");
        assertThat(verified().findings()).extracting(Finding::kind).containsOnly(Finding.Kind.SEALING_CHANGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update seals.seal set number = number + 1",
                "delete from seals.seal",
                "truncate seals.seal",
                "update seals.sealing set at = now()",
                "delete from seals.sealing",
                "delete from seals.verification",
                "update seals.entry set actor_name = 'x'",
                "insert into seals.entry (id, actor_name, way, action, subject_type) values (uuidv7(), 'x', 'NONE', 'x', 'x')",
                "insert into audit.entry (id, actor_name, way, action, subject_type) values (uuidv7(), 'x', 'NONE', 'x', 'x')",
                "insert into audit.entry (at, actor_name, way, action, subject_type) values ('2020-01-01', 'x', 'NONE', 'x', 'x')",
                "insert into audit.entry (written_in, actor_name, way, action, subject_type) values (1, 'x', 'NONE', 'x', 'x')"
            })
    void theServerCannotChangeSealsNorSayWhenAnEntryWasWritten(String sql) {
        write("entry");
        sealer.sealAll();
        assertThatThrownBy(() -> db.execute(sql)).hasStackTraceContaining("permission denied");
    }

    private List<String> sealedNames() {
        return db
                .fetchValues("select e.subject_name from seals.seal s join audit.entry e on e.id = s.entry_id"
                        + " order by s.number")
                .stream()
                .map(String::valueOf)
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package zhanggui.seals;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever whoever owns the database does to the log is found, and named exactly. */
class ForgeriesTest extends SealedLog {
    private static final int TRIES = 12;

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void isFoundAndNamedWhereverItIsDone(Forgery forgery) throws SQLException {
        for (int seed = 0; seed < TRIES; seed++) {
            var log = new RandomLog(seed);
            var expected = forgery.on(log);
            assertThat(log.found()).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void aLogNobodyTouchedFitsItsSealsAndItsHeads() throws SQLException {
        for (int seed = 0; seed < TRIES; seed++) {
            var log = new RandomLog(seed);
            log.compare = true;
            assertThat(log.found()).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void severalForgeriesInALargeLogAreAllNamed() throws SQLException {
        owner.clear();
        writeMany(2 * Sealer.MOST_AT_ONCE + 7);
        sealer.sealAll();
        for (var number : List.of(1, 4999, 5000, 5001, 10_000, 10_001, 10_007)) {
            owner.execute("update audit.entry set actor_name = '张三' where id = (select entry_id from seals.seal"
                    + " where number = %d)".formatted(number));
        }
        owner.execute(
                "delete from audit.entry where id in (select entry_id from seals.seal where number between 7000 and 7999)");
        var verified = verified();
        assertThat(verified.found()).isEqualTo(1007);
        assertThat(verified.findings()).hasSize(Findings.MOST);
        assertThat(verified.findings().subList(0, 5))
                .extracting(Finding::number)
                .containsExactly(1L, 4999L, 5000L, 5001L, 7000L);
    }

    /** A log of some runs of entries, the same for the same seed. */
    final class RandomLog {
        final Random random;
        final List<Head> heads = new ArrayList<>();
        boolean compare;

        RandomLog(long seed) throws SQLException {
            random = new Random(seed);
            owner.clear();
            int runs = 3 + random.nextInt(3);
            for (int run = 0; run < runs; run++) {
                grow(1 + random.nextInt(9));
                heads.add(head());
            }
        }

        long length() {
            return heads.getLast().number();
        }

        long some() {
            return 1 + random.nextLong(length());
        }

        /** Of some run but the last. */
        int earlier() {
            return random.nextInt(heads.size() - 1);
        }

        long first(int run) {
            return run == 0 ? 1 : heads.get(run - 1).number() + 1;
        }

        long last(int run) {
            return heads.get(run).number();
        }

        void forge(String sql, Object... arguments) throws SQLException {
            assertThat(owner.update(sql.formatted(arguments))).as(sql).isPositive();
        }

        String entry(long number) throws SQLException {
            return owner.list("select entry_id from seals.seal where number = " + number)
                    .getFirst();
        }

        /** Writes and seals more. */
        void grow(int entries) {
            for (int i = 0; i < entries; i++) write("e" + i);
            sealer.sealAll();
        }

        /** Takes away every trace of what came after a run. */
        void cutAfter(int run) throws SQLException {
            compare = true;
            forge("delete from audit.entry where id in (select entry_id from seals.seal where number > %d)", last(run));
            forge("delete from seals.seal where number > %d", last(run));
            forge("delete from seals.sealing where number > %d", last(run));
        }

        List<String> found() {
            var known = compare ? heads.toArray(Head[]::new) : new Head[0];
            return verified(known).findings().stream()
                    .map(f -> f.kind()
                            + (f.number() == null ? "" : " " + f.number())
                            + (f.until() == null ? "" : " " + f.until()))
                    .toList();
        }
    }
}

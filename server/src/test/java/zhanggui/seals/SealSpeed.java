package zhanggui.seals;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Says how fast entries are sealed and verified here, and what the seal costs their writers. Not among the tests; by hand,
 * in {@code server/}: {@code mvn test -Dtest=SealSpeed -Dentries=1000000}.
 */
class SealSpeed extends SealedLog {
    private static final int ENTRIES = Integer.getInteger("entries", 1_000_000);
    private static final int ONE_BY_ONE = 30_000;
    private static final int TURNS = 5;
    private static final String WRITE = """
            insert into audit.entry (actor_id, actor_name, way, address, action, subject_type, subject_id, subject_name, changes)
            select uuidv7(), '李雷', 'SESSION', '192.0.2.17', 'changed', 'opportunities', uuidv7(), '衡川科技有限公司 ' || n,
              jsonb_build_array(
                jsonb_build_object('field', 'amount', 'before', n, 'after', n + 0.5),
                jsonb_build_object('field', 'stage', 'before', '需求确认', 'after', '方案报价'),
                jsonb_build_object('field', 'expectedOn', 'before', null, 'after', '2026-12-31'))
            from generate_series(1, ?) n""";

    private interface Work {
        void run() throws SQLException;
    }

    @Test
    void measured() throws SQLException {
        owner.clear();
        transaction.executeWithoutResult(status -> {
            db.execute("set local statement_timeout = 0");
            say("writing", ENTRIES, () -> db.execute(WRITE, ENTRIES));
        });
        owner.execute("analyze audit.entry");
        say("sealing", ENTRIES, sealer::sealAll);
        owner.execute("vacuum analyze audit.entry, seals.seal, seals.sealing");
        say("verifying", ENTRIES, this::assertNothingFound);
        // In turns: what the machine does beside it must not count for one of them only.
        for (int turn = 0; turn < TURNS; turn++) {
            say("writing one by one", ONE_BY_ONE, this::writeOneByOne);
            owner.execute(
                    "drop index audit.entry_of_transaction; alter table audit.entry alter written_in set default 0");
            say("writing one by one without what the seal needs", ONE_BY_ONE, this::writeOneByOne);
            owner.execute("alter table audit.entry alter written_in set default pg_current_xact_id()::text::bigint;"
                    + " create index entry_of_transaction on audit.entry (written_in, id)");
        }
    }

    /** In one go within the database, so that the way there and back does not count. */
    private void writeOneByOne() {
        db.execute("do $$ begin for i in 1 .. %d loop %s; end loop; end $$"
                .formatted(ONE_BY_ONE, WRITE.replace("?", "1")));
    }

    private void assertNothingFound() {
        var verified = verified();
        if (verified.found() > 0) throw new AssertionError(verified.findings());
    }

    private static void say(String what, int entries, Work work) {
        try {
            long begun = System.nanoTime();
            work.run();
            var took = Duration.ofNanos(System.nanoTime() - begun);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d entries in %.1f s, %,.0f/s%n",
                    what,
                    entries,
                    took.toMillis() / 1e3,
                    entries * 1e9 / took.toNanos());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

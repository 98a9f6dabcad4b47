package zhanggui.seals;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;

/** A log that is sealed when a test says so: nothing runs by itself here. */
@TestPropertySource(properties = {"test.database=seals", "db-scheduler.enabled=false"})
abstract class SealedLog extends TestApplication {
    @Autowired
    World world;

    @Autowired
    DSLContext db;

    @Autowired
    Audit audit;

    @Autowired
    Sealer sealer;

    @Autowired
    SealStore store;

    @Autowired
    LogVerification verification;

    @Autowired
    PlatformTransactionManager transactions;

    TransactionTemplate transaction;
    ForgedLog owner;
    Viewer viewer;

    @BeforeAll
    void aCompany() throws SQLException {
        viewer = world.viewer("li");
        transaction = new TransactionTemplate(transactions);
        owner = new ForgedLog(db.connectionResult(c -> c.getMetaData().getURL()));
    }

    @AfterAll
    void closed() throws SQLException {
        owner.close();
    }

    void write(String name) {
        audit.did(
                viewer,
                "changed",
                new Subject("customers", UUID.randomUUID(), name),
                Map.of("level", "A", "amount", 12.50, "tags", List.of("\"引号\"", "换\n行")));
    }

    /** Many entries of one transaction, as an import writes them. */
    void writeMany(int number) {
        db.execute(
                "insert into audit.entry (actor_name, way, action, subject_type, subject_name)"
                        + " select '李雷', 'JOB', 'created', 'customers', 'c' || n from generate_series(1, ?) n",
                number);
    }

    LogVerification.Verified verified(Head... known) {
        return verification.verify(List.of(known), (done, total) -> {});
    }

    Head head() {
        var head = verification.head();
        assertThat(head).isNotNull();
        return head;
    }

    /** Every entry has one seal, numbers have no gaps, and all fits. */
    void assertWhole() {
        assertThat(verified().findings()).isEmpty();
        var counts = db.fetchSingle("""
                select (select count(*) from audit.entry), count(*), count(distinct entry_id), coalesce(max(number), 0)
                from seals.seal""");
        assertThat(counts.into(Long[].class)).containsOnly(counts.get(0, Long.class));
    }
}

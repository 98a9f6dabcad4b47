package zhanggui.jobs;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Work that leaves one row in a table of the test each time it is kept. */
@Component
class CountedWork implements JobKind {
    static final String NAME = "counted";
    /** What happens after the work and before its end, and after its end and before the commit. */
    static final AtomicReference<Consumer<UUID>> BEFORE_END = new AtomicReference<>(id -> {});

    static final AtomicReference<Consumer<UUID>> BEFORE_COMMIT = new AtomicReference<>(id -> {});
    private final DSLContext db;
    private final TransactionTemplate transaction;

    CountedWork(DSLContext db, PlatformTransactionManager transactions) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JsonNode input, JobRun run) {
        transaction.executeWithoutResult(status -> {
            run.progress(0, 1);
            db.execute("insert into counted.work (job) values (?)", run.id());
            BEFORE_END.get().accept(run.id());
            run.done(Map.of("created", 1));
            BEFORE_COMMIT.get().accept(run.id());
        });
    }
}

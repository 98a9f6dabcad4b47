package zhanggui.backups;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.company.CompanySettings;
import zhanggui.jobs.Job;
import zhanggui.jobs.Jobs;

/** How the system is, for administrators: this server, the database, what is being worked on. */
@RestController
@RequestMapping("/api/installation")
@PreAuthorize("hasAuthority('backups:manage')")
class InstallationController {
    private static final int LARGEST = 10;
    private final DSLContext db;
    private final ScheduleStore store;
    private final CompanySettings company;
    private final Jobs jobs;

    InstallationController(DSLContext db, ScheduleStore store, CompanySettings company, Jobs jobs) {
        this.db = db;
        this.store = store;
        this.company = company;
        this.jobs = jobs;
    }

    /**
     * @param startedAt when this server was
     * @param memoryUsed of its Java heap, in bytes
     * @param databaseBytes with everything in it
     * @param tables the largest, with their indexes
     * @param restoredAt when this system was made of a backup, where it was
     */
    @Schema(name = "Installation")
    record Installation(
            String version,
            String java,
            String postgres,
            Instant startedAt,
            long memoryUsed,
            long memoryMost,
            long databaseBytes,
            List<LargeTable> tables,
            List<Job> jobs,
            boolean trialCopy,
            @Nullable Instant restoredAt,
            @Nullable Instant backupAt) {}

    /** @param rows as the planner estimates them */
    @Schema(name = "LargeTable")
    record LargeTable(String name, long bytes, long rows) {}

    @GetMapping
    Installation get(Viewer viewer) {
        var machine = ManagementFactory.getRuntimeMXBean();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        var restored = store.restored().orElse(null);
        var database = db.resultQuery("select current_setting('server_version'), pg_database_size(current_database())")
                .fetchSingle();
        return new Installation(
                Product.version(),
                Runtime.version().toString(),
                database.get(0, String.class),
                Instant.ofEpochMilli(machine.getStartTime()),
                heap.getUsed(),
                heap.getMax(),
                database.get(1, Long.class),
                largest(),
                jobs.unfinished(viewer),
                company.get().trialCopy(),
                restored == null ? null : restored.at(),
                restored == null ? null : restored.backupAt());
    }

    private List<LargeTable> largest() {
        return db.resultQuery("""
                        select n.nspname || '.' || c.relname, pg_total_relation_size(c.oid), greatest(c.reltuples, 0)::bigint
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$)'
                        order by 2 desc, 1 limit {0}""", LARGEST)
                .fetch(r -> new LargeTable(r.get(0, String.class), r.get(1, Long.class), r.get(2, Long.class)));
    }
}

package zhanggui.backups;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import zhanggui.audit.Audit;
import zhanggui.backups.archive.Manifest;
import zhanggui.jobs.JobKind;
import zhanggui.jobs.JobRun;
import zhanggui.jobs.Jobs;
import zhanggui.problems.Refused;

/** A backup for whoever asks for one. */
@Component
class BackupJob implements JobKind {
    static final String NAME = "backup";
    private final Backups backups;
    private final ScheduleStore store;
    private final Jobs jobs;
    private final Audit audit;
    private final TransactionTemplate transaction;

    BackupJob(Backups backups, ScheduleStore store, Jobs jobs, Audit audit, PlatformTransactionManager transactions) {
        this.backups = backups;
        this.store = store;
        this.jobs = jobs;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JsonNode input, JobRun run) {
        var viewer = run.viewer();
        viewer.require(BackupController.PERMISSION);
        // The job that made a backup is in it, unfinished: it does not go on where that is restored.
        if (store.restoredSince(jobs.find(run.id(), viewer).createdAt())) {
            throw Refused.because(BackupReasons.RESTORED_SINCE);
        }
        var made = backups.make(Manifest.Reason.ASKED, run::progress);
        transaction.executeWithoutResult(status -> {
            audit.did(viewer, "created", BackupController.subject(made.name()), Map.of());
            run.done(Map.of("file", made.name(), "rows", made.manifest().rows()));
        });
    }
}

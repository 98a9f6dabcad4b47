package zhanggui.backups;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.audit.Audit;
import zhanggui.backups.archive.Manifest;
import zhanggui.backups.copying.Progress;
import zhanggui.company.CompanySettings;
import zhanggui.notices.News;
import zhanggui.notices.NoticeKind;
import zhanggui.notices.Notices;
import zhanggui.problems.Problems;
import zhanggui.problems.Refused;

/**
 * The backup of each day, made by one of the servers when it is due; those of long ago are deleted after it. What people
 * asked for themselves stays until somebody deletes it.
 */
@Component
class ScheduledBackup {
    private static final Logger log = LoggerFactory.getLogger(ScheduledBackup.class);
    private static final String FAILED = "backup-failed";
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private final Backups backups;
    private final BackupFolder folder;
    private final ScheduleStore store;
    private final CompanySettings companies;
    private final Audit audit;
    private final Notices notices;
    private final Problems problems;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ScheduledBackup(
            Backups backups,
            BackupFolder folder,
            ScheduleStore store,
            CompanySettings companies,
            Audit audit,
            Notices notices,
            Problems problems,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.backups = backups;
        this.folder = folder;
        this.store = store;
        this.companies = companies;
        this.audit = audit;
        this.notices = notices;
        this.problems = problems;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Bean
    static NoticeKind backupFailed() {
        return new NoticeKind(FAILED, true);
    }

    @Bean
    static RecurringTask<Void> scheduledBackupTask(ObjectProvider<ScheduledBackup> backup) {
        return Tasks.recurring("scheduled-backup", Schedules.fixedDelay(PAUSE))
                .execute((instance, context) -> backup.getObject().look());
    }

    /** Makes the backup of today if it is due. */
    void look() {
        var company = companies.find().orElse(null);
        if (company == null || company.trialCopy()) return;
        var schedule = store.get();
        var now = clock.instant().atZone(company.timeZone());
        if (!schedule.isDue(now)) return;
        try {
            var made = backups.make(Manifest.Reason.SCHEDULED, Progress.NONE);
            transaction.executeWithoutResult(status -> {
                store.done(now.toLocalDate(), clock.instant());
                log(made.name(), "created");
            });
            tidy(new Retention(schedule.daily(), schedule.weekly()));
        } catch (Refused e) {
            failed(problems.describe(e, company.language()).detail(), schedule);
        } catch (RuntimeException e) {
            log.error("the backup of {} failed", now.toLocalDate(), e);
            failed(Objects.requireNonNullElse(e.getMessage(), e.toString()), schedule);
        }
    }

    /** Administrators are told the first time, not again at each attempt. */
    private void failed(String why, Schedule before) {
        log.error("there is no backup of today: {}", why);
        transaction.executeWithoutResult(status -> {
            store.failed(why, clock.instant());
            if (before.failed() == null) notices.tellHolders(News.plain(FAILED, why), "backups:manage");
        });
    }

    private void tidy(Retention retention) {
        var scheduled = folder.scheduled();
        var kept = retention.kept(scheduled.keySet());
        scheduled.forEach((at, name) -> {
            if (kept.contains(at) || !folder.delete(name)) return;
            transaction.executeWithoutResult(status -> log(name, "deleted"));
        });
    }

    private void log(String name, String action) {
        audit.attempted(null, "zhanggui", null, action, BackupController.subject(name));
    }
}

package zhanggui.files;

import static zhanggui.files.db.Tables.ATTACHMENT;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.audit.Records;
import zhanggui.bin.Hanging;
import zhanggui.company.Company;
import zhanggui.company.CompanySettings;

/**
 * Once a day takes out of the store what no record names: left by a server that died between storing and committing, or
 * of files that were removed. What came within the last day is left alone, and all of it while a backup is made.
 */
@Component
class OrphanJob {
    private static final Logger log = LoggerFactory.getLogger(OrphanJob.class);
    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration GRACE = Duration.ofDays(1);
    private static final int AT_ONCE = 500;
    private final AttachmentStore store;
    private final FileStore contents;
    private final Records records;
    private final CompanySettings companies;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OrphanJob(
            AttachmentStore store,
            FileStore contents,
            Records records,
            CompanySettings companies,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.contents = contents;
        this.records = records;
        this.companies = companies;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Bean
    static Hanging filesHang() {
        return new Hanging(ATTACHMENT.LIST, ATTACHMENT.RECORD_ID);
    }

    @Bean
    static RecurringTask<Void> removeOrphanedFilesTask(ObjectProvider<OrphanJob> job) {
        return Tasks.recurring("remove-orphaned-files", Schedules.fixedDelay(EVERY))
                .execute((instance, context) -> job.getObject().tidy());
    }

    /** Returns how many contents were removed; a copy for trying things may share the store with what it is a copy of. */
    int tidy() {
        if (companies.find().map(Company::trialCopy).orElse(true)) return 0;
        store.records().forEach((list, ids) -> forget(list, ids));
        var before = clock.instant().minus(GRACE);
        var waiting = new ArrayList<String>();
        var removed = new int[1];
        try {
            contents.each(stored -> {
                if (stored.at().isAfter(before)) return;
                waiting.add(stored.hash());
                if (waiting.size() < AT_ONCE) return;
                removed[0] += remove(waiting);
                waiting.clear();
            });
            removed[0] += remove(waiting);
        } catch (IOException e) {
            log.error("files that nobody has any more could not be removed", e);
        }
        return removed[0];
    }

    /** What became of their records was not told, as where the database took them along with others. */
    private void forget(String list, List<UUID> ids) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            var some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            transaction.executeWithoutResult(status -> {
                var gone = records.gone(list, some);
                if (!gone.isEmpty()) store.removeAll(list, gone);
            });
        }
    }

    private int remove(List<String> hashes) throws IOException {
        if (hashes.isEmpty()) return 0;
        var used = store.used(hashes);
        int removed = 0;
        for (var hash : hashes) {
            if (!used.contains(hash) && remove(hash)) removed++;
        }
        return removed;
    }

    /** Asked again when nobody can begin to use it. */
    private boolean remove(String hash) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!store.alone(hash) || !store.used(Set.of(hash)).isEmpty()) return false;
            try {
                contents.remove(hash);
                return true;
            } catch (IOException e) {
                log.error("{} could not be removed", hash, e);
                return false;
            }
        }));
    }
}

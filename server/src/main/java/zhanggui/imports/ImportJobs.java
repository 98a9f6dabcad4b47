package zhanggui.imports;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.imports.Import.State;
import zhanggui.imports.ImportRuns.Asked;
import zhanggui.jobs.Job;
import zhanggui.jobs.JobKind;
import zhanggui.jobs.JobRun;

/** Checks and runs as jobs; files are dropped when nobody needs them any more. */
@Configuration(proxyBeanMethods = false)
class ImportJobs {
    static final String CHECK = "import-check";
    static final String RUN = "import";
    static final int DAYS_FILES_ARE_KEPT = 30;

    @Bean
    JobKind importCheckJob(ObjectProvider<ImportRuns> runs, ImportStore store, JsonMapper mapper) {
        return new Work(CHECK, runs, store, mapper);
    }

    @Bean
    JobKind importJob(ObjectProvider<ImportRuns> runs, ImportStore store, JsonMapper mapper) {
        return new Work(RUN, runs, store, mapper);
    }

    @Bean
    RecurringTask<Void> dropImportFilesTask(ImportStore store, PlatformTransactionManager transactions) {
        return Tasks.recurring("drop-import-files", Schedules.fixedDelay(Duration.ofHours(6)))
                .execute((instance, context) -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> store.dropFiles(DAYS_FILES_ARE_KEPT)));
    }

    /** Finds the runs late: the list of jobs knows the kinds of jobs, and the runs know lists. */
    private record Work(String name, ObjectProvider<ImportRuns> runs, ImportStore store, JsonMapper mapper)
            implements JobKind {
        @Override
        public void run(JsonNode input, JobRun run) {
            runs.getObject().work(mapper.treeToValue(input, Asked.class), run);
        }

        @Override
        public boolean isAwaited() {
            return name.equals(RUN);
        }

        @Override
        public void ended(UUID job, JsonNode input, Job.State state, @Nullable String message) {
            var asked = mapper.treeToValue(input, Asked.class);
            store.ended(asked.id(), job, state == Job.State.CANCELLED ? State.CANCELLED : State.FAILED, message);
        }
    }
}

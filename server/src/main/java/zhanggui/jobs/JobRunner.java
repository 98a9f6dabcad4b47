package zhanggui.jobs;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import zhanggui.access.Viewer;
import zhanggui.access.Viewers;
import zhanggui.problems.General;
import zhanggui.problems.Problems;
import zhanggui.problems.Refused;

/** Runs jobs, on whichever server claims them first. */
@Configuration(proxyBeanMethods = false)
class JobRunner {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("job");
    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final double RETRY_FACTOR = 1.5;
    private static final int MOST_RETRIES = 10;
    private static final long PROGRESS_EVERY_NANOS = 300_000_000;

    @Bean
    OneTimeTask<Void> jobTask(JobStore store, List<JobKind> kinds, Viewers viewers, Problems problems) {
        Map<String, JobKind> byName = kinds.stream().collect(Collectors.toMap(JobKind::name, Function.identity()));
        return Tasks.oneTime(TASK).onFailure(again(store)).execute((instance, context) -> {
            var asked = store.asked(UUID.fromString(instance.getId())).orElse(null);
            if (asked != null && !asked.job().state().isOver()) run(asked, byName, store, viewers, problems);
        });
    }

    /** Only a database that is away or a dying server gets here: the job begins again, for about ten minutes. */
    private static FailureHandler<Void> again(JobStore store) {
        return new FailureHandler.MaxRetriesFailureHandler<>(
                MOST_RETRIES,
                new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, RETRY_FACTOR),
                (complete, operations) -> store.end(
                        UUID.fromString(complete.getExecution().taskInstance.getId()), Job.State.FAILED, null, null));
    }

    private static void run(
            JobStore.Asked asked, Map<String, JobKind> kinds, JobStore store, Viewers viewers, Problems problems) {
        var job = asked.job();
        var kind = kinds.get(job.kind());
        if (job.cancelRequested()) {
            end(Job.State.CANCELLED, null, asked, kind, store);
            return;
        }
        store.begin(job.id());
        try {
            var viewer = viewers.of(job.owner(), new Viewer.Origin(Viewer.Way.JOB, null))
                    .orElseThrow(() -> Refused.because(General.NOT_ALLOWED));
            if (kind == null) throw Refused.notFound();
            store.end(job.id(), Job.State.DONE, null, kind.run(asked.input(), new Run(job.id(), viewer, store)));
        } catch (JobCancelled e) {
            end(Job.State.CANCELLED, null, asked, kind, store);
        } catch (Refused e) {
            var why = problems.describe(e, asked.language()).detail();
            end(Job.State.FAILED, why, asked, kind, store);
        } catch (DataAccessResourceFailureException
                | RecoverableDataAccessException
                | CannotCreateTransactionException e) {
            log.warn("job {} {} begins again: {}", job.kind(), job.id(), e.getMessage());
            throw e;
        } catch (Exception e) {
            log.error("job {} {} failed", job.kind(), job.id(), e);
            var why = problems.describe(General.INTERNAL, asked.language()).detail();
            end(Job.State.FAILED, why, asked, kind, store);
        }
    }

    private static void end(
            Job.State state, @Nullable String message, JobStore.Asked asked, @Nullable JobKind kind, JobStore store) {
        if (kind != null) kind.ended(asked.job().id(), asked.input(), state, message);
        store.end(asked.job().id(), state, message, null);
    }

    private static final class Run implements JobRun {
        private final UUID id;
        private final Viewer viewer;
        private final JobStore store;
        private long lastTold;

        Run(UUID id, Viewer viewer, JobStore store) {
            this.id = id;
            this.viewer = viewer;
            this.store = store;
        }

        @Override
        public UUID id() {
            return id;
        }

        @Override
        public Viewer viewer() {
            return viewer;
        }

        @Override
        public void progress(long done, long total) {
            var now = System.nanoTime();
            if (done < total && lastTold != 0 && now - lastTold < PROGRESS_EVERY_NANOS) return;
            lastTold = now;
            if (store.progress(id, done, total)) throw new JobCancelled();
        }
    }
}

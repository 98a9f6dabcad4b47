package zhanggui.jobs;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.access.Viewer;
import zhanggui.access.Viewers;
import zhanggui.database.Statistics;
import zhanggui.problems.General;
import zhanggui.problems.Problems;
import zhanggui.problems.Refused;

/**
 * Runs a job from beginning to end. A job may be begun by two servers, when one is thought dead and is not; it ends once,
 * and what the other did is undone with its transaction.
 */
@Component
class JobRunner {
    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
    private final JobStore store;
    private final Map<String, JobKind> kinds;
    private final Viewers viewers;
    private final Problems problems;
    private final Statistics statistics;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    JobRunner(
            JobStore store,
            List<JobKind> kinds,
            Viewers viewers,
            Problems problems,
            Statistics statistics,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.kinds = kinds.stream().collect(Collectors.toMap(JobKind::name, Function.identity()));
        this.viewers = viewers;
        this.problems = problems;
        this.statistics = statistics;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Only a database that is away or a dying server makes it throw: the job is to begin again. */
    void run(UUID id) {
        var asked = store.asked(id).orElse(null);
        if (asked == null || asked.job().state().isOver()) return;
        if (asked.job().cancelRequested()) {
            end(asked, Job.State.CANCELLED, null);
        } else if (store.begin(id)) {
            work(asked);
        }
    }

    /** Ends a job that was begun too often. */
    void giveUp(UUID id) {
        store.asked(id)
                .ifPresent(asked -> end(
                        asked,
                        Job.State.FAILED,
                        problems.describe(General.INTERNAL, asked.language()).detail()));
    }

    private void work(JobStore.Asked asked) {
        var job = asked.job();
        try {
            var viewer = viewers.of(job.owner(), new Viewer.Origin(Viewer.Way.JOB, null))
                    .orElseThrow(() -> Refused.because(General.NOT_ALLOWED));
            var kind = kinds.get(job.kind());
            if (kind == null) throw Refused.notFound();
            var run = new StoredRun(job.id(), viewer, store, statistics, () -> {
                events.publishEvent(ended(job, Job.State.DONE, null));
            });
            kind.run(asked.input(), run);
            if (!run.isDone()) throw new IllegalStateException("a job of kind " + kind.name() + " never said done");
        } catch (JobCancelled e) {
            end(asked, Job.State.CANCELLED, null);
        } catch (Refused e) {
            end(asked, Job.State.FAILED, problems.describe(e, asked.language()).detail());
        } catch (DataAccessResourceFailureException
                | RecoverableDataAccessException
                | CannotCreateTransactionException
                | TransactionSystemException e) {
            log.warn("job {} {} begins again: {}", job.kind(), job.id(), e.getMessage());
            throw e;
        } catch (Exception e) {
            log.error("job {} {} failed", job.kind(), job.id(), e);
            end(
                    asked,
                    Job.State.FAILED,
                    problems.describe(General.INTERNAL, asked.language()).detail());
        }
    }

    private JobEnded ended(Job job, Job.State state, @Nullable String message) {
        var kind = kinds.get(job.kind());
        var awaited = kind != null && kind.isAwaited();
        return new JobEnded(job.id(), job.kind(), job.title(), job.owner(), state, awaited, message);
    }

    private void end(JobStore.Asked asked, Job.State state, @Nullable String message) {
        var kind = kinds.get(asked.job().kind());
        transaction.executeWithoutResult(status -> {
            if (!store.end(asked.job().id(), state, message, null)) return;
            if (kind != null) kind.ended(asked.job().id(), asked.input(), state, message);
            events.publishEvent(ended(asked.job(), state, message));
        });
    }
}

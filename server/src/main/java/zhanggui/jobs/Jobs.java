package zhanggui.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.problems.Refused;

/** Starting, watching and stopping jobs. A job is visible to its owner and to those who may read jobs of others. */
@Service
@Transactional
public class Jobs {
    private final JobStore store;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Audit audit;
    private final Clock clock;

    Jobs(JobStore store, ObjectProvider<SchedulerClient> scheduler, Audit audit, Clock clock) {
        this.store = store;
        this.scheduler = scheduler;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks for work, to begin when this transaction is committed.
     *
     * @param title what people recognise it by, such as a file's name
     */
    public UUID start(String kind, String title, Object input, Viewer owner) {
        var id = store.add(kind, title, input, owner);
        scheduler
                .getObject()
                .scheduleIfNotExists(JobConfig.TASK.instance(id.toString()).scheduledTo(longDue()));
        audit.did(owner, "started", new Subject("jobs", id, title), Map.of("kind", kind));
        return id;
    }

    /**
     * Long past, and later for what is asked for later: in turn, and whatever a clock that was set back, or another
     * server's, says, a job does not wait for it.
     */
    private Instant longDue() {
        return Instant.EPOCH.plus(clock.millis(), ChronoUnit.MICROS);
    }

    /** One's own, or one the permission to read jobs reaches. */
    public Job find(UUID id, Viewer viewer) {
        return store.find(id, JobRights.SCOPE.of(viewer, JobRights.READ))
                .map(job -> job.seenBy(viewer))
                .orElseThrow(Refused::notFound);
    }

    /** What is waiting or worked on, of the jobs this person may see, the oldest first. */
    @Transactional(readOnly = true)
    public List<Job> unfinished(Viewer viewer) {
        return store.unfinished(JobRights.SCOPE.of(viewer, JobRights.READ)).stream()
                .map(job -> job.seenBy(viewer))
                .toList();
    }

    /** Asks a job to stop; it stops at its next step and undoes what it did not finish. */
    public void cancel(UUID id, Viewer viewer) {
        var job = find(id, viewer);
        if (!JobRights.mayCancel(job, viewer)) throw Refused.notAllowed();
        if (job.state().isOver() || !store.requestCancel(id)) return;
        audit.did(viewer, "cancelled", new Subject("jobs", id, job.title()), Map.of());
    }
}

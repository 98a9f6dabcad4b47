package zhanggui.jobs;

import static zhanggui.jobs.db.Tables.JOB;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Scope;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.problems.Refused;

/** Starting, watching and stopping jobs. A job is visible to its owner and to those who may read all jobs. */
@Service
@Transactional
public class Jobs {
    static final Scope SCOPE = Scope.ownedBy(JOB.OWNER_ID);
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
                .scheduleIfNotExists(JobRunner.TASK.instance(id.toString()).scheduledTo(clock.instant()));
        audit.did(owner, "started", new Subject("jobs", id, title), Map.of("kind", kind));
        return id;
    }

    /** Visible without the permission to read jobs when it is one's own. */
    public Job find(UUID id, Viewer viewer) {
        Scope own = (person, permission) -> JOB.OWNER_ID.eq(person.id());
        return store.find(id, own.or(SCOPE).of(viewer, "jobs:read")).orElseThrow(Refused::notFound);
    }

    /** Asks a job to stop; it stops at its next step and undoes what it did not finish. */
    public void cancel(UUID id, Viewer viewer) {
        var job = find(id, viewer);
        if (job.state().isOver()) return;
        store.requestCancel(id);
        audit.did(viewer, "cancelled", new Subject("jobs", id, job.title()), Map.of());
    }
}

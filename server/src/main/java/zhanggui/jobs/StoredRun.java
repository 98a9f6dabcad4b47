package zhanggui.jobs;

import java.util.UUID;
import zhanggui.access.Viewer;
import zhanggui.database.Statistics;

/** A run that tells the database how far it is, some times a second at most. */
final class StoredRun implements JobRun {
    private static final long PROGRESS_EVERY_NANOS = 300_000_000;
    private final UUID id;
    private final Viewer viewer;
    private final JobStore store;
    private final Statistics statistics;
    private final Runnable atEnd;
    private long lastTold;
    private boolean done;

    StoredRun(UUID id, Viewer viewer, JobStore store, Statistics statistics, Runnable atEnd) {
        this.id = id;
        this.viewer = viewer;
        this.store = store;
        this.statistics = statistics;
        this.atEnd = atEnd;
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

    @Override
    public void done(Object result) {
        statistics.renew();
        if (!store.end(id, Job.State.DONE, null, result)) throw new JobCancelled();
        atEnd.run();
        done = true;
    }

    boolean isDone() {
        return done;
    }
}

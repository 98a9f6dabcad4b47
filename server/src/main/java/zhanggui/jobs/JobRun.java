package zhanggui.jobs;

import java.util.UUID;
import zhanggui.access.Viewer;

/** A job's view of itself while it runs. */
public interface JobRun {
    UUID id();

    /** Whoever started it, with the rights they have now. */
    Viewer viewer();

    /**
     * Tells how far the work is, visible at once to others whatever transaction the work is in.
     *
     * @throws JobCancelled when its owner has asked it to stop
     */
    void progress(long done, long total);

    /**
     * Ends the job as done, in the transaction of the work's last step and as the last thing in it: work and ending are
     * kept together or not at all.
     *
     * @param result its report, kept as JSON
     * @throws JobCancelled when the job is over already, ended by another server that took it over; the work is undone
     */
    void done(Object result);
}

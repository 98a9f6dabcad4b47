package zhanggui.jobs;

/** Unwinds a job that was asked to stop, or ended elsewhere; its transaction is undone. */
public class JobCancelled extends RuntimeException {
    JobCancelled() {
        super("cancelled");
    }
}

package zhanggui.jobs;

/** Unwinds a job that was asked to stop; its transaction is undone. */
public class JobCancelled extends RuntimeException {
    JobCancelled() {
        super("cancelled");
    }
}

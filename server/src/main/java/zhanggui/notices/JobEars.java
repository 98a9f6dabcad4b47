package zhanggui.notices;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import zhanggui.jobs.Job;
import zhanggui.jobs.JobEnded;

/** Tells whoever asked for long work that it is done, where they wait for it, or that it failed. */
@Component
class JobEars {
    private final Notices notices;

    JobEars(Notices notices) {
        this.notices = notices;
    }

    @EventListener
    void on(JobEnded job) {
        if (job.state() == Job.State.FAILED) {
            tell(job, NoticeKinds.JOB_FAILED);
        } else if (job.state() == Job.State.DONE && job.awaited()) {
            tell(job, NoticeKinds.JOB_DONE);
        }
    }

    private void tell(JobEnded job, String kind) {
        var message = job.message() == null ? "" : job.message();
        notices.tell(News.plain(kind, job.title(), message), List.of(job.owner()), null);
    }
}

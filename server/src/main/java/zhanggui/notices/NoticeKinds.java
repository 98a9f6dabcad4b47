package zhanggui.notices;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of notices that this module gives itself, or keeps a door for. */
@Configuration(proxyBeanMethods = false)
class NoticeKinds {
    static final String ASSIGNED = "assigned";
    static final String MOVED = "moved";
    static final String JOB_DONE = "job-done";
    static final String JOB_FAILED = "job-failed";

    /** Of several records, these are the reader's own. */
    static final Set<String> OF_OWN = Set.of(ASSIGNED, "task-due", "handed-over");

    /** In the order of the page of preferences. */
    static final List<String> ORDER = List.of(
            ASSIGNED,
            "handed-over",
            "mentioned",
            "commented",
            MOVED,
            "task-due",
            "approval-waiting",
            JOB_DONE,
            JOB_FAILED);

    @Bean
    NoticeKind assigned() {
        return new NoticeKind(ASSIGNED, true);
    }

    @Bean
    NoticeKind moved() {
        return new NoticeKind(MOVED, false);
    }

    /** Somebody was named in a comment; its words are the beginning of it. */
    @Bean
    NoticeKind mentioned() {
        return new NoticeKind("mentioned", true);
    }

    /** Somebody commented on what one follows; its words are the beginning of it. */
    @Bean
    NoticeKind commented() {
        return new NoticeKind("commented", false);
    }

    /** Something waits for one's approval. */
    @Bean
    NoticeKind approvalWaiting() {
        return new NoticeKind("approval-waiting", true);
    }

    @Bean
    NoticeKind jobDone() {
        return new NoticeKind(JOB_DONE, false);
    }

    @Bean
    NoticeKind jobFailed() {
        return new NoticeKind(JOB_FAILED, true);
    }
}

package zhanggui.activities;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.audit.SubjectType;

/** The histories of follow-ups and tasks: whoever sees the record they are about sees them, beyond their lists. */
@Configuration(proxyBeanMethods = false)
class ActivityHistory {
    @Bean
    SubjectType activityHistoryType(ActivityStore store, Subjects subjects) {
        return SubjectType.of("activities", id -> store.find(id).isPresent(), (id, viewer) -> store.find(id)
                .filter(a -> subjects.visible(a.owner().id(), a.about(), viewer))
                .isPresent());
    }

    @Bean
    SubjectType taskHistoryType(TaskStore store, Subjects subjects) {
        return SubjectType.of("tasks", id -> store.find(id).isPresent(), (id, viewer) -> store.find(id)
                .filter(t -> subjects.visible(t.owner().id(), t.about(), viewer))
                .isPresent());
    }
}

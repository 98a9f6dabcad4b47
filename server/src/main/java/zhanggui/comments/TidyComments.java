package zhanggui.comments;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once a day looks for records the database took along with others, as contacts with their customer. */
@Configuration(proxyBeanMethods = false)
class TidyComments {
    @Bean
    RecurringTask<Void> tidyCommentsTask(ObjectProvider<Comments> comments) {
        return Tasks.recurring("tidy-comments", Schedules.fixedDelay(Duration.ofDays(1)))
                .execute((instance, context) -> comments.getObject().tidy());
    }
}

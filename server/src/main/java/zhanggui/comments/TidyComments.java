package zhanggui.comments;

import static zhanggui.comments.db.Tables.COMMENT;
import static zhanggui.comments.db.Tables.FOLLOWER;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.bin.Hanging;

/** Once a day looks for records the database took along with others, as contacts with their customer. */
@Configuration(proxyBeanMethods = false)
class TidyComments {
    @Bean
    Hanging commentsHang() {
        return new Hanging(COMMENT.LIST, COMMENT.RECORD_ID);
    }

    @Bean
    Hanging followersHang() {
        return new Hanging(FOLLOWER.LIST, FOLLOWER.RECORD_ID);
    }

    @Bean
    RecurringTask<Void> tidyCommentsTask(ObjectProvider<Comments> comments) {
        return Tasks.recurring("tidy-comments", Schedules.fixedDelay(Duration.ofDays(1)))
                .execute((instance, context) -> comments.getObject().tidy());
    }
}

package zhanggui.presence;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rows of those who left without saying so are no longer answered; from time to time they are removed. */
@Configuration(proxyBeanMethods = false)
class ForgetAbsent {
    @Bean
    RecurringTask<Void> forgetAbsentTask(PresenceStore store) {
        return Tasks.recurring("forget-absent", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) -> store.forgetAbsent());
    }
}

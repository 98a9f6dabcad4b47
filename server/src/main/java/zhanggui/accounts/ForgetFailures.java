package zhanggui.accounts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names that were tried and given up, and browsers nobody uses any more, do not pile up. */
@Configuration(proxyBeanMethods = false)
class ForgetFailures {
    @Bean
    RecurringTask<Void> forgetFailuresTask(AttemptStore attempts, Devices devices) {
        return Tasks.recurring("forget-failures", Schedules.fixedDelay(Duration.ofHours(6)))
                .execute((instance, context) -> {
                    attempts.forgetOld();
                    devices.forgetOld();
                });
    }
}

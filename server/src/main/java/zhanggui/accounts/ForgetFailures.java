package zhanggui.accounts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names that were tried and given up, browsers nobody uses any more and changes long past do not pile up. */
@Configuration(proxyBeanMethods = false)
class ForgetFailures {
    @Bean
    RecurringTask<Void> forgetFailuresTask(AttemptStore attempts, Devices devices, Changes changes) {
        return Tasks.recurring("forget-failures", Schedules.fixedDelay(Duration.ofHours(6)))
                .execute((instance, context) -> {
                    attempts.forgetOld();
                    devices.forgetOld();
                    changes.fold();
                });
    }
}

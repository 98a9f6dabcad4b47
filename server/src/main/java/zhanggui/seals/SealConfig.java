package zhanggui.seals;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One of the servers seals, every few seconds. */
@Configuration(proxyBeanMethods = false)
class SealConfig {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Bean
    RecurringTask<Void> sealAuditLogTask(Sealer sealer) {
        return Tasks.recurring("seal-audit-log", Schedules.fixedDelay(PAUSE))
                .execute((instance, context) -> sealer.sealAll());
    }
}

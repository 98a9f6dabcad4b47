package zhanggui.notices;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one of the servers does about notices again and again. */
@Configuration(proxyBeanMethods = false)
class NoticeTasks {
    private static final Duration KEPT = Duration.ofDays(180);
    private static final Duration DELIVERIES_KEPT = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> sendNoticesTask(ObjectProvider<Deliveries> deliveries) {
        return Tasks.recurring("send-notices", Schedules.fixedDelay(Duration.ofSeconds(2)))
                .execute((instance, context) -> deliveries.getObject().send());
    }

    @Bean
    RecurringTask<Void> digestsTask(ObjectProvider<Digests> digests) {
        return Tasks.recurring("notice-digests", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((instance, context) -> digests.getObject().look());
    }

    @Bean
    RecurringTask<Void> forgetNoticesTask(NoticeStore notices, DeliveryStore deliveries) {
        return Tasks.recurring("forget-notices", Schedules.fixedDelay(Duration.ofHours(12)))
                .execute((instance, context) -> {
                    notices.forget(KEPT);
                    deliveries.forget(DELIVERIES_KEPT);
                });
    }
}

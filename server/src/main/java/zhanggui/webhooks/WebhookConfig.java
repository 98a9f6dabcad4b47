package zhanggui.webhooks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.access.Permission;
import zhanggui.access.Permissions;
import zhanggui.audit.SubjectType;
import zhanggui.notices.NoticeKind;

/** The right to manage webhooks, what is told of them, and what one of the servers does about them. */
@Configuration(proxyBeanMethods = false)
class WebhookConfig {
    static final String MANAGE = "webhooks:manage";
    static final String DISABLED = "webhook-disabled";
    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    Permissions webhookPermissions() {
        return Permissions.of(Permission.plain("webhooks", "manage"));
    }

    @Bean
    NoticeKind webhookDisabled() {
        return new NoticeKind(DISABLED, true);
    }

    @Bean
    SubjectType webhookHistory(EndpointStore store) {
        return SubjectType.open("webhooks", MANAGE, store::exists);
    }

    @Bean
    RecurringTask<Void> sendWebhooksTask(ObjectProvider<Sending> sending) {
        return Tasks.recurring("send-webhooks", Schedules.fixedDelay(Duration.ofSeconds(1)))
                .execute((instance, context) -> sending.getObject().send());
    }

    @Bean
    RecurringTask<Void> forgetWebhookMessagesTask(MessageStore store) {
        return Tasks.recurring("forget-webhook-messages", Schedules.fixedDelay(Duration.ofHours(12)))
                .execute((instance, context) -> store.forget(KEPT));
    }
}

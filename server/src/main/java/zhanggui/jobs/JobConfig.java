package zhanggui.jobs;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Jobs as db-scheduler's tasks: whichever server claims one first runs it, and again where it could not be ended. */
@Configuration(proxyBeanMethods = false)
class JobConfig {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("job");
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final double RETRY_FACTOR = 1.5;
    private static final int MOST_RETRIES = 10;

    @Bean
    OneTimeTask<Void> jobTask(JobRunner runner) {
        return Tasks.oneTime(TASK)
                .onFailure(again(runner))
                .execute((instance, context) -> runner.run(UUID.fromString(instance.getId())));
    }

    /** A job whose database was away begins again, for about ten minutes. */
    private static FailureHandler<Void> again(JobRunner runner) {
        return new FailureHandler.MaxRetriesFailureHandler<>(
                MOST_RETRIES,
                new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, RETRY_FACTOR),
                (complete, operations) -> runner.giveUp(
                        UUID.fromString(complete.getExecution().taskInstance.getId())));
    }
}

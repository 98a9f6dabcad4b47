package zhanggui.requests;

import static org.jooq.impl.DSL.condition;
import static zhanggui.requests.db.Tables.ANSWER;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Answers are kept for two days; a client that retries later has given up. */
@Configuration(proxyBeanMethods = false)
class ForgetAnswers {
    @Bean
    RecurringTask<Void> forgetAnswersTask(DSLContext db) {
        return Tasks.recurring("forget-answers", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) -> db.deleteFrom(ANSWER)
                        .where(condition("{0} < now() - interval '2 days'", ANSWER.CREATED_AT))
                        .execute());
    }
}

package zhanggui.activities;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static zhanggui.activities.db.Tables.REMINDER;
import static zhanggui.activities.db.Tables.TASK;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.company.CompanySettings;
import zhanggui.notices.News;
import zhanggui.notices.NoticeKind;
import zhanggui.notices.Notices;

/**
 * Tells people on the morning of each working day, once, what is due on it, and what became overdue since the last one.
 */
@Component
class TaskReminders {
    private static final String DUE = "task-due";
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private final DSLContext db;
    private final Notices notices;
    private final CompanySettings companies;
    private final Clock clock;

    TaskReminders(DSLContext db, Notices notices, CompanySettings companies, Clock clock) {
        this.db = db;
        this.notices = notices;
        this.companies = companies;
        this.clock = clock;
    }

    @Bean
    static NoticeKind taskDue() {
        return new NoticeKind(DUE, false);
    }

    @Bean
    static RecurringTask<Void> taskRemindersTask(ObjectProvider<TaskReminders> reminders) {
        return Tasks.recurring("task-reminders", Schedules.fixedDelay(Duration.ofMinutes(5)))
                .execute((instance, context) -> reminders.getObject().look());
    }

    @Transactional
    public void look() {
        var company = companies.find().orElse(null);
        if (company == null) return;
        var now = clock.instant().atZone(company.timeZone());
        if (WEEKEND.contains(now.getDayOfWeek()) || now.toLocalTime().isBefore(MORNING)) return;
        remind(now.toLocalDate());
    }

    /** That a day was reminded of is kept together with what was told. */
    private void remind(LocalDate today) {
        var last = db.fetchValue(select(max(REMINDER.DAY)).from(REMINDER));
        var first = db.insertInto(REMINDER)
                        .set(REMINDER.DAY, today)
                        .onConflictDoNothing()
                        .execute()
                == 1;
        if (!first) return;
        var since = last == null ? today : last;
        var dueToday = count().filterWhere(TASK.DUE_ON.eq(today));
        var overdue = count().filterWhere(TASK.DUE_ON.lt(today));
        db.select(TASK.OWNER_ID, dueToday, overdue, min(TASK.DUE_ON), field("min(id::text)::uuid", UUID.class))
                .from(TASK)
                .where(TASK.DONE_AT.isNull(), TASK.DUE_ON.le(today))
                .groupBy(TASK.OWNER_ID)
                .having(max(TASK.DUE_ON).ge(since))
                .forEach(r -> tell(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }

    private void tell(UUID owner, int today, int overdue, LocalDate due, UUID task) {
        var news = today + overdue == 1
                ? News.of(DUE, "tasks", task, Objects.requireNonNull(due).toString())
                : News.many(DUE, "tasks", today + overdue, String.valueOf(today), String.valueOf(overdue));
        notices.tell(news, List.of(owner), null);
    }
}

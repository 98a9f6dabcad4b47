package zhanggui.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.company.CompanySettings;
import zhanggui.notices.Notices;

/** Who is told of tasks on which morning. */
@TestPropertySource(properties = {"test.database=reminders", "db-scheduler.enabled=false"})
class TaskRemindersTest extends TestApplication {
    private static final LocalDate MONDAY = LocalDate.of(2030, 6, 3);

    @Autowired
    World world;

    @Autowired
    DSLContext db;

    @Autowired
    Notices notices;

    @Autowired
    CompanySettings companies;

    @Autowired
    TransactionTemplate transaction;

    @BeforeAll
    void company() {
        world.exists();
    }

    @BeforeEach
    void nothing() {
        db.execute("delete from activities.task");
        db.execute("delete from activities.reminder");
        db.execute("delete from notices.notice");
    }

    @Test
    void onceOnTheMorningOfAWorkingDay() {
        task("li", MONDAY);
        task("wang", MONDAY.plusDays(1));
        look("2030-06-02T02:00:00Z");
        look("2030-06-02T23:30:00Z");
        assertThat(told("li")).as("on Sunday, and before eight").isZero();
        look("2030-06-03T00:00:00Z");
        look("2030-06-03T05:00:00Z");
        assertThat(told("li")).isEqualTo(1);
        assertThat(told("wang")).as("not yet").isZero();
    }

    @Test
    void whatWasOverdueBeforeIsNotRepeatedButWhatBecameSoOnTheWeekendIs() {
        db.execute("insert into activities.reminder values ('2030-05-31')");
        task("li", MONDAY.minusDays(10));
        task("wang", MONDAY.minusDays(1));
        task("zhou", MONDAY);
        task("zhou", MONDAY.minusDays(20));
        look("2030-06-03T01:00:00Z");
        assertThat(told("li")).isZero();
        assertThat(told("wang")).isEqualTo(1);
        assertThat(db.fetchValue("select words::text from notices.notice where person_id = ?", world.id("zhou")))
                .as("one today, one overdue")
                .isEqualTo("{1,1}");
    }

    @Test
    void whatIsDoneIsNotTold() {
        task("li", MONDAY);
        db.execute("update activities.task set done_at = now()");
        look("2030-06-03T01:00:00Z");
        assertThat(told("li")).isZero();
    }

    private void look(String at) {
        var clock = Clock.fixed(Instant.parse(at), ZoneOffset.UTC);
        var reminders = new TaskReminders(db, notices, companies, clock);
        transaction.executeWithoutResult(status -> reminders.look());
    }

    private void task(String who, LocalDate due) {
        db.execute(
                "insert into activities.task (title, due_on, owner_id, created_by) values ('跟进', ?, ?, ?)",
                due,
                world.id(who),
                world.id(who));
    }

    private int told(String who) {
        return ((Number) db.fetchValue("select count(*) from notices.notice where person_id = ?", world.id(who)))
                .intValue();
    }
}

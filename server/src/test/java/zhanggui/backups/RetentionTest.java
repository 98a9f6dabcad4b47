package zhanggui.backups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which backups are kept, and when one is due. */
class RetentionTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    @Test
    void theLastDaysAndTheLastOfEachWeekBeforeThemAreKept() {
        var all = days(60);
        var kept = new Retention(7, 4)
                .kept(all).stream().map(LocalDateTime::toLocalDate).toList();
        assertThat(kept)
                .containsExactlyInAnyOrder(
                        MONDAY,
                        MONDAY.minusDays(1),
                        MONDAY.minusDays(2),
                        MONDAY.minusDays(3),
                        MONDAY.minusDays(4),
                        MONDAY.minusDays(5),
                        MONDAY.minusDays(6),
                        MONDAY.minusDays(8),
                        MONDAY.minusDays(15));
        assertThat(MONDAY.minusDays(8).getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
    }

    @Test
    void tidiedEveryDayTheWeeksAreThereAsIfNothingHadBeenDeletedBefore() {
        var kept = new ArrayList<LocalDateTime>();
        var all = days(60);
        for (var day : all.reversed()) {
            kept.add(day);
            kept.retainAll(new Retention(3, 5).kept(kept));
        }
        assertThat(kept).containsExactlyInAnyOrderElementsOf(new Retention(3, 5).kept(all));
    }

    @Test
    void ofOneDayTheLastIsKept() {
        var early = MONDAY.atTime(0, 30);
        var late = MONDAY.atTime(23, 30);
        assertThat(new Retention(9, 0).kept(List.of(early, late))).containsExactly(late);
        assertThat(new Retention(1, 0).kept(List.of())).isEmpty();
    }

    @Test
    void aBackupIsDueOnceADayAfterItsTimeAndAgainAWhileAfterItFailed() {
        var three = at(3, 0);
        assertThat(schedule(null, null, null).isDue(at(2, 59))).isFalse();
        assertThat(schedule(null, null, null).isDue(three)).isTrue();
        assertThat(schedule(MONDAY, three.toInstant(), null).isDue(at(23, 59))).isFalse();
        assertThat(schedule(MONDAY.minusDays(1), at(3, 0).minusDays(1).toInstant(), null)
                        .isDue(at(3, 1)))
                .isTrue();
        assertThat(schedule(null, three.toInstant(), "disk full").isDue(at(3, 20)))
                .isFalse();
        assertThat(schedule(null, three.toInstant(), "disk full").isDue(at(3, 30)))
                .isTrue();
        assertThat(new Schedule(false, LocalTime.of(3, 0), 7, 4, null, null, null, 1).isDue(at(4, 0)))
                .isFalse();
    }

    private static Schedule schedule(LocalDate doneOn, Instant triedAt, String failed) {
        return new Schedule(true, LocalTime.of(3, 0), 7, 4, doneOn, triedAt, failed, 1);
    }

    private static ZonedDateTime at(int hour, int minute) {
        return ZonedDateTime.of(MONDAY, LocalTime.of(hour, minute), ZONE);
    }

    /** The newest first, two o'clock each. */
    private static List<LocalDateTime> days(int count) {
        var all = new ArrayList<LocalDateTime>();
        for (int i = 0; i < count; i++) all.add(MONDAY.minusDays(i).atTime(2, 0));
        return all;
    }
}

package zhanggui.periods;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import zhanggui.periods.MonthStatuses.Moved;
import zhanggui.periods.Period.Kind;

/** How far months are. */
class MonthStatusesTest {
    private static final FiscalCalendar CALENDAR = new FiscalCalendar(1);
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);

    private static Period month(int month) {
        return CALENDAR.at(LocalDate.of(2026, month, 1), Kind.MONTH);
    }

    private static final MonthStatuses STATUSES = new MonthStatuses(
            Map.of(
                    LocalDate.of(2026, 2, 1), new Moved(PeriodStatus.LOCKED, 4),
                    LocalDate.of(2026, 3, 1), new Moved(PeriodStatus.APPROVED, 3),
                    LocalDate.of(2026, 4, 1), new Moved(PeriodStatus.APPROVED, 3)),
            TODAY);

    @Test
    void whatNobodyMovedFollowsFromTheDayAndTheLastLockedMonth() {
        assertThat(STATUSES.of(month(1))).isEqualTo(PeriodStatus.LOCKED);
        assertThat(STATUSES.of(month(5))).isEqualTo(PeriodStatus.OPEN);
        assertThat(STATUSES.of(month(6))).isEqualTo(PeriodStatus.FUTURE);
        assertThat(STATUSES.firstUnlocked(CALENDAR)).isEqualTo(month(3));
        assertThat(new MonthStatuses(Map.of(), TODAY).firstUnlocked(CALENDAR)).isEqualTo(month(5));
    }

    @Test
    void aLongerPeriodIsAsFarAsItsLeastFarMonth() {
        assertThat(STATUSES.of(CALENDAR.parse("FY2026-Q1").orElseThrow())).isEqualTo(PeriodStatus.APPROVED);
        assertThat(STATUSES.of(CALENDAR.parse("FY2026-Q2").orElseThrow())).isEqualTo(PeriodStatus.FUTURE);
        assertThat(STATUSES.of(CALENDAR.year(2025))).isEqualTo(PeriodStatus.LOCKED);
    }

    @Test
    void monthsAreLockedInTheirOrderAndNeverOpenedAgain() {
        assertThat(STATUSES.refuses(month(3), PeriodStatus.LOCKED)).isNull();
        assertThat(STATUSES.refuses(month(4), PeriodStatus.LOCKED)).isEqualTo(PeriodReason.EARLIER_OPEN);
        for (var status : PeriodStatus.values()) {
            assertThat(STATUSES.refuses(month(2), status)).isEqualTo(PeriodReason.LOCKED);
            assertThat(STATUSES.refuses(month(1), status)).isEqualTo(PeriodReason.LOCKED);
            assertThat(STATUSES.refuses(month(7), status)).isEqualTo(PeriodReason.NOT_BEGUN);
        }
        assertThat(STATUSES.refuses(month(5), PeriodStatus.APPROVED)).isEqualTo(PeriodReason.NOT_NEXT);
    }
}

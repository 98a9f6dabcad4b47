package zhanggui.periods;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import zhanggui.periods.Period.Kind;
import zhanggui.texts.Language;

/** Fiscal years and their parts. */
class PeriodTest {
    private static final FiscalCalendar APRIL = new FiscalCalendar(4);
    private static final FiscalCalendar JANUARY = new FiscalCalendar(1);

    @Test
    void aFiscalYearIsCalledAfterTheYearItBeginsIn() {
        var march = APRIL.at(LocalDate.of(2027, 3, 31), Kind.YEAR);
        assertThat(march.code()).isEqualTo("FY2026");
        assertThat(march.label(Language.ZH)).isEqualTo("2026财年");
        assertThat(march.label(Language.EN)).isEqualTo("FY2026");
        assertThat(JANUARY.year(2026).label(Language.ZH)).isEqualTo("2026年");
        assertThat(JANUARY.year(2026).label(Language.EN)).isEqualTo("2026");
    }

    @Test
    void partsAreNamedInBothLanguages() {
        var quarter = APRIL.at(LocalDate.of(2027, 2, 1), Kind.QUARTER);
        assertThat(quarter.code()).isEqualTo("FY2026-Q4");
        assertThat(quarter.label(Language.ZH)).isEqualTo("2026财年第4季度");
        assertThat(quarter.label(Language.EN)).isEqualTo("Q4 FY2026");
        var half = JANUARY.at(LocalDate.of(2026, 7, 1), Kind.HALF);
        assertThat(half.label(Language.ZH)).isEqualTo("2026年下半年");
        assertThat(half.label(Language.EN)).isEqualTo("H2 2026");
        var month = APRIL.at(LocalDate.of(2027, 1, 15), Kind.MONTH);
        assertThat(month.number()).isEqualTo(10);
        assertThat(month.code()).isEqualTo("2027-01");
        assertThat(month.label(Language.ZH)).isEqualTo("2027年1月");
        assertThat(month.label(Language.EN)).isEqualTo("Jan 2027");
    }

    @Test
    void whatIsNoCodeIsNoPeriod() {
        for (var text :
                new String[] {"FY2026-H3", "FY2026-Q5", "FY2026-Q0", "2026-13", "2026-00", "26-01", "", "FY0001"})
            assertThat(APRIL.parse(text)).as(text).isEmpty();
        assertThat(APRIL.parse("fy2026-q2")).isPresent();
    }

    @Property
    void partsFillTheWholeWithoutGapsAndCodesLeadBack(
            @ForAll @IntRange(min = 1, max = 12) int first,
            @ForAll @IntRange(min = 1950, max = 2900) int year,
            @ForAll @IntRange(max = 366) int days,
            @ForAll Kind kind) {
        var calendar = new FiscalCalendar(first);
        var day = LocalDate.of(year, 1, 1).plusDays(days);
        var period = calendar.at(day, kind);
        assertThat(period.contains(day)).isTrue();
        assertThat(calendar.parse(period.code())).contains(period);
        assertThat(period.next().previous()).isEqualTo(period);
        assertThat(period.next().from()).isEqualTo(period.to());
        for (var of : Kind.values()) {
            var parts = period.parts(of);
            if (of.months() > kind.months()) {
                assertThat(parts).isEmpty();
                assertThat(calendar.around(period, of).contains(period)).isTrue();
                continue;
            }
            assertThat(parts).hasSize(kind.months() / of.months());
            assertThat(parts.getFirst().from()).isEqualTo(period.from());
            assertThat(parts.getLast().to()).isEqualTo(period.to());
            for (var part : parts) assertThat(calendar.at(part.from(), of)).isEqualTo(part);
            assertThat(parts.stream().mapToInt(Period::days).sum()).isEqualTo(period.days());
        }
    }
}

package zhanggui.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Counting by working days. */
class BusinessCalendarTest {
    private static final Path SEED = Path.of("src/main/resources/db/migration/calendar/V345__calendar.sql");
    private static final BusinessCalendar CHINA = seeded();

    /** The calendar that comes with it, read from where it is written down. */
    private static BusinessCalendar seeded() {
        try {
            var told = new HashMap<LocalDate, Boolean>();
            var lines = Pattern.compile("\\((\\d{4}), (true|false), .*, '([\\d -]+)'\\)")
                    .matcher(Files.readString(SEED));
            while (lines.find())
                for (var day : lines.group(3).split(" "))
                    told.put(LocalDate.parse(lines.group(1) + "-" + day), Boolean.valueOf(lines.group(2)));
            return new BusinessCalendar(told);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int month(int year, int month) {
        var first = LocalDate.of(year, month, 1);
        return CHINA.workingDays(first, first.plusMonths(1));
    }

    @Test
    void thePublishedMonths() {
        assertThat(month(2017, 1)).isEqualTo(19);
        assertThat(month(2017, 2)).isEqualTo(19);
        assertThat(month(2018, 1)).isEqualTo(22);
        assertThat(month(2018, 2)).isEqualTo(17);
        assertThat(month(2018, 3)).isEqualTo(22);
    }

    /** 11 public holidays a year until 2024, 13 since; when days off fall on weekends the sum moves by one or two. */
    @Test
    void everyKnownYearHasAsManyWorkingDaysAsItShould() {
        for (int year = 2012; year <= 2026; year++) {
            var first = LocalDate.of(year, 1, 1);
            assertThat(CHINA.workingDays(first, first.plusYears(1)))
                    .as("%d", year)
                    .isBetween(248, 251);
        }
        assertThat(CHINA.works(LocalDate.of(2015, 9, 3))).isFalse();
        assertThat(CHINA.works(LocalDate.of(2020, 1, 31))).isFalse();
        assertThat(CHINA.works(LocalDate.of(2026, 2, 14))).isTrue();
        assertThat(CHINA.works(LocalDate.of(2026, 10, 10))).isTrue();
        assertThat(CHINA.works(LocalDate.of(2026, 10, 8))).isTrue();
    }

    @Test
    void howMuchOfAMonthHasPassed() {
        var february = LocalDate.of(2018, 2, 1);
        var share = CHINA.elapsed(february, february.plusMonths(1), LocalDate.of(2018, 2, 10));
        assertThat(new BigDecimal("654")
                        .multiply(share)
                        .add(new BigDecimal("846"))
                        .setScale(4, RoundingMode.HALF_UP))
                .isEqualTo("1115.2941");
        var march = LocalDate.of(2018, 3, 1);
        assertThat(CHINA.workingDays(LocalDate.of(2018, 3, 12), march.plusMonths(1)))
                .isEqualTo(15);
    }

    @Test
    void theNthWorkingDayIsCountedOverHolidays() {
        assertThat(CHINA.nth(LocalDate.of(2018, 2, 15), 1)).isEqualTo(LocalDate.of(2018, 2, 22));
        assertThat(CHINA.nth(LocalDate.of(2018, 2, 22), -1)).isEqualTo(LocalDate.of(2018, 2, 14));
        assertThat(CHINA.nth(LocalDate.of(2018, 2, 23), 2)).isEqualTo(LocalDate.of(2018, 2, 24));
    }

    @Property
    void countingOneByOneComesToTheSame(
            @ForAll @IntRange(max = 3000) int start,
            @ForAll @IntRange(max = 400) int length,
            @ForAll @Size(max = 60) Map<@IntRange(max = 3400) Integer, Boolean> told) {
        var epoch = LocalDate.of(2015, 1, 1);
        var days = new HashMap<LocalDate, Boolean>();
        told.forEach((day, works) -> days.put(epoch.plusDays(day), works));
        var calendar = new BusinessCalendar(days);
        var from = epoch.plusDays(start);
        var to = from.plusDays(length);
        var one = from.datesUntil(to).filter(calendar::works).count();
        assertThat(calendar.workingDays(from, to)).isEqualTo((int) one);
        if (one > 0) {
            var last = calendar.nth(from, (int) one);
            assertThat(last).isBefore(to);
            assertThat(calendar.nth(to, -1)).isEqualTo(last);
            assertThat(calendar.nth(last, 1)).isEqualTo(last);
        }
        var before = BigDecimal.ZERO;
        for (var day = from.minusDays(1); day.isBefore(to); day = day.plusDays(1)) {
            var share = calendar.elapsed(from, to, day);
            assertThat(share).isBetween(before, BigDecimal.ONE);
            before = share;
        }
        if (length > 0) assertThat(before).isEqualByComparingTo(BigDecimal.ONE);
    }

    @Test
    void daysArePastedAsTheyAreWritten() {
        var pasted = PastedDays.of("""
                2027-01-01 休 元旦 New Year's Day
                2027/1/3,off

                2027年1月9日\t班\t元旦
                """);
        assertThat(pasted.problems()).isEmpty();
        assertThat(pasted.days())
                .containsExactly(
                        new PastedDays.Told(LocalDate.of(2027, 1, 1), new TellDay(false, "元旦", "New Year's Day", 0)),
                        new PastedDays.Told(LocalDate.of(2027, 1, 3), new TellDay(false, null, null, 0)),
                        new PastedDays.Told(LocalDate.of(2027, 1, 9), new TellDay(true, "元旦", null, 0)));
        assertThat(PastedDays.of("2027-02-30 休\nhello\n2027-03-01 班\n2027-03-01 休")
                        .problems())
                .extracting(p -> p.code() + p.arguments())
                .containsExactly(
                        "calendar-line[1, 2027-02-30 休]", "calendar-line[2, hello]", "calendar-twice[4, 2027-03-01]");
        assertThat(PastedDays.of("\n").problems()).hasSize(1);
    }
}

package zhanggui.listings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import zhanggui.access.Calendar;

class SpanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 28);

    @Test
    void weeksBeginOnMonday() {
        assertThat(Span.THIS_WEEK.on(TODAY, Calendar.CHINA)).isEqualTo(days("2026-02-23", "2026-03-02"));
        assertThat(Span.LAST_WEEK.on(TODAY, Calendar.CHINA)).isEqualTo(days("2026-02-16", "2026-02-23"));
    }

    @Test
    void quartersAndYearsAreFiscal() {
        var april = new Calendar(ZoneId.of("Asia/Shanghai"), 4);
        assertThat(Span.THIS_YEAR.on(TODAY, april)).isEqualTo(days("2025-04-01", "2026-04-01"));
        assertThat(Span.THIS_QUARTER.on(TODAY, april)).isEqualTo(days("2026-01-01", "2026-04-01"));
        assertThat(Span.LAST_QUARTER.on(TODAY, april)).isEqualTo(days("2025-10-01", "2026-01-01"));
    }

    @Test
    void lastDaysIncludeToday() {
        assertThat(Span.LAST_7_DAYS.on(TODAY, Calendar.CHINA)).isEqualTo(days("2026-02-22", "2026-03-01"));
        assertThat(Span.PAST.on(TODAY, Calendar.CHINA).to()).isEqualTo(TODAY);
    }

    private static Span.Days days(String from, String to) {
        return new Span.Days(LocalDate.parse(from), LocalDate.parse(to));
    }
}

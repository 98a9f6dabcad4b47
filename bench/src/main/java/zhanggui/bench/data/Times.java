package zhanggui.bench.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The years the invented company has behind it; nothing happens on the day the data are made for, or later. */
final class Times {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long DAY = 86_400_000L;
    private final LocalDate day;
    private final long end;

    Times(LocalDate day) {
        this.day = day;
        this.end = day.atStartOfDay(ZONE).toInstant().toEpochMilli();
    }

    LocalDate day() {
        return day;
    }

    long end() {
        return end;
    }

    /** The moment of the index-th of so many things spread over the last days, one after the other. */
    long moment(long index, long of, int days, double jitter) {
        return end - days * DAY + (long) ((index + jitter) / of * days * DAY);
    }

    /** How many of so many things spread over the last days had happened by then. */
    long happened(long moment, long of, int days) {
        return Math.clamp((long) ((double) (moment - (end - days * DAY)) / (days * DAY) * of), 0L, of);
    }

    static LocalDate dayOf(long moment) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(moment), ZONE);
    }

    static long days(double days) {
        return (long) (days * DAY);
    }
}

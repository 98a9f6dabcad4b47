package zhanggui.requests;

import java.time.Duration;
import java.time.Instant;

/** How long the requests of one route took: since the server started, and in the last hour by parts of five minutes. */
final class RouteTimes {
    private static final long PART = Duration.ofMinutes(5).toSeconds();
    private static final int PARTS = 12;
    private final Durations all = new Durations();
    private final Durations[] parts = new Durations[PARTS];
    private final long[] numbers = new long[PARTS];
    private Instant last = Instant.EPOCH;

    RouteTimes() {
        for (int i = 0; i < PARTS; i++) parts[i] = new Durations();
    }

    /** How long they took at one look. */
    record Taken(Durations durations, Instant last) {}

    synchronized void add(long micros, Instant at) {
        all.add(micros);
        long number = number(at);
        int place = (int) (number % PARTS);
        if (numbers[place] != number) {
            parts[place] = new Durations();
            numbers[place] = number;
        }
        parts[place].add(micros);
        if (at.isAfter(last)) last = at;
    }

    synchronized Taken sinceStart() {
        var copy = new Durations();
        copy.add(all);
        return new Taken(copy, last);
    }

    /** Those of the last hour, the part that is under way being the twelfth. */
    synchronized Taken lately(Instant now) {
        var sum = new Durations();
        long current = number(now);
        for (int i = 0; i < PARTS; i++) {
            if (numbers[i] > current - PARTS && numbers[i] <= current) sum.add(parts[i]);
        }
        return new Taken(sum, last);
    }

    private static long number(Instant at) {
        return at.getEpochSecond() / PART;
    }
}

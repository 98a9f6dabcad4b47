package zhanggui.bench.endure;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import zhanggui.bench.server.Wire;

/** How requests were answered, and how long after they were due: done, turned away properly, or failed. */
final class Tally {
    private final ConcurrentHistogram done = new ConcurrentHistogram(3);
    private final ConcurrentHistogram turnedAway = new ConcurrentHistogram(3);
    private final AtomicLong failed = new AtomicLong();
    private final ConcurrentHashMap<String, AtomicLong> failures = new ConcurrentHashMap<>();
    private final long began = System.nanoTime();
    private volatile long ended = began;

    void answered(Wire.Answer answer, String request, long due) {
        long now = System.nanoTime();
        long micros = Math.max(0, (now - due) / 1000);
        ended = Math.max(ended, now);
        boolean busy = answer.status() == 503 || answer.status() == 429;
        if (answer.status() < 400) done.recordValue(micros);
        else if (busy && !answer.retryAfter().isEmpty()) turnedAway.recordValue(micros);
        else failed(answer.status() + " to " + request);
    }

    void failed(String how) {
        failed.incrementAndGet();
        failures.computeIfAbsent(how.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…"), h -> new AtomicLong())
                .incrementAndGet();
    }

    long done() {
        return done.getTotalCount();
    }

    long turnedAway() {
        return turnedAway.getTotalCount();
    }

    long failures() {
        return failed.get();
    }

    long all() {
        return done() + turnedAway() + failures();
    }

    /** Done a second, over the time that was given. */
    double rate(Duration time) {
        return done() / (time.toMillis() / 1000.0);
    }

    double p95() {
        return percentile(done, 95);
    }

    double p95TurnedAway() {
        return percentile(turnedAway, 95);
    }

    /** Seconds from the first to the last answer. */
    double seconds() {
        return (ended - began) / 1e9;
    }

    String inWords() {
        return String.format(
                        Locale.ROOT,
                        "%,d done (p50 %.0f, p95 %.0f, p99 %.0f ms), %,d turned away",
                        done(),
                        percentile(done, 50),
                        p95(),
                        percentile(done, 99),
                        turnedAway())
                + (turnedAway() == 0 ? "" : String.format(Locale.ROOT, " (p95 %.0f ms)", p95TurnedAway()))
                + ", " + (failures() == 0 ? "0 failed" : "**" + failures() + " failed**: " + failures);
    }

    private static double percentile(ConcurrentHistogram of, double percent) {
        return of.getTotalCount() == 0 ? 0 : of.getValueAtPercentile(percent) / 1000.0;
    }
}

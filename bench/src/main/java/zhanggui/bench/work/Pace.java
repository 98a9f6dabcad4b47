package zhanggui.bench.work;

import java.time.Duration;

/**
 * How long is measured.
 *
 * @param part of the rates a work is measured at
 * @param start how long a server that has just started is made to work before anything is measured
 * @param warm before each, not counted
 * @param theirs the database alone
 */
public record Pace(double part, Duration start, Duration warm, Duration ours, Duration theirs) {
    public static final Pace USUAL =
            new Pace(1, Duration.ofSeconds(90), Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(8));
    /** Only to see that everything works. */
    public static final Pace SMOKE =
            new Pace(0.1, Duration.ofSeconds(4), Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofMillis(500));
}

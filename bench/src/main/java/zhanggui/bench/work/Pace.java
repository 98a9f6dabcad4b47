package zhanggui.bench.work;

import java.time.Duration;

/**
 * How long is measured.
 *
 * @param warm before, not counted
 * @param theirs the database alone
 */
public record Pace(Duration warm, Duration ours, Duration theirs) {
    public static final Pace USUAL = new Pace(Duration.ofSeconds(6), Duration.ofSeconds(20), Duration.ofSeconds(8));
    /** Only to see that everything works. */
    public static final Pace SMOKE = new Pace(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofMillis(500));
}

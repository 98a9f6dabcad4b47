package zhanggui.listings;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Passes rows on and, once there have been many, rests after every thousand as long as these took: a long export takes
 * twice its time and leaves those who work meanwhile half of what it would take from them. A short one is not slowed.
 */
final class Unhurried implements Consumer<Page.Row> {
    static final int AT_ONCE = 20_000;
    private static final int PIECE = 1000;
    private static final Duration LONGEST_REST = Duration.ofMillis(200);
    private final Consumer<Page.Row> rows;
    private long count;
    private long began = System.nanoTime();

    Unhurried(Consumer<Page.Row> rows) {
        this.rows = rows;
    }

    @Override
    public void accept(Page.Row row) {
        rows.accept(row);
        if (++count % PIECE != 0) return;
        if (count > AT_ONCE) rest(Duration.ofNanos(System.nanoTime() - began));
        began = System.nanoTime();
    }

    private static void rest(Duration time) {
        try {
            Thread.sleep(time.compareTo(LONGEST_REST) < 0 ? time : LONGEST_REST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while exporting", e);
        }
    }
}

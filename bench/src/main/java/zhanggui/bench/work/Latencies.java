package zhanggui.bench.work;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * How long things took, and how many were done a second.
 *
 * @param histogram in microseconds
 */
record Latencies(Histogram histogram, double seconds, long failures) {
    double p50() {
        return histogram.getValueAtPercentile(50) / 1000.0;
    }

    double p95() {
        return histogram.getValueAtPercentile(95) / 1000.0;
    }

    long count() {
        return histogram.getTotalCount();
    }

    double rate() {
        return count() / seconds;
    }

    /** Whether the rate that was wanted could be kept up. */
    boolean kept(double wanted) {
        return failures == 0 && rate() > 0.95 * wanted;
    }

    boolean sound() {
        return failures == 0 && count() > 0;
    }

    String inWords() {
        var words = String.format(
                Locale.ROOT, "p50 %s, p95 %s ms (n = %,d)", Line.number(p50()), Line.number(p95()), count());
        return failures == 0 ? words : words + ", **" + failures + " failed**";
    }
}

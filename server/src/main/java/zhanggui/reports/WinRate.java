package zhanggui.reports;

import org.jspecify.annotations.Nullable;

/**
 * The share of closed deals that were won, with its 95 % confidence interval by Wilson (1927), which holds for few deals
 * too.
 *
 * @param rate in percent; absent when nothing was closed
 * @param low lower end in percent
 * @param high upper end in percent
 * @param n closed deals
 */
public record WinRate(
        @Nullable Double rate,
        @Nullable Double low,
        @Nullable Double high,
        long n) {
    private static final double Z = 1.959963984540054;

    public static WinRate of(long won, long lost) {
        var n = won + lost;
        if (n == 0) return new WinRate(null, null, null, 0);
        double p = (double) won / n;
        double spread = Z * Z / n;
        double centre = (p + spread / 2) / (1 + spread);
        double half = Z * Math.sqrt(p * (1 - p) / n + spread / (4 * n)) / (1 + spread);
        return new WinRate(100 * p, Math.max(0, 100 * (centre - half)), Math.min(100, 100 * (centre + half)), n);
    }
}

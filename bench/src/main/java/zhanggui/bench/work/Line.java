package zhanggui.bench.work;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param sound whether everything that was asked was answered, and something was
 * @param met whether the budget is kept
 */
public record Line(
        String work,
        String load,
        String ours,
        String database,
        String ratio,
        String budget,
        boolean met,
        boolean sound) {
    static Line of(String work, String load, String ours, String budget, boolean met) {
        return new Line(work, load, ours, "", "", budget, met, true);
    }

    static String number(double n) {
        return String.format(Locale.ROOT, n < 10 ? "%.1f" : "%,.0f", n);
    }

    static String times(double ours, double theirs) {
        return theirs == 0 ? "–" : number(ours / theirs) + " ×";
    }

    public String verdict() {
        return met ? "met" : "**missed**";
    }
}

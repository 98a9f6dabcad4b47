package zhanggui.bench.work;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param met whether the budget is kept; none where there is none
 */
public record Line(String work, String load, String ours, String database, String ratio, String budget, Boolean met) {
    static String number(double n) {
        return String.format(Locale.ROOT, n < 10 ? "%.1f" : "%,.0f", n);
    }

    static String times(double ours, double theirs) {
        return theirs == 0 ? "–" : number(ours / theirs) + " ×";
    }

    public String verdict() {
        return met == null ? "" : met ? "met" : "**missed**";
    }
}

package zhanggui.requests;

/**
 * How long things took, counted in steps each a fifth longer than the one before: enough to tell a percentile to within a
 * fifth, in a few hundred bytes however many there were. Times are microseconds.
 */
final class Durations {
    /** The last step begins above ten minutes. */
    private static final int STEPS = 75;

    private static final long SHORTEST = 1_000;
    private static final double GROWTH = 1.2;
    private final int[] counts = new int[STEPS];
    private int count;
    private long longest;

    void add(long micros) {
        counts[step(micros)]++;
        count++;
        longest = Math.max(longest, micros);
    }

    void add(Durations others) {
        for (int i = 0; i < STEPS; i++) counts[i] += others.counts[i];
        count += others.count;
        longest = Math.max(longest, others.longest);
    }

    int count() {
        return count;
    }

    long longest() {
        return longest;
    }

    /** A time within which this share of them was over, and none of the shorter steps would do; 0 where there are none. */
    long within(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * count));
        long passed = 0;
        for (int i = 0; i < STEPS; i++) {
            passed += counts[i];
            if (passed >= rank) return i == STEPS - 1 ? longest : Math.min(end(i), longest);
        }
        return 0;
    }

    private static int step(long micros) {
        if (micros <= SHORTEST) return 0;
        int step = (int) Math.ceil(Math.log((double) micros / SHORTEST) / Math.log(GROWTH));
        return Math.min(step, STEPS - 1);
    }

    /** The longest time of a step. */
    private static long end(int step) {
        return Math.round(SHORTEST * Math.pow(GROWTH, step));
    }
}

package zhanggui.bench.data;

import java.util.UUID;

/** Chance that falls the same way for the same seed, kind and index, in whatever order the dice are thrown. */
final class Dice {
    private long state;

    Dice(long seed, int kind, long index) {
        this.state = mix(mix(seed * 31 + kind) + index);
    }

    long next() {
        return mix(state += 0x9E3779B97F4A7C15L);
    }

    /** From 0 up to, but without, {@code bound}. */
    int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** From 0 up to, but without, 1. */
    double part() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return part() < probability;
    }

    /** Many small values, few large ones. */
    double exponential(double mean) {
        return -mean * Math.log(1 - part());
    }

    <T> T one(T[] of) {
        return of[below(of.length)];
    }

    /** An index by weight. */
    int weighted(double... weights) {
        double sum = 0;
        for (double w : weights) sum += w;
        double at = part() * sum;
        for (int i = 0; i < weights.length; i++) {
            at -= weights[i];
            if (at < 0) return i;
        }
        return weights.length - 1;
    }

    /** A key as the database makes them: growing with time (UUID version 7). */
    UUID id(long millis) {
        long high = (millis << 16) | 0x7000 | (next() & 0xFFF);
        long low = (next() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

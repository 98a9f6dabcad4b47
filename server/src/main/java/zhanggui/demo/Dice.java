package zhanggui.demo;

import java.util.List;
import java.util.Random;

/** Chance that falls the same way for the same seed, on every machine. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double normal() {
        return random.nextGaussian();
    }

    /** Around {@code median}, never negative, with a long tail upwards. */
    double around(double median, double spread) {
        return median * Math.exp(spread * random.nextGaussian());
    }

    /** An index by weight. */
    int weighted(double... weights) {
        double sum = 0;
        for (double w : weights) sum += w;
        double at = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            at -= weights[i];
            if (at < 0) return i;
        }
        return weights.length - 1;
    }
}

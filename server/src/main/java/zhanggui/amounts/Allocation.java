package zhanggui.amounts;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Division of a total by weight into whole quanta, by the largest remainder (最大余数法): the shares add up to the total
 * exactly, and each is within one quantum of what its weight says. Of equal remainders the first gets more. A share may
 * become smaller when the total becomes larger by a quantum; whoever divides anew shows what changes.
 */
public final class Allocation {
    private Allocation() {}

    /**
     * Shares by key; equal remainders are settled by the order of the keys, so that the order of arrival does not matter.
     *
     * @param weights none negative; equal ones are taken where all are zero
     */
    public static <K extends Comparable<K>> SequencedMap<K, BigDecimal> split(
            BigDecimal total, SortedMap<K, BigDecimal> weights, BigDecimal quantum) {
        var shares = split(total, List.copyOf(weights.values()), quantum).iterator();
        var byKey = new LinkedHashMap<K, BigDecimal>();
        for (var key : weights.keySet()) byKey.put(key, shares.next());
        return byKey;
    }

    /** Shares in the order of the weights. */
    public static List<BigDecimal> split(BigDecimal total, List<BigDecimal> weights, BigDecimal quantum) {
        if (weights.isEmpty()) throw new IllegalArgumentException("nobody to divide among");
        if (weights.stream().anyMatch(w -> w.signum() < 0)) throw new IllegalArgumentException("a weight is negative");
        var units = units(total, quantum);
        var shares = units(units.abs(), whole(weights));
        return Arrays.stream(shares)
                .map(u -> new BigDecimal(units.signum() < 0 ? u.negate() : u).multiply(quantum))
                .toList();
    }

    /**
     * Who may get how much.
     *
     * @param least nothing less than this, even where the weight says so; absent where zero will do
     * @param most nothing above this; absent where there is no limit
     */
    public record Bounds(
            @Nullable BigDecimal least, @Nullable BigDecimal most) {
        public static final Bounds NONE = new Bounds(null, null);

        public Bounds {
            if (least != null && most != null && least.compareTo(most) > 0)
                throw new IllegalArgumentException("the least is above the most");
        }
    }

    /** The bounds cannot be held: what all must have is more than there is, or what all may have is less. */
    public static final class CannotHold extends RuntimeException {
        CannotHold(BigDecimal total) {
            super("the bounds do not allow " + total.toPlainString());
        }
    }

    /**
     * Shares within bounds: whoever falls outside of them gets its bound, the rest is divided anew among the others,
     * until nobody falls outside.
     *
     * @param total not negative
     * @param bounds as many as weights, whole quanta
     */
    public static List<BigDecimal> within(
            BigDecimal total, List<BigDecimal> weights, List<Bounds> bounds, BigDecimal quantum) {
        if (total.signum() < 0) throw new IllegalArgumentException("bounds are for what is there");
        var fixed = new @Nullable BigDecimal[weights.size()];
        while (true) {
            var open = IntStream.range(0, fixed.length)
                    .filter(i -> fixed[i] == null)
                    .boxed()
                    .toList();
            var rest = total.subtract(sum(fixed));
            if (open.isEmpty()) {
                if (rest.signum() != 0) throw new CannotHold(total);
                return Arrays.stream(fixed).map(Objects::requireNonNull).toList();
            }
            var shares = split(rest, open.stream().map(weights::get).toList(), quantum);
            if (!clamp(open, shares, bounds, fixed)) {
                for (int i = 0; i < open.size(); i++) fixed[open.get(i)] = shares.get(i);
                return Arrays.stream(fixed).map(Objects::requireNonNull).toList();
            }
        }
    }

    /** Fixes those on the side that is violated more, so that nobody is fixed who need not be. */
    private static boolean clamp(
            List<Integer> open, List<BigDecimal> shares, List<Bounds> bounds, @Nullable BigDecimal[] fixed) {
        var under = BigDecimal.ZERO;
        var over = BigDecimal.ZERO;
        for (int i = 0; i < open.size(); i++) {
            under = under.add(below(shares.get(i), bounds.get(open.get(i))));
            over = over.add(above(shares.get(i), bounds.get(open.get(i))));
        }
        if (under.signum() == 0 && over.signum() == 0) return false;
        var raise = under.compareTo(over) >= 0;
        for (int i = 0; i < open.size(); i++) {
            var of = bounds.get(open.get(i));
            if (raise && below(shares.get(i), of).signum() > 0)
                fixed[open.get(i)] = of.least() == null ? BigDecimal.ZERO : of.least();
            if (!raise && above(shares.get(i), of).signum() > 0) fixed[open.get(i)] = of.most();
        }
        return true;
    }

    private static BigDecimal below(BigDecimal share, Bounds bounds) {
        return (bounds.least() == null ? BigDecimal.ZERO : bounds.least())
                .subtract(share)
                .max(BigDecimal.ZERO);
    }

    private static BigDecimal above(BigDecimal share, Bounds bounds) {
        return bounds.most() == null
                ? BigDecimal.ZERO
                : share.subtract(bounds.most()).max(BigDecimal.ZERO);
    }

    private static BigDecimal sum(@Nullable BigDecimal[] fixed) {
        var sum = BigDecimal.ZERO;
        for (var one : fixed) if (one != null) sum = sum.add(one);
        return sum;
    }

    /** A total as whole quanta. */
    static BigInteger units(BigDecimal total, BigDecimal quantum) {
        if (quantum.signum() <= 0) throw new IllegalArgumentException("a quantum is positive");
        var parts = total.divideAndRemainder(quantum);
        if (parts[1].signum() != 0) throw new IllegalArgumentException("the total is no whole number of quanta");
        return parts[0].toBigIntegerExact();
    }

    /** Weights as whole numbers in the same proportion, so that all that follows is exact. */
    private static BigInteger[] whole(List<BigDecimal> weights) {
        var scale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        var whole = weights.stream()
                .map(w -> w.setScale(Math.max(scale, 0)).unscaledValue())
                .toArray(BigInteger[]::new);
        if (Arrays.stream(whole).allMatch(w -> w.signum() == 0)) Arrays.fill(whole, BigInteger.ONE);
        return whole;
    }

    private static BigInteger[] units(BigInteger units, BigInteger[] weights) {
        var all = Arrays.stream(weights).reduce(BigInteger.ZERO, BigInteger::add);
        var shares = new BigInteger[weights.length];
        var remainders = new BigInteger[weights.length];
        var left = units;
        for (int i = 0; i < weights.length; i++) {
            var parts = units.multiply(weights[i]).divideAndRemainder(all);
            shares[i] = parts[0];
            remainders[i] = parts[1];
            left = left.subtract(parts[0]);
        }
        var order = new ArrayList<>(IntStream.range(0, weights.length).boxed().toList());
        order.sort(Comparator.<Integer, BigInteger>comparing(i -> remainders[i]).reversed());
        for (int i = 0; i < left.intValueExact(); i++) shares[order.get(i)] = shares[order.get(i)].add(BigInteger.ONE);
        return shares;
    }

    /** How the shares of one division differ from those of another, by key; only what differs. */
    public static <K extends Comparable<K>> SequencedMap<K, BigDecimal> changes(
            Map<K, BigDecimal> before, Map<K, BigDecimal> after) {
        var keys = new TreeSet<K>(before.keySet());
        keys.addAll(after.keySet());
        var changes = new LinkedHashMap<K, BigDecimal>();
        for (var key : keys) {
            var change = after.getOrDefault(key, BigDecimal.ZERO).subtract(before.getOrDefault(key, BigDecimal.ZERO));
            if (change.signum() != 0) changes.put(key, change);
        }
        return changes;
    }
}

package zhanggui.traces;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import zhanggui.amounts.Allocation;
import zhanggui.amounts.Rounding;

/**
 * What a step does with its inputs. The stored name and meaning of one never change: explanations of years ago are
 * computed again by them.
 */
public enum Op {
    SUM,
    PRODUCT,
    /** The first less the second. */
    MINUS,
    /** The first by the second, to 34 digits. */
    QUOTIENT,
    MIN,
    MAX,
    /** The first, half up to a multiple of the second. */
    ROUND,
    /** How much of the first lies from the second up to the third; without a third, to any height. */
    PART,
    /** The first, looked up in pairs of a lower bound and what holds from it on; 0 below the first bound. */
    LOOKUP,
    /** The first on the line through pairs of points; 0 below the first point, level after the last one. */
    CURVE,
    /** The share with number (first) of a total (second) in quanta (third), by the weights that follow. */
    SHARE,
    /** The third where the first is at least the second, else the fourth. */
    AT_LEAST;

    private static final MathContext PRECISION = MathContext.DECIMAL128;

    /** Whether the order of the inputs does not matter. */
    boolean commutes() {
        return this == SUM || this == PRODUCT || this == MIN || this == MAX;
    }

    public BigDecimal of(List<BigDecimal> in) {
        return switch (this) {
            case SUM -> in.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            case PRODUCT -> in.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
            case MINUS -> in.get(0).subtract(in.get(1));
            case QUOTIENT -> in.get(0).divide(in.get(1), PRECISION);
            case MIN -> in.stream().reduce(BigDecimal::min).orElseThrow();
            case MAX -> in.stream().reduce(BigDecimal::max).orElseThrow();
            case ROUND -> new Rounding(in.get(1), RoundingMode.HALF_UP).of(in.get(0));
            case PART -> part(in);
            case LOOKUP -> lookup(in);
            case CURVE -> curve(in);
            case SHARE ->
                Allocation.split(in.get(1), in.subList(3, in.size()), in.get(2))
                        .get(in.get(0).intValueExact());
            case AT_LEAST -> in.get(0).compareTo(in.get(1)) >= 0 ? in.get(2) : in.get(3);
        };
    }

    private static BigDecimal part(List<BigDecimal> in) {
        var top = in.size() > 2 ? in.get(0).min(in.get(2)) : in.get(0);
        return top.subtract(in.get(1)).max(BigDecimal.ZERO);
    }

    private static BigDecimal lookup(List<BigDecimal> in) {
        var found = BigDecimal.ZERO;
        for (int i = 1; i < in.size() && in.get(i).compareTo(in.get(0)) <= 0; i += 2) found = in.get(i + 1);
        return found;
    }

    private static BigDecimal curve(List<BigDecimal> in) {
        var x = in.get(0);
        if (x.compareTo(in.get(1)) < 0) return BigDecimal.ZERO;
        for (int i = 3; i < in.size(); i += 2) {
            if (x.compareTo(in.get(i)) >= 0) continue;
            var along = x.subtract(in.get(i - 2)).multiply(in.get(i + 1).subtract(in.get(i - 1)));
            return in.get(i - 1).add(along.divide(in.get(i).subtract(in.get(i - 2)), PRECISION));
        }
        return in.getLast();
    }
}

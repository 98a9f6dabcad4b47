package zhanggui.traces;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic for calculations that may have to explain themselves: written against this, one runs on bare numbers or on
 * numbers that know how they came about, and comes to the same.
 *
 * @param <T> a number as it is carried along
 */
public interface Figures<T> {
    BigDecimal value(T figure);

    /**
     * What a business record says.
     *
     * @param label code of what it is, see {@link Trace}
     * @param ref which record
     */
    T leaf(String label, String ref, BigDecimal value);

    /** What a rule or plan says, such as a rate or a bound. */
    T constant(String label, BigDecimal value);

    /** @param rule which version of what rule was applied, where one was */
    T step(Op op, String label, @Nullable String rule, List<T> inputs);

    /** Any number of figures, in any order. */
    Sum<T> sum(String label);

    /** A sum that is being made. */
    interface Sum<T> {
        void add(T figure);

        T total();
    }

    default T step(Op op, String label, T first, T second) {
        return step(op, label, null, List.of(first, second));
    }

    default T zero() {
        return constant("trace.zero", BigDecimal.ZERO);
    }

    /** Bare numbers: nothing is written down. */
    static Figures<BigDecimal> bare() {
        return Bare.ONE;
    }
}

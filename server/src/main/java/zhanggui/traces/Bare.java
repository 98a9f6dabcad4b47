package zhanggui.traces;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arithmetic that leaves nothing behind. */
final class Bare implements Figures<BigDecimal> {
    static final Bare ONE = new Bare();

    private Bare() {}

    @Override
    public BigDecimal value(BigDecimal figure) {
        return figure;
    }

    @Override
    public BigDecimal leaf(String label, String ref, BigDecimal value) {
        return value;
    }

    @Override
    public BigDecimal constant(String label, BigDecimal value) {
        return value;
    }

    @Override
    public BigDecimal step(Op op, String label, @Nullable String rule, List<BigDecimal> inputs) {
        return op.of(inputs);
    }

    @Override
    public Sum<BigDecimal> sum(String label) {
        return new Sum<>() {
            private BigDecimal total = BigDecimal.ZERO;

            @Override
            public void add(BigDecimal figure) {
                total = total.add(figure);
            }

            @Override
            public BigDecimal total() {
                return total;
            }
        };
    }
}

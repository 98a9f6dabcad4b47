package zhanggui.traces;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arithmetic that writes down what it does. */
public final class Noting implements Figures<Noted> {
    @Override
    public BigDecimal value(Noted figure) {
        return figure.value();
    }

    @Override
    public Noted leaf(String label, String ref, BigDecimal value) {
        return new Noted(Trace.Kind.LEAF, label, ref, null, List.of(), value);
    }

    @Override
    public Noted constant(String label, BigDecimal value) {
        return new Noted(Trace.Kind.CONSTANT, label, null, null, List.of(), value);
    }

    @Override
    public Noted step(Op op, String label, @Nullable String rule, List<Noted> inputs) {
        var value = op.of(inputs.stream().map(Noted::value).toList());
        return new Noted(Trace.Kind.STEP, label, rule, op, inputs, value);
    }

    @Override
    public Sum<Noted> sum(String label) {
        var parts = new ArrayList<Noted>();
        return new Sum<>() {
            @Override
            public void add(Noted figure) {
                parts.add(figure);
            }

            @Override
            public Noted total() {
                return parts.size() == 1 ? parts.getFirst() : step(Op.SUM, label, null, parts);
            }
        };
    }
}

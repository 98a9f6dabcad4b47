package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhanggui.commissions.calculation.Component.Pace;
import zhanggui.periods.Period;
import zhanggui.traces.Figures;
import zhanggui.traces.Op;

/** By what gates and paces multiply what a component earned up to a month. */
record Factors<T>(Figures<T> f, Participation participation, Component component, Metrics metrics) {

    boolean none() {
        return component.gates().isEmpty() && component.paces().isEmpty();
    }

    /**
     * What was earned, multiplied.
     *
     * @param attainment absent where there is no quota
     */
    T apply(T earned, Period month, @Nullable T attainment, Set<Earning.Mark> marks) {
        var result = earned;
        for (var gate : component.gates()) {
            var metric = metric(gate.metric(), month, attainment);
            if (f.value(metric).compareTo(gate.atLeast()) < 0) marks.add(Earning.Mark.GATED);
            var factor = f.step(
                    Op.AT_LEAST,
                    "commission.gate",
                    null,
                    List.of(
                            metric,
                            f.constant("commission.threshold", gate.atLeast()),
                            f.constant("commission.passed", BigDecimal.ONE),
                            f.constant("commission.below", gate.otherwise())));
            result = f.step(Op.PRODUCT, "commission.gated", result, factor);
        }
        for (var paces : byMetric().entrySet()) {
            var factor = pace(metric(paces.getKey(), month, attainment), paces.getValue());
            result = f.step(Op.PRODUCT, "commission.paced", result, factor);
        }
        return result;
    }

    private LinkedHashMap<String, List<Pace>> byMetric() {
        var paces = new LinkedHashMap<String, List<Pace>>();
        for (var pace : component.paces())
            paces.computeIfAbsent(pace.metric(), m -> new ArrayList<>()).add(pace);
        return paces;
    }

    /** 1 below the first value. */
    private T pace(T metric, List<Pace> paces) {
        var inputs = new ArrayList<T>();
        inputs.add(f.step(Op.MAX, "commission.metric", metric, f.zero()));
        if (paces.getFirst().from().signum() > 0) {
            inputs.add(f.zero());
            inputs.add(f.constant("commission.factor", BigDecimal.ONE));
        }
        for (var pace : paces) {
            inputs.add(f.constant("commission.threshold", pace.from()));
            inputs.add(f.constant("commission.factor", pace.factor()));
        }
        return f.step(Op.LOOKUP, "commission.pace", null, inputs);
    }

    private T metric(String name, Period month, @Nullable T attainment) {
        if (name.equals(Component.ATTAINMENT)) return attainment != null ? attainment : f.zero();
        var value = metrics.of(participation.person(), name, month);
        return value == null
                ? f.zero()
                : f.leaf("commission.metric", participation.person() + "/" + name + "/" + month.code(), value);
    }
}

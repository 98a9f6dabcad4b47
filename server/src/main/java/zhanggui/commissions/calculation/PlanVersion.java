package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;

/**
 * One version of a plan 方案版本: what it pays, in one currency. It never changes once it is published.
 *
 * @param id of the version, as explanations name it
 * @param quantum to which results are rounded, half up, by component and month
 */
public record PlanVersion(String id, String currency, BigDecimal quantum, List<Component> components) {
    public PlanVersion {
        components = List.copyOf(components);
        var codes = new HashSet<String>();
        for (var component : components)
            if (!codes.add(component.code())) throw new IllegalArgumentException("twice: " + component.code());
    }

    public static PlanVersion of(String id, Component... components) {
        return new PlanVersion(id, "CNY", new BigDecimal("0.01"), List.of(components));
    }
}

package zhanggui.commissions.calculation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhanggui.commissions.calculation.SalesEvent.Kind;
import zhanggui.periods.Period;

/**
 * What is counted.
 *
 * @param base which number of a credit
 * @param scope over how long it is counted together
 * @param credits which credits of a person
 */
public record Measure(Base base, Scope scope, Filter filter, Set<Credit.Type> credits) {
    public enum Base {
        AMOUNT,
        QUANTITY,
        MARGIN
    }

    /** How long is counted together; within it, what is earned is what the total earns. */
    public enum Scope {
        /** All of one document, whenever it happens. */
        DEAL(null),
        MONTH(Period.Kind.MONTH),
        QUARTER(Period.Kind.QUARTER),
        HALF(Period.Kind.HALF),
        YEAR(Period.Kind.YEAR);

        private final Period.@Nullable Kind kind;

        Scope(Period.@Nullable Kind kind) {
            this.kind = kind;
        }

        /** The periods it is counted by; a month for deals, whose earnings are told by month. */
        Period.Kind kind() {
            return kind == null ? Period.Kind.MONTH : kind;
        }
    }

    /**
     * Which events.
     *
     * @param kinds any where empty, and so with the others
     * @param condition what else has to hold
     */
    public record Filter(
            Set<Kind> kinds,
            Set<String> grades,
            Set<String> customerTypes,
            @Nullable Condition condition) {
        public static final Filter ALL = new Filter(Set.of(), Set.of(), Set.of(), null);

        public Filter {
            kinds = Set.copyOf(kinds);
            grades = Set.copyOf(grades);
            customerTypes = Set.copyOf(customerTypes);
        }

        boolean takes(SalesEvent event) {
            return (kinds.isEmpty() || kinds.contains(event.kind()))
                    && (grades.isEmpty() || (event.grade() != null && grades.contains(event.grade())))
                    && (customerTypes.isEmpty()
                            || (event.customerType() != null && customerTypes.contains(event.customerType())))
                    && (condition == null || condition.holds(event));
        }
    }

    public Measure {
        credits = Set.copyOf(credits);
    }

    public static Measure of(Scope scope) {
        return new Measure(Base.AMOUNT, scope, Filter.ALL, Set.of(Credit.Type.DIRECT));
    }
}

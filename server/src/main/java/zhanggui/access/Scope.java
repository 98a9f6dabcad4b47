package zhanggui.access;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;

/** Which rows a permission lets a viewer reach. Every list and every command has one; there is no reading around it. */
@FunctionalInterface
public interface Scope {
    Condition of(Viewer viewer, String permission);

    /** Rows are reached by who owns them. */
    static Scope ownedBy(Field<UUID> owner) {
        return (viewer, permission) ->
                viewer.covered(permission).map(circle -> circle.holds(owner)).orElse(noCondition());
    }

    /** Rows that are everybody's who holds the permission at all. */
    static Scope unlimited() {
        return (viewer, permission) -> viewer.may(permission) ? noCondition() : falseCondition();
    }

    /** Reached one way or the other; a scope that already reaches everything stays that. */
    default Scope or(Scope other) {
        return (viewer, permission) -> {
            var first = of(viewer, permission);
            if (first.equals(noCondition())) return first;
            var second = other.of(viewer, permission);
            return second.equals(noCondition()) ? second : first.or(second);
        };
    }
}

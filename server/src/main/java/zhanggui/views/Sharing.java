package zhanggui.views;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import zhanggui.access.Viewer;

/**
 * With whom a view is shared.
 *
 * @param units departments, each with all below it
 * @param roles whoever has one of them
 */
record Sharing(
        boolean everybody,
        @NotNull @Size(max = 100) Set<@NotNull UUID> units,
        @NotNull @Size(max = 100) Set<@NotNull UUID> roles) {
    static final Sharing NONE = new Sharing(false, Set.of(), Set.of());

    boolean isShared() {
        return everybody || !units.isEmpty() || !roles.isEmpty();
    }

    /** Whether it reaches nobody whom the other does not reach. */
    boolean isWithin(Sharing other) {
        return other.everybody || (!everybody && other.units.containsAll(units) && other.roles.containsAll(roles));
    }

    /** @param held the roles the viewer has */
    boolean reaches(Viewer viewer, Set<UUID> held) {
        return everybody
                || roles.stream().anyMatch(held::contains)
                || units.stream()
                        .anyMatch(unit -> viewer.colleagues().inUnit(unit).has(viewer.id()));
    }
}

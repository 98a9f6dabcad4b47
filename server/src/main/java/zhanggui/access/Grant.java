package zhanggui.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A permission as someone holds it; several roles add up.
 *
 * @param reach the widest of them
 * @param units the chosen units, when {@link Reach#CHOSEN} is among them
 * @param also other reaches beside the widest, which it does not contain
 */
public record Grant(Reach reach, Set<UUID> units, Set<Reach> also) {
    public Grant(Reach reach, Set<UUID> units) {
        this(reach, units, Set.of());
    }

    public static Grant of(Reach reach) {
        return new Grant(reach, Set.of());
    }

    /** All of them: whom the grant covers is covered by one of these. */
    public Set<Reach> reaches() {
        var all = EnumSet.of(reach);
        all.addAll(also);
        return all;
    }

    /** What somebody holds who has both. */
    public Grant and(Grant other) {
        var all = EnumSet.copyOf(reaches());
        all.addAll(other.reaches());
        var widest = Collections.max(all);
        all.remove(widest);
        all.removeIf(widest::contains);
        var chosen = new HashSet<>(units);
        chosen.addAll(other.units);
        return new Grant(widest, Set.copyOf(chosen), Set.copyOf(all));
    }
}

package zhanggui.access;

import java.util.Set;
import java.util.UUID;

/**
 * A permission as someone holds it.
 *
 * @param units the chosen units, when the reach is {@link Reach#CHOSEN}
 */
public record Grant(Reach reach, Set<UUID> units) {
    public static Grant of(Reach reach) {
        return new Grant(reach, Set.of());
    }
}

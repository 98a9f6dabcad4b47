package zhanggui.handovers;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhanggui.people.Holding;
import zhanggui.people.Holding.Held;

/**
 * What somebody has of one kind, and what a plan does with it.
 *
 * @param barred what the viewer may not give away, and why
 * @param heirs who gets what of the rest
 */
record Portion(Holding kind, List<Held> all, Map<UUID, String> barred, Map<UUID, UUID> heirs) {
    List<Held> moving() {
        return all.stream().filter(held -> heirs.containsKey(held.id())).toList();
    }
}

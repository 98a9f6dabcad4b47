package zhanggui.audit;

import java.util.Set;
import java.util.UUID;

/** Records that others took the place of: what happened to them belongs to the history of those. */
@FunctionalInterface
public interface Predecessors {
    /** Those whose place the record took, directly or by way of others. */
    Set<UUID> of(String list, UUID record);
}

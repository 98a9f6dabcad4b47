package zhanggui.bin;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import zhanggui.access.Viewer;
import zhanggui.audit.Subject;
import zhanggui.listings.Page.Reference;

/** How records of one list are merged 合并: what is special about them; that all which refers to the one is turned to the other, the bin sees to. */
public interface Mergeable {
    String list();

    /**
     * Two records that may be merged.
     *
     * @param owner whose the one was that goes, for who may see it in the bin
     * @param permission what deleting it needs
     * @param needed fields the one that is kept has to take so that the merge makes sense
     */
    record Pair(
            Subject kept, Subject gone, @Nullable Reference owner, String permission, Map<String, JsonNode> needed) {}

    /**
     * Locks both until the transaction ends.
     *
     * @throws zhanggui.problems.Refused where the viewer may not change the one and delete the other, or where these two
     *     cannot be one
     */
    Pair begin(UUID kept, UUID gone, Viewer viewer);

    /** The tables whose rows are made of the record itself and stay with the one that goes. */
    default Set<String> staying() {
        return Set.of();
    }

    /** Columns of what was turned that are put back too when the merge is undone, by table. */
    default Map<String, Set<String>> puttingBack() {
        return Map.of();
    }

    /** Called before what refers to the one that goes is turned to the other. */
    default void beforeTurning(UUID kept, UUID gone) {}

    /** Called when only one is left, to bring up to date what is kept of it. */
    default void merged(UUID kept, UUID gone) {}

    /** Called when both are there again. */
    default void parted(UUID kept, UUID gone) {}
}

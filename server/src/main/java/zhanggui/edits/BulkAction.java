package zhanggui.edits;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import zhanggui.access.Viewer;

/** Something that can be done to many records of one list, each in its own transaction. */
public interface BulkAction {
    String list();

    /** Its name in the API; its words stand under {@code bulk.<name>}. */
    String name();

    /** What one needs to do it at all, where that is one thing; how far it reaches is asked of each record. */
    @Nullable String permission();

    /** @throws zhanggui.problems.Refused where this can be done to no record */
    default void check(JsonNode input, Viewer viewer) {}

    /**
     * Called in a transaction of its own.
     *
     * @return whether anything changed
     * @throws zhanggui.problems.Refused where it cannot be done to this one
     */
    boolean apply(UUID id, JsonNode input, Viewer viewer);
}

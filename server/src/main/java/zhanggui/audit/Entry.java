package zhanggui.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;

/**
 * One thing that happened.
 *
 * @param action what, such as {@code created}; its words stand under {@code action.<action>}
 */
record Entry(
        @Nullable UUID actor,
        String actorName,
        String way,
        @Nullable String address,
        String action,
        Subject subject,
        List<Change> changes) {
    static Entry by(Viewer viewer, String action, Subject subject, List<Change> changes) {
        var origin = viewer.origin();
        return new Entry(viewer.id(), viewer.name(), origin.way().name(), origin.address(), action, subject, changes);
    }
}

package zhanggui.edits;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;

/** How records of one list are changed and deleted one by one, by the same commands as on their pages. */
public interface Editing {
    String list();

    /** @throws zhanggui.problems.Refused where the viewer may not, or a value cannot be */
    void edit(UUID id, Changes changes, Viewer viewer);

    /** What deleting one needs; absent where records of this list are not deleted. */
    default @Nullable String deletePermission() {
        return null;
    }

    /** @throws zhanggui.problems.Refused where the viewer may not, or something hangs on it */
    default void delete(UUID id, Viewer viewer) {
        throw new UnsupportedOperationException(list());
    }
}

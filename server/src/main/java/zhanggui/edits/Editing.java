package zhanggui.edits;

import java.util.UUID;
import zhanggui.access.Viewer;

/** How records of one list are changed and deleted one by one, by the same commands as on their pages. */
public interface Editing {
    String list();

    /** @throws zhanggui.problems.Refused where the viewer may not, or a value cannot be */
    void edit(UUID id, Changes changes, Viewer viewer);

    /**
     * Only where {@link zhanggui.listings.Listing#deletedWith} says they are deleted.
     *
     * @throws zhanggui.problems.Refused where the viewer may not, or something hangs on it
     */
    default void delete(UUID id, Viewer viewer) {
        throw new UnsupportedOperationException(list());
    }
}

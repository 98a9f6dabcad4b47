package zhanggui.edits;

import java.util.UUID;
import zhanggui.access.Viewer;

/** How records are deleted one by one, where their list says by whom: {@link zhanggui.listings.Listing#deletedWith}. */
public interface Deleting extends Editing {
    /** @throws zhanggui.problems.Refused where the viewer may not, or something hangs on it */
    void delete(UUID id, Viewer viewer);
}

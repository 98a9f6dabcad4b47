package zhanggui.edits;

import java.util.UUID;
import zhanggui.access.Viewer;

/** How records of one list are changed and deleted one by one, by the same commands as on their pages. */
public interface Editing {
    String list();

    /** @throws zhanggui.problems.Refused where the viewer may not, or a value cannot be */
    void edit(UUID id, Changes changes, Viewer viewer);
}

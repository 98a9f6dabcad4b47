package zhanggui.audit;

import java.util.List;
import zhanggui.access.Viewer;

/**
 * Something was done and written into the log: published in the transaction of what was done, for whatever hangs on
 * records without their modules knowing, such as what becomes of the files of a record that is deleted. Of an import or
 * a bulk action it tells many at once.
 *
 * @param action such as {@code created}, {@code changed} or {@code deleted}
 */
public record Logged(Viewer viewer, String action, List<Happened> happened) {
    /** @param changes the fields as people read them: names, not ids; of what was deleted, their last state */
    public record Happened(Subject subject, List<Change> changes) {}
}

package zhanggui.imports;

import java.util.List;
import zhanggui.problems.FieldProblem;

/**
 * What became of one line of a file.
 *
 * @param cells as they stand in the file
 */
record RowOutcome(int line, Kind kind, List<FieldProblem> problems, List<String> cells) {
    enum Kind {
        CREATED,
        UPDATED,
        SKIPPED,
        REFUSED
    }
}

package zhanggui.imports;

import java.util.List;
import java.util.UUID;
import zhanggui.problems.FieldProblem;

/** One pass over the rows of a file, in one transaction. */
public interface ImportSession {
    /**
     * Told of all rows before the first is taken, for what refers from one row to another; returns them in the order in
     * which they are to be taken.
     */
    default List<ImportRow> before(List<ImportRow> rows) {
        return rows;
    }

    /**
     * Puts some rows (at most 500) through the module's commands and says what became of each, in order. Refuses rows by
     * the same rules as the screens; never throws for what is wrong with a row. When the database refuses them all the
     * same, because someone else was faster, they are undone and asked for again one by one: what a session remembers
     * of its own work from one batch to the next it keeps in its {@link RowMemory}, which is undone with them.
     */
    List<Outcome> take(List<ImportRow> rows);

    /** Told after the last row. */
    default void after() {}

    /** What became of a row. */
    sealed interface Outcome {
        record Created(UUID id) implements Outcome {}

        record Updated(UUID id) implements Outcome {}

        /** Nothing to do; {@code why} is a code like those of field problems. */
        record Skipped(FieldProblem why) implements Outcome {}

        record Refused(List<FieldProblem> problems) implements Outcome {}
    }
}

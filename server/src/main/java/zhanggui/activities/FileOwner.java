package zhanggui.activities;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;
import zhanggui.imports.ImportRow;
import zhanggui.problems.FieldProblem;

/** Whose a follow-up or task in a file is. */
final class FileOwner {
    private static final String READ = "activities:read";
    private static final String EDIT = "activities:edit";

    private FileOwner() {}

    /** Whether a file may change what this person owns: only what the one who imports sees and may correct. */
    static boolean mayChange(Viewer viewer, UUID owner) {
        return viewer.may(READ, owner) && viewer.may(EDIT, owner);
    }

    /** For others only within the reach in which one may also correct them. */
    static UUID of(ImportRow row, @Nullable UUID stored, Viewer viewer, Consumer<FieldProblem> wrong) {
        var given = row.id("owner");
        if (given == null) return stored == null ? viewer.id() : stored;
        if (!given.equals(stored) && !given.equals(viewer.id()) && !viewer.may(EDIT, given)) {
            wrong.accept(FieldProblem.of("owner", "unreachable"));
        }
        return given;
    }
}

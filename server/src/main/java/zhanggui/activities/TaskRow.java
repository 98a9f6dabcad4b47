package zhanggui.activities;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Validator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;
import zhanggui.imports.ImportRow;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Violations;

/** Reads one row of a file as a task, by the rules of {@link Tasks}. */
final class TaskRow {
    private final ImportRow row;
    private final Known known;
    private final Viewer viewer;
    private final @Nullable Task before;
    private final List<FieldProblem> problems = new ArrayList<>();

    private TaskRow(ImportRow row, Known known, Viewer viewer) {
        this.row = row;
        this.known = known;
        this.viewer = viewer;
        var externalId = row.text("externalId");
        this.before = externalId == null ? null : known.existing().get(externalId);
    }

    /** @param existing by external id */
    record Known(Instant now, FileSubjects.Known subjects, Map<String, Task> existing) {}

    /** @param newId of what is new */
    static Reading<ImportedTask, Task> read(
            ImportRow row, Known known, Viewer viewer, UUID newId, Validator validator) {
        return new TaskRow(row, known, viewer).read(newId, validator);
    }

    private Reading<ImportedTask, Task> read(UUID newId, Validator validator) {
        if (before != null && !FileOwner.mayChange(viewer, before.owner().id())) {
            return new Reading.Wrong<>(List.of(FieldProblem.of("externalId", "unreachable")));
        }
        var due = due();
        if (due == null) return new Reading.Wrong<>(List.of(FieldProblem.of("dueOn", "required")));
        var priority = row.text("priority");
        var stored = before == null ? null : before.doneAt();
        var read = new ImportedTask(
                before == null ? newId : before.id(),
                requireNonNullElse(row.text("title"), before == null ? "" : before.title()),
                due,
                FileDays.moment(row, "doneOn", stored, known.now(), viewer, problems::add),
                priority != null
                        ? Task.Priority.valueOf(priority)
                        : before == null ? Task.Priority.NORMAL : before.priority(),
                row.has("note") || before == null ? row.text("note") : before.note(),
                known.subjects().about(row, before == null ? About.NOTHING : before.about(), problems::add),
                FileOwner.of(row, before == null ? null : before.owner().id(), viewer, problems::add),
                row.text("externalId"));
        problems.addAll(Violations.of(read.command(), validator));
        return problems.isEmpty() ? new Reading.Understood<>(read, before) : new Reading.Wrong<>(problems);
    }

    private @Nullable LocalDate due() {
        var given = row.date("dueOn");
        return given == null && before != null ? before.dueOn() : given;
    }
}

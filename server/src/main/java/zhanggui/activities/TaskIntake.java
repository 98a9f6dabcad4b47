package zhanggui.activities;

import jakarta.validation.Validator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession.Outcome;

/** Takes rows of tasks in, many at once, by the rules of {@link Tasks}. */
@Component
class TaskIntake {
    private final TaskStore store;
    private final FileSubjects files;
    private final Validator validator;
    private final Audit audit;
    private final Clock clock;

    TaskIntake(TaskStore store, FileSubjects files, Validator validator, Audit audit, Clock clock) {
        this.store = store;
        this.files = files;
        this.validator = validator;
        this.audit = audit;
        this.clock = clock;
    }

    List<Outcome> take(List<ImportRow> rows, Arrivals.File file, Viewer viewer) {
        var known = known(rows, viewer);
        var newIds = store.newIds(rows.size());
        var read = new ArrayList<Reading<ImportedTask, Task>>();
        for (var row : rows) read.add(TaskRow.read(row, known, viewer, newIds.removeFirst(), validator));
        var alike = alike(Arrivals.nameless(read), file);
        var arrivals = new Arrivals<>(rows, read, file, one -> alike.contains(Same.as(one)));
        store.insert(arrivals.created(), viewer.id());
        store.update(arrivals.changed());
        log("created", arrivals.created(), arrivals, viewer);
        log("changed", arrivals.changed(), arrivals, viewer);
        arrivals.remember(file);
        return arrivals.outcomes();
    }

    private TaskRow.Known known(List<ImportRow> rows, Viewer viewer) {
        var existing = store.byExternalId(rows.stream()
                .map(r -> r.text("externalId"))
                .filter(Objects::nonNull)
                .toList());
        var stored = existing.values().stream().map(Task::about).toList();
        return new TaskRow.Known(
                clock.instant().truncatedTo(ChronoUnit.MICROS), files.look(rows, stored, viewer), existing);
    }

    /** What makes two tasks the same where nothing else tells; whether they are done is not of it. */
    private record Same(String title, LocalDate dueOn, About about, UUID owner) {
        static Same as(ImportedTask t) {
            return new Same(t.title(), t.dueOn(), t.about(), t.owner());
        }

        static Same as(Task t) {
            return new Same(t.title(), t.dueOn(), t.about(), t.owner().id());
        }
    }

    /** What was there before this file; within the file, two rows are two tasks. */
    private Set<Same> alike(List<ImportedTask> nameless, Arrivals.File file) {
        return store.like(nameless).stream()
                .filter(t -> !file.created().contains(t.id()))
                .map(Same::as)
                .collect(Collectors.toSet());
    }

    private void log(String action, List<ImportedTask> now, Arrivals<ImportedTask, Task> all, Viewer viewer) {
        if (now.isEmpty()) return;
        var stored = store.find(now.stream().map(ImportedTask::id).toList());
        audit.record(
                viewer,
                action,
                stored.stream()
                        .map(t -> Tasks.entry(all.before().get(t.id()), t))
                        .toList());
    }
}

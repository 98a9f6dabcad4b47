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
import zhanggui.customfields.CustomFields;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession.Outcome;

/** Takes rows of follow-ups in, many at once, by the rules of {@link Activities}. */
@Component
class ActivityIntake {
    private final ActivityStore store;
    private final Subjects subjects;
    private final FileSubjects files;
    private final CustomFields fields;
    private final Validator validator;
    private final Audit audit;
    private final Clock clock;

    ActivityIntake(
            ActivityStore store,
            Subjects subjects,
            FileSubjects files,
            CustomFields fields,
            Validator validator,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.files = files;
        this.fields = fields;
        this.validator = validator;
        this.audit = audit;
        this.clock = clock;
    }

    List<Outcome> take(List<ImportRow> rows, Arrivals.File file, Viewer viewer) {
        var known = known(rows, viewer);
        var newIds = store.newIds(rows.size());
        var read = new ArrayList<Reading<ImportedActivity, Activity>>();
        for (var row : rows) read.add(ActivityRow.read(row, known, viewer, newIds.removeFirst(), validator));
        var alike = alike(Arrivals.nameless(read), file, viewer);
        var arrivals = new Arrivals<>(rows, read, file, one -> alike.contains(Same.as(one, viewer)));
        store.insert(arrivals.created());
        store.update(arrivals.changed());
        log("created", arrivals.created(), arrivals, viewer);
        log("changed", arrivals.changed(), arrivals, viewer);
        follow(arrivals);
        arrivals.remember(file);
        return arrivals.outcomes();
    }

    private ActivityRow.Known known(List<ImportRow> rows, Viewer viewer) {
        var existing = store.byExternalId(rows.stream()
                .map(r -> r.text("externalId"))
                .filter(Objects::nonNull)
                .toList());
        var stored = existing.values().stream().map(Activity::about).toList();
        return new ActivityRow.Known(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                files.look(rows, stored, viewer),
                existing,
                fields,
                fields.check("activities", viewer));
    }

    /** What makes two follow-ups the same where nothing else tells: a file imported twice, or its own export. */
    private record Same(ActivityKind kind, LocalDate day, String text, About about, UUID owner) {
        static Same as(ImportedActivity a, Viewer viewer) {
            return new Same(a.kind(), viewer.calendar().day(a.at()), a.text(), a.about(), a.owner());
        }

        static Same as(Activity a, Viewer viewer) {
            return new Same(
                    a.kind(),
                    viewer.calendar().day(a.happenedAt()),
                    a.text(),
                    a.about(),
                    a.owner().id());
        }
    }

    /** What was there before this file; within the file, two rows are two follow-ups. */
    private Set<Same> alike(List<ImportedActivity> nameless, Arrivals.File file, Viewer viewer) {
        return store.like(nameless).stream()
                .filter(a -> !file.created().contains(a.id()))
                .map(a -> Same.as(a, viewer))
                .collect(Collectors.toSet());
    }

    private void log(
            String action, List<ImportedActivity> now, Arrivals<ImportedActivity, Activity> all, Viewer viewer) {
        if (now.isEmpty()) return;
        var stored = store.find(now.stream().map(ImportedActivity::id).toList());
        audit.record(
                viewer,
                action,
                stored.stream()
                        .map(a -> Activities.entry(all.before().get(a.id()), a))
                        .toList());
    }

    private void follow(Arrivals<ImportedActivity, Activity> arrivals) {
        var moved = new ArrayList<Activity>();
        var done = new ArrayList<Subjects.Done>();
        for (var one : arrivals.created()) done.add(new Subjects.Done(one.about(), one.at()));
        for (var one : arrivals.changed()) {
            var old = Objects.requireNonNull(arrivals.before().get(one.id()));
            if (old.about().equals(one.about()) && old.happenedAt().equals(one.at())) continue;
            moved.add(old);
            done.add(new Subjects.Done(one.about(), one.at()));
        }
        subjects.noLongerFollowedUp(moved);
        subjects.followedUp(done);
    }
}

package zhanggui.activities;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;
import zhanggui.customfields.CustomFields;
import zhanggui.customfields.FieldCheck;
import zhanggui.imports.ImportRow;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Violations;

/** Reads one row of a file as a follow-up, by the rules of {@link Activities}. */
final class ActivityRow {
    private final ImportRow row;
    private final Known known;
    private final Viewer viewer;
    private final @Nullable Activity before;
    private final List<FieldProblem> problems = new ArrayList<>();

    private ActivityRow(ImportRow row, Known known, Viewer viewer) {
        this.row = row;
        this.known = known;
        this.viewer = viewer;
        var externalId = row.text("externalId");
        this.before = externalId == null ? null : known.existing().get(externalId);
    }

    /** @param existing by external id */
    record Known(
            Instant now,
            FileSubjects.Known subjects,
            Map<String, Activity> existing,
            CustomFields fields,
            FieldCheck custom) {}

    /** @param newId of what is new */
    static Reading<ImportedActivity, Activity> read(
            ImportRow row, Known known, Viewer viewer, UUID newId, Validator validator) {
        return new ActivityRow(row, known, viewer).read(newId, validator);
    }

    private Reading<ImportedActivity, Activity> read(UUID newId, Validator validator) {
        if (before != null && !FileOwner.mayChange(viewer, before.owner().id())) {
            return new Reading.Wrong<>(List.of(FieldProblem.of("externalId", "unreachable")));
        }
        var kind = row.text("kind");
        var stored = before == null ? null : before.happenedAt();
        var read = new ImportedActivity(
                before == null ? newId : before.id(),
                kind != null ? ActivityKind.valueOf(kind) : before == null ? ActivityKind.OTHER : before.kind(),
                requireNonNullElse(
                        FileDays.moment(row, "happenedOn", stored, known.now(), viewer, problems::add), known.now()),
                requireNonNullElse(row.text("text"), before == null ? "" : before.text()),
                row.has("nextStep") || before == null ? row.text("nextStep") : before.nextStep(),
                about(),
                FileOwner.of(row, before == null ? null : before.owner().id(), viewer, problems::add),
                row.text("externalId"),
                custom(
                        kind != null
                                ? ActivityKind.valueOf(kind)
                                : before == null ? ActivityKind.OTHER : before.kind()));
        problems.addAll(Violations.of(read.command(), validator));
        return problems.isEmpty() ? new Reading.Understood<>(read, before) : new Reading.Wrong<>(problems);
    }

    private Map<String, Object> custom(ActivityKind kind) {
        var told = known.fields().told("activities", row);
        var checked = known.custom()
                .check(
                        told.isEmpty() ? null : told,
                        before == null ? null : before.custom().stored(),
                        Map.of("kind", kind));
        problems.addAll(checked.problems());
        return checked.values();
    }

    private About about() {
        int wrongBefore = problems.size();
        var about = known.subjects().about(row, before == null ? About.NOTHING : before.about(), problems::add);
        if (about.isNothing() && problems.size() == wrongBefore) {
            problems.add(FieldProblem.of("customer", "required"));
        }
        return about;
    }
}

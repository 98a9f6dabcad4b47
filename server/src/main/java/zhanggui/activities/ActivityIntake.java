package zhanggui.activities;

import jakarta.validation.Validator;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.activities.ActivityRow.Known;
import zhanggui.activities.ActivityRow.Reading;
import zhanggui.audit.Audit;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession.Outcome;
import zhanggui.opportunities.Opportunities;
import zhanggui.problems.FieldProblem;

/** Takes rows of follow-ups in, many at once, by the rules of {@link Activities}. */
@Component
class ActivityIntake {
    private final ActivityStore store;
    private final Subjects subjects;
    private final Opportunities opportunities;
    private final Validator validator;
    private final Audit audit;
    private final Clock clock;

    ActivityIntake(
            ActivityStore store,
            Subjects subjects,
            Opportunities opportunities,
            Validator validator,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.opportunities = opportunities;
        this.validator = validator;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param seen external ids of the file so far; grows by those of these rows once they are in */
    List<Outcome> take(List<ImportRow> rows, Set<String> seen, Viewer viewer) {
        var known = known(rows, viewer);
        var newIds = store.newIds(rows.size());
        var ids = new HashSet<>(seen);
        var outcomes = new ArrayList<Outcome>();
        var created = new ArrayList<ImportedActivity>();
        var changed = new ArrayList<ImportedActivity>();
        var before = new HashMap<UUID, Activity>();
        for (var row : rows) {
            var externalId = row.text("externalId");
            if (externalId != null && !ids.add(externalId)) {
                outcomes.add(new Outcome.Refused(List.of(FieldProblem.of("externalId", "repeated"))));
                continue;
            }
            switch (ActivityRow.read(row, known, viewer, newIds.removeFirst(), validator)) {
                case Reading.Wrong(var problems) -> outcomes.add(new Outcome.Refused(problems));
                case Reading.Understood(var activity, var old)
                when old == null -> {
                    created.add(activity);
                    outcomes.add(new Outcome.Created(activity.id()));
                }
                case Reading.Understood(var activity, var old)
                when activity.isLike(old) ->
                    outcomes.add(new Outcome.Skipped(FieldProblem.of("externalId", "unchanged")));
                case Reading.Understood(var activity, var old) -> {
                    changed.add(activity);
                    before.put(activity.id(), Objects.requireNonNull(old));
                    outcomes.add(new Outcome.Updated(activity.id()));
                }
            }
        }
        store.insert(created);
        store.update(changed);
        log("created", created, Map.of(), viewer);
        log("changed", changed, before, viewer);
        follow(created, changed, before);
        seen.addAll(ids);
        return outcomes;
    }

    private Known known(List<ImportRow> rows, Viewer viewer) {
        var external = rows.stream()
                .map(r -> r.text("externalId"))
                .filter(Objects::nonNull)
                .toList();
        var existing = store.byExternalId(external);
        var deals = ids(rows, "opportunity");
        var visible = subjects.seen("opportunities", deals, viewer);
        existing.values().stream()
                .map(a -> a.about().opportunity())
                .filter(Objects::nonNull)
                .forEach(deals::add);
        return new Known(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                subjects.seen("customers", ids(rows, "customer"), viewer),
                visible,
                deals.isEmpty() ? Map.of() : opportunities.customersOf(deals),
                existing);
    }

    private static Set<UUID> ids(List<ImportRow> rows, String field) {
        var ids = new HashSet<UUID>();
        for (var row : rows) {
            var id = row.id(field);
            if (id != null) ids.add(id);
        }
        return ids;
    }

    /** @param before what each one was, by id */
    private void log(String action, List<ImportedActivity> now, Map<UUID, Activity> before, Viewer viewer) {
        if (now.isEmpty()) return;
        var stored = store.find(now.stream().map(ImportedActivity::id).toList());
        audit.record(
                viewer,
                action,
                stored.stream()
                        .map(a -> Activities.entry(before.get(a.id()), a))
                        .toList());
    }

    private void follow(List<ImportedActivity> created, List<ImportedActivity> changed, Map<UUID, Activity> before) {
        var moved = new ArrayList<Activity>();
        var done = new ArrayList<Subjects.Done>();
        for (var one : created) done.add(new Subjects.Done(one.about(), one.at()));
        for (var one : changed) {
            @Nullable Activity old = before.get(one.id());
            if (old == null
                    || (old.about().equals(one.about()) && old.happenedAt().equals(one.at()))) continue;
            moved.add(old);
            done.add(new Subjects.Done(one.about(), one.at()));
        }
        subjects.noLongerFollowedUp(moved);
        subjects.followedUp(done);
    }
}

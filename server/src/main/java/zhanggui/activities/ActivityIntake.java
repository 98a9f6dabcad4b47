package zhanggui.activities;

import static zhanggui.activities.db.Tables.ACTIVITY;
import static zhanggui.activities.db.Tables.KNOWN_OPPORTUNITY;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession.Outcome;
import zhanggui.listings.Lists;
import zhanggui.listings.Selection;
import zhanggui.problems.FieldProblem;

/** Takes rows of follow-ups in, many at once, by the rules of {@link Activities}. */
@Component
class ActivityIntake {
    private static final LocalTime NOON = LocalTime.NOON;
    private final DSLContext db;
    private final ActivityStore store;
    private final Lists lists;
    private final Subjects subjects;
    private final Clock clock;

    ActivityIntake(DSLContext db, ActivityStore store, Lists lists, Subjects subjects, Clock clock) {
        this.db = db;
        this.store = store;
        this.lists = lists;
        this.subjects = subjects;
        this.clock = clock;
    }

    private record Taken(UUID id, About about, Instant at) {}

    /** What rows refer to, looked up once for all of them. */
    private record Known(
            Set<UUID> customers,
            Set<UUID> opportunities,
            Map<UUID, @Nullable UUID> customerOf,
            Map<String, Activity> existing) {}

    /** @param seen external ids of the file so far; grows */
    List<Outcome> take(List<ImportRow> rows, Set<String> seen, Viewer viewer, Audit audit) {
        var known = known(rows, viewer);
        var outcomes = new ArrayList<Outcome>();
        var taken = new ArrayList<Taken>();
        var created = new LinkedHashMap<UUID, @Nullable Activity>();
        var changed = new LinkedHashMap<UUID, @Nullable Activity>();
        for (var row : rows) {
            var problems = problems(row, known, seen, viewer);
            if (!problems.isEmpty()) {
                outcomes.add(new Outcome.Refused(problems));
                continue;
            }
            var about = about(row, known);
            var at = at(row.date("happenedOn"), viewer);
            var externalId = row.text("externalId");
            var earlier = externalId == null ? null : known.existing().get(externalId);
            var id = save(row, about, at, Objects.requireNonNullElse(row.id("owner"), viewer.id()), earlier);
            taken.add(new Taken(id, about, at));
            if (earlier == null) created.put(id, null);
            else changed.putIfAbsent(id, earlier);
            outcomes.add(earlier == null ? new Outcome.Created(id) : new Outcome.Updated(id));
        }
        log("created", created, viewer, audit);
        log("changed", changed, viewer, audit);
        changed.values().stream().filter(Objects::nonNull).forEach(subjects::noLongerFollowedUp);
        subjects.followedUp(latest(taken, true), latest(taken, false));
        return outcomes;
    }

    /** @param before what each one was, by id */
    private void log(String action, Map<UUID, @Nullable Activity> before, Viewer viewer, Audit audit) {
        if (before.isEmpty()) return;
        var entries = store.find(ACTIVITY.ID.in(before.keySet()), before.size()).stream()
                .map(now -> Activities.entry(before.get(now.id()), now))
                .toList();
        audit.record(viewer, action, entries);
    }

    private Known known(List<ImportRow> rows, Viewer viewer) {
        var opportunities = visible("opportunities", ids(rows, "opportunity"), viewer);
        var customers = visible("customers", ids(rows, "customer"), viewer);
        var customerOf = new HashMap<UUID, @Nullable UUID>();
        db.select(KNOWN_OPPORTUNITY.ID, KNOWN_OPPORTUNITY.CUSTOMER_ID)
                .from(KNOWN_OPPORTUNITY)
                .where(KNOWN_OPPORTUNITY.ID.in(opportunities))
                .forEach(r -> customerOf.put(r.value1(), r.value2()));
        var external = rows.stream()
                .map(r -> r.text("externalId"))
                .filter(Objects::nonNull)
                .toList();
        var existing = store.byExternalId(external);
        return new Known(customers, opportunities, customerOf, existing);
    }

    private static Set<UUID> ids(List<ImportRow> rows, String field) {
        var ids = new HashSet<UUID>();
        for (var row : rows) {
            var id = row.id(field);
            if (id != null) ids.add(id);
        }
        return ids;
    }

    private Set<UUID> visible(String list, Set<UUID> ids, Viewer viewer) {
        if (ids.isEmpty() || !viewer.may(list + ":read")) return Set.of();
        return Set.copyOf(
                lists.select(lists.find(list, viewer), Selection.of(List.copyOf(ids)), viewer, list + ":read"));
    }

    private List<FieldProblem> problems(ImportRow row, Known known, Set<String> seen, Viewer viewer) {
        var problems = new ArrayList<FieldProblem>();
        var customer = row.id("customer");
        var opportunity = row.id("opportunity");
        var owner = row.id("owner");
        var day = row.date("happenedOn");
        var externalId = row.text("externalId");
        var earlier = externalId == null ? null : known.existing().get(externalId);
        if (earlier != null && !viewer.may("activities:edit", earlier.owner().id())) {
            problems.add(FieldProblem.of("externalId", "unreachable"));
        }
        if (externalId != null && !seen.add(externalId)) problems.add(FieldProblem.of("externalId", "repeated"));
        if (customer == null && opportunity == null) problems.add(FieldProblem.of("customer", "required"));
        if (opportunity != null && !known.opportunities().contains(opportunity)) {
            problems.add(FieldProblem.of("opportunity", "unreachable"));
        } else if (opportunity == null && customer != null && !known.customers().contains(customer)) {
            problems.add(FieldProblem.of("customer", "unreachable"));
        }
        if (owner != null && !owner.equals(viewer.id()) && !viewer.may("activities:edit", owner)) {
            problems.add(FieldProblem.of("owner", "unreachable"));
        }
        if (day != null && day.isAfter(viewer.calendar().day(clock.instant()))) {
            problems.add(FieldProblem.of("happenedOn", "past-or-present"));
        }
        return problems;
    }

    private static About about(ImportRow row, Known known) {
        var opportunity = row.id("opportunity");
        var customer =
                opportunity == null ? row.id("customer") : known.customerOf().get(opportunity);
        return new About(customer, null, opportunity);
    }

    /** Files give days: noon of that day, or now for today. */
    private Instant at(@Nullable LocalDate day, Viewer viewer) {
        var now = clock.instant();
        if (day == null) return now;
        var noon = day.atTime(NOON).atZone(viewer.calendar().zone()).toInstant();
        return noon.isAfter(now) ? now : noon;
    }

    private UUID save(ImportRow row, About about, Instant at, UUID owner, @Nullable Activity earlier) {
        var kind = Objects.requireNonNullElse(row.text("kind"), ActivityKind.OTHER.name());
        var values = new HashMap<org.jooq.Field<?>, @Nullable Object>();
        values.put(ACTIVITY.KIND, kind);
        values.put(ACTIVITY.HAPPENED_AT, at.atOffset(ZoneOffset.UTC));
        values.put(ACTIVITY.TEXT, row.text("text"));
        values.put(ACTIVITY.NEXT_STEP, row.text("nextStep"));
        values.put(ACTIVITY.CUSTOMER_ID, about.customer());
        values.put(ACTIVITY.OPPORTUNITY_ID, about.opportunity());
        values.put(ACTIVITY.OWNER_ID, owner);
        values.put(ACTIVITY.EXTERNAL_ID, row.text("externalId"));
        if (earlier != null) {
            values.put(ACTIVITY.VERSION, ACTIVITY.VERSION.plus(1));
            values.put(ACTIVITY.UPDATED_AT, DSL.currentOffsetDateTime());
            db.update(ACTIVITY).set(values).where(ACTIVITY.ID.eq(earlier.id())).execute();
            return earlier.id();
        }
        return db.insertInto(ACTIVITY)
                .set(values)
                .returningResult(ACTIVITY.ID)
                .fetchSingle()
                .value1();
    }

    private static Map<UUID, Instant> latest(List<Taken> taken, boolean customers) {
        var latest = new HashMap<UUID, Instant>();
        for (var t : taken) {
            var id = customers ? t.about().customer() : t.about().opportunity();
            if (id != null) latest.merge(id, t.at(), (a, b) -> a.isAfter(b) ? a : b);
        }
        return latest;
    }
}

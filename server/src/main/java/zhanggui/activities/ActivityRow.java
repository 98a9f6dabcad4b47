package zhanggui.activities;

import jakarta.validation.Validator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;
import zhanggui.imports.ImportRow;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Violations;

/** Reads one row of a file as a follow-up, by the rules of {@link Activities}. */
final class ActivityRow {
    private static final String READ = "activities:read";
    private static final String EDIT = "activities:edit";
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

    /**
     * What rows refer to, looked up once for all of them.
     *
     * @param customers those within sight
     * @param opportunities those within sight
     * @param customerOf the customers of opportunities, where they have one
     * @param existing by external id
     */
    record Known(
            Instant now,
            Set<UUID> customers,
            Set<UUID> opportunities,
            Map<UUID, UUID> customerOf,
            Map<String, Activity> existing) {}

    sealed interface Reading {
        /** @param before what it was, when it is known already */
        record Understood(
                ImportedActivity activity, @Nullable Activity before) implements Reading {}

        record Wrong(List<FieldProblem> problems) implements Reading {}
    }

    /** @param newId of what is new */
    static Reading read(ImportRow row, Known known, Viewer viewer, UUID newId, Validator validator) {
        return new ActivityRow(row, known, viewer).read(newId, validator);
    }

    private Reading read(UUID newId, Validator validator) {
        var author = before == null ? null : before.owner().id();
        if (author != null && !(viewer.may(READ, author) && viewer.may(EDIT, author))) {
            return new Reading.Wrong(List.of(FieldProblem.of("externalId", "unreachable")));
        }
        var kind = row.text("kind");
        var read = new ImportedActivity(
                before == null ? newId : before.id(),
                kind != null ? ActivityKind.valueOf(kind) : before == null ? ActivityKind.OTHER : before.kind(),
                at(row.date("happenedOn")),
                Objects.requireNonNullElse(row.text("text"), before == null ? "" : before.text()),
                row.has("nextStep") || before == null ? row.text("nextStep") : before.nextStep(),
                about(),
                owner(),
                row.text("externalId"));
        problems.addAll(Violations.of(read.command(), validator));
        return problems.isEmpty() ? new Reading.Understood(read, before) : new Reading.Wrong(problems);
    }

    /** Files give days: noon of that day, or now for today. A day that stays keeps its hour. */
    private Instant at(@Nullable LocalDate day) {
        var stored = before == null ? null : before.happenedAt();
        var calendar = viewer.calendar();
        if (day == null) return stored == null ? known.now() : stored;
        if (stored != null && day.equals(calendar.day(stored))) return stored;
        if (day.isAfter(calendar.day(known.now()))) wrong("happenedOn", "past-or-present");
        var noon = day.atTime(LocalTime.NOON).atZone(calendar.zone()).toInstant();
        return noon.isAfter(known.now()) ? known.now() : noon;
    }

    private About about() {
        var old = before == null ? new About(null, null, null) : before.about();
        var opportunity = opportunity(old.opportunity());
        var its = opportunity == null ? null : known.customerOf().get(opportunity);
        var customer = customer(its, Objects.equals(opportunity, old.opportunity()) ? old.customer() : null);
        if (customer == null && opportunity == null) wrong("customer", "required");
        var contact = Objects.equals(customer, old.customer()) ? old.contact() : null;
        return new About(customer, contact, opportunity);
    }

    private @Nullable UUID opportunity(@Nullable UUID old) {
        var given = row.id("opportunity");
        if (given == null) return old;
        if (!given.equals(old) && !known.opportunities().contains(given)) wrong("opportunity", "unreachable");
        return given;
    }

    /** @param its the customer of the opportunity */
    private @Nullable UUID customer(@Nullable UUID its, @Nullable UUID old) {
        var given = row.id("customer");
        if (given == null) return old == null ? its : old;
        if (given.equals(its) || given.equals(old)) return given;
        if (!known.customers().contains(given)) wrong("customer", "unreachable");
        else if (its != null) wrong("customer", "not-its-customer");
        return given;
    }

    /** For others only within the reach in which one may also correct them. */
    private UUID owner() {
        var given = row.id("owner");
        if (given == null) return before == null ? viewer.id() : before.owner().id();
        var kept = before != null && given.equals(before.owner().id());
        if (!kept && !given.equals(viewer.id()) && !viewer.may(EDIT, given)) wrong("owner", "unreachable");
        return given;
    }

    private void wrong(String field, String code) {
        problems.add(FieldProblem.of(field, code));
    }
}

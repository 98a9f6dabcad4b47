package zhanggui.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.people.UnitStore.UnitState;
import zhanggui.problems.Refused;

/**
 * Changing the tree of units. Every change holds from a day on, today where none is named; what held before that day
 * stays as it was, and what is already planned for later comes to pass.
 */
@Service
@Transactional
public class Units {
    static final String TYPE = "units";
    private final UnitStore store;
    private final OrganisationStore organisations;
    private final Reorganisation reorganisation;
    private final Audit audit;
    private final Clock clock;

    Units(UnitStore store, OrganisationStore organisations, Reorganisation reorganisation, Audit audit, Clock clock) {
        this.store = store;
        this.organisations = organisations;
        this.reorganisation = reorganisation;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param parentId absent for a unit at the top
     * @param position its place among its siblings; the last where none is named
     */
    public record NewUnit(
            @Nullable UUID parentId,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 100) String nameEn,
            @Nullable Integer position,
            @Nullable LocalDate from) {}

    /** What the unit is to be from a day on. */
    public record ChangeUnit(
            @Nullable UUID parentId,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 100) String nameEn,
            @Nullable Integer position,
            @Nullable LocalDate from,
            @NotNull Integer version) {}

    /** A unit as the log tells of it. */
    record Described(
            String name,
            @Nullable String nameEn,
            @Nullable String parent,
            int position,
            LocalDate from,
            @Nullable LocalDate until) {}

    public UUID add(NewUnit unit, Viewer viewer) {
        return add(organisations.newIds(1).getFirst(), unit, viewer);
    }

    /** @param id the key it is to have, which was kept ready for it */
    public UUID add(UUID id, NewUnit unit, Viewer viewer) {
        var from = day(unit.from(), viewer);
        return reorganisation.from(from, () -> {
            var position = unit.position() != null ? unit.position() : store.nextPosition(unit.parentId(), from);
            var state = new UnitState(
                    id,
                    unit.parentId(),
                    unit.name().strip(),
                    Person.stripped(unit.nameEn()),
                    position,
                    Period.since(from));
            requireParent(state);
            store.add(List.of(state));
            audit.created(viewer, subject(state), describe(state));
            return state.id();
        });
    }

    /** Many at once, parents first, from an import that has settled where they hang. */
    void addAll(List<UnitState> added, Function<UUID, String> nameOf, Viewer viewer) {
        store.add(added);
        audit.record(
                viewer,
                "created",
                added.stream()
                        .map(u -> new Audit.Changed(
                                subject(u), null, describe(u, u.parent() == null ? null : nameOf.apply(u.parent()))))
                        .toList());
    }

    public void change(UUID id, ChangeUnit change, Viewer viewer) {
        var from = day(change.from(), viewer);
        reorganisation.from(from, () -> {
            var now = holding(id, from);
            if (!store.version(id).orElseThrow().equals(change.version())) {
                throw Refused.stale(organisations.view(from).unit(id).orElseThrow());
            }
            var next = new UnitState(
                    id,
                    change.parentId(),
                    change.name().strip(),
                    Person.stripped(change.nameEn()),
                    change.position() != null ? change.position() : now.position(),
                    new Period(from, now.during().until()));
            change(now, next, viewer);
            return id;
        });
    }

    /** Hangs a unit below another, as the last there; at the top where none is named. */
    public void move(UUID id, @Nullable UUID parent, LocalDate from, Viewer viewer) {
        reorganisation.from(from, () -> {
            var now = holding(id, from);
            var position = store.nextPosition(parent, from);
            var during = new Period(from, now.during().until());
            change(now, new UnitState(id, parent, now.name(), now.nameEn(), position, during), viewer);
            return id;
        });
    }

    public void rename(UUID id, String name, @Nullable String nameEn, LocalDate from, Viewer viewer) {
        reorganisation.from(from, () -> {
            var now = holding(id, from);
            var during = new Period(from, now.during().until());
            var next = new UnitState(id, now.parent(), name.strip(), Person.stripped(nameEn), now.position(), during);
            change(now, next, viewer);
            return id;
        });
    }

    /** Closes a unit that has neither seats nor units from that day on. */
    public void close(UUID id, @Nullable LocalDate on, Viewer viewer) {
        var from = day(on, viewer);
        reorganisation.from(from, () -> {
            var now = holding(id, from);
            if (store.isUsedFrom(id, from)) throw Refused.because(PeopleReasons.UNIT_IN_USE, now.name());
            store.close(id, from);
            audit.deleted(viewer, subject(now), describe(now));
            return id;
        });
    }

    private UnitState holding(UUID id, LocalDate day) {
        if (store.version(id).isEmpty()) throw Refused.notFound();
        return store.on(id, day).orElseThrow(() -> Refused.because(PeopleReasons.NOT_THEN, day));
    }

    private void change(UnitState now, UnitState next, Viewer viewer) {
        requireParent(next);
        var before = describe(now);
        store.change(next);
        audit.changed(viewer, subject(next), before, describe(next));
    }

    private void requireParent(UnitState unit) {
        if (unit.parent() != null && parentOf(unit).isEmpty()) {
            throw Refused.because(PeopleReasons.UNIT_NOT_THERE);
        }
    }

    private Optional<UnitState> parentOf(UnitState unit) {
        return unit.parent() == null
                ? Optional.empty()
                : store.on(unit.parent(), unit.during().from());
    }

    private Described describe(UnitState unit) {
        return describe(unit, parentOf(unit).map(UnitState::name).orElse(null));
    }

    private static Described describe(UnitState unit, @Nullable String parent) {
        return new Described(
                unit.name(),
                unit.nameEn(),
                parent,
                unit.position(),
                unit.during().from(),
                unit.during().until());
    }

    private static Subject subject(UnitState unit) {
        return new Subject(TYPE, unit.id(), unit.name());
    }

    private LocalDate day(@Nullable LocalDate day, Viewer viewer) {
        return day != null ? day : viewer.calendar().day(clock.instant());
    }
}

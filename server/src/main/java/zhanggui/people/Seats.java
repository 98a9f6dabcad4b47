package zhanggui.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.people.SeatStore.SeatState;
import zhanggui.problems.Refused;

/**
 * Changing seats 岗位席位 and the lines between them. Every change holds from a day on, today where none is named; what
 * held before that day stays as it was, and what is already planned for later comes to pass.
 */
@Service
@Transactional
public class Seats {
    static final String TYPE = "seats";
    private final SeatStore store;
    private final UnitStore units;
    private final OrganisationStore organisations;
    private final Reorganisation reorganisation;
    private final Audit audit;
    private final Clock clock;

    Seats(
            SeatStore store,
            UnitStore units,
            OrganisationStore organisations,
            Reorganisation reorganisation,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.units = units;
        this.organisations = organisations;
        this.reorganisation = reorganisation;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param head whether it leads its unit
     * @param reportsTo the seat above when it is not the one the tree implies
     */
    public record NewSeat(
            @NotNull UUID unitId,
            @NotBlank @Size(max = 100) String title,
            @Nullable @Size(max = 4000) String duties,
            @Nullable Boolean head,
            @Nullable UUID reportsTo,
            @Nullable LocalDate from) {}

    /** What the seat is to be from a day on. */
    public record ChangeSeat(
            @NotNull UUID unitId,
            @NotBlank @Size(max = 100) String title,
            @Nullable @Size(max = 4000) String duties,
            @NotNull Boolean head,
            @Nullable UUID reportsTo,
            @Nullable LocalDate from,
            @NotNull Integer version) {}

    /** A seat as the log tells of it. */
    record Described(
            String title,
            @Nullable String duties,
            @Nullable String unit,
            boolean head,
            @Nullable String reportsTo,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** A dotted line as the log tells of it. */
    record DottedTo(@Nullable String dottedTo) {}

    public UUID add(NewSeat seat, Viewer viewer) {
        return add(organisations.newIds(1).getFirst(), seat, viewer);
    }

    /** @param id the key it is to have, which was kept ready for it */
    public UUID add(UUID id, NewSeat seat, Viewer viewer) {
        var from = day(seat.from(), viewer);
        return reorganisation.from(from, () -> {
            var state = new SeatState(
                    id,
                    seat.unitId(),
                    seat.title().strip(),
                    Person.stripped(seat.duties()),
                    Boolean.TRUE.equals(seat.head()),
                    seat.reportsTo(),
                    Period.since(from));
            requireSurroundings(state);
            store.add(List.of(state));
            audit.created(viewer, subject(state), describe(state));
            return state.id();
        });
    }

    /** Many at once, from an import that has settled where they stand. */
    void addAll(List<SeatState> added, Function<UUID, String> unitName, Viewer viewer) {
        store.add(added);
        audit.record(
                viewer,
                "created",
                added.stream()
                        .map(s -> new Audit.Changed(subject(s), null, describe(s, unitName.apply(s.unit()), null)))
                        .toList());
    }

    public void change(UUID id, ChangeSeat change, Viewer viewer) {
        var from = day(change.from(), viewer);
        reorganisation.from(from, () -> {
            var now = holding(id, from);
            if (!store.version(id).orElseThrow().equals(change.version())) {
                throw Refused.stale(organisations.view(from).seat(id).orElseThrow());
            }
            var next = new SeatState(
                    id,
                    change.unitId(),
                    change.title().strip(),
                    Person.stripped(change.duties()),
                    change.head(),
                    change.reportsTo(),
                    new Period(from, now.during().until()));
            change(now, next, viewer);
            return id;
        });
    }

    /** Puts a seat, with who sits there, into another unit, where it leads nobody yet. */
    public void move(UUID id, UUID unit, LocalDate from, Viewer viewer) {
        change(id, from, s -> new Aspects(unit, s.title(), false, s.reportsTo()), viewer);
    }

    public void rename(UUID id, String title, LocalDate from, Viewer viewer) {
        change(id, from, s -> new Aspects(s.unit(), title.strip(), s.head(), s.reportsTo()), viewer);
    }

    /** Has a seat lead its unit, or no longer. */
    public void lead(UUID id, boolean head, LocalDate from, Viewer viewer) {
        change(id, from, s -> new Aspects(s.unit(), s.title(), head, s.reportsTo()), viewer);
    }

    /** @param above absent where the tree says to whom it reports */
    public void report(UUID id, @Nullable UUID above, LocalDate from, Viewer viewer) {
        change(id, from, s -> new Aspects(s.unit(), s.title(), s.head(), above), viewer);
    }

    private record Aspects(
            UUID unit, String title, boolean head, @Nullable UUID reportsTo) {}

    private void change(UUID id, LocalDate from, Function<SeatState, Aspects> to, Viewer viewer) {
        reorganisation.from(from, () -> {
            var now = holding(id, from);
            var next = to.apply(now);
            var during = new Period(from, now.during().until());
            change(
                    now,
                    new SeatState(id, next.unit(), next.title(), now.duties(), next.head(), next.reportsTo(), during),
                    viewer);
            return id;
        });
    }

    private void change(SeatState now, SeatState next, Viewer viewer) {
        requireSurroundings(next);
        var before = describe(now);
        store.change(next);
        audit.changed(viewer, subject(next), before, describe(next));
    }

    /** Closes a seat that nobody occupies, and no seat was said to report to, from that day on. */
    public void close(UUID id, @Nullable LocalDate on, Viewer viewer) {
        var from = day(on, viewer);
        reorganisation.from(from, () -> {
            var now = holding(id, from);
            if (store.isOccupiedFrom(id, from)) throw Refused.because(PeopleReasons.SEAT_OCCUPIED, now.title());
            if (store.isReportedToFrom(id, from)) throw Refused.because(PeopleReasons.SEAT_REPORTED_TO, now.title());
            store.close(id, from);
            audit.deleted(viewer, subject(now), describe(now));
            return id;
        });
    }

    /** Draws a dotted line beside the solid one; nothing happens where there is one. */
    public void draw(UUID id, UUID reportsTo, @Nullable LocalDate on, Viewer viewer) {
        var from = day(on, viewer);
        reorganisation.from(from, () -> {
            var seat = holding(id, from);
            var above =
                    store.on(reportsTo, from).orElseThrow(() -> Refused.because(PeopleReasons.SEAT_ABOVE_NOT_THERE));
            if (store.isDotted(id, reportsTo, from)) return id;
            store.draw(id, reportsTo, from);
            audit.changed(viewer, subject(seat), new DottedTo(null), new DottedTo(above.title()));
            return id;
        });
    }

    /** Ends a dotted line. */
    public void erase(UUID id, UUID reportsTo, @Nullable LocalDate on, Viewer viewer) {
        var from = day(on, viewer);
        reorganisation.from(from, () -> {
            var seat = holding(id, from);
            if (!store.isDotted(id, reportsTo, from)) throw Refused.notFound();
            store.erase(id, reportsTo, from);
            var above = store.on(reportsTo, from).map(SeatState::title).orElse(null);
            audit.changed(viewer, subject(seat), new DottedTo(above), new DottedTo(null));
            return id;
        });
    }

    private SeatState holding(UUID id, LocalDate day) {
        if (store.version(id).isEmpty()) throw Refused.notFound();
        return store.on(id, day).orElseThrow(() -> Refused.because(PeopleReasons.NOT_THEN, day));
    }

    private void requireSurroundings(SeatState seat) {
        var from = seat.during().from();
        if (units.on(seat.unit(), from).isEmpty()) throw Refused.because(PeopleReasons.UNIT_NOT_THERE);
        if (seat.reportsTo() != null && store.on(seat.reportsTo(), from).isEmpty()) {
            throw Refused.because(PeopleReasons.SEAT_ABOVE_NOT_THERE);
        }
    }

    private Described describe(SeatState seat) {
        var above = seat.reportsTo() == null
                ? null
                : store.on(seat.reportsTo(), seat.during().from())
                        .map(SeatState::title)
                        .orElse(null);
        return describe(seat, store.unitName(seat).orElse(null), above);
    }

    private static Described describe(SeatState seat, @Nullable String unit, @Nullable String above) {
        return new Described(
                seat.title(),
                seat.duties(),
                unit,
                seat.head(),
                above,
                seat.during().from(),
                seat.during().until());
    }

    static Subject subject(SeatState seat) {
        return new Subject(TYPE, seat.id(), seat.title());
    }

    private LocalDate day(@Nullable LocalDate day, Viewer viewer) {
        return day != null ? day : viewer.calendar().day(clock.instant());
    }
}

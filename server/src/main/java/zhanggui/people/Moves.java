package zhanggui.people;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.access.Viewer;
import zhanggui.people.OccupationStore.Occupation;
import zhanggui.people.Occupations.Occupy;
import zhanggui.people.PeopleImport.Parts;
import zhanggui.people.Placement.Home;
import zhanggui.people.SeatStore.SeatState;
import zhanggui.people.Seats.ChangeSeat;
import zhanggui.people.Seats.NewSeat;
import zhanggui.people.UnitStore.UnitState;
import zhanggui.people.Units.ChangeUnit;
import zhanggui.problems.Refused;

/**
 * What an import changes for people there are already: by the same commands as the screens, from today on. A command
 * that is refused leaves nothing behind.
 */
final class Moves {
    private final Parts parts;
    private final Draft draft;
    private final Viewer viewer;
    private final LocalDate today;
    private final Runnable flush;
    private final TransactionTemplate undoable;

    /** @param flush writes what the draft holds so far */
    Moves(Parts parts, Draft draft, Viewer viewer, LocalDate today, Runnable flush) {
        this.parts = parts;
        this.draft = draft;
        this.viewer = viewer;
        this.today = today;
        this.flush = flush;
        this.undoable = new TransactionTemplate(parts.transactions());
        undoable.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    void change(Person person, KnownPeople people) {
        run(() -> {
            parts.people().change(person, viewer);
            return person;
        });
        people.put(parts.persons().find(person.id()).orElseThrow());
    }

    /** Returns whether anything had to change for the person to sit where a row says. */
    boolean adjust(
            Person person,
            SeatState seat,
            @Nullable UnitState unit,
            @Nullable Person manager,
            Supplier<Home> home,
            @Nullable String title,
            @Nullable String duties) {
        var at = seat;
        var fits = unit == null || draft.isWithin(seat.unit(), unit.id());
        if (manager != null)
            fits = fits && draft.superiorOf(seat).filter(manager.id()::equals).isPresent();
        if (!fits) at = bring(person, seat, home.get(), title != null ? title : seat.title());
        var next = new SeatState(
                at.id(),
                at.unit(),
                title != null ? title : at.title(),
                duties != null ? duties : at.duties(),
                at.head(),
                at.reportsTo(),
                at.during());
        if (!next.equals(at)) change(next);
        return !next.equals(seat);
    }

    private SeatState bring(Person person, SeatState seat, Home home, String title) {
        var unit = home.unit().id();
        var reportsTo = home.reportsTo();
        if (reportsTo != null && draft.isBelow(draft.seat(reportsTo), seat.id())) {
            throw Refused.invalid("manager", "manager-circle");
        }
        var at = seat;
        if (seat.head()) {
            var led = draft.unit(seat.unit());
            if (!seat.unit().equals(unit) && !unit.equals(led.parent())) hang(led, unit);
        } else if (!seat.unit().equals(unit)) {
            at = move(person, home, title);
        }
        if (Objects.equals(at.reportsTo(), reportsTo)) return at;
        var next = new SeatState(at.id(), at.unit(), at.title(), at.duties(), at.head(), reportsTo, at.during());
        change(next);
        return next;
    }

    /** A head takes the unit along. */
    private void hang(UnitState unit, UUID below) {
        run(() -> {
            var version = parts.unitStore().version(unit.id()).orElseThrow();
            var change = new ChangeUnit(below, unit.name(), unit.nameEn(), unit.position(), today, version);
            parts.units().change(unit.id(), change, viewer);
            return unit;
        });
        draft.changed(new UnitState(unit.id(), below, unit.name(), unit.nameEn(), unit.position(), unit.during()));
    }

    private SeatState move(Person person, Home home, String title) {
        var unit = home.unit().id();
        var seat = run(() -> {
            var free = draft.vacant(unit, title).orElseGet(() -> {
                var command = new NewSeat(unit, title, null, false, home.reportsTo(), today);
                var id = parts.seats().add(command, viewer);
                return new SeatState(id, unit, title, null, false, home.reportsTo(), Period.since(today));
            });
            parts.occupations().occupy(free.id(), new Occupy(person.id(), true, true, today), viewer);
            return free;
        });
        draft.changed(seat);
        draft.sits(new Occupation(seat.id(), person.id(), true, Period.since(today)));
        return seat;
    }

    private void change(SeatState to) {
        run(() -> {
            var version = parts.seatStore().version(to.id()).orElseThrow();
            var change = new ChangeSeat(to.unit(), to.title(), to.duties(), to.head(), to.reportsTo(), today, version);
            parts.seats().change(to.id(), change, viewer);
            return to;
        });
        draft.changed(to);
    }

    private <T> T run(Supplier<T> command) {
        flush.run();
        return Objects.requireNonNull(undoable.execute(status -> command.get()));
    }
}

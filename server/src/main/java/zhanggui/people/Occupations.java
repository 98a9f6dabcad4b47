package zhanggui.people;

import jakarta.validation.constraints.NotNull;
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
import zhanggui.people.OccupationStore.Occupation;
import zhanggui.people.SeatStore.SeatState;
import zhanggui.problems.Refused;

/** Seating people. As with the tree, what was before the day a change holds from stays as it was. */
@Service
@Transactional
public class Occupations {
    private final OccupationStore store;
    private final SeatStore seats;
    private final PersonStore people;
    private final Reorganisation reorganisation;
    private final Audit audit;
    private final Clock clock;

    Occupations(
            OccupationStore store,
            SeatStore seats,
            PersonStore people,
            Reorganisation reorganisation,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.seats = seats;
        this.people = people;
        this.reorganisation = reorganisation;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param main whether it is to be the person's main seat, as it is where nothing is said
     * @param move whether the person gives up the main seat they have
     */
    public record Occupy(
            @NotNull UUID personId,
            @Nullable Boolean main,
            @Nullable Boolean move,
            @Nullable LocalDate from) {}

    /** Where a person works, as the log tells of it: with the words of the list of people. */
    record Workplace(
            @Nullable String unit,
            @Nullable String title,
            @Nullable LocalDate from) {
        static final Workplace NONE = new Workplace(null, null, null);
    }

    /** Who sits on a seat, as the log tells of it in the seat's own history. */
    record Occupant(
            @Nullable String occupant,
            @Nullable Boolean main,
            @Nullable LocalDate from) {
        static final Occupant NONE = new Occupant(null, null, null);

        static Occupant of(Person person, Occupation occupation) {
            return new Occupant(
                    person.name(), occupation.main(), occupation.during().from());
        }
    }

    /** Seats a person until they leave, the seat closes, or someone is planned to follow. */
    public void occupy(UUID seatId, Occupy command, Viewer viewer) {
        var from = day(command.from(), viewer);
        reorganisation.from(from, () -> {
            if (seats.version(seatId).isEmpty()) throw Refused.notFound();
            var seat = seats.on(seatId, from).orElseThrow(() -> Refused.because(PeopleReasons.NOT_THEN, from));
            var person = people.find(command.personId())
                    .orElseThrow(() -> Refused.invalid("personId", "unknown", command.personId()));
            if (person.leftOn() != null && !person.leftOn().isAfter(from)) {
                throw Refused.because(PeopleReasons.PERSON_LEFT, person.name());
            }
            var main = !Boolean.FALSE.equals(command.main());
            var sitting = store.on(seatId, from);
            if (sitting.isPresent()) {
                var same = sitting.get().person().equals(person.id());
                if (same && sitting.get().main() == main) return seatId;
                if (!same) throw Refused.because(PeopleReasons.SEAT_TAKEN, seat.title());
                store.end(sitting.get(), from);
            }
            var before =
                    main ? leaveMainSeat(person, Boolean.TRUE.equals(command.move()), from, viewer) : Workplace.NONE;
            var now = new Occupation(seatId, person.id(), main, during(seatId, person, main, from));
            store.begin(List.of(now));
            audit.changed(viewer, subject(person), before, workplace(seat, from));
            var sat = sitting.map(s -> Occupant.of(person, s)).orElse(Occupant.NONE);
            audit.changed(viewer, Seats.subject(seat), sat, Occupant.of(person, now));
            return seatId;
        });
    }

    /** Many at once, from an import that has settled who sits where. */
    void beginAll(
            List<Occupation> begun,
            Function<Occupation, Workplace> placeOf,
            Function<UUID, Person> who,
            Viewer viewer) {
        store.begin(begun);
        audit.record(
                viewer,
                "changed",
                begun.stream()
                        .map(o -> new Audit.Changed(subject(who.apply(o.person())), Workplace.NONE, placeOf.apply(o)))
                        .toList());
        audit.record(
                viewer,
                "changed",
                begun.stream()
                        .map(o -> new Audit.Changed(
                                new Subject(
                                        Seats.TYPE, o.seat(), placeOf.apply(o).title()),
                                Occupant.NONE,
                                Occupant.of(who.apply(o.person()), o)))
                        .toList());
    }

    /** The seat is vacant from a day on. */
    public void vacate(UUID seatId, @Nullable LocalDate on, Viewer viewer) {
        var from = day(on, viewer);
        reorganisation.from(from, () -> {
            if (seats.version(seatId).isEmpty()) throw Refused.notFound();
            var occupation = store.on(seatId, from).orElseThrow(() -> Refused.because(PeopleReasons.NOT_THEN, from));
            var person = people.find(occupation.person()).orElseThrow();
            store.end(occupation, from);
            ended(occupation, person, from, viewer);
            return seatId;
        });
    }

    /** A person who leaves sits nowhere from that day on, whatever was planned. */
    void leave(Person person, LocalDate from, Viewer viewer) {
        var ending = store.of(person.id(), from);
        if (ending.isEmpty()) return;
        reorganisation.from(from, () -> {
            store.endAll(person.id(), from);
            ending.forEach(occupation -> ended(occupation, person, from, viewer));
            return from;
        });
    }

    private void ended(Occupation occupation, Person person, LocalDate on, Viewer viewer) {
        var since = occupation.during().from();
        var seat = seats.on(occupation.seat(), since.isAfter(on) ? since : on)
                .or(() -> seats.on(occupation.seat(), since))
                .orElseThrow();
        audit.changed(viewer, subject(person), workplace(seat, since), Workplace.NONE);
        audit.changed(viewer, Seats.subject(seat), Occupant.of(person, occupation), Occupant.NONE);
    }

    private Workplace leaveMainSeat(Person person, boolean move, LocalDate from, Viewer viewer) {
        var earlier = store.mainOf(person.id(), from);
        if (earlier.isEmpty()) return Workplace.NONE;
        if (!move) throw Refused.because(PeopleReasons.MAIN_SEAT_TAKEN, person.name());
        store.end(earlier.get(), from);
        var left = seats.on(earlier.get().seat(), from);
        left.ifPresent(
                seat -> audit.changed(viewer, Seats.subject(seat), Occupant.of(person, earlier.get()), Occupant.NONE));
        return left.map(seat -> workplace(seat, earlier.get().during().from())).orElse(Workplace.NONE);
    }

    private Period during(UUID seat, Person person, boolean main, LocalDate from) {
        var during = Period.since(from)
                .endingBy(seats.end(seat))
                .endingBy(store.nextOn(seat, from))
                .endingBy(person.leftOn());
        return main ? during.endingBy(store.nextMainOf(person.id(), from)) : during;
    }

    private Workplace workplace(SeatState seat, LocalDate since) {
        return new Workplace(seats.unitName(seat).orElse(null), seat.title(), since);
    }

    private static Subject subject(Person person) {
        return new Subject("people", person.id(), person.name());
    }

    private LocalDate day(@Nullable LocalDate day, Viewer viewer) {
        return day != null ? day : viewer.calendar().day(clock.instant());
    }
}

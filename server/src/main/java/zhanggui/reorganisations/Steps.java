package zhanggui.reorganisations;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.access.Viewer;
import zhanggui.people.Occupations;
import zhanggui.people.Occupations.Occupy;
import zhanggui.people.Organisation;
import zhanggui.people.Organisations;
import zhanggui.people.Seats;
import zhanggui.people.Seats.NewSeat;
import zhanggui.people.Units;
import zhanggui.people.Units.NewUnit;
import zhanggui.problems.Refused;
import zhanggui.reorganisations.Step.Called;
import zhanggui.reorganisations.Step.Seen;
import zhanggui.reorganisations.Step.Told;

/**
 * Does the steps of a draft one after the other, by the commands the screens of the organisation use. A step that is
 * refused, or that changes what is no longer as it was, leaves nothing behind.
 */
@Component
class Steps {
    private final Organisations organisations;
    private final Units units;
    private final Seats seats;
    private final Occupations occupations;
    private final TransactionTemplate undoable;

    Steps(
            Organisations organisations,
            Units units,
            Seats seats,
            Occupations occupations,
            PlatformTransactionManager transactions) {
        this.organisations = organisations;
        this.units = units;
        this.seats = seats;
        this.occupations = occupations;
        this.undoable = new TransactionTemplate(transactions);
        undoable.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** What a step finds where it is done. */
    record Found(Seen seen, Told told) {}

    /** Returns those that did not fit, each with why, in their order. */
    Map<UUID, Refused> run(List<Step> steps, LocalDate day, Viewer viewer) {
        var misfits = new LinkedHashMap<UUID, Refused>();
        for (var step : steps) {
            try {
                undoable.executeWithoutResult(status -> fit(step, day, viewer));
            } catch (Refused e) {
                misfits.put(step.id(), e);
            }
        }
        return misfits;
    }

    private void fit(Step step, LocalDate day, Viewer viewer) {
        var found = look(step, day).orElseThrow(() -> Refused.because(ReorganisationReasons.STEP_GONE));
        if (!found.seen().equals(step.seen())) {
            var now = found.told().from();
            throw Refused.because(ReorganisationReasons.STEP_CHANGED, now == null ? "—" : now.in(viewer.language()));
        }
        take(step, day, viewer);
    }

    /** Does one step, whatever it finds. */
    void take(Step step, LocalDate day, Viewer viewer) {
        var subject = step.subject();
        switch (step.kind()) {
            case ADD_UNIT -> units.add(subject, new NewUnit(step.to(), name(step), step.nameEn(), null, day), viewer);
            case MOVE_UNIT -> units.move(subject, step.to(), day, viewer);
            case RENAME_UNIT -> units.rename(subject, name(step), step.nameEn(), day, viewer);
            case CLOSE_UNIT -> units.close(subject, day, viewer);
            case ADD_SEAT ->
                seats.add(subject, new NewSeat(target(step), name(step), null, step.head(), null, day), viewer);
            case MOVE_SEAT -> seats.move(subject, target(step), day, viewer);
            case RENAME_SEAT -> seats.rename(subject, name(step), day, viewer);
            case LEAD -> seats.lead(subject, Boolean.TRUE.equals(step.head()), day, viewer);
            case REPORT -> seats.report(subject, step.to(), day, viewer);
            case CLOSE_SEAT -> seats.close(subject, day, viewer);
            case SEAT_PERSON ->
                occupations.occupy(subject, new Occupy(Objects.requireNonNull(step.person()), true, true, day), viewer);
            case VACATE -> occupations.vacate(subject, day, viewer);
        }
    }

    /** What a step would change, as it is now; empty where that is not there. */
    Optional<Found> look(Step step, LocalDate day) {
        return switch (step.kind()) {
            case ADD_UNIT, ADD_SEAT -> {
                var to = step.to() == null ? null : unitCalled(step.to(), day);
                yield found(Seen.NOTHING, new Called(name(step), step.nameEn()), null, null, to);
            }
            case MOVE_UNIT, RENAME_UNIT, CLOSE_UNIT ->
                organisations.unit(step.subject(), day).flatMap(unit -> unitFound(step, unit, day));
            default -> organisations.seat(step.subject(), day).flatMap(seat -> seatFound(step, seat, day));
        };
    }

    private Optional<Found> unitFound(Step step, Organisation.Unit unit, LocalDate day) {
        var called = new Called(unit.name(), unit.nameEn());
        return switch (step.kind()) {
            case MOVE_UNIT ->
                found(Seen.at(unit.parent()), called, null, unitCalled(unit.parent(), day), unitCalled(step.to(), day));
            case RENAME_UNIT ->
                found(
                        new Seen(null, null, unit.name(), unit.nameEn(), null),
                        called,
                        null,
                        called,
                        new Called(name(step), step.nameEn()));
            default -> found(Seen.NOTHING, called, null, null, null);
        };
    }

    private Optional<Found> seatFound(Step step, Organisation.Seat seat, LocalDate day) {
        var called = new Called(seat.title(), null);
        var sitting = seat.occupant();
        return switch (step.kind()) {
            case MOVE_SEAT ->
                found(
                        new Seen(seat.unit(), sitting, null, null, null),
                        called,
                        sitting,
                        unitCalled(seat.unit(), day),
                        unitCalled(step.to(), day));
            case RENAME_SEAT ->
                found(
                        new Seen(null, null, seat.title(), null, null),
                        called,
                        sitting,
                        called,
                        new Called(name(step), null));
            case LEAD ->
                found(
                        new Seen(seat.unit(), null, null, null, seat.head()),
                        called,
                        sitting,
                        null,
                        unitCalled(seat.unit(), day));
            case REPORT ->
                found(
                        Seen.at(seat.reportsTo()),
                        called,
                        sitting,
                        seatCalled(seat.reportsTo(), day),
                        seatCalled(step.to(), day));
            case SEAT_PERSON -> {
                var person = Objects.requireNonNull(step.person());
                var before = organisations.mainSeat(person, day);
                var at = before.map(Organisation.Seat::id).orElse(null);
                yield found(
                        Seen.at(at),
                        called,
                        person,
                        before.map(s -> new Called(s.title(), null)).orElse(null),
                        unitCalled(seat.unit(), day));
            }
            case VACATE -> found(new Seen(null, sitting, null, null, null), called, sitting, null, null);
            default -> found(Seen.NOTHING, called, sitting, null, null);
        };
    }

    private static Optional<Found> found(
            Seen seen, @Nullable Called subject, @Nullable UUID person, @Nullable Called from, @Nullable Called to) {
        return Optional.of(new Found(seen, new Told(subject, person, from, to)));
    }

    private @Nullable Called unitCalled(@Nullable UUID unit, LocalDate day) {
        return unit == null
                ? null
                : organisations
                        .unit(unit, day)
                        .map(u -> new Called(u.name(), u.nameEn()))
                        .orElse(null);
    }

    private @Nullable Called seatCalled(@Nullable UUID seat, LocalDate day) {
        return seat == null
                ? null
                : organisations
                        .seat(seat, day)
                        .map(s -> new Called(s.title(), null))
                        .orElse(null);
    }

    private static String name(Step step) {
        return Objects.requireNonNull(step.name());
    }

    private static UUID target(Step step) {
        return Objects.requireNonNull(step.to());
    }
}

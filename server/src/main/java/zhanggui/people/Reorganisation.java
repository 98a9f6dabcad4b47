package zhanggui.people;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static zhanggui.people.db.Tables.REVISION;
import static zhanggui.people.db.Tables.SEAT_STATE;
import static zhanggui.people.db.Tables.UNIT_STATE;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.problems.Reason;
import zhanggui.problems.Refused;

/**
 * Lets one change of the organisation through at a time, and settles it: what the database refuses becomes a reason a
 * person understands.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Reorganisation {
    private static final String DEFERRED = "people.unit_within_parent, people.seat_within_unit, people.seat_below_seat,"
            + " people.dotted_from_seat, people.dotted_to_seat, people.occupation_within_seat";
    private static final Map<String, Reason> REASONS = Map.ofEntries(
            Map.entry("unit_without_cycle", PeopleReasons.UNIT_CYCLE),
            Map.entry("unit_not_above_itself", PeopleReasons.UNIT_CYCLE),
            Map.entry("unit_within_parent", PeopleReasons.UNIT_NOT_THERE),
            Map.entry("seat_without_cycle", PeopleReasons.SEAT_CYCLE),
            Map.entry("seat_not_above_itself", PeopleReasons.SEAT_CYCLE),
            Map.entry("seat_within_unit", PeopleReasons.UNIT_NOT_THERE),
            Map.entry("seat_below_seat", PeopleReasons.SEAT_ABOVE_NOT_THERE),
            Map.entry("one_head", PeopleReasons.HEAD_TAKEN),
            Map.entry("dotted_from_seat", PeopleReasons.SEAT_NOT_THERE),
            Map.entry("dotted_to_seat", PeopleReasons.SEAT_ABOVE_NOT_THERE),
            Map.entry("dotted_not_to_itself", PeopleReasons.SEAT_CYCLE),
            Map.entry("occupation_within_seat", PeopleReasons.SEAT_NOT_THERE),
            Map.entry("occupation_pkey", PeopleReasons.SEAT_TAKEN),
            Map.entry("one_main_seat", PeopleReasons.MAIN_SEAT_TAKEN));
    private final DSLContext db;
    private final OrganisationStore organisations;

    Reorganisation(DSLContext db, OrganisationStore organisations) {
        this.db = db;
        this.organisations = organisations;
    }

    /** Waits for other changes to end, so that everything read from here on is what holds. */
    void alone() {
        db.select(REVISION.NUMBER).from(REVISION).forUpdate().fetch();
    }

    /**
     * Makes a change that holds from a day on.
     *
     * @throws Refused when it contradicts what holds on any day
     */
    <T> T from(LocalDate day, Supplier<T> change) {
        alone();
        try {
            var result = change.get();
            db.execute("set constraints " + DEFERRED + " immediate");
            db.execute("set constraints " + DEFERRED + " deferred");
            refuseLoops(day);
            return result;
        } catch (DataIntegrityViolationException e) {
            var reason = REASONS.get(String.valueOf(constraint(e)));
            if (reason == null) throw e;
            throw Refused.because(reason);
        }
    }

    /** Lines drawn by hand and lines the tree implies can only close a circle where some are drawn by hand. */
    private void refuseLoops(LocalDate from) {
        var drawn = db.select(exists(selectOne()
                        .from(SEAT_STATE)
                        .where(SEAT_STATE.REPORTS_TO.isNotNull(), Period.reaches(SEAT_STATE.VALID, from))))
                .fetchSingle()
                .value1();
        if (!drawn) return;
        var days = new TreeSet<LocalDate>();
        days.add(from);
        var unitStart = Period.start(UNIT_STATE.VALID);
        var seatStart = Period.start(SEAT_STATE.VALID);
        days.addAll(db.select(unitStart)
                .from(UNIT_STATE)
                .where(unitStart.gt(from))
                .union(db.select(seatStart).from(SEAT_STATE).where(seatStart.gt(from)))
                .fetch(r -> r.value1()));
        for (var day : days) {
            if (organisations.on(day).loop().isPresent()) throw Refused.because(PeopleReasons.SEAT_CYCLE);
        }
    }

    private static @Nullable String constraint(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof PSQLException sql && sql.getServerErrorMessage() != null) {
                return sql.getServerErrorMessage().getConstraint();
            }
        }
        return null;
    }
}

package zhanggui.people;

import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.val;
import static zhanggui.people.db.Tables.DOTTED_LINE;
import static zhanggui.people.db.Tables.OCCUPATION;
import static zhanggui.people.db.Tables.SEAT;
import static zhanggui.people.db.Tables.SEAT_STATE;
import static zhanggui.people.db.Tables.UNIT_STATE;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Seats, their states and the dotted lines between them, in PostgreSQL. */
@Repository
class SeatStore {
    private final DSLContext db;

    SeatStore(DSLContext db) {
        this.db = db;
    }

    /** What a seat is for some time. */
    record SeatState(
            UUID id,
            UUID unit,
            String title,
            @Nullable String duties,
            boolean head,
            @Nullable UUID reportsTo,
            Period during) {}

    Optional<SeatState> on(UUID seat, LocalDate day) {
        return db.select(SEAT_STATE.asterisk(), Period.start(SEAT_STATE.VALID), Period.end(SEAT_STATE.VALID))
                .from(SEAT_STATE)
                .where(SEAT_STATE.SEAT_ID.eq(seat), Period.holds(SEAT_STATE.VALID, day))
                .fetchOptional(r -> state(
                        r, new Period(r.get(Period.start(SEAT_STATE.VALID)), r.get(Period.end(SEAT_STATE.VALID)))));
    }

    /** The seats of a day, each with the whole time for which it exists. */
    List<SeatState> allOn(LocalDate day) {
        var life = Period.lives(SEAT_STATE, SEAT_STATE.SEAT_ID, SEAT_STATE.VALID);
        return db.select(SEAT_STATE.asterisk(), life.from(), life.until())
                .from(SEAT_STATE)
                .join(life.table())
                .on(life.id().eq(SEAT_STATE.SEAT_ID))
                .where(Period.holds(SEAT_STATE.VALID, day))
                .fetch(r -> state(r, new Period(r.get(life.from()), r.get(life.until()))));
    }

    Optional<Integer> version(UUID seat) {
        return db.select(SEAT.VERSION).from(SEAT).where(SEAT.ID.eq(seat)).fetchOptional(SEAT.VERSION);
    }

    /** What the unit of a seat is called while the state begins. */
    Optional<String> unitName(SeatState seat) {
        return db.select(UNIT_STATE.NAME)
                .from(UNIT_STATE)
                .where(UNIT_STATE.UNIT_ID.eq(seat.unit()))
                .and(Period.holds(UNIT_STATE.VALID, seat.during().from()))
                .fetchOptional(UNIT_STATE.NAME);
    }

    /** The day from which the seat is closed; absent while none is known. */
    @Nullable LocalDate end(UUID seat) {
        return db.select(Period.end(SEAT_STATE.VALID))
                .from(SEAT_STATE)
                .where(SEAT_STATE.SEAT_ID.eq(seat))
                .orderBy(Period.start(SEAT_STATE.VALID).desc())
                .limit(1)
                .fetchOne(r -> r.value1());
    }

    void add(Collection<SeatState> seats) {
        if (seats.isEmpty()) return;
        var keys = db.insertInto(SEAT, SEAT.ID);
        for (var seat : seats) keys = keys.values(seat.id());
        keys.execute();
        begin(seats);
    }

    /** A state gives way to another from the first day of the other. */
    void change(SeatState to) {
        Period.endState(
                db,
                SEAT_STATE,
                SEAT_STATE.VALID,
                SEAT_STATE.SEAT_ID.eq(to.id()),
                to.during().from());
        begin(List.of(to));
        changed(to.id());
    }

    /** Ends a seat and its dotted lines. */
    void close(UUID seat, LocalDate from) {
        Period.endAll(
                db,
                DOTTED_LINE,
                DOTTED_LINE.VALID,
                DOTTED_LINE.SEAT_ID.eq(seat).or(DOTTED_LINE.REPORTS_TO.eq(seat)),
                from);
        Period.endAll(db, SEAT_STATE, SEAT_STATE.VALID, SEAT_STATE.SEAT_ID.eq(seat), from);
        changed(seat);
    }

    boolean isOccupiedFrom(UUID seat, LocalDate day) {
        return db.fetchExists(OCCUPATION, OCCUPATION.SEAT_ID.eq(seat).and(Period.reaches(OCCUPATION.VALID, day)));
    }

    boolean isReportedToFrom(UUID seat, LocalDate day) {
        return db.fetchExists(SEAT_STATE, SEAT_STATE.REPORTS_TO.eq(seat).and(Period.reaches(SEAT_STATE.VALID, day)));
    }

    boolean isDotted(UUID seat, UUID reportsTo, LocalDate day) {
        return db.fetchExists(
                DOTTED_LINE,
                DOTTED_LINE
                        .SEAT_ID
                        .eq(seat)
                        .and(DOTTED_LINE.REPORTS_TO.eq(reportsTo))
                        .and(Period.holds(DOTTED_LINE.VALID, day)));
    }

    /** Draws a dotted line until either seat is closed or the same line begins anyway. */
    void draw(UUID seat, UUID reportsTo, LocalDate from) {
        var start = Period.start(DOTTED_LINE.VALID);
        var next = db.select(min(start))
                .from(DOTTED_LINE)
                .where(DOTTED_LINE.SEAT_ID.eq(seat), DOTTED_LINE.REPORTS_TO.eq(reportsTo), start.gt(from))
                .fetchSingle()
                .value1();
        var during =
                Period.since(from).endingBy(end(seat)).endingBy(end(reportsTo)).endingBy(next);
        db.insertInto(DOTTED_LINE, DOTTED_LINE.SEAT_ID, DOTTED_LINE.REPORTS_TO, DOTTED_LINE.VALID)
                .values(val(seat), val(reportsTo), during.range())
                .execute();
    }

    void erase(UUID seat, UUID reportsTo, LocalDate from) {
        Period.endState(
                db,
                DOTTED_LINE,
                DOTTED_LINE.VALID,
                DOTTED_LINE.SEAT_ID.eq(seat).and(DOTTED_LINE.REPORTS_TO.eq(reportsTo)),
                from);
    }

    private void changed(UUID seat) {
        db.update(SEAT)
                .set(SEAT.VERSION, SEAT.VERSION.plus(1))
                .where(SEAT.ID.eq(seat))
                .execute();
    }

    private void begin(Collection<SeatState> seats) {
        var insert = db.insertInto(
                SEAT_STATE,
                SEAT_STATE.SEAT_ID,
                SEAT_STATE.UNIT_ID,
                SEAT_STATE.TITLE,
                SEAT_STATE.DUTIES,
                SEAT_STATE.HEAD,
                SEAT_STATE.REPORTS_TO,
                SEAT_STATE.VALID);
        for (var s : seats) {
            insert = insert.values(
                    val(s.id()),
                    val(s.unit()),
                    val(s.title()),
                    val(s.duties(), String.class),
                    val(s.head()),
                    val(s.reportsTo(), UUID.class),
                    s.during().range());
        }
        insert.execute();
    }

    private static SeatState state(Record r, Period during) {
        return new SeatState(
                r.get(SEAT_STATE.SEAT_ID),
                r.get(SEAT_STATE.UNIT_ID),
                r.get(SEAT_STATE.TITLE),
                r.get(SEAT_STATE.DUTIES),
                r.get(SEAT_STATE.HEAD),
                r.get(SEAT_STATE.REPORTS_TO),
                during);
    }
}

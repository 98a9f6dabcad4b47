package zhanggui.people;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static zhanggui.people.db.Tables.OCCUPATION;
import static zhanggui.people.db.Tables.SEAT_STATE;
import static zhanggui.people.db.Tables.UNIT_STATE;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Who sits where, in PostgreSQL. */
@Repository
class OccupationStore {
    private final DSLContext db;

    OccupationStore(DSLContext db) {
        this.db = db;
    }

    /** @param main whether it is the person's main seat */
    record Occupation(UUID seat, UUID person, boolean main, Period during) {}

    /** Where a person sat for some time, in the words of that time. */
    record Stint(
            UUID seatId,
            String title,
            UUID unitId,
            String unit,
            boolean main,
            LocalDate from,
            @Nullable LocalDate until) {}

    Optional<Occupation> on(UUID seat, LocalDate day) {
        return one(OCCUPATION.SEAT_ID.eq(seat), day);
    }

    Optional<Occupation> mainOf(UUID person, LocalDate day) {
        return one(OCCUPATION.PERSON_ID.eq(person).and(OCCUPATION.MAIN), day);
    }

    List<Occupation> allOn(LocalDate day) {
        return select(noCondition(), day).fetch(OccupationStore::occupation);
    }

    /** Everyone who ever sat somewhere, and whether they begin somewhere after {@code day}. */
    Map<UUID, Boolean> seated(LocalDate day) {
        var later = field(
                "bool_or({0})", Boolean.class, Period.start(OCCUPATION.VALID).gt(day));
        return db.select(OCCUPATION.PERSON_ID, later)
                .from(OCCUPATION)
                .groupBy(OCCUPATION.PERSON_ID)
                .fetchMap(OCCUPATION.PERSON_ID, later);
    }

    /** When the seat is next taken after {@code day}. */
    @Nullable LocalDate nextOn(UUID seat, LocalDate day) {
        return next(OCCUPATION.SEAT_ID.eq(seat), day);
    }

    /** When the person next begins on a main seat after {@code day}. */
    @Nullable LocalDate nextMainOf(UUID person, LocalDate day) {
        return next(OCCUPATION.PERSON_ID.eq(person).and(OCCUPATION.MAIN), day);
    }

    void begin(Collection<Occupation> occupations) {
        if (occupations.isEmpty()) return;
        var insert =
                db.insertInto(OCCUPATION, OCCUPATION.SEAT_ID, OCCUPATION.PERSON_ID, OCCUPATION.MAIN, OCCUPATION.VALID);
        for (var o : occupations) {
            insert = insert.values(
                    val(o.seat()), val(o.person()), val(o.main()), o.during().range());
        }
        insert.execute();
    }

    void end(Occupation occupation, LocalDate from) {
        Period.endState(
                db,
                OCCUPATION,
                OCCUPATION.VALID,
                OCCUPATION.SEAT_ID.eq(occupation.seat()).and(OCCUPATION.PERSON_ID.eq(occupation.person())),
                from);
    }

    /** The person sits nowhere any more. */
    void endAll(UUID person, LocalDate from) {
        Period.endAll(db, OCCUPATION, OCCUPATION.VALID, OCCUPATION.PERSON_ID.eq(person), from);
    }

    /** Where a person sits on {@code day} or will sit later. */
    List<Occupation> of(UUID person, LocalDate day) {
        return db.select(OCCUPATION.asterisk(), Period.start(OCCUPATION.VALID), Period.end(OCCUPATION.VALID))
                .from(OCCUPATION)
                .where(OCCUPATION.PERSON_ID.eq(person), Period.reaches(OCCUPATION.VALID, day))
                .orderBy(Period.start(OCCUPATION.VALID), OCCUPATION.SEAT_ID)
                .fetch(OccupationStore::occupation);
    }

    /** Everywhere a person sat, the latest first, cut where title or unit changed. */
    List<Stint> stays(UUID person) {
        Field<Object> during =
                field("{0} * {1} * {2}", Object.class, OCCUPATION.VALID, SEAT_STATE.VALID, UNIT_STATE.VALID);
        var from = Period.start(during).as("from");
        return db.select(
                        OCCUPATION.SEAT_ID,
                        SEAT_STATE.TITLE,
                        SEAT_STATE.UNIT_ID,
                        UNIT_STATE.NAME,
                        OCCUPATION.MAIN,
                        from,
                        Period.end(during).as("until"))
                .from(OCCUPATION)
                .join(SEAT_STATE)
                .on(SEAT_STATE.SEAT_ID.eq(OCCUPATION.SEAT_ID), Period.meets(SEAT_STATE.VALID, OCCUPATION.VALID))
                .join(UNIT_STATE)
                .on(
                        UNIT_STATE.UNIT_ID.eq(SEAT_STATE.UNIT_ID),
                        Period.meets(UNIT_STATE.VALID, SEAT_STATE.VALID),
                        Period.meets(UNIT_STATE.VALID, OCCUPATION.VALID))
                .where(OCCUPATION.PERSON_ID.eq(person))
                .orderBy(from.desc(), OCCUPATION.MAIN.desc(), OCCUPATION.SEAT_ID)
                .fetch(r ->
                        new Stint(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6(), r.value7()));
    }

    private Optional<Occupation> one(Condition which, LocalDate day) {
        return select(which, day).fetchOptional(OccupationStore::occupation);
    }

    private ResultQuery<? extends Record> select(Condition which, LocalDate day) {
        return db.select(OCCUPATION.asterisk(), Period.start(OCCUPATION.VALID), Period.end(OCCUPATION.VALID))
                .from(OCCUPATION)
                .where(which, Period.holds(OCCUPATION.VALID, day));
    }

    private static Occupation occupation(Record r) {
        return new Occupation(
                r.get(OCCUPATION.SEAT_ID),
                r.get(OCCUPATION.PERSON_ID),
                r.get(OCCUPATION.MAIN),
                new Period(r.get(Period.start(OCCUPATION.VALID)), r.get(Period.end(OCCUPATION.VALID))));
    }

    private @Nullable LocalDate next(Condition which, LocalDate day) {
        var start = Period.start(OCCUPATION.VALID);
        return db.select(min(start))
                .from(OCCUPATION)
                .where(which, start.gt(day))
                .fetchSingle()
                .value1();
    }
}

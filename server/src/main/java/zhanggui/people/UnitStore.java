package zhanggui.people;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;
import static zhanggui.people.db.Tables.SEAT_STATE;
import static zhanggui.people.db.Tables.UNIT;
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

/** Units and their states in PostgreSQL. */
@Repository
class UnitStore {
    private final DSLContext db;

    UnitStore(DSLContext db) {
        this.db = db;
    }

    /** What a unit is for some time. */
    record UnitState(
            UUID id,
            @Nullable UUID parent,
            String name,
            @Nullable String nameEn,
            int position,
            Period during) {}

    Optional<UnitState> on(UUID unit, LocalDate day) {
        return db.select(UNIT_STATE.asterisk(), Period.start(UNIT_STATE.VALID), Period.end(UNIT_STATE.VALID))
                .from(UNIT_STATE)
                .where(UNIT_STATE.UNIT_ID.eq(unit), Period.holds(UNIT_STATE.VALID, day))
                .fetchOptional(r -> state(
                        r, new Period(r.get(Period.start(UNIT_STATE.VALID)), r.get(Period.end(UNIT_STATE.VALID)))));
    }

    /** The units of a day, each with the whole time for which it exists. */
    List<UnitState> allOn(LocalDate day) {
        var life = Period.lives(UNIT_STATE, UNIT_STATE.UNIT_ID, UNIT_STATE.VALID);
        return db.select(UNIT_STATE.asterisk(), life.from(), life.until())
                .from(UNIT_STATE)
                .join(life.table())
                .on(life.id().eq(UNIT_STATE.UNIT_ID))
                .where(Period.holds(UNIT_STATE.VALID, day))
                .fetch(r -> state(r, new Period(r.get(life.from()), r.get(life.until()))));
    }

    Optional<Integer> version(UUID unit) {
        return db.select(UNIT.VERSION).from(UNIT).where(UNIT.ID.eq(unit)).fetchOptional(UNIT.VERSION);
    }

    /** The place after the last below {@code parent}. */
    int nextPosition(@Nullable UUID parent, LocalDate day) {
        return db.select(coalesce(max(UNIT_STATE.POSITION), val(0)).plus(1))
                .from(UNIT_STATE)
                .where(parent == null ? UNIT_STATE.PARENT_ID.isNull() : UNIT_STATE.PARENT_ID.eq(parent))
                .and(Period.holds(UNIT_STATE.VALID, day))
                .fetchSingle()
                .value1();
    }

    void add(Collection<UnitState> units) {
        if (units.isEmpty()) return;
        var insert = db.insertInto(UNIT, UNIT.ID);
        for (var unit : units) insert = insert.values(unit.id());
        insert.execute();
        units.forEach(this::begin);
    }

    /** A state gives way to another from the first day of the other. */
    void change(UnitState to) {
        Period.endState(
                db,
                UNIT_STATE,
                UNIT_STATE.VALID,
                UNIT_STATE.UNIT_ID.eq(to.id()),
                to.during().from());
        begin(to);
        db.update(UNIT)
                .set(UNIT.VERSION, UNIT.VERSION.plus(1))
                .where(UNIT.ID.eq(to.id()))
                .execute();
    }

    void close(UUID unit, LocalDate from) {
        Period.endAll(db, UNIT_STATE, UNIT_STATE.VALID, UNIT_STATE.UNIT_ID.eq(unit), from);
        db.update(UNIT)
                .set(UNIT.VERSION, UNIT.VERSION.plus(1))
                .where(UNIT.ID.eq(unit))
                .execute();
    }

    /** Whether it has seats or units on {@code day} or later. */
    boolean isUsedFrom(UUID unit, LocalDate day) {
        return db.fetchExists(SEAT_STATE, SEAT_STATE.UNIT_ID.eq(unit).and(Period.reaches(SEAT_STATE.VALID, day)))
                || db.fetchExists(UNIT_STATE, UNIT_STATE.PARENT_ID.eq(unit).and(Period.reaches(UNIT_STATE.VALID, day)));
    }

    private void begin(UnitState state) {
        db.insertInto(
                        UNIT_STATE,
                        UNIT_STATE.UNIT_ID,
                        UNIT_STATE.PARENT_ID,
                        UNIT_STATE.NAME,
                        UNIT_STATE.NAME_EN,
                        UNIT_STATE.POSITION,
                        UNIT_STATE.VALID)
                .values(
                        val(state.id()),
                        val(state.parent(), UUID.class),
                        val(state.name()),
                        val(state.nameEn(), String.class),
                        val(state.position()),
                        state.during().range())
                .execute();
    }

    private static UnitState state(Record r, Period during) {
        return new UnitState(
                r.get(UNIT_STATE.UNIT_ID),
                r.get(UNIT_STATE.PARENT_ID),
                r.get(UNIT_STATE.NAME),
                r.get(UNIT_STATE.NAME_EN),
                r.get(UNIT_STATE.POSITION),
                during);
    }
}

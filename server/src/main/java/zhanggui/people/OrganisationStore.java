package zhanggui.people;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;
import static zhanggui.people.db.Tables.DOTTED_LINE;
import static zhanggui.people.db.Tables.OCCUPATION;
import static zhanggui.people.db.Tables.PERSON;
import static zhanggui.people.db.Tables.REVISION;
import static zhanggui.people.db.Tables.SEAT;
import static zhanggui.people.db.Tables.SEAT_STATE;
import static zhanggui.people.db.Tables.UNIT;
import static zhanggui.people.db.Tables.UNIT_STATE;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import zhanggui.people.OrganisationView.DottedLine;

/** The organisation of any day, from PostgreSQL. */
@Repository
class OrganisationStore {
    private final DSLContext db;

    OrganisationStore(DSLContext db) {
        this.db = db;
    }

    long revision() {
        return db.select(REVISION.NUMBER).from(REVISION).fetchSingle().value1();
    }

    /** Whether the transaction this runs in has written something, which may yet be undone. */
    boolean isChanging() {
        return db.select(field("pg_current_xact_id_if_assigned() is not null", Boolean.class))
                .fetchSingle()
                .value1();
    }

    /** Keys for rows that are yet to be written, growing with time. */
    List<UUID> newIds(int count) {
        return db.select(field("uuidv7()", UUID.class))
                .from("generate_series(1, {0})", val(count))
                .fetch(r -> r.value1());
    }

    Organisation on(LocalDate day) {
        var units = db.selectFrom(UNIT_STATE)
                .where(Period.holds(UNIT_STATE.VALID, day))
                .fetch(r -> new Organisation.Unit(
                        r.getUnitId(), r.getParentId(), r.getName(), r.getNameEn(), r.getPosition()));
        var seats = db.select(
                        SEAT_STATE.SEAT_ID,
                        SEAT_STATE.UNIT_ID,
                        SEAT_STATE.TITLE,
                        SEAT_STATE.DUTIES,
                        SEAT_STATE.HEAD,
                        SEAT_STATE.REPORTS_TO,
                        OCCUPATION.PERSON_ID,
                        OCCUPATION.MAIN)
                .from(SEAT_STATE)
                .leftJoin(OCCUPATION)
                .on(OCCUPATION.SEAT_ID.eq(SEAT_STATE.SEAT_ID), Period.holds(OCCUPATION.VALID, day))
                .where(Period.holds(SEAT_STATE.VALID, day))
                .fetch(r -> new Organisation.Seat(
                        r.value1(),
                        r.value2(),
                        r.value3(),
                        r.value4(),
                        r.value5(),
                        r.value6(),
                        r.value7(),
                        Boolean.TRUE.equals(r.value8())));
        var everybody = db.select(PERSON.ID).from(PERSON).fetch(PERSON.ID);
        return new Organisation(day, units, seats, former(day), everybody);
    }

    /** The last main seat before {@code day} of those who have none on it. */
    private Map<UUID, Organisation.Seat> former(LocalDate day) {
        var former = new HashMap<UUID, Organisation.Seat>();
        db.resultQuery("""
                        select distinct on (o.person_id) o.person_id, s.seat_id, s.unit_id, s.title, s.head, s.reports_to
                        from people.occupation o
                        join people.seat_state s on s.seat_id = o.seat_id and s.valid @> (upper(o.valid) - 1)
                        where o.main and upper(o.valid) <= {0}
                          and not exists (select from people.occupation now where now.person_id = o.person_id and now.valid @> {0})
                        order by o.person_id, upper(o.valid) desc
                        """, val(day))
                .forEach(r -> former.put(
                        r.get("person_id", UUID.class),
                        new Organisation.Seat(
                                r.get("seat_id", UUID.class),
                                r.get("unit_id", UUID.class),
                                r.get("title", String.class),
                                null,
                                r.get("head", Boolean.class),
                                r.get("reports_to", UUID.class),
                                null,
                                false)));
        return former;
    }

    /** The same day as people look at it, with names and the versions of what may be edited. */
    OrganisationView view(LocalDate day) {
        var versions = new HashMap<UUID, Integer>();
        db.select(UNIT.ID, UNIT.VERSION).from(UNIT).forEach(r -> versions.put(r.value1(), r.value2()));
        db.select(SEAT.ID, SEAT.VERSION).from(SEAT).forEach(r -> versions.put(r.value1(), r.value2()));
        var names = db.select(PERSON.ID, PERSON.NAME)
                .from(OCCUPATION)
                .join(PERSON)
                .on(PERSON.ID.eq(OCCUPATION.PERSON_ID))
                .where(Period.holds(OCCUPATION.VALID, day))
                .fetchGroups(PERSON.ID, PERSON.NAME);
        return OrganisationView.of(
                on(day), id -> names.getOrDefault(id, List.of("")).getFirst(), versions, dotted(day));
    }

    private List<DottedLine> dotted(LocalDate day) {
        return db.selectFrom(DOTTED_LINE)
                .where(Period.holds(DOTTED_LINE.VALID, day))
                .fetch(r -> new DottedLine(r.getSeatId(), r.getReportsTo()));
    }
}

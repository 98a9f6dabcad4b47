package zhanggui.people;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static zhanggui.people.db.Tables.BELONGING;
import static zhanggui.people.db.Tables.PERSON;
import static zhanggui.people.db.Tables.REVISION;
import static zhanggui.people.db.Tables.STAY;
import static zhanggui.people.db.Tables.UNIT_STATE;
import static zhanggui.people.db.Tables.WORKPLACE;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** People as a relation others may join: the only rows of this module that leave it as SQL. */
public final class Directory {
    private Directory() {}

    /**
     * People under an alias of their own; join {@link #table} on {@link #id}.
     *
     * @param sound how the name sounds, as {@code public.sounds} writes it
     * @param leftOn the first day on which they no longer work here
     */
    public record People(
            Table<?> table,
            Field<UUID> id,
            Field<String> name,
            Field<String> sound,
            Field<String> email,
            Field<LocalDate> leftOn) {
        /** Whether they work here today. */
        public Condition present() {
            return leftOn.isNull().or(leftOn.gt(field("(select people.today())", LocalDate.class)));
        }
    }

    public static People as(String alias) {
        var person = PERSON.as(alias);
        return new People(person, person.ID, person.NAME, person.SOUND, person.EMAIL, person.LEFT_ON);
    }

    /** Moves with every change of the organisation. */
    public static Field<Long> revision() {
        return field(select(REVISION.NUMBER).from(REVISION));
    }

    /** The unit in which a person works today; a sub-select, read only where it is asked for. */
    public static Field<UUID> unitOf(Field<UUID> person) {
        var w = WORKPLACE.as("unit_of");
        return field(select(w.UNIT_ID).from(w).where(w.PERSON_ID.eq(person)));
    }

    public static Field<String> unitNameOf(Field<UUID> person) {
        var w = WORKPLACE.as("unit_name_of");
        return field(select(w.UNIT_NAME).from(w).where(w.PERSON_ID.eq(person)));
    }

    /** Today in the company's time zone. */
    public static Field<LocalDate> today() {
        return field("(select people.today())", LocalDate.class);
    }

    /**
     * The units people count in, from day to day, with all units above as the tree stood then.
     *
     * @param parent the unit above on those days
     * @param own whether it is the unit of the person's main seat and not one above
     */
    public record Belonging(
            Table<?> table,
            Field<UUID> person,
            Field<UUID> unit,
            Field<UUID> parent,
            Field<Boolean> own,
            Field<?> days) {
        public Condition of(Field<UUID> someone, Field<LocalDate> day) {
            return person.eq(someone).and(condition("{0} @> {1}", days, day));
        }
    }

    public static Belonging belonging(String alias) {
        var b = BELONGING.as(alias);
        return new Belonging(b, b.PERSON_ID, b.UNIT_ID, b.PARENT_ID, b.OWN, b.DAYS);
    }

    /**
     * Whether a person counted in one of these units, or in one below, on {@code day}. Who counted there when is looked up
     * in a map made once per statement: joined row by row, the tree would be walked for each.
     */
    public static Condition belongs(Field<UUID> person, Field<LocalDate> day, Collection<UUID> units) {
        var b = BELONGING.as("belongs");
        var when = select(
                        b.PERSON_ID,
                        field("range_agg({0})::text", String.class, b.DAYS).as("days"))
                .from(b)
                .where(b.UNIT_ID.eq(any(units.toArray(UUID[]::new))))
                .groupBy(b.PERSON_ID)
                .asTable("belonging_when");
        var map = field(select(field("jsonb_object_agg(person_id, days)")).from(when));
        return condition("coalesce(({0} ->> {1}::text)::datemultirange @> {2}, false)", map, person, day);
    }

    /** Whether a person ever had a seat, so that they count in some unit on every day. */
    public static Condition belongsSomewhere(Field<UUID> person) {
        var s = STAY.as("belongs_somewhere");
        return exists(selectOne().from(s).where(s.PERSON_ID.eq(person)));
    }

    /** The unit a person counted in on {@code day}; a sub-select, read only where it is asked for. */
    public static Field<UUID> unitOn(Field<UUID> person, Field<LocalDate> day) {
        var s = STAY.as("unit_on");
        return field(select(s.UNIT_ID).from(s).where(s.PERSON_ID.eq(person)).and(condition("{0} @> {1}", s.DAYS, day)));
    }

    /** What a unit is called, or was called last; a sub-select. */
    public static Field<String> unitName(Field<UUID> unit) {
        var u = UNIT_STATE.as("unit_name");
        return field(select(u.NAME)
                .from(u)
                .where(u.UNIT_ID.eq(unit))
                .orderBy(Period.end(u.VALID).desc().nullsFirst())
                .limit(1));
    }

    /** Whether a unit never stood anywhere but right below {@code parent}, or at the top where that is absent. */
    public static Condition alwaysBelow(Field<UUID> unit, @Nullable UUID parent) {
        var u = UNIT_STATE.as("always_below");
        return notExists(selectOne()
                .from(u)
                .where(u.UNIT_ID.eq(unit))
                .and(parent == null ? u.PARENT_ID.isNotNull() : u.PARENT_ID.isDistinctFrom(parent)));
    }
}

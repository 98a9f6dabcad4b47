package zhanggui.people;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Days on which something holds, and how the tables of this module keep them.
 *
 * @param from the first day
 * @param until the day after the last; absent while no end is known
 */
record Period(LocalDate from, @Nullable LocalDate until) {
    static Period since(LocalDate from) {
        return new Period(from, null);
    }

    /** The same, but over on {@code end} at the latest. */
    Period endingBy(@Nullable LocalDate end) {
        return end == null || (until != null && until.isBefore(end)) ? this : new Period(from, end);
    }

    /** The same, but not before {@code start}. */
    Period startingAt(@Nullable LocalDate start) {
        return start == null || start.isBefore(from) ? this : new Period(start, until);
    }

    boolean isEmpty() {
        return until != null && !from.isBefore(until);
    }

    Field<Object> range() {
        return field("daterange({0}, {1})", Object.class, day(from), day(until));
    }

    static Field<LocalDate> start(Field<?> valid) {
        return field("lower({0})", LocalDate.class, valid);
    }

    static Field<LocalDate> end(Field<?> valid) {
        return field("upper({0})", LocalDate.class, valid);
    }

    static Condition holds(Field<?> valid, LocalDate on) {
        return condition("{0} @> {1}", valid, day(on));
    }

    /** Whether it holds on {@code day} or on any later one. */
    static Condition reaches(Field<?> valid, LocalDate day) {
        return condition("{0} && daterange({1}, null)", valid, day(day));
    }

    /** Whether two hold on some day together. */
    static Condition meets(Field<?> valid, Field<?> other) {
        return condition("{0} && {1}", valid, other);
    }

    /** From the first state of each thing to the end of its last: states follow one another without gaps. */
    record Lives(Table<?> table, Field<UUID> id, Field<LocalDate> from, Field<LocalDate> until) {}

    static Lives lives(Table<?> states, Field<UUID> id, Field<Object> valid) {
        var life = select(
                        id.as("id"),
                        field("lower(range_agg({0}))", LocalDate.class, valid).as("life_from"),
                        field("upper(range_agg({0}))", LocalDate.class, valid).as("life_until"))
                .from(states)
                .groupBy(id)
                .asTable("life");
        return new Lives(
                life,
                field(name("life", "id"), UUID.class),
                field(name("life", "life_from"), LocalDate.class),
                field(name("life", "life_until"), LocalDate.class));
    }

    /** Ends the one state that holds on {@code day} there; a state that began that very day gives way altogether. */
    static void endState(DSLContext db, Table<?> table, Field<Object> valid, Condition which, LocalDate day) {
        db.deleteFrom(table).where(which).and(start(valid).eq(day)).execute();
        db.update(table)
                .set(Map.of(valid, field("daterange(lower({0}), {1})", Object.class, valid, day(day))))
                .where(which)
                .and(holds(valid, day))
                .execute();
    }

    /** From {@code day} on nothing holds any more. */
    static void endAll(DSLContext db, Table<?> table, Field<Object> valid, Condition which, LocalDate day) {
        db.deleteFrom(table).where(which).and(start(valid).ge(day)).execute();
        endState(db, table, valid, which, day);
    }

    private static Field<LocalDate> day(@Nullable LocalDate day) {
        return field("{0}::date", LocalDate.class, val(day, LocalDate.class));
    }
}

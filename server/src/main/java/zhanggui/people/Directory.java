package zhanggui.people;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static zhanggui.people.db.Tables.PERSON;
import static zhanggui.people.db.Tables.WORKPLACE;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/** People as a relation others may join: the only rows of this module that leave it as SQL. */
public final class Directory {
    private Directory() {}

    /**
     * People under an alias of their own; join {@link #table} on {@link #id}.
     *
     * @param leftOn the first day on which they no longer work here
     */
    public record People(Table<?> table, Field<UUID> id, Field<String> name, Field<LocalDate> leftOn) {
        /** Whether they work here today. */
        public Condition present() {
            return leftOn.isNull().or(leftOn.gt(field("(select people.today())", LocalDate.class)));
        }
    }

    public static People as(String alias) {
        var person = PERSON.as(alias);
        return new People(person, person.ID, person.NAME, person.LEFT_ON);
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
}

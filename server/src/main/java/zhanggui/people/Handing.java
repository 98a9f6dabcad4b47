package zhanggui.people;

import static org.jooq.impl.DSL.any;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What every {@link Holding} has to know of people. */
@Component
public class Handing {
    /** What histories call it. */
    public static final String ACTION = "handed-over";

    /** The field of a history under which it says by which hand-over and why. */
    public static final String FIELD = "handover";

    private final DSLContext db;

    Handing(DSLContext db) {
        this.db = db;
    }

    /** Those of some people who work here today. */
    public Set<UUID> present(Collection<UUID> people) {
        var person = Directory.as("person");
        return db.select(person.id())
                .from(person.table())
                .where(person.id().eq(any(people.toArray(UUID[]::new))), person.present())
                .fetchSet(person.id());
    }
}

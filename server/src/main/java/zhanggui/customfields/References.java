package zhanggui.customfields;

import static org.jooq.impl.DSL.val;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import zhanggui.people.Directory;

/** The people and departments that values refer to. */
@Component
class References {
    private final DSLContext db;

    References(DSLContext db) {
        this.db = db;
    }

    boolean exists(FieldType type, UUID id) {
        return name(type, id).isPresent();
    }

    Optional<String> name(FieldType type, UUID id) {
        if (type == FieldType.UNIT) {
            return Optional.ofNullable(
                    db.select(Directory.unitName(val(id))).fetchSingle().value1());
        }
        var person = Directory.as("person");
        return db.select(person.name())
                .from(person.table())
                .where(person.id().eq(id))
                .fetchOptional(person.name());
    }
}

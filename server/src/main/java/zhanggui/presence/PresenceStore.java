package zhanggui.presence;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static zhanggui.presence.db.Tables.EDITING;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import zhanggui.access.Viewer;

/** Who edits what in PostgreSQL, by the database's clock, which all servers share. */
@Repository
class PresenceStore {
    private static final Condition PRESENT = condition("{0} > now() - interval '60 seconds'", EDITING.SEEN_AT);
    private final DSLContext db;

    PresenceStore(DSLContext db) {
        this.db = db;
    }

    record Editor(UUID id, String name) {}

    void seen(String list, UUID record, Viewer viewer) {
        db.insertInto(EDITING)
                .set(EDITING.LIST, list)
                .set(EDITING.RECORD_ID, record)
                .set(EDITING.PERSON_ID, viewer.id())
                .set(EDITING.PERSON_NAME, viewer.name())
                .onConflict(EDITING.LIST, EDITING.RECORD_ID, EDITING.PERSON_ID)
                .doUpdate()
                .set(EDITING.SEEN_AT, currentOffsetDateTime())
                .execute();
    }

    void gone(String list, UUID record, UUID person) {
        db.deleteFrom(EDITING)
                .where(EDITING.LIST.eq(list), EDITING.RECORD_ID.eq(record), EDITING.PERSON_ID.eq(person))
                .execute();
    }

    List<Editor> others(String list, UUID record, UUID person) {
        return db.select(EDITING.PERSON_ID, EDITING.PERSON_NAME)
                .from(EDITING)
                .where(EDITING.LIST.eq(list), EDITING.RECORD_ID.eq(record), EDITING.PERSON_ID.ne(person), PRESENT)
                .orderBy(EDITING.PERSON_NAME)
                .fetch(r -> new Editor(r.value1(), r.value2()));
    }

    void forgetAbsent() {
        db.deleteFrom(EDITING).where(PRESENT.not()).execute();
    }
}

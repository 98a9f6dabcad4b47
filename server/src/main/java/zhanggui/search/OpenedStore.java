package zhanggui.search;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.select;
import static zhanggui.search.db.Tables.OPENED;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** What people opened lately, in PostgreSQL. */
@Repository
class OpenedStore {
    private static final int KEPT = 50;
    private final DSLContext db;

    OpenedStore(DSLContext db) {
        this.db = db;
    }

    record Opened(String list, UUID id) {}

    void add(UUID person, String list, UUID id) {
        db.insertInto(OPENED)
                .set(OPENED.PERSON_ID, person)
                .set(OPENED.LIST, list)
                .set(OPENED.RECORD_ID, id)
                .onConflict(OPENED.PERSON_ID, OPENED.LIST, OPENED.RECORD_ID)
                .doUpdate()
                .set(OPENED.OPENED_AT, currentOffsetDateTime())
                .execute();
        db.deleteFrom(OPENED)
                .where(OPENED.PERSON_ID.eq(person))
                .and(OPENED.OPENED_AT.lt(select(OPENED.OPENED_AT)
                        .from(OPENED)
                        .where(OPENED.PERSON_ID.eq(person))
                        .orderBy(OPENED.OPENED_AT.desc())
                        .limit(1)
                        .offset(KEPT - 1)))
                .execute();
    }

    /** The last one first. */
    List<Opened> of(UUID person) {
        return db.select(OPENED.LIST, OPENED.RECORD_ID)
                .from(OPENED)
                .where(OPENED.PERSON_ID.eq(person))
                .orderBy(OPENED.OPENED_AT.desc())
                .fetch(r -> new Opened(r.value1(), r.value2()));
    }
}

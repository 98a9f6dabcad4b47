package zhanggui.audit;

import static zhanggui.audit.db.Tables.ENTRY;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The log in PostgreSQL. There is no way here to change or remove an entry. */
@Repository
class EntryStore {
    private final DSLContext db;
    private final JsonMapper mapper;

    EntryStore(DSLContext db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    void add(List<Entry> entries) {
        if (entries.isEmpty()) return;
        var insert = db.insertInto(
                ENTRY,
                ENTRY.ACTOR_ID,
                ENTRY.ACTOR_NAME,
                ENTRY.WAY,
                ENTRY.ADDRESS,
                ENTRY.ACTION,
                ENTRY.SUBJECT_TYPE,
                ENTRY.SUBJECT_ID,
                ENTRY.SUBJECT_NAME,
                ENTRY.CHANGES);
        for (var e : entries) {
            insert = insert.values(
                    e.actor(),
                    e.actorName(),
                    e.way(),
                    e.address(),
                    e.action(),
                    e.subject().type(),
                    e.subject().id(),
                    e.subject().name(),
                    JSONB.valueOf(mapper.writeValueAsString(e.changes())));
        }
        insert.execute();
    }

    /** The newest first. */
    List<HistoryController.Event> of(String type, UUID id) {
        return db.selectFrom(ENTRY)
                .where(ENTRY.SUBJECT_TYPE.eq(type), ENTRY.SUBJECT_ID.eq(id))
                .orderBy(ENTRY.ID.desc())
                .limit(200)
                .fetch(r -> new HistoryController.Event(
                        r.getId(),
                        r.getAt().toInstant(),
                        r.getActorId(),
                        r.getActorName(),
                        r.getAction(),
                        mapper.readValue(r.getChanges().data(), new TypeReference<List<Change>>() {})));
    }
}

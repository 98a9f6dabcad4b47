package zhanggui.audit;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.val;
import static zhanggui.audit.db.Tables.ENTRY;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.audit.db.tables.records.EntryRecord;

/** The log in PostgreSQL. There is no way here to change or remove an entry; see {@link Erasing} for the one there is. */
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

    /** One entry as it is read again. */
    record Event(
            UUID id,
            Instant at,
            @Nullable UUID actor,
            String actorName,
            String action,
            Subject subject,
            List<Change> changes,
            @Nullable Instant erasedAt) {}

    /**
     * What happened to a subject, the newest first. What people were refused did not happen to it.
     *
     * @param id absent for what there is one of
     */
    List<Event> of(String type, @Nullable UUID id) {
        return of(type, id == null ? ENTRY.SUBJECT_ID.isNull() : ENTRY.SUBJECT_ID.eq(id));
    }

    /** What happened to any of some records of one list, the newest first. */
    List<Event> ofAll(String type, Collection<UUID> ids) {
        return of(type, ENTRY.SUBJECT_ID.in(ids));
    }

    private List<Event> of(String type, Condition which) {
        return db.selectFrom(ENTRY)
                .where(ENTRY.SUBJECT_TYPE.eq(type), which)
                .and(ENTRY.ACTION.notIn("denied", "exported"))
                .orderBy(ENTRY.ID.desc())
                .limit(200)
                .fetch(this::event);
    }

    Optional<Event> find(UUID id) {
        return db.selectFrom(ENTRY).where(ENTRY.ID.eq(id)).fetchOptional(this::event);
    }

    /** What the log last called a record. */
    @Nullable String nameOf(String type, UUID id) {
        return db.select(ENTRY.SUBJECT_NAME)
                .from(ENTRY)
                .where(ENTRY.SUBJECT_TYPE.eq(type), ENTRY.SUBJECT_ID.eq(id))
                .and(ENTRY.SUBJECT_NAME.isNotNull())
                .orderBy(ENTRY.ID.desc())
                .limit(1)
                .fetchOne(ENTRY.SUBJECT_NAME);
    }

    /** Whether the same was told of a person in the last while; what one person does at once waits in line. */
    boolean lately(Entry entry, Duration span) {
        db.execute("select pg_advisory_xact_lock(hashtextextended({0}, 0))", val("audit.lately " + entry.actor()));
        var began = currentOffsetDateTime().minus(new DayToSecond(0, 0, 0, (int) span.toSeconds()));
        var subject = entry.subject();
        return db.fetchExists(
                ENTRY,
                ENTRY.ACTOR_ID.eq(entry.actor()),
                ENTRY.AT.gt(began),
                ENTRY.ACTION.eq(entry.action()),
                ENTRY.SUBJECT_TYPE.eq(subject.type()),
                subject.id() == null ? ENTRY.SUBJECT_NAME.eq(subject.name()) : ENTRY.SUBJECT_ID.eq(subject.id()));
    }

    private Event event(EntryRecord r) {
        return new Event(
                r.getId(),
                r.getAt().toInstant(),
                r.getActorId(),
                r.getActorName(),
                r.getAction(),
                new Subject(r.getSubjectType(), r.getSubjectId(), r.getSubjectName()),
                mapper.readValue(r.getChanges().data(), new TypeReference<List<Change>>() {}),
                r.getErasedAt() == null ? null : r.getErasedAt().toInstant());
    }
}

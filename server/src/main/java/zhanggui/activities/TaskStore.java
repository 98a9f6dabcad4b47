package zhanggui.activities;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.inline;
import static zhanggui.activities.Relations.CONTACT;
import static zhanggui.activities.Relations.CUSTOMER;
import static zhanggui.activities.Relations.OPPORTUNITY;
import static zhanggui.activities.Relations.OWNER;
import static zhanggui.activities.db.Tables.KNOWN_CONTACT;
import static zhanggui.activities.db.Tables.KNOWN_CUSTOMER;
import static zhanggui.activities.db.Tables.KNOWN_OPPORTUNITY;
import static zhanggui.activities.db.Tables.TASK;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import zhanggui.activities.db.tables.records.TaskRecord;
import zhanggui.listings.Page.Reference;

/** Tasks in PostgreSQL. */
@Repository
class TaskStore {
    static final Table<?> WITH_NAMES = TASK.leftJoin(KNOWN_CUSTOMER)
            .on(KNOWN_CUSTOMER.ID.eq(TASK.CUSTOMER_ID))
            .leftJoin(KNOWN_CONTACT)
            .on(KNOWN_CONTACT.ID.eq(TASK.CONTACT_ID))
            .leftJoin(KNOWN_OPPORTUNITY)
            .on(KNOWN_OPPORTUNITY.ID.eq(TASK.OPPORTUNITY_ID))
            .leftJoin(OWNER.table())
            .on(OWNER.id().eq(TASK.OWNER_ID));
    private static final Field<?>[] ENTERED = {
        TASK.ID,
        TASK.TITLE,
        TASK.DUE_ON,
        TASK.DONE_AT,
        TASK.PRIORITY,
        TASK.NOTE,
        TASK.CUSTOMER_ID,
        TASK.CONTACT_ID,
        TASK.OPPORTUNITY_ID,
        TASK.OWNER_ID,
        TASK.EXTERNAL_ID,
        TASK.CREATED_BY
    };
    private final DSLContext db;

    TaskStore(DSLContext db) {
        this.db = db;
    }

    UUID add(Tasks.NewTask task, About about, UUID owner, UUID author) {
        return db.insertInto(TASK)
                .set(TASK.TITLE, task.title())
                .set(TASK.DUE_ON, task.dueOn())
                .set(TASK.PRIORITY, (task.priority() == null ? Task.Priority.NORMAL : task.priority()).name())
                .set(TASK.NOTE, task.note())
                .set(TASK.CUSTOMER_ID, about.customer())
                .set(TASK.CONTACT_ID, about.contact())
                .set(TASK.OPPORTUNITY_ID, about.opportunity())
                .set(TASK.OWNER_ID, owner)
                .set(TASK.EXTERNAL_ID, task.externalId())
                .set(TASK.CREATED_BY, author)
                .returningResult(TASK.ID)
                .fetchSingle()
                .value1();
    }

    /** Returns whether the version was still current. */
    boolean edit(UUID id, Tasks.EditTask edit, UUID owner) {
        var doneAt = edit.done()
                ? coalesce(TASK.DONE_AT, currentOffsetDateTime())
                : inline((OffsetDateTime) null, TASK.DONE_AT);
        return db.update(TASK)
                        .set(TASK.TITLE, edit.title())
                        .set(TASK.DUE_ON, edit.dueOn())
                        .set(TASK.PRIORITY, edit.priority().name())
                        .set(TASK.NOTE, edit.note())
                        .set(TASK.OWNER_ID, owner)
                        .set(TASK.DONE_AT, doneAt)
                        .set(TASK.UPDATED_AT, currentOffsetDateTime())
                        .set(TASK.VERSION, edit.version() + 1)
                        .where(TASK.ID.eq(id), TASK.VERSION.eq(edit.version()))
                        .execute()
                == 1;
    }

    void remove(UUID id) {
        db.deleteFrom(TASK).where(TASK.ID.eq(id)).execute();
    }

    /** Takes a contact from what is about it; answers how that was. */
    List<Task> leaveContact(UUID contact) {
        var about = find(TASK.CONTACT_ID.eq(contact), Integer.MAX_VALUE);
        db.update(TASK)
                .setNull(TASK.CONTACT_ID)
                .where(TASK.CONTACT_ID.eq(contact))
                .execute();
        return about;
    }

    /** Returns those that are gone. */
    List<Task> removeOf(Condition which) {
        var gone = find(which, Integer.MAX_VALUE);
        db.deleteFrom(TASK).where(which).execute();
        return gone;
    }

    Optional<Task> find(UUID id) {
        return find(TASK.ID.eq(id), 1).stream().findFirst();
    }

    /** Open ones first, by day; then those done, the latest first. */
    List<Task> find(Condition which, int most) {
        return db.select(TASK.fields())
                .select(CUSTOMER, CONTACT, OPPORTUNITY, OWNER.name())
                .from(WITH_NAMES)
                .where(which)
                .orderBy(TASK.DONE_AT.desc().nullsFirst(), TASK.DUE_ON, TASK.ID)
                .limit(most)
                .fetch(TaskStore::task);
    }

    List<UUID> newIds(int count) {
        return db.fetch("select uuidv7() from generate_series(1, {0})", DSL.val(count))
                .map(r -> r.get(0, UUID.class));
    }

    void insert(List<ImportedTask> arrivals, UUID author) {
        if (arrivals.isEmpty()) return;
        var records = arrivals.stream()
                .map(one -> {
                    var r = record(one);
                    r.setCreatedBy(author);
                    return r.into(ENTERED);
                })
                .toList();
        db.insertInto(TASK).columns(ENTERED).valuesOfRecords(records).execute();
    }

    void update(List<ImportedTask> changed) {
        if (changed.isEmpty()) return;
        db.batch(changed.stream()
                        .map(one -> db.update(TASK)
                                .set(record(one))
                                .set(TASK.UPDATED_AT, currentOffsetDateTime())
                                .set(TASK.VERSION, TASK.VERSION.plus(1))
                                .where(TASK.ID.eq(one.id())))
                        .toList())
                .execute();
    }

    /** Keeps others from changing these until the transaction ends; always in the same order. */
    void lock(Collection<UUID> ids) {
        db.select(TASK.ID)
                .from(TASK)
                .where(TASK.ID.eq(any(ids.toArray(UUID[]::new))))
                .orderBy(TASK.ID)
                .forUpdate()
                .fetch();
    }

    /** @param owners whose which is to be */
    void assign(Map<UUID, UUID> owners) {
        var ids = new ArrayList<>(owners.keySet());
        db.execute(
                """
                update activities.task t set owner_id = v.owner, updated_at = now(), version = t.version + 1
                from unnest({0}::uuid[], {1}::uuid[]) as v (id, owner) where t.id = v.id""",
                DSL.val(ids.toArray(UUID[]::new)),
                DSL.val(ids.stream().map(owners::get).toArray(UUID[]::new)));
    }

    private static TaskRecord record(ImportedTask one) {
        var r = new TaskRecord();
        r.setId(one.id());
        r.setTitle(one.title());
        r.setDueOn(one.dueOn());
        r.setDoneAt(one.doneAt() == null ? null : one.doneAt().atOffset(ZoneOffset.UTC));
        r.setPriority(one.priority().name());
        r.setNote(one.note());
        r.setCustomerId(one.about().customer());
        r.setContactId(one.about().contact());
        r.setOpportunityId(one.about().opportunity());
        r.setOwnerId(one.owner());
        r.setExternalId(one.externalId());
        return r;
    }

    /** Locked until the transaction ends. */
    Map<String, Task> byExternalId(Collection<String> ids) {
        if (ids.isEmpty()) return Map.of();
        var wanted = TASK.EXTERNAL_ID.eq(any(ids.toArray(String[]::new)));
        var externalIds = db.select(TASK.ID, TASK.EXTERNAL_ID)
                .from(TASK)
                .where(wanted)
                .orderBy(TASK.ID)
                .forUpdate()
                .fetchMap(TASK.ID, TASK.EXTERNAL_ID);
        return find(wanted, Integer.MAX_VALUE).stream().collect(Collectors.toMap(t -> externalIds.get(t.id()), t -> t));
    }

    /** Those of the same people that say the same. */
    List<Task> like(Collection<ImportedTask> arrivals) {
        if (arrivals.isEmpty()) return List.of();
        return find(
                TASK.TITLE
                        .eq(any(arrivals.stream().map(ImportedTask::title).toArray(String[]::new)))
                        .and(TASK.DUE_ON.eq(
                                any(arrivals.stream().map(ImportedTask::dueOn).toArray(LocalDate[]::new))))
                        .and(TASK.OWNER_ID.eq(
                                any(arrivals.stream().map(ImportedTask::owner).toArray(UUID[]::new)))),
                Integer.MAX_VALUE);
    }

    List<Task> find(Collection<UUID> ids) {
        return find(TASK.ID.eq(any(ids.toArray(UUID[]::new))), ids.size());
    }

    private static Task task(Record r) {
        var t = r.into(TASK);
        return new Task(
                t.getId(),
                t.getTitle(),
                t.getDueOn(),
                t.getDoneAt() == null ? null : t.getDoneAt().toInstant(),
                Task.Priority.valueOf(t.getPriority()),
                t.getNote(),
                Relations.reference(r, TASK.CUSTOMER_ID, CUSTOMER),
                Relations.reference(r, TASK.CONTACT_ID, CONTACT),
                Relations.reference(r, TASK.OPPORTUNITY_ID, OPPORTUNITY),
                new Reference(Objects.requireNonNull(t.getOwnerId()), r.get(OWNER.name())),
                t.getCreatedAt().toInstant(),
                t.getVersion());
    }
}

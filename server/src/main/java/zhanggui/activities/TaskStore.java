package zhanggui.activities;

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

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
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

package zhanggui.comments;

import static zhanggui.comments.db.Tables.FOLLOWER;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import zhanggui.people.Directory;

/** Who follows which record, in PostgreSQL. */
@Repository
class FollowerStore {
    private final DSLContext db;

    FollowerStore(DSLContext db) {
        this.db = db;
    }

    Set<UUID> of(String list, UUID record) {
        return db.select(FOLLOWER.PERSON_ID)
                .from(FOLLOWER)
                .where(FOLLOWER.LIST.eq(list), FOLLOWER.RECORD_ID.eq(record))
                .fetchSet(FOLLOWER.PERSON_ID);
    }

    /** Those who work here, by name. */
    List<CommentPerson> named(String list, UUID record) {
        var person = Directory.as("follower_name");
        return db.select(person.id(), person.name())
                .from(FOLLOWER)
                .join(person.table())
                .on(person.id().eq(FOLLOWER.PERSON_ID))
                .where(FOLLOWER.LIST.eq(list), FOLLOWER.RECORD_ID.eq(record), person.present())
                .orderBy(person.name(), person.id())
                .fetch(r -> new CommentPerson(r.value1(), r.value2()));
    }

    /** By record, as far as anybody follows it. */
    Map<UUID, Set<UUID>> of(Collection<UUID> records) {
        return db
                .select(FOLLOWER.RECORD_ID, FOLLOWER.PERSON_ID)
                .from(FOLLOWER)
                .where(FOLLOWER.RECORD_ID.in(records))
                .fetch()
                .intoGroups(FOLLOWER.RECORD_ID, FOLLOWER.PERSON_ID)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
    }

    void add(String list, UUID record, UUID person) {
        db.insertInto(FOLLOWER)
                .set(FOLLOWER.LIST, list)
                .set(FOLLOWER.RECORD_ID, record)
                .set(FOLLOWER.PERSON_ID, person)
                .onConflictDoNothing()
                .execute();
    }

    void remove(String list, UUID record, UUID person) {
        db.deleteFrom(FOLLOWER)
                .where(FOLLOWER.LIST.eq(list), FOLLOWER.RECORD_ID.eq(record), FOLLOWER.PERSON_ID.eq(person))
                .execute();
    }

    void removeAll(String list, Collection<UUID> records) {
        db.deleteFrom(FOLLOWER)
                .where(FOLLOWER.LIST.eq(list), FOLLOWER.RECORD_ID.in(records))
                .execute();
    }
}

package zhanggui.comments;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static zhanggui.comments.db.Tables.COMMENT;
import static zhanggui.comments.db.Tables.FOLLOWER;
import static zhanggui.comments.db.Tables.MENTION;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;
import zhanggui.people.Directory;

/** Comments in PostgreSQL. */
@Repository
class CommentStore {
    static final int MOST = 1000;
    private final DSLContext db;

    CommentStore(DSLContext db) {
        this.db = db;
    }

    /** Of a record, the oldest first; of very many the last ones. */
    List<Comment> of(String list, UUID record) {
        return find(COMMENT.LIST.eq(list).and(COMMENT.RECORD_ID.eq(record))).reversed();
    }

    Optional<Comment> find(String list, UUID record, UUID id) {
        return find(COMMENT.ID.eq(id).and(COMMENT.LIST.eq(list)).and(COMMENT.RECORD_ID.eq(record))).stream()
                .findFirst();
    }

    private List<Comment> find(Condition which) {
        var author = Directory.as("author");
        var person = Directory.as("mentioned");
        Field<List<CommentPerson>> mentions = multiset(select(person.id(), person.name())
                        .from(MENTION)
                        .join(person.table())
                        .on(person.id().eq(MENTION.PERSON_ID))
                        .where(MENTION.COMMENT_ID.eq(COMMENT.ID))
                        .orderBy(person.name(), person.id()))
                .convertFrom(all -> all.map(r -> new CommentPerson(r.value1(), r.value2())))
                .as("mentions");
        var authorName = author.name().as("author_name");
        return db.select(COMMENT.asterisk(), authorName, mentions)
                .from(COMMENT)
                .join(author.table())
                .on(author.id().eq(COMMENT.AUTHOR_ID))
                .where(which)
                .orderBy(COMMENT.ID.desc())
                .limit(MOST)
                .fetch(r -> new Comment(
                        r.get(COMMENT.ID),
                        new CommentPerson(r.get(COMMENT.AUTHOR_ID), r.get(authorName)),
                        r.get(COMMENT.TEXT),
                        r.get(mentions),
                        r.get(COMMENT.CREATED_AT).toInstant(),
                        r.get(COMMENT.EDITED_AT) == null
                                ? null
                                : r.get(COMMENT.EDITED_AT).toInstant(),
                        r.get(COMMENT.VERSION)));
    }

    UUID add(String list, UUID record, UUID author, String text, Set<UUID> mentions) {
        var id = db.insertInto(COMMENT)
                .set(COMMENT.LIST, list)
                .set(COMMENT.RECORD_ID, record)
                .set(COMMENT.AUTHOR_ID, author)
                .set(COMMENT.TEXT, text)
                .returningResult(COMMENT.ID)
                .fetchSingle()
                .value1();
        mention(id, mentions);
        return id;
    }

    /** Returns whether {@code version} was still current. */
    boolean change(UUID id, String text, Set<UUID> mentions, int version) {
        var changed = db.update(COMMENT)
                .set(COMMENT.TEXT, text)
                .set(COMMENT.EDITED_AT, currentOffsetDateTime())
                .set(COMMENT.VERSION, version + 1)
                .where(COMMENT.ID.eq(id), COMMENT.VERSION.eq(version))
                .execute();
        if (changed == 0) return false;
        db.deleteFrom(MENTION).where(MENTION.COMMENT_ID.eq(id)).execute();
        mention(id, mentions);
        return true;
    }

    private void mention(UUID comment, Set<UUID> people) {
        for (var person : people) {
            db.insertInto(MENTION, MENTION.COMMENT_ID, MENTION.PERSON_ID)
                    .values(comment, person)
                    .execute();
        }
    }

    void remove(UUID id) {
        db.deleteFrom(COMMENT).where(COMMENT.ID.eq(id)).execute();
    }

    void removeAll(String list, Collection<UUID> records) {
        db.deleteFrom(COMMENT)
                .where(COMMENT.LIST.eq(list), COMMENT.RECORD_ID.in(records))
                .execute();
    }

    /** The records that have comments or followers, by list. */
    Map<String, Set<UUID>> records() {
        var records = new HashMap<String, Set<UUID>>();
        db.select(COMMENT.LIST, COMMENT.RECORD_ID)
                .from(COMMENT)
                .union(select(FOLLOWER.LIST, FOLLOWER.RECORD_ID).from(FOLLOWER))
                .forEach(r -> records.computeIfAbsent(r.value1(), list -> new HashSet<>())
                        .add(r.value2()));
        return records;
    }
}

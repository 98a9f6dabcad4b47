package zhanggui.notices;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static zhanggui.notices.db.Tables.NOTICE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.notices.News.Addressed;
import zhanggui.notices.db.tables.records.NoticeRecord;

/** Notices in PostgreSQL. */
@Repository
class NoticeStore {
    /** As many as the bell counts. */
    static final int COUNTED = 100;

    private static final int AT_ONCE = 1000;
    private final DSLContext db;

    NoticeStore(DSLContext db) {
        this.db = db;
    }

    List<Notice> add(List<Addressed> told, @Nullable Viewer by, Predicate<Addressed> inApp) {
        var stored = new ArrayList<Notice>();
        for (int from = 0; from < told.size(); from += AT_ONCE) {
            var insert = db.insertInto(
                    NOTICE,
                    NOTICE.PERSON_ID,
                    NOTICE.KIND,
                    NOTICE.LIST,
                    NOTICE.RECORD_ID,
                    NOTICE.NUMBER,
                    NOTICE.WORDS,
                    NOTICE.ACTOR_ID,
                    NOTICE.ACTOR_NAME,
                    NOTICE.IN_APP);
            for (var one : told.subList(from, Math.min(told.size(), from + AT_ONCE))) {
                var news = one.news();
                insert = insert.values(
                        one.person(),
                        news.kind(),
                        news.list(),
                        news.record(),
                        news.number(),
                        news.words().toArray(String[]::new),
                        by == null ? null : by.id(),
                        by == null ? null : by.name(),
                        inApp.test(one));
            }
            stored.addAll(insert.returning().fetch(NoticeStore::notice));
        }
        return stored;
    }

    /** The newest first. */
    List<Notice> of(UUID person, boolean unread, @Nullable UUID before, int most) {
        return db.selectFrom(NOTICE)
                .where(theirs(person, unread))
                .and(before == null ? noCondition() : NOTICE.ID.lt(before))
                .orderBy(NOTICE.ID.desc())
                .limit(most)
                .fetch(NoticeStore::notice);
    }

    /** Those unread that came to be within so long, the newest first. */
    List<Notice> unreadOf(UUID person, Duration within, int most) {
        return db.selectFrom(NOTICE)
                .where(theirs(person, true))
                .and(NOTICE.CREATED_AT.gt(currentOffsetDateTime().minus(val(DayToSecond.valueOf(within)))))
                .orderBy(NOTICE.ID.desc())
                .limit(most)
                .fetch(NoticeStore::notice);
    }

    Optional<Notice> find(UUID id) {
        return db.selectFrom(NOTICE).where(NOTICE.ID.eq(id)).fetchOptional(NoticeStore::notice);
    }

    /** How many are unread, up to {@link #COUNTED}. */
    int unread(UUID person) {
        var some = select(inline(1).as("one"))
                .from(NOTICE)
                .where(theirs(person, true))
                .limit(COUNTED)
                .asTable("some");
        return db.select(count()).from(some).fetchSingle().value1();
    }

    /** Returns whether there is such a notice of theirs. */
    boolean read(UUID person, UUID id, boolean read) {
        return db.update(NOTICE)
                        .set(NOTICE.READ_AT, read ? currentOffsetDateTime() : val(null, NOTICE.READ_AT))
                        .where(NOTICE.PERSON_ID.eq(person), NOTICE.ID.eq(id), NOTICE.IN_APP.isTrue())
                        .execute()
                == 1;
    }

    void readAll(UUID person, UUID upTo) {
        db.update(NOTICE)
                .set(NOTICE.READ_AT, currentOffsetDateTime())
                .where(theirs(person, true), NOTICE.ID.le(upTo))
                .execute();
    }

    @Transactional
    void forget(Duration age) {
        db.deleteFrom(NOTICE)
                .where(NOTICE.CREATED_AT.lt(currentOffsetDateTime().minus(val(DayToSecond.valueOf(age)))))
                .execute();
    }

    private static Condition theirs(UUID person, boolean unread) {
        var theirs = NOTICE.PERSON_ID.eq(person).and(NOTICE.IN_APP);
        return unread ? theirs.and(NOTICE.READ_AT.isNull()) : theirs;
    }

    private static Notice notice(NoticeRecord r) {
        var news = new News(r.getKind(), r.getList(), r.getRecordId(), r.getNumber(), List.of(r.getWords()));
        return new Notice(
                r.getId(),
                r.getPersonId(),
                news,
                r.getActorId(),
                r.getActorName(),
                r.getCreatedAt().toInstant(),
                r.getReadAt() == null ? null : r.getReadAt().toInstant());
    }
}

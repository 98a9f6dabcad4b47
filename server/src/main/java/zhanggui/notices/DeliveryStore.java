package zhanggui.notices;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static zhanggui.notices.db.Tables.DELIVERY;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.people.Directory;

/** What is still to leave the house, and what could not. */
@Repository
class DeliveryStore {
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private final DSLContext db;

    DeliveryStore(DSLContext db) {
        this.db = db;
    }

    /** How something ended that was to be sent. */
    enum End {
        DONE,
        GIVEN_UP,
        DROPPED
    }

    /**
     * @param notice absent for a digest
     * @param attempts this one included
     */
    record Claimed(UUID id, @Nullable UUID notice, UUID person, String channel, int attempts) {}

    /** @param to the person's name */
    record GivenUp(UUID id, Instant at, String to, String channel, int attempts, String reason) {}

    void add(List<Notice> notices, String channel) {
        if (notices.isEmpty()) return;
        db.batch(notices.stream()
                        .map(n -> db.insertInto(DELIVERY)
                                .set(DELIVERY.NOTICE_ID, n.id())
                                .set(DELIVERY.PERSON_ID, n.person())
                                .set(DELIVERY.CHANNEL, channel))
                        .toList())
                .execute();
    }

    void addDigest(UUID person, String channel) {
        db.insertInto(DELIVERY)
                .set(DELIVERY.PERSON_ID, person)
                .set(DELIVERY.CHANNEL, channel)
                .execute();
    }

    /** Takes what is due and nobody works on, for some minutes. A server that dies leaves it to another after them. */
    @Transactional
    public List<Claimed> claim(Instant now, int most) {
        var moment = now.atOffset(ZoneOffset.UTC);
        var due = select(DELIVERY.ID)
                .from(DELIVERY)
                .where(due(moment))
                .orderBy(DELIVERY.DUE_AT)
                .limit(most)
                .forUpdate()
                .skipLocked();
        return db.update(DELIVERY)
                .set(DELIVERY.CLAIMED_UNTIL, moment.plus(CLAIM))
                .set(DELIVERY.ATTEMPTS, DELIVERY.ATTEMPTS.plus(1))
                .where(DELIVERY.ID.in(due))
                .returning()
                .fetch(r -> new Claimed(r.getId(), r.getNoticeId(), r.getPersonId(), r.getChannel(), r.getAttempts()));
    }

    boolean isAnyDue(Instant now) {
        return db.fetchExists(selectOne().from(DELIVERY).where(due(now.atOffset(ZoneOffset.UTC))));
    }

    private static Condition due(OffsetDateTime moment) {
        return DELIVERY.STATE
                .eq("WAITING")
                .and(DELIVERY.DUE_AT.le(moment))
                .and(DELIVERY.CLAIMED_UNTIL.isNull().or(DELIVERY.CLAIMED_UNTIL.lt(moment)));
    }

    void end(UUID id, End end, @Nullable String reason) {
        db.update(DELIVERY)
                .set(DELIVERY.STATE, end.name())
                .set(DELIVERY.REASON, reason)
                .set(DELIVERY.ENDED_AT, currentOffsetDateTime())
                .where(DELIVERY.ID.eq(id), DELIVERY.STATE.eq("WAITING"))
                .execute();
    }

    /** @param counted whether this attempt was one */
    void later(UUID id, Instant due, boolean counted, @Nullable String reason) {
        db.update(DELIVERY)
                .set(DELIVERY.DUE_AT, due.atOffset(ZoneOffset.UTC))
                .set(DELIVERY.ATTEMPTS, counted ? DELIVERY.ATTEMPTS : DELIVERY.ATTEMPTS.minus(1))
                .setNull(DELIVERY.CLAIMED_UNTIL)
                .set(DELIVERY.REASON, reason)
                .where(DELIVERY.ID.eq(id), DELIVERY.STATE.eq("WAITING"))
                .execute();
    }

    int waiting(String channel) {
        return db.fetchCount(DELIVERY, DELIVERY.STATE.eq("WAITING"), DELIVERY.CHANNEL.eq(channel));
    }

    /** The last ones. */
    List<GivenUp> givenUp(int most) {
        var person = Directory.as("addressee");
        Field<String> name = person.name();
        return db.select(DELIVERY.ID, DELIVERY.ENDED_AT, name, DELIVERY.CHANNEL, DELIVERY.ATTEMPTS, DELIVERY.REASON)
                .from(DELIVERY)
                .join(person.table())
                .on(person.id().eq(DELIVERY.PERSON_ID))
                .where(DELIVERY.STATE.eq("GIVEN_UP"))
                .orderBy(DELIVERY.ENDED_AT.desc())
                .limit(most)
                .fetch(r -> new GivenUp(
                        r.value1(),
                        r.value2().toInstant(),
                        r.value3(),
                        r.value4(),
                        r.value5(),
                        String.valueOf(r.value6())));
    }

    @Transactional
    public void forget(Duration age) {
        db.deleteFrom(DELIVERY)
                .where(DELIVERY.ENDED_AT.lt(currentOffsetDateTime().minus(val(DayToSecond.valueOf(age)))))
                .execute();
    }
}

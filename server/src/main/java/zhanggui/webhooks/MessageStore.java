package zhanggui.webhooks;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static zhanggui.webhooks.db.Tables.ATTEMPT;
import static zhanggui.webhooks.db.Tables.DELIVERY;
import static zhanggui.webhooks.db.Tables.ENDPOINT;
import static zhanggui.webhooks.db.Tables.MESSAGE;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Messages and their way to each endpoint. */
@Repository
class MessageStore {
    /** Longer than an attempt lasts. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private final DSLContext db;

    MessageStore(DSLContext db) {
        this.db = db;
    }

    /** DEAD was given up and waits for somebody to send it again. */
    enum State {
        WAITING,
        DONE,
        DEAD,
        DROPPED
    }

    /** @param attempts this one included */
    record Claimed(UUID id, UUID message, String type, String body, int attempts) {}

    /**
     * @param status what the endpoint answered; absent where it did not
     * @param answer the beginning of what it said
     * @param problem why it did not arrive
     */
    record Attempt(
            Instant at,
            @Nullable Integer status,
            int millis,
            @Nullable String answer,
            @Nullable String problem) {}

    /** @param attempts those kept, the last one first */
    record Delivery(
            UUID id,
            String message,
            String type,
            String body,
            State state,
            Instant at,
            @Nullable Instant dueAt,
            List<Attempt> attempts) {}

    record Counts(int waiting, int dead) {
        static final Counts NONE = new Counts(0, 0);
    }

    void add(String type, String body) {
        var message = message(type, body);
        db.insertInto(DELIVERY, DELIVERY.MESSAGE_ID, DELIVERY.ENDPOINT_ID)
                .select(select(val(message), ENDPOINT.ID)
                        .from(ENDPOINT)
                        .where(ENDPOINT.ENABLED.isTrue(), ENDPOINT.TYPES.contains(new String[] {type})))
                .execute();
    }

    void addTest(UUID endpoint, String type, String body) {
        db.insertInto(DELIVERY)
                .set(DELIVERY.MESSAGE_ID, message(type, body))
                .set(DELIVERY.ENDPOINT_ID, endpoint)
                .execute();
    }

    private UUID message(String type, String body) {
        return db.insertInto(MESSAGE)
                .set(MESSAGE.TYPE, type)
                .set(MESSAGE.BODY, body)
                .returningResult(MESSAGE.ID)
                .fetchSingle()
                .value1();
    }

    /** The endpoints for which something is due. */
    List<UUID> due(Instant now) {
        return db.selectDistinct(DELIVERY.ENDPOINT_ID)
                .from(DELIVERY)
                .join(ENDPOINT)
                .on(ENDPOINT.ID.eq(DELIVERY.ENDPOINT_ID))
                .where(isDue(now), ENDPOINT.ENABLED.isTrue())
                .fetch(DELIVERY.ENDPOINT_ID);
    }

    /** Takes what is due for an endpoint, for some minutes. A server that dies leaves it to another after them. */
    @Transactional
    public List<Claimed> claim(UUID endpoint, Instant now, int most) {
        var due = select(DELIVERY.ID)
                .from(DELIVERY)
                .where(isDue(now), DELIVERY.ENDPOINT_ID.eq(endpoint))
                .orderBy(DELIVERY.DUE_AT, DELIVERY.ID)
                .limit(most)
                .forUpdate()
                .skipLocked();
        var ids = db.update(DELIVERY)
                .set(DELIVERY.CLAIMED_UNTIL, now.plus(CLAIM).atOffset(ZoneOffset.UTC))
                .set(DELIVERY.ATTEMPTS, DELIVERY.ATTEMPTS.plus(1))
                .where(DELIVERY.ID.in(due))
                .returningResult(DELIVERY.ID)
                .fetch(DELIVERY.ID);
        return db.select(DELIVERY.ID, MESSAGE.ID, MESSAGE.TYPE, MESSAGE.BODY, DELIVERY.ATTEMPTS)
                .from(DELIVERY)
                .join(MESSAGE)
                .on(MESSAGE.ID.eq(DELIVERY.MESSAGE_ID))
                .where(DELIVERY.ID.in(ids))
                .orderBy(DELIVERY.ID)
                .fetch(r -> new Claimed(r.value1(), r.value2(), r.value3(), r.value4(), r.value5()));
    }

    private static Condition isDue(Instant now) {
        var moment = now.atOffset(ZoneOffset.UTC);
        return DELIVERY.STATE
                .eq(inline("WAITING"))
                .and(DELIVERY.DUE_AT.le(moment))
                .and(DELIVERY.CLAIMED_UNTIL.isNull().or(DELIVERY.CLAIMED_UNTIL.lt(moment)));
    }

    void attempted(UUID delivery, Attempt attempt) {
        db.insertInto(ATTEMPT)
                .set(ATTEMPT.DELIVERY_ID, delivery)
                .set(ATTEMPT.AT, attempt.at().atOffset(ZoneOffset.UTC))
                .set(ATTEMPT.STATUS, attempt.status())
                .set(ATTEMPT.MILLIS, attempt.millis())
                .set(ATTEMPT.ANSWER, attempt.answer())
                .set(ATTEMPT.PROBLEM, attempt.problem())
                .execute();
    }

    void end(UUID id, State state) {
        db.update(DELIVERY)
                .set(DELIVERY.STATE, state.name())
                .set(DELIVERY.ENDED_AT, currentOffsetDateTime())
                .setNull(DELIVERY.CLAIMED_UNTIL)
                .where(DELIVERY.ID.eq(id), DELIVERY.STATE.eq("WAITING"))
                .execute();
    }

    void later(UUID id, Instant due) {
        db.update(DELIVERY)
                .set(DELIVERY.DUE_AT, due.atOffset(ZoneOffset.UTC))
                .setNull(DELIVERY.CLAIMED_UNTIL)
                .where(DELIVERY.ID.eq(id), DELIVERY.STATE.eq("WAITING"))
                .execute();
    }

    Optional<UUID> endpointOf(UUID delivery) {
        return db.select(DELIVERY.ENDPOINT_ID)
                .from(DELIVERY)
                .where(DELIVERY.ID.eq(delivery))
                .fetchOptional(DELIVERY.ENDPOINT_ID);
    }

    /** Returns how many are to be sent again. */
    int again(UUID endpoint, @Nullable UUID delivery) {
        return db.update(DELIVERY)
                .set(DELIVERY.STATE, "WAITING")
                .set(DELIVERY.DUE_AT, currentOffsetDateTime())
                .set(DELIVERY.ATTEMPTS, 0)
                .setNull(DELIVERY.ENDED_AT)
                .where(DELIVERY.ENDPOINT_ID.eq(endpoint))
                .and(delivery == null ? DELIVERY.STATE.eq("DEAD") : DELIVERY.ID.eq(delivery))
                .and(DELIVERY.STATE.ne("WAITING"))
                .execute();
    }

    /** By endpoint. */
    Map<UUID, Counts> counts() {
        var waiting = DSL.count().filterWhere(DELIVERY.STATE.eq(inline("WAITING")));
        var dead = DSL.count().filterWhere(DELIVERY.STATE.eq(inline("DEAD")));
        var counts = new HashMap<UUID, Counts>();
        db.select(DELIVERY.ENDPOINT_ID, waiting, dead)
                .from(DELIVERY)
                .where(DELIVERY.STATE.in(inline("WAITING"), inline("DEAD")))
                .groupBy(DELIVERY.ENDPOINT_ID)
                .forEach(r -> counts.put(r.value1(), new Counts(r.value2(), r.value3())));
        return counts;
    }

    /** The newest first. */
    List<Delivery> of(UUID endpoint, @Nullable State state, @Nullable UUID before, int most) {
        var attempts = multiset(select(ATTEMPT.AT, ATTEMPT.STATUS, ATTEMPT.MILLIS, ATTEMPT.ANSWER, ATTEMPT.PROBLEM)
                        .from(ATTEMPT)
                        .where(ATTEMPT.DELIVERY_ID.eq(DELIVERY.ID))
                        .orderBy(ATTEMPT.ID.desc())
                        .limit(20))
                .convertFrom(all -> all.map(
                        a -> new Attempt(a.value1().toInstant(), a.value2(), a.value3(), a.value4(), a.value5())));
        return db.select(
                        DELIVERY.ID,
                        MESSAGE.ID,
                        MESSAGE.TYPE,
                        MESSAGE.BODY,
                        DELIVERY.STATE,
                        MESSAGE.CREATED_AT,
                        field(DSL.when(DELIVERY.STATE.eq(inline("WAITING")), DELIVERY.DUE_AT)),
                        attempts)
                .from(DELIVERY)
                .join(MESSAGE)
                .on(MESSAGE.ID.eq(DELIVERY.MESSAGE_ID))
                .where(DELIVERY.ENDPOINT_ID.eq(endpoint))
                .and(state == null ? noCondition() : DELIVERY.STATE.eq(state.name()))
                .and(before == null ? noCondition() : DELIVERY.ID.lt(before))
                .orderBy(DELIVERY.ID.desc())
                .limit(most)
                .fetch(r -> new Delivery(
                        r.value1(),
                        Signature.id(r.value2()),
                        r.value3(),
                        r.value4(),
                        State.valueOf(r.value5()),
                        r.value6().toInstant(),
                        r.value7() == null ? null : r.value7().toInstant(),
                        r.value8()));
    }

    @Transactional
    public void forget(Duration age) {
        db.deleteFrom(MESSAGE)
                .where(MESSAGE.CREATED_AT.lt(currentOffsetDateTime().minus(val(DayToSecond.valueOf(age)))))
                .execute();
    }
}

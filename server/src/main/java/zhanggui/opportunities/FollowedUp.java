package zhanggui.opportunities;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;
import static zhanggui.opportunities.db.Tables.OPPORTUNITY;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** When opportunities were last followed up, in PostgreSQL. */
@Repository
class FollowedUp {
    private final DSLContext db;

    FollowedUp(DSLContext db) {
        this.db = db;
    }

    /** Where {@code was} is still the last moment, it becomes {@code now}. */
    void replace(UUID id, Instant was, @Nullable Instant now) {
        db.update(OPPORTUNITY)
                .set(OPPORTUNITY.LAST_FOLLOWED_AT, now == null ? null : now.atOffset(ZoneOffset.UTC))
                .where(OPPORTUNITY.ID.eq(id), OPPORTUNITY.LAST_FOLLOWED_AT.eq(was.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    /** The later of what was known and what is said now. */
    void keep(Map<UUID, Instant> moments) {
        var ids = moments.keySet().toArray(UUID[]::new);
        var times = moments.values().stream().map(OpportunityStore::time).toArray(OffsetDateTime[]::new);
        db.execute(
                "update opportunities.opportunity o set last_followed_at = greatest(o.last_followed_at, v.at)"
                        + " from unnest({0}::uuid[], {1}::timestamptz[]) as v (id, at) where o.id = v.id",
                val(ids), val(times));
    }

    /** When the customers of some opportunities were last followed up about these. */
    Map<UUID, Instant> ofCustomers(Collection<UUID> ids) {
        return db
                .select(OPPORTUNITY.CUSTOMER_ID, max(OPPORTUNITY.LAST_FOLLOWED_AT))
                .from(OPPORTUNITY)
                .where(
                        OPPORTUNITY.ID.eq(any(ids.toArray(UUID[]::new))),
                        OPPORTUNITY.CUSTOMER_ID.isNotNull(),
                        OPPORTUNITY.LAST_FOLLOWED_AT.isNotNull())
                .groupBy(OPPORTUNITY.CUSTOMER_ID)
                .fetch()
                .stream()
                .collect(Collectors.toMap(r -> r.value1(), r -> r.value2().toInstant()));
    }
}

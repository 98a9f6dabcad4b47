package zhanggui.webhooks;

import static zhanggui.webhooks.db.Tables.ENDPOINT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.webhooks.db.tables.records.EndpointRecord;

/** Endpoints in PostgreSQL. */
@Repository
class EndpointStore {
    private final DSLContext db;

    EndpointStore(DSLContext db) {
        this.db = db;
    }

    List<Endpoint> all() {
        return db.selectFrom(ENDPOINT).orderBy(ENDPOINT.NAME, ENDPOINT.ID).fetch(EndpointStore::endpoint);
    }

    Optional<Endpoint> find(UUID id) {
        return db.selectFrom(ENDPOINT).where(ENDPOINT.ID.eq(id)).fetchOptional(EndpointStore::endpoint);
    }

    boolean exists(UUID id) {
        return db.fetchExists(ENDPOINT, ENDPOINT.ID.eq(id));
    }

    /** Every type of message that some endpoint gets. */
    Set<String> wanted() {
        var wanted = new HashSet<String>();
        db.select(ENDPOINT.TYPES)
                .from(ENDPOINT)
                .where(ENDPOINT.ENABLED)
                .forEach(r -> wanted.addAll(List.of(r.value1())));
        return wanted;
    }

    UUID add(EnteredEndpoint entered, byte[] secret, UUID by) {
        return db.insertInto(ENDPOINT)
                .set(ENDPOINT.NAME, entered.name().strip())
                .set(ENDPOINT.URL, entered.url().strip())
                .set(ENDPOINT.TYPES, entered.types().toArray(String[]::new))
                .set(ENDPOINT.ENABLED, entered.enabled())
                .set(ENDPOINT.SECRET, secret)
                .set(ENDPOINT.CREATED_BY, by)
                .returningResult(ENDPOINT.ID)
                .fetchSingle()
                .value1();
    }

    /** Returns whether nobody changed it meanwhile. What was wrong before does not count any more. */
    boolean change(UUID id, EnteredEndpoint entered, int version) {
        return db.update(ENDPOINT)
                        .set(ENDPOINT.NAME, entered.name().strip())
                        .set(ENDPOINT.URL, entered.url().strip())
                        .set(ENDPOINT.TYPES, entered.types().toArray(String[]::new))
                        .set(ENDPOINT.ENABLED, entered.enabled())
                        .setNull(ENDPOINT.FAILING_SINCE)
                        .setNull(ENDPOINT.DISABLED_BECAUSE)
                        .set(ENDPOINT.VERSION, version + 1)
                        .where(ENDPOINT.ID.eq(id), ENDPOINT.VERSION.eq(version))
                        .execute()
                == 1;
    }

    void remove(UUID id) {
        db.deleteFrom(ENDPOINT).where(ENDPOINT.ID.eq(id)).execute();
    }

    /** @param formerUntil how long the one before still counts */
    void renew(UUID id, byte[] secret, Instant formerUntil) {
        db.update(ENDPOINT)
                .set(ENDPOINT.FORMER_SECRET, ENDPOINT.SECRET)
                .set(ENDPOINT.FORMER_UNTIL, formerUntil.atOffset(ZoneOffset.UTC))
                .set(ENDPOINT.SECRET, secret)
                .where(ENDPOINT.ID.eq(id))
                .execute();
    }

    void arrived(UUID id) {
        db.update(ENDPOINT)
                .setNull(ENDPOINT.FAILING_SINCE)
                .where(ENDPOINT.ID.eq(id), ENDPOINT.FAILING_SINCE.isNotNull())
                .execute();
    }

    void failed(UUID id, Instant now) {
        db.update(ENDPOINT)
                .set(ENDPOINT.FAILING_SINCE, now.atOffset(ZoneOffset.UTC))
                .where(ENDPOINT.ID.eq(id), ENDPOINT.FAILING_SINCE.isNull())
                .execute();
    }

    /** Returns whether it was still on. */
    boolean disable(UUID id, String why) {
        return db.update(ENDPOINT)
                        .set(ENDPOINT.ENABLED, false)
                        .set(ENDPOINT.DISABLED_BECAUSE, why)
                        .set(ENDPOINT.VERSION, ENDPOINT.VERSION.plus(1))
                        .where(ENDPOINT.ID.eq(id), ENDPOINT.ENABLED.isTrue())
                        .execute()
                == 1;
    }

    private static Endpoint endpoint(EndpointRecord r) {
        return new Endpoint(
                r.getId(),
                r.getName(),
                r.getUrl(),
                List.of(r.getTypes()),
                r.getEnabled(),
                r.getSecret(),
                r.getFormerSecret(),
                instant(r.getFormerUntil()),
                instant(r.getFailingSince()),
                r.getDisabledBecause(),
                r.getVersion());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

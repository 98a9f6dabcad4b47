package zhanggui.privacy;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static zhanggui.privacy.db.Tables.DUE_CONTACT;
import static zhanggui.privacy.db.Tables.HOLD;
import static zhanggui.privacy.db.Tables.RETENTION;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.listings.Page.Reference;
import zhanggui.people.Directory;

/** How long contacts are kept, in PostgreSQL. */
@Repository
class RetentionStore {
    private static final Directory.People WHO = Directory.as("who");
    private final DSLContext db;

    RetentionStore(DSLContext db) {
        this.db = db;
    }

    record Rule(
            @Nullable Integer months,
            boolean automatic,
            @Nullable Reference changedBy,
            int version) {}

    Rule rule(boolean locked) {
        var select = db.select(RETENTION.fields())
                .select(WHO.name())
                .from(RETENTION)
                .leftJoin(WHO.table())
                .on(WHO.id().eq(RETENTION.CHANGED_BY));
        return (locked ? select.forUpdate().of(RETENTION) : select).fetchSingle(row -> {
            var r = row.into(RETENTION);
            return new Rule(
                    r.getMonths(),
                    r.getAutomatic(),
                    r.getChangedBy() == null ? null : new Reference(r.getChangedBy(), row.get(WHO.name())),
                    r.getVersion());
        });
    }

    void save(Retention.Save rule, UUID by) {
        db.update(RETENTION)
                .set(RETENTION.MONTHS, rule.months())
                .set(RETENTION.AUTOMATIC, rule.automatic())
                .set(RETENTION.CHANGED_BY, by)
                .set(RETENTION.VERSION, RETENTION.VERSION.plus(1))
                .execute();
    }

    int due(Condition reach) {
        return db.fetchCount(DUE_CONTACT, reach);
    }

    /** Those without any sign for longest first. */
    List<UUID> due(Condition reach, int most) {
        return db.select(DUE_CONTACT.ID)
                .from(DUE_CONTACT)
                .where(reach)
                .orderBy(DUE_CONTACT.LAST_SIGN_AT, DUE_CONTACT.ID)
                .limit(most)
                .fetch(DUE_CONTACT.ID);
    }

    Optional<Retention.Hold> hold(UUID contact) {
        return db.select(HOLD.fields())
                .select(WHO.name())
                .from(HOLD)
                .leftJoin(WHO.table())
                .on(WHO.id().eq(HOLD.HELD_BY))
                .where(HOLD.CONTACT_ID.eq(contact))
                .fetchOptional(row -> {
                    var r = row.into(HOLD);
                    return new Retention.Hold(
                            r.getUntil(),
                            r.getReason(),
                            new Reference(r.getHeldBy(), row.get(WHO.name())),
                            r.getHeldAt().toInstant());
                });
    }

    void hold(UUID contact, Retention.SaveHold hold, UUID by) {
        db.insertInto(HOLD)
                .set(HOLD.CONTACT_ID, contact)
                .set(HOLD.UNTIL, hold.until())
                .set(HOLD.REASON, hold.reason().strip())
                .set(HOLD.HELD_BY, by)
                .onConflict(HOLD.CONTACT_ID)
                .doUpdate()
                .set(HOLD.UNTIL, hold.until())
                .set(HOLD.REASON, hold.reason().strip())
                .set(HOLD.HELD_BY, by)
                .set(HOLD.HELD_AT, currentOffsetDateTime())
                .execute();
    }

    void release(UUID contact) {
        db.deleteFrom(HOLD).where(HOLD.CONTACT_ID.eq(contact)).execute();
    }
}

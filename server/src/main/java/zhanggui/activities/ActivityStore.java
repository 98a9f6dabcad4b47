package zhanggui.activities;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static zhanggui.activities.Relations.CONTACT;
import static zhanggui.activities.Relations.CUSTOMER;
import static zhanggui.activities.Relations.OPPORTUNITY;
import static zhanggui.activities.Relations.OWNER;
import static zhanggui.activities.db.Tables.ACTIVITY;
import static zhanggui.activities.db.Tables.KNOWN_CONTACT;
import static zhanggui.activities.db.Tables.KNOWN_CUSTOMER;
import static zhanggui.activities.db.Tables.KNOWN_OPPORTUNITY;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.listings.Page.Reference;

/** Follow-ups in PostgreSQL. */
@Repository
class ActivityStore {
    static final Table<?> WITH_NAMES = ACTIVITY.leftJoin(KNOWN_CUSTOMER)
            .on(KNOWN_CUSTOMER.ID.eq(ACTIVITY.CUSTOMER_ID))
            .leftJoin(KNOWN_CONTACT)
            .on(KNOWN_CONTACT.ID.eq(ACTIVITY.CONTACT_ID))
            .leftJoin(KNOWN_OPPORTUNITY)
            .on(KNOWN_OPPORTUNITY.ID.eq(ACTIVITY.OPPORTUNITY_ID))
            .leftJoin(OWNER.table())
            .on(OWNER.id().eq(ACTIVITY.OWNER_ID));
    private final DSLContext db;

    ActivityStore(DSLContext db) {
        this.db = db;
    }

    UUID add(Activities.NewActivity activity, About about, Instant at, UUID owner) {
        return db.insertInto(ACTIVITY)
                .set(ACTIVITY.KIND, activity.kind().name())
                .set(ACTIVITY.HAPPENED_AT, at.atOffset(ZoneOffset.UTC))
                .set(ACTIVITY.TEXT, activity.text())
                .set(ACTIVITY.NEXT_STEP, activity.nextStep())
                .set(ACTIVITY.CUSTOMER_ID, about.customer())
                .set(ACTIVITY.CONTACT_ID, about.contact())
                .set(ACTIVITY.OPPORTUNITY_ID, about.opportunity())
                .set(ACTIVITY.OWNER_ID, owner)
                .set(ACTIVITY.EXTERNAL_ID, activity.externalId())
                .returningResult(ACTIVITY.ID)
                .fetchSingle()
                .value1();
    }

    /** Returns whether the version was still current. */
    boolean edit(UUID id, Activities.EditActivity edit, Instant at) {
        return db.update(ACTIVITY)
                        .set(ACTIVITY.KIND, edit.kind().name())
                        .set(ACTIVITY.HAPPENED_AT, at.atOffset(ZoneOffset.UTC))
                        .set(ACTIVITY.TEXT, edit.text())
                        .set(ACTIVITY.NEXT_STEP, edit.nextStep())
                        .set(ACTIVITY.UPDATED_AT, currentOffsetDateTime())
                        .set(ACTIVITY.VERSION, edit.version() + 1)
                        .where(ACTIVITY.ID.eq(id), ACTIVITY.VERSION.eq(edit.version()))
                        .execute()
                == 1;
    }

    void remove(UUID id) {
        db.deleteFrom(ACTIVITY).where(ACTIVITY.ID.eq(id)).execute();
    }

    Optional<Activity> find(UUID id) {
        return find(ACTIVITY.ID.eq(id), 1).stream().findFirst();
    }

    Map<String, Activity> byExternalId(Collection<String> ids) {
        if (ids.isEmpty()) return Map.of();
        var found = new HashMap<String, Activity>();
        db.select(ACTIVITY.fields())
                .select(CUSTOMER, CONTACT, OPPORTUNITY, OWNER.name())
                .from(WITH_NAMES)
                .where(ACTIVITY.EXTERNAL_ID.in(ids))
                .forEach(r -> found.put(r.get(ACTIVITY.EXTERNAL_ID), activity(r)));
        return found;
    }

    /** When a customer was last followed up, on itself or on one of its opportunities. */
    @Nullable Instant latestOfCustomer(UUID customer) {
        return latest(ACTIVITY.CUSTOMER_ID.eq(customer));
    }

    @Nullable Instant latestOfOpportunity(UUID opportunity) {
        return latest(ACTIVITY.OPPORTUNITY_ID.eq(opportunity));
    }

    private @Nullable Instant latest(Condition which) {
        var at = db.select(DSL.max(ACTIVITY.HAPPENED_AT))
                .from(ACTIVITY)
                .where(which)
                .fetchSingle()
                .value1();
        return at == null ? null : at.toInstant();
    }

    /** The latest first. */
    List<Activity> find(Condition which, int most) {
        return db.select(ACTIVITY.fields())
                .select(CUSTOMER, CONTACT, OPPORTUNITY, OWNER.name())
                .from(WITH_NAMES)
                .where(which)
                .orderBy(ACTIVITY.HAPPENED_AT.desc(), ACTIVITY.ID.desc())
                .limit(most)
                .fetch(ActivityStore::activity);
    }

    private static Activity activity(Record r) {
        var a = r.into(ACTIVITY);
        return new Activity(
                a.getId(),
                ActivityKind.valueOf(a.getKind()),
                a.getHappenedAt().toInstant(),
                a.getText(),
                a.getNextStep(),
                Relations.reference(r, ACTIVITY.CUSTOMER_ID, CUSTOMER),
                Relations.reference(r, ACTIVITY.CONTACT_ID, CONTACT),
                Relations.reference(r, ACTIVITY.OPPORTUNITY_ID, OPPORTUNITY),
                new Reference(Objects.requireNonNull(a.getOwnerId()), r.get(OWNER.name())),
                a.getCreatedAt().toInstant(),
                a.getVersion());
    }
}

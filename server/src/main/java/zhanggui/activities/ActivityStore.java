package zhanggui.activities;

import static org.jooq.impl.DSL.any;
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
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.activities.db.tables.records.ActivityRecord;
import zhanggui.customfields.CustomFields;
import zhanggui.customfields.CustomValues;
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
    private static final Field<?>[] ENTERED = {
        ACTIVITY.ID,
        ACTIVITY.KIND,
        ACTIVITY.HAPPENED_AT,
        ACTIVITY.TEXT,
        ACTIVITY.NEXT_STEP,
        ACTIVITY.CUSTOMER_ID,
        ACTIVITY.CONTACT_ID,
        ACTIVITY.OPPORTUNITY_ID,
        ACTIVITY.OWNER_ID,
        ACTIVITY.EXTERNAL_ID,
        ACTIVITY.CUSTOM,
        ACTIVITY.CUSTOM_SEARCH
    };
    private final DSLContext db;
    private final CustomFields fields;

    ActivityStore(DSLContext db, CustomFields fields) {
        this.db = db;
        this.fields = fields;
    }

    UUID add(Activities.NewActivity activity, About about, Instant at, Map<String, Object> custom, UUID owner) {
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
                .set(ACTIVITY.CUSTOM, CustomValues.json(custom))
                .set(ACTIVITY.CUSTOM_SEARCH, fields.words("activities", custom))
                .returningResult(ACTIVITY.ID)
                .fetchSingle()
                .value1();
    }

    /** Returns whether the version was still current. */
    boolean edit(UUID id, Activities.EditActivity edit, Instant at, Map<String, Object> custom) {
        return db.update(ACTIVITY)
                        .set(ACTIVITY.KIND, edit.kind().name())
                        .set(ACTIVITY.HAPPENED_AT, at.atOffset(ZoneOffset.UTC))
                        .set(ACTIVITY.TEXT, edit.text())
                        .set(ACTIVITY.NEXT_STEP, edit.nextStep())
                        .set(ACTIVITY.CUSTOM, CustomValues.json(custom))
                        .set(ACTIVITY.CUSTOM_SEARCH, fields.words("activities", custom))
                        .set(ACTIVITY.UPDATED_AT, currentOffsetDateTime())
                        .set(ACTIVITY.VERSION, edit.version() + 1)
                        .where(ACTIVITY.ID.eq(id), ACTIVITY.VERSION.eq(edit.version()))
                        .execute()
                == 1;
    }

    void remove(UUID id) {
        db.deleteFrom(ACTIVITY).where(ACTIVITY.ID.eq(id)).execute();
    }

    List<Activity> find(Collection<UUID> ids) {
        return find(ACTIVITY.ID.eq(any(ids.toArray(UUID[]::new))), ids.size());
    }

    Optional<Activity> find(UUID id) {
        return find(ACTIVITY.ID.eq(id), 1).stream().findFirst();
    }

    /** Takes a contact from what is about it; answers how that was. */
    List<Activity> leaveContact(UUID contact) {
        var about = find(ACTIVITY.CONTACT_ID.eq(contact), Integer.MAX_VALUE);
        db.update(ACTIVITY)
                .setNull(ACTIVITY.CONTACT_ID)
                .where(ACTIVITY.CONTACT_ID.eq(contact))
                .execute();
        return about;
    }

    /** Returns those that are gone. */
    List<Activity> removeOf(Condition which) {
        var gone = find(which, Integer.MAX_VALUE);
        db.deleteFrom(ACTIVITY).where(which).execute();
        return gone;
    }

    List<UUID> newIds(int count) {
        return db.fetch("select uuidv7() from generate_series(1, {0})", DSL.val(count))
                .map(r -> r.get(0, UUID.class));
    }

    void insert(List<ImportedActivity> arrivals) {
        if (arrivals.isEmpty()) return;
        var records = arrivals.stream().map(this::record).toList();
        db.insertInto(ACTIVITY)
                .columns(ENTERED)
                .valuesOfRecords(records.stream().map(r -> r.into(ENTERED)).toList())
                .execute();
    }

    void update(List<ImportedActivity> changed) {
        if (changed.isEmpty()) return;
        db.batch(changed.stream()
                        .map(one -> db.update(ACTIVITY)
                                .set(record(one))
                                .set(ACTIVITY.UPDATED_AT, currentOffsetDateTime())
                                .set(ACTIVITY.VERSION, ACTIVITY.VERSION.plus(1))
                                .where(ACTIVITY.ID.eq(one.id())))
                        .toList())
                .execute();
    }

    private ActivityRecord record(ImportedActivity one) {
        var r = new ActivityRecord();
        r.setId(one.id());
        r.setKind(one.kind().name());
        r.setHappenedAt(one.at().atOffset(ZoneOffset.UTC));
        r.setText(one.text());
        r.setNextStep(one.nextStep());
        r.setCustomerId(one.about().customer());
        r.setContactId(one.about().contact());
        r.setOpportunityId(one.about().opportunity());
        r.setOwnerId(one.owner());
        r.setExternalId(one.externalId());
        r.setCustom(CustomValues.json(one.custom()));
        r.setCustomSearch(fields.words("activities", one.custom()));
        return r;
    }

    /** Locked until the transaction ends. */
    Map<String, Activity> byExternalId(Collection<String> ids) {
        if (ids.isEmpty()) return Map.of();
        var found = new HashMap<String, Activity>();
        var wanted = ACTIVITY.EXTERNAL_ID.eq(any(ids.toArray(String[]::new)));
        db.select(ACTIVITY.ID)
                .from(ACTIVITY)
                .where(wanted)
                .orderBy(ACTIVITY.ID)
                .forUpdate()
                .fetch();
        var beside = fields.beside("activities");
        db.select(ACTIVITY.fields())
                .select(CUSTOMER, CONTACT, OPPORTUNITY, OWNER.name(), beside)
                .from(WITH_NAMES)
                .where(wanted)
                .forEach(r -> found.put(r.get(ACTIVITY.EXTERNAL_ID), activity(r, r.get(beside))));
        return found;
    }

    /** Those that say the same of the same customers and opportunities. */
    List<Activity> like(Collection<ImportedActivity> arrivals) {
        if (arrivals.isEmpty()) return List.of();
        var texts = arrivals.stream().map(ImportedActivity::text).toArray(String[]::new);
        return find(
                ACTIVITY.TEXT
                        .eq(any(texts))
                        .and(ACTIVITY.CUSTOMER_ID
                                .eq(any(ids(arrivals, About::customer)))
                                .or(ACTIVITY.OPPORTUNITY_ID.eq(any(ids(arrivals, About::opportunity))))),
                Integer.MAX_VALUE);
    }

    private static UUID[] ids(Collection<ImportedActivity> arrivals, Function<About, @Nullable UUID> which) {
        return arrivals.stream()
                .map(one -> which.apply(one.about()))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
    }

    /** When a customer was last followed up, on itself or on one of its opportunities. */
    @Nullable Instant latestOfCustomer(UUID customer) {
        return latest(Timelines.ofCustomer(customer, ACTIVITY.CUSTOMER_ID, ACTIVITY.OPPORTUNITY_ID));
    }

    @Nullable Instant latestOfContact(UUID contact) {
        return latest(ACTIVITY.CONTACT_ID.eq(contact));
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
        var beside = fields.beside("activities");
        return db.select(ACTIVITY.fields())
                .select(CUSTOMER, CONTACT, OPPORTUNITY, OWNER.name(), beside)
                .from(WITH_NAMES)
                .where(which)
                .orderBy(ACTIVITY.HAPPENED_AT.desc(), ACTIVITY.ID.desc())
                .limit(most)
                .fetch(r -> activity(r, r.get(beside)));
    }

    private static Activity activity(Record r, @Nullable JSONB beside) {
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
                CustomValues.of(a.getCustom(), beside),
                a.getCreatedAt().toInstant(),
                a.getVersion());
    }
}

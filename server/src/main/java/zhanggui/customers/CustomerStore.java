package zhanggui.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static zhanggui.customers.CustomerDirectory.READ_PERMISSION;
import static zhanggui.customers.CustomerState.reference;
import static zhanggui.customers.db.Tables.CUSTOMER;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.access.Scope;
import zhanggui.access.Viewer;
import zhanggui.company.CompanyDirectory;
import zhanggui.customers.db.tables.Customer;
import zhanggui.customers.db.tables.records.CustomerRecord;
import zhanggui.customfields.CustomFields;
import zhanggui.customfields.CustomValues;
import zhanggui.listings.Page.Money;
import zhanggui.people.Directory;

/** Customers in PostgreSQL, many at a time. */
@Repository
class CustomerStore {
    static final Scope SCOPE = CustomerDirectory.scope(CUSTOMER);
    private static final Customer PARENT = CUSTOMER.as("parent");
    private static final Directory.People OWNER = Directory.as("owner");
    private static final Directory.People CREATOR = Directory.as("creator");
    private static final Field<UUID> UNIT = Directory.unitOf(CUSTOMER.OWNER_ID).as("unit_id");
    private static final Field<String> UNIT_NAME =
            Directory.unitNameOf(CUSTOMER.OWNER_ID).as("unit_name");
    private static final Field<String> CURRENCY = CompanyDirectory.currency().as("currency");
    private final DSLContext db;
    private final CustomFields fields;

    CustomerStore(DSLContext db, CustomFields fields) {
        this.db = db;
        this.fields = fields;
    }

    /** A customer to be stored, under an id given beforehand. */
    record Entry(UUID id, SaveCustomer command, Instant createdAt) {}

    List<UUID> newIds(int count) {
        return db.select(field("uuidv7()", UUID.class))
                .from(table("generate_series(1, {0})", val(count)))
                .fetch(r -> r.value1());
    }

    List<CustomerState> states(Condition where) {
        var beside = fields.beside("customers");
        return db.select(CUSTOMER.fields())
                .select(PARENT.NAME, OWNER.name(), CREATOR.name(), UNIT, UNIT_NAME, CURRENCY, beside)
                .from(CUSTOMER)
                .leftJoin(PARENT)
                .on(PARENT.ID.eq(CUSTOMER.PARENT_ID))
                .leftJoin(OWNER.table())
                .on(OWNER.id().eq(CUSTOMER.OWNER_ID))
                .leftJoin(CREATOR.table())
                .on(CREATOR.id().eq(CUSTOMER.CREATED_BY))
                .where(where)
                .fetch(r -> state(r, CustomValues.of(r.get(CUSTOMER.CUSTOM), r.get(beside))));
    }

    List<CustomerState> states(Collection<UUID> ids) {
        return states(among(CUSTOMER.ID, ids));
    }

    /** Which of these a permission reaches; what cannot be read is not reached, whatever else a role allows. */
    Set<UUID> reached(Collection<UUID> ids, Viewer viewer, String permission) {
        if (ids.isEmpty()) return Set.of();
        return db.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(among(CUSTOMER.ID, ids), SCOPE.of(viewer, READ_PERMISSION))
                .and(permission.equals(READ_PERMISSION) ? noCondition() : SCOPE.of(viewer, permission))
                .fetchSet(CUSTOMER.ID);
    }

    Map<UUID, String> names(Collection<UUID> ids) {
        return db.select(CUSTOMER.ID, CUSTOMER.NAME)
                .from(CUSTOMER)
                .where(among(CUSTOMER.ID, ids))
                .fetchMap(CUSTOMER.ID, CUSTOMER.NAME);
    }

    /** Which of these people there are. */
    Set<UUID> people(Collection<UUID> ids) {
        if (ids.isEmpty()) return Set.of();
        var person = Directory.as("person");
        return db.select(person.id())
                .from(person.table())
                .where(among(person.id(), ids))
                .fetchSet(person.id());
    }

    Map<String, UUID> byCreditCode(Collection<String> codes) {
        return by(CUSTOMER.CREDIT_CODE, codes);
    }

    Map<String, UUID> byExternalId(Collection<String> ids) {
        return by(CUSTOMER.EXTERNAL_ID, ids);
    }

    private Map<String, UUID> by(Field<String> key, Collection<String> values) {
        if (values.isEmpty()) return Map.of();
        return db.select(key, CUSTOMER.ID)
                .from(CUSTOMER)
                .where(key.eq(any(values.toArray(String[]::new))))
                .fetchMap(key, CUSTOMER.ID);
    }

    /** Keeps others from changing these until the transaction ends; always in the same order. */
    void lock(Collection<UUID> ids) {
        db.select(CUSTOMER.ID)
                .from(CUSTOMER)
                .where(among(CUSTOMER.ID, ids))
                .orderBy(CUSTOMER.ID)
                .forUpdate()
                .fetch();
    }

    void insert(List<Entry> entries, UUID creator) {
        if (entries.isEmpty()) return;
        var now = entries.stream().map(e -> record(e, creator)).toList();
        db.insertInto(CUSTOMER).set(now).execute();
    }

    private CustomerRecord record(Entry entry, UUID creator) {
        var r = new CustomerRecord();
        r.setId(entry.id());
        fill(r, entry.command());
        r.setCreatedBy(creator);
        r.setCreatedAt(entry.createdAt().atOffset(ZoneOffset.UTC));
        return r;
    }

    /** The customers as commanded, each with the version that follows the one it had. */
    void update(Map<CustomerState, SaveCustomer> changes, Instant now) {
        if (changes.isEmpty()) return;
        var records = changes.entrySet().stream().map(change -> {
            var r = new CustomerRecord();
            fill(r, change.getValue());
            r.setUpdatedAt(now.atOffset(ZoneOffset.UTC));
            r.setVersion(change.getKey().version() + 1);
            r.setId(change.getKey().id());
            r.touched(CUSTOMER.ID, false);
            return r;
        });
        db.batchUpdate(records.toList()).execute();
    }

    private void fill(CustomerRecord r, SaveCustomer c) {
        r.setName(c.name());
        r.setNameEn(c.nameEn());
        r.setShortName(c.shortName());
        r.setCreditCode(c.creditCode());
        r.setParentId(c.parent());
        r.setIndustry(c.industry());
        r.setEmployees(c.employees());
        r.setAnnualRevenue(c.annualRevenue());
        r.setLevel(c.level() == null ? null : c.level().name());
        r.setSource(c.source());
        r.setCountry(c.country());
        r.setProvince(c.province());
        r.setCity(c.city());
        r.setDistrict(c.district());
        r.setAddress(c.address());
        r.setSite(c.site());
        r.setPhone(c.phone());
        r.setTags(c.tags() == null ? new String[0] : c.tags().toArray(String[]::new));
        r.setStatus((c.status() == null ? CustomerStatus.POTENTIAL : c.status()).name());
        r.setDescription(c.description());
        r.setOwnerId(c.owner());
        r.setExternalId(c.externalId());
        r.setCustom(CustomValues.json(c.custom()));
        r.setCustomSearch(fields.words("customers", c.custom()));
    }

    /** Something that belongs to it changed. */
    void touch(UUID id, Instant now) {
        touch(Set.of(id), now);
    }

    void touch(Collection<UUID> ids, Instant now) {
        db.update(CUSTOMER)
                .set(CUSTOMER.UPDATED_AT, now.atOffset(ZoneOffset.UTC))
                .set(CUSTOMER.VERSION, CUSTOMER.VERSION.plus(1))
                .where(among(CUSTOMER.ID, ids))
                .execute();
    }

    void delete(UUID id) {
        db.deleteFrom(CUSTOMER).where(CUSTOMER.ID.eq(id)).execute();
    }

    void assign(Collection<UUID> ids, UUID owner, Instant now) {
        db.update(CUSTOMER)
                .set(CUSTOMER.OWNER_ID, owner)
                .set(CUSTOMER.UPDATED_AT, now.atOffset(ZoneOffset.UTC))
                .set(CUSTOMER.VERSION, CUSTOMER.VERSION.plus(1))
                .where(among(CUSTOMER.ID, ids), CUSTOMER.OWNER_ID.isDistinctFrom(owner))
                .execute();
    }

    boolean hasRevenues() {
        return db.fetchExists(CUSTOMER, CUSTOMER.ANNUAL_REVENUE.isNotNull());
    }

    int children(UUID id, Viewer viewer) {
        return db.fetchCount(CUSTOMER, CUSTOMER.PARENT_ID.eq(id).and(SCOPE.of(viewer, READ_PERMISSION)));
    }

    /** These and all they belong to, directly or not, each with the company right above it. */
    Map<UUID, @Nullable UUID> above(Collection<UUID> ids) {
        var above = name("above");
        var next = CUSTOMER.as("next");
        var chain = above.fields("id", "parent_id")
                .as(select(CUSTOMER.ID, CUSTOMER.PARENT_ID)
                        .from(CUSTOMER)
                        .where(among(CUSTOMER.ID, ids))
                        .union(select(next.ID, next.PARENT_ID)
                                .from(next)
                                .join(table(above))
                                .on(next.ID.eq(field(name("above", "parent_id"), UUID.class)))));
        var found = new HashMap<UUID, @Nullable UUID>();
        db.withRecursive(chain)
                .select(chain.field("id", UUID.class), chain.field("parent_id", UUID.class))
                .from(chain)
                .forEach(r -> found.put(r.value1(), r.value2()));
        return found;
    }

    void followedUp(Map<UUID, Instant> times) {
        if (times.isEmpty()) return;
        var ids = times.keySet().toArray(UUID[]::new);
        var instants =
                times.values().stream().map(i -> i.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
        db.execute(
                "update customers.customer c set last_followed_at = greatest(c.last_followed_at, v.at)"
                        + " from unnest({0}::uuid[], {1}::timestamptz[]) as v (id, at) where c.id = v.id",
                val(ids), val(instants));
    }

    void lastFollowedUp(UUID id, Instant was, @Nullable Instant now) {
        db.update(CUSTOMER)
                .set(CUSTOMER.LAST_FOLLOWED_AT, now == null ? null : now.atOffset(ZoneOffset.UTC))
                .where(CUSTOMER.ID.eq(id), CUSTOMER.LAST_FOLLOWED_AT.eq(was.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    /** One array parameter, so that the statement stays the same whatever the number. */
    static Condition among(Field<UUID> key, Collection<UUID> ids) {
        return key.eq(any(ids.toArray(UUID[]::new)));
    }

    private static CustomerState state(Record r, CustomValues custom) {
        var c = r.into(CUSTOMER);
        return new CustomerState(
                c.getId(),
                c.getNumber(),
                c.getName(),
                c.getNameEn(),
                c.getShortName(),
                c.getCreditCode(),
                reference(c.getParentId(), r.get(PARENT.NAME)),
                c.getIndustry(),
                c.getEmployees(),
                c.getAnnualRevenue() == null ? null : new Money(c.getAnnualRevenue(), r.get(CURRENCY)),
                c.getLevel() == null ? null : CustomerLevel.valueOf(c.getLevel()),
                c.getSource(),
                c.getCountry(),
                c.getProvince(),
                c.getCity(),
                c.getDistrict(),
                c.getAddress(),
                c.getSite(),
                c.getPhone(),
                CustomerState.list(c.getTags()),
                CustomerStatus.valueOf(c.getStatus()),
                c.getDescription(),
                reference(c.getOwnerId(), r.get(OWNER.name())),
                reference(r.get(UNIT), r.get(UNIT_NAME)),
                instant(c.getLastFollowedAt()),
                c.getExternalId(),
                custom,
                reference(c.getCreatedBy(), r.get(CREATOR.name())),
                c.getCreatedAt().toInstant(),
                c.getUpdatedAt().toInstant(),
                c.getVersion());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

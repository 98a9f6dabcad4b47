package zhanggui.customers;

import static org.jooq.impl.DSL.val;
import static zhanggui.customers.db.Tables.CONTACT;
import static zhanggui.customers.db.Tables.CUSTOMER;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.customers.db.tables.records.ContactRecord;
import zhanggui.customfields.CustomFields;
import zhanggui.customfields.CustomValues;
import zhanggui.listings.Page.Reference;

/** Contacts in PostgreSQL, many at a time. */
@Repository
class ContactStore {
    private final DSLContext db;
    private final CustomFields fields;

    ContactStore(DSLContext db, CustomFields fields) {
        this.db = db;
        this.fields = fields;
    }

    /** A contact to be stored, under an id given beforehand. */
    record Entry(UUID id, UUID customer, SaveContact command) {}

    /** The main one first, then the oldest. */
    List<ContactState> states(Condition where) {
        var beside = fields.beside("contacts");
        return db.select(CONTACT.fields())
                .select(CUSTOMER.NAME, beside)
                .from(CONTACT)
                .leftJoin(CUSTOMER)
                .on(CUSTOMER.ID.eq(CONTACT.CUSTOMER_ID))
                .where(where)
                .orderBy(CONTACT.MAIN.desc(), CONTACT.CREATED_AT, CONTACT.ID)
                .fetch(r -> state(r, CustomValues.of(r.get(CONTACT.CUSTOM), r.get(beside))));
    }

    List<ContactState> of(UUID customer) {
        return states(CONTACT.CUSTOMER_ID.eq(customer));
    }

    List<ContactState> ofAll(Collection<UUID> customers) {
        return states(CustomerStore.among(CONTACT.CUSTOMER_ID, customers));
    }

    void lock(UUID id) {
        db.select(CONTACT.ID).from(CONTACT).where(CONTACT.ID.eq(id)).forUpdate().fetch();
    }

    void insert(List<Entry> entries, UUID creator, Instant now) {
        if (entries.isEmpty()) return;
        var records = entries.stream()
                .map(e -> {
                    var r = new ContactRecord();
                    r.setId(e.id());
                    r.setCustomerId(e.customer());
                    fill(r, e.command());
                    r.setCreatedBy(creator);
                    r.setCreatedAt(now.atOffset(ZoneOffset.UTC));
                    return r;
                })
                .toList();
        db.insertInto(CONTACT).set(records).execute();
    }

    void update(Map<ContactState, SaveContact> changes, Instant now) {
        if (changes.isEmpty()) return;
        var records = changes.entrySet().stream().map(change -> {
            var r = new ContactRecord();
            fill(r, change.getValue());
            r.setUpdatedAt(now.atOffset(ZoneOffset.UTC));
            r.setVersion(change.getKey().version() + 1);
            r.setId(change.getKey().id());
            r.touched(CONTACT.ID, false);
            return r;
        });
        db.batchUpdate(records.toList()).execute();
    }

    private void fill(ContactRecord r, SaveContact c) {
        r.setName(c.name());
        r.setTitle(c.title());
        r.setDepartment(c.department());
        r.setRole(c.role() == null ? null : c.role().name());
        r.setMobile(c.mobile());
        r.setPhone(c.phone());
        r.setEmail(c.email());
        r.setWechat(c.wechat());
        r.setBirthday(c.birthday());
        r.setMain(c.isMain());
        r.setNote(c.note());
        r.setExternalId(c.externalId());
        r.setCustom(CustomValues.json(c.custom()));
        r.setCustomSearch(fields.words("contacts", c.custom()));
    }

    void delete(UUID id) {
        db.deleteFrom(CONTACT).where(CONTACT.ID.eq(id)).execute();
    }

    /** Of these customers, no contact is the main one any more. */
    void noMain(Collection<UUID> customers) {
        if (customers.isEmpty()) return;
        db.update(CONTACT)
                .set(CONTACT.MAIN, false)
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .where(CustomerStore.among(CONTACT.CUSTOMER_ID, customers), CONTACT.MAIN.isTrue())
                .execute();
    }

    boolean taken(String externalId) {
        return db.fetchExists(CONTACT, CONTACT.EXTERNAL_ID.eq(externalId));
    }

    void followedUp(Map<UUID, Instant> times) {
        if (times.isEmpty()) return;
        var ids = times.keySet().toArray(UUID[]::new);
        var instants =
                times.values().stream().map(i -> i.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
        db.execute(
                "update customers.contact c set last_followed_at = greatest(c.last_followed_at, v.at)"
                        + " from unnest({0}::uuid[], {1}::timestamptz[]) as v (id, at) where c.id = v.id",
                val(ids), val(instants));
    }

    void lastFollowedUp(UUID id, Instant was, @Nullable Instant now) {
        db.update(CONTACT)
                .set(CONTACT.LAST_FOLLOWED_AT, now == null ? null : now.atOffset(ZoneOffset.UTC))
                .where(CONTACT.ID.eq(id), CONTACT.LAST_FOLLOWED_AT.eq(was.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private static ContactState state(Record r, CustomValues custom) {
        var c = r.into(CONTACT);
        return new ContactState(
                c.getId(),
                new Reference(c.getCustomerId(), r.get(CUSTOMER.NAME)),
                c.getName(),
                c.getTitle(),
                c.getDepartment(),
                c.getRole() == null ? null : ContactRole.valueOf(c.getRole()),
                c.getMobile(),
                c.getPhone(),
                c.getEmail(),
                c.getWechat(),
                c.getBirthday(),
                c.getMain(),
                c.getNote(),
                c.getLastFollowedAt() == null ? null : c.getLastFollowedAt().toInstant(),
                c.getExternalId(),
                custom,
                c.getCreatedAt().toInstant(),
                c.getUpdatedAt().toInstant(),
                c.getVersion());
    }
}

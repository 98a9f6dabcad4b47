package zhanggui.privacy;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static zhanggui.privacy.db.Tables.ERASURE;
import static zhanggui.privacy.db.Tables.KNOWN_CONTACT;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.bin.Catalog;
import zhanggui.listings.Page.Reference;
import zhanggui.people.Directory;
import zhanggui.privacy.ErasureView.Remains;
import zhanggui.privacy.Sweeper.Remaining;

/** Erasures in PostgreSQL. */
@Repository
class ErasureStore {
    private static final Directory.People DOER = Directory.as("doer");
    private final DSLContext db;
    private final JsonMapper mapper;

    ErasureStore(DSLContext db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    record Known(
            UUID id,
            String name,
            UUID customer,
            String customerName,
            @Nullable String mobile,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String wechat) {}

    record Running(
            UUID id, String number, UUID contact, @Nullable UUID customer, boolean uploads, List<PersonalWord> words) {}

    Optional<Known> contact(UUID id) {
        return db.selectFrom(KNOWN_CONTACT)
                .where(KNOWN_CONTACT.ID.eq(id))
                .fetchOptional(r -> new Known(
                        r.getId(),
                        r.getName(),
                        r.getCustomerId(),
                        r.getCustomerName(),
                        r.getMobile(),
                        r.getPhone(),
                        r.getEmail(),
                        r.getWechat()));
    }

    boolean isRunning(UUID contact) {
        return db.fetchExists(ERASURE, ERASURE.RECORD_ID.eq(contact), ERASURE.STATE.eq(ErasureState.RUNNING.name()));
    }

    UUID add(Known contact, Erase asked, boolean byRule, UUID by) {
        return db.insertInto(ERASURE)
                .set(ERASURE.RECORD_ID, contact.id())
                .set(ERASURE.CUSTOMER_ID, contact.customer())
                .set(ERASURE.REASON, asked.reason().strip())
                .set(ERASURE.REQUESTED_ON, asked.requestedOn())
                .set(ERASURE.BY_RULE, byRule)
                .set(ERASURE.UPLOADS, asked.uploads())
                .set(ERASURE.WORDS, JSONB.valueOf(mapper.writeValueAsString(asked.words())))
                .set(ERASURE.STATE, ErasureState.RUNNING.name())
                .set(ERASURE.CREATED_BY, by)
                .returningResult(ERASURE.ID)
                .fetchSingle()
                .value1();
    }

    String number(UUID id) {
        return Objects.requireNonNull(
                db.select(ERASURE.NUMBER).from(ERASURE).where(ERASURE.ID.eq(id)).fetchOne(ERASURE.NUMBER));
    }

    void run(UUID id, UUID job) {
        db.update(ERASURE)
                .set(ERASURE.JOB_ID, job)
                .set(ERASURE.STATE, ErasureState.RUNNING.name())
                .setNull(ERASURE.ENDED_AT)
                .setNull(ERASURE.MESSAGE)
                .where(ERASURE.ID.eq(id))
                .execute();
    }

    /** Absent where it is over. */
    Optional<Running> running(UUID id) {
        return db.selectFrom(ERASURE)
                .where(ERASURE.ID.eq(id), ERASURE.WORDS.isNotNull())
                .fetchOptional(r -> new Running(
                        r.getId(),
                        r.getNumber(),
                        r.getRecordId(),
                        r.getCustomerId(),
                        r.getUploads(),
                        mapper.readValue(r.getWords().data(), new TypeReference<List<PersonalWord>>() {})));
    }

    /** Locked until the transaction ends. */
    Optional<ErasureState> locked(UUID id) {
        return db.select(ERASURE.STATE)
                .from(ERASURE)
                .where(ERASURE.ID.eq(id))
                .forUpdate()
                .fetchOptional(r -> ErasureState.valueOf(r.value1()));
    }

    /** Adds to what was done. */
    void add(UUID id, int passages, int entries, List<Remaining> remains) {
        if (passages == 0 && entries == 0 && remains.isEmpty()) return;
        db.update(ERASURE)
                .set(ERASURE.PASSAGES, ERASURE.PASSAGES.plus(passages))
                .set(ERASURE.ENTRIES, ERASURE.ENTRIES.plus(entries))
                .set(
                        ERASURE.REMAINS,
                        field(
                                "{0} || {1}",
                                JSONB.class, ERASURE.REMAINS, val(JSONB.valueOf(mapper.writeValueAsString(remains)))))
                .where(ERASURE.ID.eq(id))
                .execute();
    }

    /** What was looked for is forgotten with it. */
    void done(UUID id) {
        db.update(ERASURE)
                .set(ERASURE.STATE, ErasureState.DONE.name())
                .setNull(ERASURE.WORDS)
                .set(ERASURE.ENDED_AT, currentOffsetDateTime())
                .where(ERASURE.ID.eq(id))
                .execute();
    }

    void failed(UUID id, @Nullable String message) {
        db.update(ERASURE)
                .set(ERASURE.STATE, ErasureState.FAILED.name())
                .set(ERASURE.MESSAGE, message)
                .set(ERASURE.ENDED_AT, currentOffsetDateTime())
                .where(ERASURE.ID.eq(id), ERASURE.STATE.eq(ErasureState.RUNNING.name()))
                .execute();
    }

    Optional<ErasureView> view(UUID id) {
        return db.select(ERASURE.fields())
                .select(DOER.name())
                .from(ERASURE)
                .leftJoin(DOER.table())
                .on(DOER.id().eq(ERASURE.CREATED_BY))
                .where(ERASURE.ID.eq(id))
                .fetchOptional(row -> {
                    var r = row.into(ERASURE);
                    return new ErasureView(
                            r.getId(),
                            r.getNumber(),
                            r.getRecordId(),
                            r.getReason(),
                            r.getRequestedOn(),
                            r.getByRule(),
                            ErasureState.valueOf(r.getState()),
                            r.getPassages(),
                            r.getEntries(),
                            mapper.readValue(r.getRemains().data(), new TypeReference<List<Remaining>>() {}).stream()
                                    .map(one -> new Remains(one.table(), one.key(), null, null))
                                    .toList(),
                            r.getJobId(),
                            r.getMessage(),
                            new Reference(r.getCreatedBy(), row.get(DOER.name())),
                            r.getCreatedAt().toInstant(),
                            r.getEndedAt() == null ? null : r.getEndedAt().toInstant());
                });
    }

    /** Forgets what only names a record of a list without referring to it, such as notices. */
    void forget(Catalog.Table table, String list, UUID record, @Nullable String blanked) {
        var where = " where list = {0} and record_id = {1}";
        if (blanked == null) db.execute("delete from " + table.sql() + where, val(list), val(record));
        else
            db.execute(
                    "update " + table.sql() + " set " + Catalog.quoted(blanked) + " = {2}" + where,
                    val(list),
                    val(record),
                    val(Wording.GONE));
    }
}

package zhanggui.seals;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static zhanggui.seals.db.Tables.ENTRY;
import static zhanggui.seals.db.Tables.SEAL;
import static zhanggui.seals.db.Tables.SEALING;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.seals.db.tables.records.SealingRecord;

/** Entries, seals and sealings in PostgreSQL. */
@Repository
class SealStore {
    private static final Condition UNSEALED = notExists(selectOne().from(SEAL).where(SEAL.ENTRY_ID.eq(ENTRY.ID)));
    private final DSLContext db;

    SealStore(DSLContext db) {
        this.db = db;
    }

    /** Whether nobody else seals, on however many servers, until this transaction ends. */
    boolean alone() {
        return db.fetchSingle("select pg_try_advisory_xact_lock(hashtextextended('zhanggui.seals', 0))")
                .get(0, Boolean.class);
    }

    /** @param cluster which database cluster this is; a restored dump counts its transactions anew, in another */
    record Now(Seen seen, OffsetDateTime at, String cluster) {}

    Now now() {
        return db.resultQuery("""
                        select pg_current_snapshot()::text, clock_timestamp(), system_identifier::text
                        from pg_control_system()""")
                .fetchSingle(r -> new Now(
                        new Seen(r.get(0, String.class)), r.get(1, OffsetDateTime.class), r.get(2, String.class)));
    }

    Optional<Sealing> lastSealing() {
        return db.selectFrom(SEALING).orderBy(SEALING.NUMBER.desc()).limit(1).fetchOptional(SealStore::sealing);
    }

    /** The last one after which nothing was left of its transactions. */
    Optional<Sealing> lastWhole() {
        return db.selectFrom(SEALING)
                .where(SEALING.REST_ENTRY.isNull())
                .orderBy(SEALING.NUMBER.desc())
                .limit(1)
                .fetchOptional(SealStore::sealing);
    }

    Optional<Seal> lastSeal() {
        return db.selectFrom(SEAL)
                .orderBy(SEAL.NUMBER.desc())
                .limit(1)
                .fetchOptional(r -> new Seal(r.getNumber(), r.getEntryId(), r.getHash()));
    }

    /**
     * Entries without a seal, in the order they are sealed in.
     *
     * @param since what was over before; absent where every transaction counts
     * @param until what is over now
     * @param after where to go on
     */
    List<LogEntry> unsealed(@Nullable Seen since, Seen until, Sealing.@Nullable Place after, int most) {
        return db.select(ENTRY.fields())
                .from(ENTRY)
                .where(
                        after == null
                                ? noCondition()
                                : row(ENTRY.WRITTEN_IN, ENTRY.ID).gt(row(after.transaction(), after.entry())))
                .and(since == null ? noCondition() : over(until).andNot(over(since)))
                .and(
                        since == null
                                ? noCondition()
                                : ENTRY.WRITTEN_IN.ge(since.xmin()).and(ENTRY.WRITTEN_IN.lt(until.xmax())))
                .and(UNSEALED)
                .orderBy(ENTRY.WRITTEN_IN, ENTRY.ID)
                .limit(most)
                .fetch(SealStore::entry);
    }

    /** The id so many entries after this one; absent where there are not so many. */
    Optional<UUID> farther(@Nullable UUID after, int entries) {
        return db.select(ENTRY.ID)
                .from(ENTRY)
                .where(between(ENTRY.ID, after, null))
                .orderBy(ENTRY.ID)
                .offset(entries - 1)
                .limit(1)
                .fetchOptional(ENTRY.ID);
    }

    /** Entries without a seal that should have one: what was over before the last sealing, or never happened. */
    List<LogEntry> behindTheBack(Seen sealed, @Nullable UUID after, @Nullable UUID until, int most) {
        var now = now().seen();
        return db.select(ENTRY.fields())
                .from(ENTRY)
                .where(between(ENTRY.ID, after, until))
                .and(notExists(
                        selectOne().from(SEAL).where(SEAL.ENTRY_ID.eq(ENTRY.ID), between(SEAL.ENTRY_ID, after, until))))
                .and(over(sealed).or(ENTRY.WRITTEN_IN.ge(now.xmax())))
                .limit(most)
                .fetch(SealStore::entry);
    }

    private static Condition between(Field<UUID> id, @Nullable UUID after, @Nullable UUID until) {
        return (after == null ? noCondition() : id.gt(after)).and(until == null ? noCondition() : id.le(until));
    }

    private static Condition over(Seen seen) {
        return condition(
                "pg_visible_in_snapshot({0}::text::xid8, {1}::pg_snapshot)", ENTRY.WRITTEN_IN, val(seen.snapshot()));
    }

    void add(Sealing sealing, List<Seal> seals) {
        var hex = HexFormat.of();
        db.execute(
                """
                insert into seals.seal (number, entry_id, hash)
                select number, entry_id, decode(hash, 'hex')
                from unnest({0}::bigint[], {1}::uuid[], {2}::text[]) as sealed (number, entry_id, hash)""",
                val(seals.stream().map(Seal::number).toArray(Long[]::new)),
                val(seals.stream().map(Seal::entry).toArray(UUID[]::new)),
                val(seals.stream().map(s -> hex.formatHex(s.hash())).toArray(String[]::new)));
        var rest = sealing.rest();
        db.insertInto(SEALING)
                .set(SEALING.NUMBER, sealing.number())
                .set(SEALING.FIRST, sealing.first())
                .set(SEALING.AT, sealing.at())
                .set(SEALING.SEEN, sealing.seen().snapshot())
                .set(SEALING.CLUSTER, sealing.cluster())
                .set(SEALING.REST_TRANSACTION, rest == null ? null : rest.transaction())
                .set(SEALING.REST_ENTRY, rest == null ? null : rest.entry())
                .set(SEALING.HASH, sealing.hash())
                .execute();
    }

    /** A seal with its entry, which may be gone. */
    record Link(Seal seal, @Nullable LogEntry entry) {}

    List<Link> links(long after, long to) {
        return db.select(SEAL.NUMBER, SEAL.ENTRY_ID, SEAL.HASH)
                .select(ENTRY.fields())
                .from(SEAL)
                .leftJoin(ENTRY)
                .on(ENTRY.ID.eq(SEAL.ENTRY_ID))
                .where(SEAL.NUMBER.gt(after), SEAL.NUMBER.le(to))
                .orderBy(SEAL.NUMBER)
                .fetch(r -> new Link(
                        new Seal(r.get(SEAL.NUMBER), r.get(SEAL.ENTRY_ID), r.get(SEAL.HASH)),
                        r.get(ENTRY.ID) == null ? null : entry(r)));
    }

    /** Those that have a number of these. */
    List<Sealing> sealings(long after, long to) {
        var within = db.selectFrom(SEALING)
                .where(SEALING.NUMBER.gt(after), SEALING.NUMBER.le(to))
                .orderBy(SEALING.NUMBER)
                .fetch(SealStore::sealing);
        db.selectFrom(SEALING)
                .where(SEALING.NUMBER.gt(to))
                .orderBy(SEALING.NUMBER)
                .limit(1)
                .fetchOptional(SealStore::sealing)
                .filter(sealing -> sealing.first() <= to)
                .ifPresent(within::add);
        return within;
    }

    Map<Long, byte[]> hashes(Collection<Long> numbers) {
        return db.select(SEAL.NUMBER, SEAL.HASH)
                .from(SEAL)
                .where(SEAL.NUMBER.eq(any(numbers.toArray(Long[]::new))))
                .fetchMap(SEAL.NUMBER, SEAL.HASH);
    }

    private static Sealing sealing(SealingRecord r) {
        var rest = r.getRestEntry();
        return new Sealing(
                r.getFirst(),
                r.getNumber(),
                r.getAt(),
                new Seen(r.getSeen()),
                r.getCluster(),
                rest == null ? null : new Sealing.Place(r.getRestTransaction(), rest),
                r.getHash());
    }

    private static LogEntry entry(Record r) {
        return new LogEntry(
                r.get(ENTRY.ID),
                r.get(ENTRY.AT),
                r.get(ENTRY.ACTOR_ID),
                r.get(ENTRY.ACTOR_NAME),
                r.get(ENTRY.WAY),
                r.get(ENTRY.ADDRESS),
                r.get(ENTRY.ACTION),
                r.get(ENTRY.SUBJECT_TYPE),
                r.get(ENTRY.SUBJECT_ID),
                r.get(ENTRY.SUBJECT_NAME),
                r.get(ENTRY.CHANGES).data(),
                r.get(ENTRY.WRITTEN_IN),
                r.get(ENTRY.ERASED_AT) != null);
    }
}

package zhanggui.bin;

import static org.jooq.impl.DSL.val;
import static zhanggui.bin.Catalog.quoted;
import static zhanggui.bin.db.Tables.ENTRY;
import static zhanggui.bin.db.Tables.ROW;
import static zhanggui.bin.db.Tables.SUCCESSOR;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.audit.Subject;
import zhanggui.bin.Catalog.Table;
import zhanggui.listings.Page.Reference;

/** The bin in PostgreSQL. Rows go in and out as the database writes them as JSON, many by one statement. */
@Repository
class BinStore {
    private final DSLContext db;

    BinStore(DSLContext db) {
        this.db = db;
    }

    /** Where a record went. */
    record Kept(UUID id, String title, JSONB was, JSONB is) {}

    /** @param kept the one it was merged into, where it was not simply deleted */
    record Binned(
            UUID id,
            Subject subject,
            @Nullable UUID owner,
            String permission,
            UUID by,
            @Nullable Kept kept) {}

    UUID add(
            Subject subject,
            @Nullable Reference owner,
            String permission,
            @Nullable Kept kept,
            UUID by,
            String byName) {
        return db.insertInto(ENTRY)
                .set(ENTRY.LIST, subject.type())
                .set(ENTRY.RECORD_ID, subject.id())
                .set(ENTRY.TITLE, String.valueOf(subject.name()))
                .set(ENTRY.OWNER_ID, owner == null ? null : owner.id())
                .set(ENTRY.OWNER_NAME, owner == null ? null : owner.name())
                .set(ENTRY.PERMISSION, permission)
                .set(ENTRY.KEPT_ID, kept == null ? null : kept.id())
                .set(ENTRY.KEPT_TITLE, kept == null ? null : kept.title())
                .set(ENTRY.KEPT_WAS, kept == null ? null : kept.was())
                .set(ENTRY.KEPT_IS, kept == null ? null : kept.is())
                .set(ENTRY.BY_ID, by)
                .set(ENTRY.BY_NAME, byName)
                .returningResult(ENTRY.ID)
                .fetchSingle()
                .value1();
    }

    void counts(UUID entry, int records) {
        db.update(ENTRY)
                .set(ENTRY.RECORDS, Math.max(1, records))
                .where(ENTRY.ID.eq(entry))
                .execute();
    }

    /** Whoever takes an entry out first has it; others find nothing. */
    Optional<Binned> lock(UUID entry) {
        return db.selectFrom(ENTRY)
                .where(ENTRY.ID.eq(entry))
                .forUpdate()
                .fetchOptional(r -> new Binned(
                        r.getId(),
                        new Subject(r.getList(), r.getRecordId(), r.getTitle()),
                        r.getOwnerId(),
                        r.getPermission(),
                        r.getById(),
                        r.getKeptId() == null
                                ? null
                                : new Kept(r.getKeptId(), r.getKeptTitle(), r.getKeptWas(), r.getKeptIs())));
    }

    void forget(String list, Collection<UUID> records) {
        db.deleteFrom(ENTRY)
                .where(ENTRY.LIST.eq(list))
                .and(ENTRY.RECORD_ID.in(records).or(ENTRY.KEPT_ID.in(records)))
                .execute();
    }

    void remove(UUID entry) {
        db.deleteFrom(ENTRY).where(ENTRY.ID.eq(entry)).execute();
    }

    List<UUID> before(Instant moment, int most) {
        return db.select(ENTRY.ID)
                .from(ENTRY)
                .where(ENTRY.AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .orderBy(ENTRY.AT)
                .limit(most)
                .fetch(ENTRY.ID);
    }

    /** Rows that refer to some records, as they are now; those that are there already stay as they were. */
    void keep(UUID entry, Table table, String column, UUID[] ids) {
        db.execute(
                "insert into bin.row (entry_id, kind, target, key, data) select {0}, 'ROW', {1}, " + table.keySql()
                        + ", to_jsonb(t) from " + table.sql() + " t where t." + quoted(column)
                        + " = any({2}) on conflict do nothing",
                val(entry),
                val(table.name()),
                val(ids));
    }

    /** Rows that hang on records of a list. */
    void keepHanging(UUID entry, Table table, String listColumn, String list, String column, UUID[] ids) {
        db.execute(
                "insert into bin.row (entry_id, kind, target, key, data) select {0}, 'ROW', {1}, " + table.keySql()
                        + ", to_jsonb(t) from " + table.sql() + " t where t." + quoted(listColumn) + " = {3} and t."
                        + quoted(column) + " = any({2}) on conflict do nothing",
                val(entry),
                val(table.name()),
                val(ids),
                val(list));
    }

    /** References that will be emptied. */
    void keepLinks(UUID entry, Table table, String column, UUID[] ids) {
        db.execute(
                "insert into bin.row (entry_id, kind, target, key, field, data) select {0}, 'LINK', {1}, "
                        + table.keySql() + ", {3}, to_jsonb(t) from " + table.sql() + " t where t." + quoted(column)
                        + " = any({2}) on conflict do nothing",
                val(entry),
                val(table.name()),
                val(ids),
                val(column));
    }

    UUID[] ids(Table table, String column, UUID[] of) {
        return db.fetch("select t.id from " + table.sql() + " t where t." + quoted(column) + " = any({0})", val(of))
                .getValues(0, UUID.class)
                .toArray(UUID[]::new);
    }

    UUID[] hangingIds(Table table, String listColumn, String list, String column, UUID[] of) {
        return db.fetch(
                        "select t.id from " + table.sql() + " t where t." + quoted(listColumn) + " = {1} and t."
                                + quoted(column) + " = any({0})",
                        val(of),
                        val(list))
                .getValues(0, UUID.class)
                .toArray(UUID[]::new);
    }

    Set<String> targets(UUID entry) {
        return db.selectDistinct(ROW.TARGET)
                .from(ROW)
                .where(ROW.ENTRY_ID.eq(entry), ROW.KIND.eq("ROW"))
                .fetchSet(ROW.TARGET);
    }

    /** The keys of the rows of one table, where these are ids. */
    Set<UUID> records(UUID entry, String target) {
        return db
                .select(ROW.KEY)
                .from(ROW)
                .where(rows(entry, "ROW", target))
                .orderBy(ROW.KEY)
                .fetch(r -> UUID.fromString(r.value1()))
                .stream()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Puts rows back as they were; columns that came since get their defaults, and those that went are passed over. */
    void putBack(UUID entry, Table table) {
        var known = db.fetch(
                        "select distinct jsonb_object_keys(r.data) from bin.row r"
                                + " where r.entry_id = {0} and r.kind = 'ROW' and r.target = {1}",
                        val(entry), val(table.name()))
                .getValues(0, String.class);
        var columns = table.columns().stream()
                .filter(known::contains)
                .map(Catalog::quoted)
                .toList();
        db.execute(
                "insert into " + table.sql() + " (" + String.join(", ", columns) + ") overriding system value select "
                        + columns.stream().map(c -> "x." + c).collect(Collectors.joining(", "))
                        + " from bin.row r cross join lateral jsonb_populate_record(null::" + table.sql()
                        + ", r.data) x where r.entry_id = {0} and r.kind = 'ROW' and r.target = {1}",
                val(entry),
                val(table.name()));
    }

    /** References, by table and column. */
    Map<String, List<String>> references(UUID entry, String kind) {
        return db.selectDistinct(ROW.TARGET, ROW.FIELD)
                .from(ROW)
                .where(ROW.ENTRY_ID.eq(entry), ROW.KIND.eq(kind))
                .fetchGroups(ROW.TARGET, ROW.FIELD);
    }

    /** Fills references again that are still empty. */
    void link(UUID entry, Table table, String column) {
        db.execute(
                "update " + table.sql() + " t set " + quoted(column) + " = x." + quoted(column)
                        + " from bin.row r cross join lateral jsonb_populate_record(null::" + table.sql()
                        + ", r.data) x where r.entry_id = {0} and r.kind = 'LINK' and r.target = {1} and r.field = {2} and "
                        + table.sameKey("") + " and t." + quoted(column) + " is null",
                val(entry),
                val(table.name()),
                val(column));
    }

    Set<String> holds(String target, String column, Collection<String> values) {
        return Set.copyOf(db.fetch(
                        "select distinct r.data ->> {1} from bin.row r where r.target = {0} and r.data ->> {1} = any({2})",
                        val(target), val(column), val(values.toArray(String[]::new)))
                .getValues(0, String.class));
    }

    /** Rows that hang on records of one list only. */
    record OfList(String column, String list) {}

    /** Which rows refer to one record and can be turned to another: those without a twin there. */
    private static String turning(Table table, String column, @Nullable OfList only) {
        var twin = table.key().contains(column) && table.key().size() > 1
                ? " and not exists (select from " + table.sql() + " x where x." + quoted(column) + " = {3} and "
                        + table.sameKey(column) + ")"
                : "";
        return " where t." + quoted(column) + " = {2}" + twin
                + (only == null ? "" : " and t." + quoted(only.column()) + " = {4}");
    }

    /** Notes which rows will be turned from one record to another. */
    void keepTurned(UUID entry, Table table, String column, UUID from, UUID to, @Nullable OfList only) {
        db.execute(
                "insert into bin.row (entry_id, kind, target, key, field, data) select {0}, 'MOVED', {1}, "
                        + table.keySql() + ", '" + column + "', to_jsonb(t) from " + table.sql() + " t"
                        + turning(table, column, only),
                val(entry),
                val(table.name()),
                val(from),
                val(to),
                val(only == null ? "" : only.list()));
    }

    /** Turns what was noted; returns how many rows there were. */
    int turn(UUID entry, Table table, String column, UUID from, UUID to) {
        return db.execute(
                "update " + table.sql() + " t set " + quoted(column) + " = {3}" + touching(table)
                        + noted(table, "")
                        + " and t." + quoted(column) + " = {4}",
                val(entry),
                val(table.name()),
                val(column),
                val(to),
                val(from));
    }

    /** Turns back what still refers to where it was turned. */
    void turnBack(UUID entry, Table table, String column, UUID from, Set<String> also) {
        var others =
                also.stream().map(c -> ", " + quoted(c) + " = x." + quoted(c)).collect(Collectors.joining());
        db.execute(
                "update " + table.sql() + " t set " + quoted(column) + " = x." + quoted(column) + others
                        + touching(table) + noted(table, column) + " and t." + quoted(column) + " = {3}",
                val(entry),
                val(table.name()),
                val(column),
                val(from));
    }

    /** Rows whose references were noted. */
    private static String noted(Table table, String but) {
        return " from bin.row r cross join lateral jsonb_populate_record(null::" + table.sql()
                + ", r.data) x where r.entry_id = {0} and r.kind = 'MOVED' and r.target = {1} and r.field = {2} and "
                + table.sameKey(but);
    }

    /** Whoever has the record open learns that it has changed. */
    private static String touching(Table table) {
        return (table.has("version") ? ", version = t.version + 1" : "")
                + (table.has("updated_at") ? ", updated_at = now()" : "");
    }

    Set<UUID> turned(UUID entry, String target, String column) {
        return db.select(ROW.KEY)
                .from(ROW)
                .where(rows(entry, "MOVED", target), ROW.FIELD.eq(column))
                .fetchSet(r -> UUID.fromString(r.value1()));
    }

    void deleteHanging(Table table, String listColumn, String list, String column, UUID record) {
        db.execute(
                "delete from " + table.sql() + " t where t." + quoted(listColumn) + " = {0} and t." + quoted(column)
                        + " = {1}",
                val(list),
                val(record));
    }

    void delete(Table table, UUID id) {
        db.execute("delete from " + table.sql() + " t where t.id = {0}", val(id));
    }

    boolean exists(Table table, UUID id) {
        return db.fetch("select t.id from " + table.sql() + " t where t.id = {0} for update", val(id))
                .isNotEmpty();
    }

    void kept(UUID entry, JSONB was, JSONB is) {
        db.update(ENTRY)
                .set(ENTRY.KEPT_WAS, was)
                .set(ENTRY.KEPT_IS, is)
                .where(ENTRY.ID.eq(entry))
                .execute();
    }

    void succeed(String list, UUID gone, UUID kept) {
        db.insertInto(SUCCESSOR, SUCCESSOR.GONE_ID, SUCCESSOR.LIST, SUCCESSOR.KEPT_ID)
                .values(gone, list, kept)
                .execute();
    }

    void noLongerSucceeded(UUID gone) {
        db.deleteFrom(SUCCESSOR).where(SUCCESSOR.GONE_ID.eq(gone)).execute();
    }

    /** The record that one was merged into, or the one that was merged into, and so on. */
    Optional<UUID> successor(String list, UUID gone) {
        return db.resultQuery("""
                with recursive chain (id, depth) as (
                  select s.kept_id, 1 from bin.successor s where s.gone_id = {0} and s.list = {1}
                  union all
                  select s.kept_id, c.depth + 1 from chain c join bin.successor s on s.gone_id = c.id where c.depth < 100)
                select id from chain order by depth desc limit 1""", val(gone), val(list)).fetchOptional(0, UUID.class);
    }

    /** The records that were merged into one, directly or by way of another. */
    Set<UUID> predecessors(String list, UUID kept) {
        return db.resultQuery("""
                with recursive chain (id, depth) as (
                  select s.gone_id, 1 from bin.successor s where s.kept_id = {0} and s.list = {1}
                  union all
                  select s.gone_id, c.depth + 1 from chain c join bin.successor s on s.kept_id = c.id where c.depth < 100)
                select id from chain""", val(kept), val(list)).fetchSet(0, UUID.class);
    }

    private static Condition rows(UUID entry, String kind, String target) {
        return ROW.ENTRY_ID.eq(entry).and(ROW.KIND.eq(kind)).and(ROW.TARGET.eq(target));
    }
}

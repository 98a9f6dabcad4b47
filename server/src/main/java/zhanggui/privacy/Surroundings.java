package zhanggui.privacy;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import zhanggui.audit.Records;
import zhanggui.bin.Catalog;
import zhanggui.bin.Hanging;

/**
 * What belongs to a record: the rows that refer to it, those that refer to these, and what hangs on any of them, found by
 * the foreign keys of the database.
 */
@Component
class Surroundings {
    private final DSLContext db;
    private final Catalog catalog;
    private final ObjectProvider<Records> records;
    private final ObjectProvider<Hanging> hanging;

    Surroundings(DSLContext db, Catalog catalog, ObjectProvider<Records> records, ObjectProvider<Hanging> hanging) {
        this.db = db;
        this.catalog = catalog;
        this.records = records;
        this.hanging = hanging;
    }

    /**
     * @param rows which rows of which table; the table is {@code t}
     * @param records which records of which list
     */
    record Around(Map<String, Condition> rows, Map<String, Set<UUID>> records) {}

    /** The table in which the records of a list stand, by list. */
    Map<String, String> lists() {
        var tables = new LinkedHashMap<String, String>();
        for (var list : records.getObject().lists()) {
            if (list.id() instanceof TableField<?, ?> id) tables.put(list.name(), Catalog.nameOf(id));
        }
        return tables;
    }

    Around of(String table, UUID id) {
        var byTable = new LinkedHashMap<String, String>();
        lists().forEach((list, one) -> byTable.putIfAbsent(one, list));
        var around = new Around(new LinkedHashMap<>(), new LinkedHashMap<>());
        visit(catalog.table(table), "id", new UUID[] {id}, byTable, around, new HashSet<>(Set.of(table)));
        return around;
    }

    private void visit(
            Catalog.Table table, String column, UUID[] of, Map<String, String> lists, Around around, Set<String> path) {
        add(around, table.name(), field(name("t", column), SQLDataType.UUID).eq(any(of)));
        var list = lists.get(table.name());
        if (list == null && table.referring().isEmpty()) return;
        var ids = column.equals("id") ? of : ids(table, column, of);
        if (ids.length == 0) return;
        for (var reference : table.referring()) {
            if (!path.add(reference.table())) continue;
            visit(catalog.table(reference.table()), reference.column(), ids, lists, around, path);
            path.remove(reference.table());
        }
        if (list == null) return;
        around.records().computeIfAbsent(list, l -> new LinkedHashSet<>()).addAll(Arrays.asList(ids));
        hanging.forEach(one -> hang(catalog.table(Catalog.nameOf(one.record())), one, list, ids, around));
    }

    private void hang(Catalog.Table table, Hanging one, String list, UUID[] ids, Around around) {
        add(
                around,
                table.name(),
                field(name("t", one.list().getName()), SQLDataType.CLOB)
                        .eq(list)
                        .and(field(name("t", one.record().getName()), SQLDataType.UUID)
                                .eq(any(ids))));
    }

    private static void add(Around around, String table, Condition rows) {
        around.rows().merge(table, rows, Condition::or);
    }

    private UUID[] ids(Catalog.Table table, String column, UUID[] of) {
        if (!table.has("id")) return new UUID[0];
        return db.fetch(
                        "select t.id from " + table.sql() + " t where t." + Catalog.quoted(column) + " = any({0})",
                        val(of))
                .getValues(0, UUID.class)
                .toArray(UUID[]::new);
    }
}

package zhanggui.privacy;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.audit.Erasing;
import zhanggui.bin.Catalog;
import zhanggui.privacy.StoredTexts.Shape;
import zhanggui.privacy.StoredTexts.TextColumn;

/**
 * Finds and replaces words in the texts of any table. A value that is nothing but the word is emptied where it may be; a
 * row that the database would not have so stays as it is and is told of.
 */
@Component
class Sweeper {
    private static final String PLACE = "zg_place";
    private static final String KEY = "zg_key";
    private final DSLContext db;
    private final Catalog catalog;
    private final StoredTexts texts;
    private final JsonMapper mapper;
    private final TransactionTemplate savepoint;

    Sweeper(
            DSLContext db,
            Catalog catalog,
            StoredTexts texts,
            JsonMapper mapper,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.catalog = catalog;
        this.texts = texts;
        this.mapper = mapper;
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** @param remains rows that could not be changed, as their table and key */
    record Swept(int passages, List<Remaining> remains) {}

    record Remaining(String table, String key) {}

    /** A text in which a word was found. */
    record Passage(String table, String key, String column, String text) {}

    /**
     * The first texts in which a word stands.
     *
     * @param rows which rows; all of them where absent
     */
    List<Passage> find(String table, @Nullable Condition rows, Wording wording, int most) {
        var columns = texts.of(table);
        if (columns.isEmpty()) return List.of();
        var found = new ArrayList<Passage>();
        for (var row : read(table, columns, rows, wording, most, false)) {
            for (var column : columns) {
                var text = row.get(column.name(), String.class);
                if (text != null && wording.finds(text)) {
                    found.add(new Passage(table, row.get(KEY, String.class), column.name(), text));
                }
            }
        }
        return found;
    }

    /** Replaces the words in rows of one table; to be called within a transaction. */
    Swept sweep(String table, @Nullable Condition rows, Wording wording) {
        var columns = texts.of(table);
        if (columns.isEmpty()) return new Swept(0, List.of());
        int passages = 0;
        var remains = new ArrayList<Remaining>();
        for (var row : read(table, columns, rows, wording, Integer.MAX_VALUE, true)) {
            try {
                Integer changed = savepoint.execute(status -> replace(table, columns, row, wording));
                passages += changed == null ? 0 : changed;
            } catch (DataIntegrityViolationException e) {
                remains.add(new Remaining(table, row.get(KEY, String.class)));
            }
        }
        return new Swept(passages, remains);
    }

    private List<Record> read(
            String table,
            List<TextColumn> columns,
            @Nullable Condition rows,
            Wording wording,
            int most,
            boolean locking) {
        var fields = new ArrayList<Field<?>>();
        fields.add(field("t.ctid::text").as(PLACE));
        var key = catalog.table(table).keySql();
        fields.add(key.isEmpty() ? inline("").as(KEY) : field(key).as(KEY));
        var found = trueCondition().not();
        for (var column : columns) {
            var text = field("t." + Catalog.quoted(column.name()) + "::text", String.class);
            fields.add(text.as(column.name()));
            found = found.or(condition("{0} ~* {1}", text, val(wording.pattern())));
        }
        var select = db.select(fields)
                .from(table(Catalog.quoted(table) + " t"))
                .where(rows == null ? noCondition() : rows, found)
                .limit(most);
        return new ArrayList<>(locking ? select.forUpdate().fetch() : select.fetch());
    }

    private int replace(String table, List<TextColumn> columns, Record row, Wording wording) {
        var values = new LinkedHashMap<Field<?>, Field<?>>();
        int changed = 0;
        for (var column : columns) {
            var text = row.get(column.name(), String.class);
            if (text == null || !wording.finds(text)) continue;
            var alone = column.shape() == Shape.TEXT
                    && wording.replaced(text.strip()).equals(Wording.GONE);
            if (alone && !column.nullable() && column.key()) {
                remove(table, row);
                return 1;
            }
            var target = field(name(column.name()));
            values.put(target, alone && column.nullable() ? inline((String) null) : value(column, text, row, wording));
            changed++;
        }
        if (changed == 0) return 0;
        if (catalog.table(table).has("version")) {
            values.put(field(name("version")), field("version + 1"));
        }
        db.update(table(Catalog.quoted(table)))
                .set(values)
                .where("ctid = {0}::tid", val(row.get(PLACE, String.class)))
                .execute();
        return changed;
    }

    private void remove(String table, Record row) {
        db.deleteFrom(table(Catalog.quoted(table)))
                .where("ctid = {0}::tid", val(row.get(PLACE, String.class)))
                .execute();
    }

    private Field<?> value(TextColumn column, String text, Record row, Wording wording) {
        UnaryOperator<String> replaced = wording::replaced;
        return switch (column.shape()) {
            case TEXT -> val(wording.replaced(text));
            case JSON -> val(JSONB.valueOf(mapper.writeValueAsString(Erasing.texts(mapper.readTree(text), replaced))));
            case TEXTS -> val(array(row, column, wording), SQLDataType.CLOB.array());
        };
    }

    /** Each text of an array for itself, so that none runs into the next. */
    private String[] array(Record row, TextColumn column, Wording wording) {
        var all = db.fetchSingle("select {0}::text[]", val(row.get(column.name(), String.class)))
                .get(0, String[].class);
        return Arrays.stream(all)
                .map(one -> one == null ? null : wording.replaced(one))
                .toArray(String[]::new);
    }

    /** How many rows there are. */
    int count(String table, Condition rows) {
        return db.fetchCount(
                db.selectOne().from(table(Catalog.quoted(table) + " t")).where(rows));
    }

    /** Rows as the database writes them as JSON, the oldest first where that can be told. */
    List<Map<String, @Nullable Object>> rows(String table, Condition rows) {
        var order = catalog.table(table).has("id") ? " order by t.id" : "";
        return db.fetch("select to_jsonb(t)::text from " + Catalog.quoted(table) + " t where {0}" + order, rows)
                .map(r -> mapper.readValue(r.get(0, String.class), new tools.jackson.core.type.TypeReference<>() {}));
    }
}

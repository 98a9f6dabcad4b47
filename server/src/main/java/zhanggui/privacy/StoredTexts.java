package zhanggui.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the database keeps texts, as the database itself says; read once. */
@Component
class StoredTexts {
    /** What is kept there is not about customers' people, or only ever added to and looked after elsewhere. */
    private static final Set<String> OTHERS = Set.of("accounts", "audit", "seals", "people", "presence");

    private final DSLContext db;
    private volatile @Nullable Map<String, List<TextColumn>> columns;

    StoredTexts(DSLContext db) {
        this.db = db;
    }

    enum Shape {
        TEXT,
        /** An array of texts. */
        TEXTS,
        JSON
    }

    /** @param key whether it is part of the primary key */
    record TextColumn(String name, Shape shape, boolean nullable, boolean key) {}

    /** Of one table, named with its schema. */
    List<TextColumn> of(String table) {
        return all().getOrDefault(table, List.of());
    }

    /** By table. */
    Map<String, List<TextColumn>> all() {
        var known = columns;
        if (known == null) columns = known = read();
        return known;
    }

    private Map<String, List<TextColumn>> read() {
        var tables = new LinkedHashMap<String, List<TextColumn>>();
        db.fetch("""
                select n.nspname as module, n.nspname || '.' || c.relname as name, a.attname::text as column_name,
                  t.typname::text as type, not a.attnotnull as nullable,
                  coalesce(a.attnum = any(k.conkey), false) as key
                from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                join pg_type t on t.oid = a.atttypid
                left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
                where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|public)' and a.attnum > 0
                  and not a.attisdropped and a.attgenerated = '' and t.typname in ('text', 'varchar', '_text', 'jsonb')
                order by 2, a.attnum""").forEach(row -> {
            if (OTHERS.contains(row.get("module", String.class))) return;
            var shape =
                    switch (row.get("type", String.class)) {
                        case "_text" -> Shape.TEXTS;
                        case "jsonb" -> Shape.JSON;
                        default -> Shape.TEXT;
                    };
            tables.computeIfAbsent(row.get("name", String.class), t -> new ArrayList<>())
                    .add(new TextColumn(
                            row.get("column_name", String.class),
                            shape,
                            row.get("nullable", Boolean.class),
                            row.get("key", Boolean.class)));
        });
        tables.remove("privacy.erasure");
        tables.remove("jobs.scheduled_tasks");
        return tables;
    }
}

package zhanggui.bin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tables of the database and what refers to what, as the database itself says; read once. */
@Component
public class Catalog {
    private final DSLContext db;
    private volatile @Nullable Map<String, Table> tables;

    Catalog(DSLContext db) {
        this.db = db;
    }

    /** What becomes of rows when what they refer to goes. */
    public enum Fate {
        GO,
        LET_GO,
        FORBID
    }

    /** Rows of {@code table} refer by {@code column} to the key of another. */
    public record Reference(String table, String column, Fate fate) {}

    /**
     * @param name with its schema
     * @param key the columns of its primary key
     * @param columns those that can be written
     * @param above the tables its rows refer to
     * @param referring who refers to its rows by their key
     */
    public record Table(
            String name, List<String> key, Set<String> columns, Set<String> above, List<Reference> referring) {
        public String sql() {
            return quoted(name);
        }

        /** The primary key of the row {@code t} as one text. */
        public String keySql() {
            return key.stream().map(c -> "t." + quoted(c) + "::text").collect(Collectors.joining(" || ':' || "));
        }

        /** That the rows {@code t} and {@code x} have the same primary key, but for one column. */
        String sameKey(String but) {
            return key.stream()
                    .filter(c -> !c.equals(but))
                    .map(c -> "t." + quoted(c) + " = x." + quoted(c))
                    .reduce("true", (a, b) -> a + " and " + b);
        }

        public boolean has(String column) {
            return columns.contains(column);
        }

        /** Whether others refer to its rows in such a way that something becomes of them, too. */
        public boolean hasFollowers() {
            return referring.stream().anyMatch(r -> r.fate() != Fate.FORBID);
        }
    }

    public static String quoted(String name) {
        return Arrays.stream(name.split("\\.", 2)).map(part -> '"' + part + '"').collect(Collectors.joining("."));
    }

    public Table table(String name) {
        return Objects.requireNonNull(tables().get(name), name);
    }

    /** The name of the table a column belongs to, with its schema. */
    public static String nameOf(TableField<?, ?> field) {
        var table = Objects.requireNonNull(field.getTable());
        return Objects.requireNonNull(table.getSchema()).getName() + "." + table.getName();
    }

    /** All there are. */
    public Collection<Table> all() {
        return tables().values();
    }

    /** The tables whose rows take those of this one along when they go, each with the column that refers to them. */
    public Map<String, String> owners(String name) {
        var owners = new LinkedHashMap<String, String>();
        for (var table : all()) {
            table.referring().stream()
                    .filter(r -> r.table().equals(name) && r.fate() == Fate.GO)
                    .forEach(r -> owners.put(table.name(), r.column()));
        }
        return owners;
    }

    /** Those of these tables that there are, whatever others refer to before the others. */
    List<Table> inOrder(Set<String> names) {
        var all = tables();
        var done = new LinkedHashSet<String>();
        names.stream().sorted().filter(all::containsKey).forEach(one -> visit(one, names, new LinkedHashSet<>(), done));
        return done.stream().map(this::table).toList();
    }

    private void visit(String one, Set<String> wanted, Set<String> path, Set<String> done) {
        if (done.contains(one) || !path.add(one)) return;
        table(one).above().stream().filter(wanted::contains).sorted().forEach(t -> visit(t, wanted, path, done));
        done.add(one);
    }

    private Map<String, Table> tables() {
        var known = tables;
        if (known == null) tables = known = read();
        return known;
    }

    private Map<String, Table> read() {
        var columns = new LinkedHashMap<String, Set<String>>();
        db.fetch("""
                select n.nspname || '.' || c.relname as name, a.attname as column_name
                from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' and a.attnum > 0
                  and not a.attisdropped and a.attgenerated = '' order by 1, a.attnum""").forEach(r -> columns.computeIfAbsent(text(r.get(0)), t -> new LinkedHashSet<>())
                .add(text(r.get(1))));
        var keys = new LinkedHashMap<String, List<String>>();
        var referring = new LinkedHashMap<String, List<Reference>>();
        var above = new LinkedHashMap<String, Set<String>>();
        db.fetch("""
                select n.nspname || '.' || c.relname, f.contype::text, f.confdeltype::text,
                  case when f.confrelid <> 0 then rn.nspname || '.' || r.relname end,
                  (select array_agg(a.attname::text order by k.at) from unnest(f.conkey) with ordinality k (num, at)
                   join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.num),
                  (select array_agg(a.attname::text order by k.at) from unnest(f.confkey) with ordinality k (num, at)
                   join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.num)
                from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
                left join pg_class r on r.oid = f.confrelid left join pg_namespace rn on rn.oid = r.relnamespace
                where f.contype in ('p', 'f') and c.relkind = 'r' order by 1, f.conname""").forEach(r -> {
            var table = text(r.get(0));
            var own = texts(r.get(4));
            if (text(r.get(1)).equals("p")) {
                keys.put(table, own);
                return;
            }
            var other = text(r.get(3));
            if (!other.equals(table))
                above.computeIfAbsent(table, t -> new LinkedHashSet<>()).add(other);
            if (own.size() != 1 || !texts(r.get(5)).equals(List.of("id"))) return;
            referring
                    .computeIfAbsent(other, t -> new ArrayList<>())
                    .add(new Reference(table, own.getFirst(), fate(text(r.get(2)))));
        });
        var all = new LinkedHashMap<String, Table>();
        columns.forEach((name, own) -> all.put(
                name,
                new Table(
                        name,
                        keys.getOrDefault(name, List.of()),
                        own,
                        above.getOrDefault(name, Set.of()),
                        referring.getOrDefault(name, List.of()).stream()
                                .sorted(Comparator.comparing(Reference::table).thenComparing(Reference::column))
                                .toList())));
        return all;
    }

    private static Fate fate(String told) {
        return switch (told) {
            case "c" -> Fate.GO;
            case "n" -> Fate.LET_GO;
            default -> Fate.FORBID;
        };
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    private static List<String> texts(@Nullable Object array) {
        return array instanceof Object[] all
                ? Arrays.stream(all).map(String::valueOf).toList()
                : List.of();
    }
}

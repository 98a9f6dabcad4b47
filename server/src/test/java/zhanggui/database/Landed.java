package zhanggui.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.postgresql.PGConnection;

/** A small company as an earlier version wrote it: all its rows in a file, by the last migration it had. */
final class Landed {
    /** Each state of the tables that was released. A file is written by {@link LandedWriter} before tables change. */
    static final List<String> MARKS = List.of("136");

    private static final String TABLES = """
            select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
            where schemaname !~ '^(pg_|information_schema|public$)'
              and tablename !~ '^spring_session' and tablename <> 'scheduled_tasks' order by 1""";
    private static final String COLUMNS = """
            select quote_ident(attname) from pg_attribute
            where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum""";
    private static final String SEQUENCES = """
            select quote_ident(schemaname) || '.' || quote_ident(sequencename) || ' ' || last_value
            from pg_sequences where last_value is not null order by 1""";

    private Landed() {}

    /** Writes all rows into a file in a folder, named after the last migration. */
    static void write(Connection from, Path folder) throws SQLException, IOException {
        var mark = strings(from, "select max(version::int) from public.flyway_schema_history where success");
        var copies = from.unwrap(PGConnection.class).getCopyAPI();
        var text = new StringWriter();
        for (var table : tables(from)) {
            var columns = table + " (" + String.join(", ", columns(from, table)) + ")";
            var rows = new StringWriter();
            copies.copyOut("copy " + columns + " to stdout", rows);
            if (!rows.toString().isEmpty()) text.append("\\copy " + columns + "\n" + rows + "\\.\n");
        }
        for (var sequence : strings(from, SEQUENCES)) text.append("\\sequence " + sequence + "\n");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("V" + mark.getFirst() + ".copy"), text.toString());
    }

    /** Puts the company into a database that has just the tables of its version. */
    static void restore(String mark, Connection into) throws SQLException, IOException {
        var copies = into.unwrap(PGConnection.class).getCopyAPI();
        try (var statement = into.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("truncate " + String.join(", ", tables(into)));
            String columns = "";
            var rows = new StringBuilder();
            for (var line : lines(mark)) {
                if (line.startsWith("\\copy ")) {
                    columns = line.substring(6);
                } else if (line.equals("\\.")) {
                    copies.copyIn("copy " + columns + " from stdin", new StringReader(rows.toString()));
                    rows.setLength(0);
                } else if (line.startsWith("\\sequence ")) {
                    var parts = line.split(" ");
                    statement.execute("select setval('" + parts[1] + "', " + parts[2] + ")");
                } else {
                    rows.append(line).append('\n');
                }
            }
            statement.execute("set session_replication_role = default");
        }
    }

    /** All tables with their columns. */
    static Map<String, List<String>> shape(Connection of) throws SQLException {
        var shape = new TreeMap<String, List<String>>();
        for (var table : tables(of)) shape.put(table, columns(of, table));
        return shape;
    }

    /** A fingerprint of what stands in each column of some tables that are still there, and how many rows there are. */
    static Map<String, String> contents(Map<String, List<String>> shape, Connection of) throws SQLException {
        var now = shape(of);
        var contents = new LinkedHashMap<String, String>();
        for (var table : shape.entrySet()) {
            var left = new TreeSet<>(table.getValue());
            left.retainAll(now.getOrDefault(table.getKey(), List.of()));
            for (var column : left) {
                var sql = "select count(*) || ' ' || coalesce(md5(string_agg(c, '|' order by c)), '')"
                        + " from (select %s::text c from %s) r".formatted(column, table.getKey());
                contents.put(table.getKey() + "." + column, strings(of, sql).getFirst());
            }
        }
        return contents;
    }

    private static List<String> tables(Connection of) throws SQLException {
        return strings(of, TABLES);
    }

    private static List<String> columns(Connection of, String table) throws SQLException {
        return strings(of, COLUMNS.formatted(table));
    }

    private static List<String> strings(Connection of, String sql) throws SQLException {
        var strings = new ArrayList<String>();
        try (var statement = of.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) strings.add(rows.getString(1));
        }
        return strings;
    }

    private static List<String> lines(String mark) throws IOException {
        try (InputStream file = Landed.class.getResourceAsStream("/landed/V" + mark + ".copy")) {
            var text = new String(Objects.requireNonNull(file, mark).readAllBytes(), StandardCharsets.UTF_8);
            return List.of(text.split("\n"));
        }
    }
}

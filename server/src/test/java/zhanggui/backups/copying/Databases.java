package zhanggui.backups.copying;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Looking into databases row by row. */
final class Databases {
    private Databases() {}

    static Connection owner(String url) throws SQLException {
        return DriverManager.getConnection(url, "postgres", "");
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            return answer.next() ? String.valueOf(answer.getString(1)) : "nothing";
        }
    }

    /**
     * Each table with the number of its rows and a fingerprint of all of them, each sequence with its value. Left out are
     * sessions, which are left out of backups, and what a restore itself writes down.
     */
    static Map<String, String> contents(Connection connection) throws SQLException {
        var contents = new TreeMap<String, String>();
        var tables = new TreeMap<String, String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname !~ '^(pg_|information_schema$|public$)' and tablename !~ '^spring_session'""")) {
            while (found.next()) tables.put(found.getString(1), "true");
        }
        tables.put("audit.entry", "action <> 'restored'");
        tables.remove("backups.installation");
        for (var table : tables.entrySet()) {
            contents.put(
                    table.getKey(),
                    ask(
                            connection,
                            "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from "
                                    + table.getKey() + " t where " + table.getValue()));
        }
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select schemaname || '.' || sequencename, last_value from pg_sequences order by 1")) {
            while (found.next()) contents.put("sequence " + found.getString(1), found.getString(2));
        }
        return contents;
    }

    /** How tables are made: columns, constraints, indexes, triggers, rights. */
    static Map<String, String> shape(Connection connection) throws SQLException {
        var shape = new TreeMap<String, String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select 'column ' || table_schema || '.' || table_name || '.' || column_name,
                          data_type || coalesce(column_default, '') || is_nullable || coalesce(generation_expression, '')
                        from information_schema.columns where table_schema !~ '^(pg_|information_schema$)'
                        union all select 'constraint ' || conrelid::regclass || ' ' || conname,
                          pg_get_constraintdef(oid) || convalidated || condeferrable
                        from pg_constraint where conrelid <> 0 and connamespace::regnamespace::text !~ '^pg_'
                          and contype <> 'n'
                        union all select 'index ' || schemaname || '.' || indexname, indexdef from pg_indexes
                        where schemaname !~ '^pg_'
                        union all select 'trigger ' || tgrelid::regclass || ' ' || tgname,
                          pg_get_triggerdef(oid) || tgenabled::text from pg_trigger where not tgisinternal
                        union all select 'rights ' || c.oid::regclass, array_to_string(relacl, ' ')
                        from pg_class c join pg_namespace n on n.oid = relnamespace
                        where relkind in ('r', 'v', 'S') and nspname !~ '^(pg_|information_schema$|public$)'""")) {
            while (found.next()) shape.put(found.getString(1), String.valueOf(found.getString(2)));
        }
        return shape;
    }
}

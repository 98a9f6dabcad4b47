package zhanggui.backups.copying;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import zhanggui.backups.archive.Manifest;
import zhanggui.database.Migrations;

/**
 * What there is to back up, as one transaction sees it.
 *
 * @param estimated how many rows there are, as the planner thinks
 */
record Snapshot(
        Instant at,
        String postgres,
        List<String> migrations,
        List<Manifest.Table> tables,
        List<Manifest.Sequence> sequences,
        long estimated) {
    /** How the comment of a table begins whose rows are left out. */
    private static final String LEFT_OUT = "not in backups";

    private static final String TABLES = """
            select n.nspname, c.relname, greatest(c.reltuples, 0)::bigint,
              array(select a.attname::text from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                order by a.attnum)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname = any (?)
              and not starts_with(coalesce(obj_description(c.oid, 'pg_class'), ''), ?)
            order by 1, 2""";

    static Snapshot of(Connection connection) throws SQLException {
        var schemas = connection.createArrayOf("text", Migrations.schemas().toArray());
        var tables = new ArrayList<Manifest.Table>();
        long estimated = 0;
        try (var asked = connection.prepareStatement(TABLES)) {
            asked.setArray(1, schemas);
            asked.setString(2, LEFT_OUT);
            var found = asked.executeQuery();
            while (found.next()) {
                var schema = found.getString(1);
                var name = found.getString(2);
                estimated += found.getLong(3);
                var member = "tables/" + schema + "." + name + ".copy.gz";
                tables.add(new Manifest.Table(schema, name, strings(found, 4), member, 0, 0, ""));
            }
        }
        var sequences = new ArrayList<Manifest.Sequence>();
        try (var asked = connection.prepareStatement("""
                select schemaname, sequencename, last_value from pg_sequences where schemaname = any (?)
                order by 1, 2""")) {
            asked.setArray(1, schemas);
            var found = asked.executeQuery();
            while (found.next()) {
                sequences.add(
                        new Manifest.Sequence(found.getString(1), found.getString(2), found.getObject(3, Long.class)));
            }
        }
        try (var statement = connection.createStatement()) {
            var found = statement.executeQuery("""
                    select now(), current_setting('server_version'),
                      array(select version from public.flyway_schema_history
                        where success and version is not null order by installed_rank)""");
            found.next();
            return new Snapshot(
                    found.getObject(1, OffsetDateTime.class).toInstant(),
                    found.getString(2),
                    strings(found, 3),
                    List.copyOf(tables),
                    List.copyOf(sequences),
                    estimated);
        }
    }

    /** Empty before the company is set up. */
    static Optional<Manifest.Company> company(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            var found = statement.executeQuery(
                    "select i.id, s.name_zh, s.name_en from company.settings s cross join backups.installation i");
            if (!found.next()) return Optional.empty();
            return Optional.of(
                    new Manifest.Company(found.getObject(1, UUID.class), found.getString(2), found.getString(3)));
        }
    }

    /** Whether this program knows all of these tables, and they hold what a backup needs. */
    boolean isKnown() {
        return Migrations.versions().containsAll(migrations)
                && tables.stream().anyMatch(t -> t.schema().equals("backups"));
    }

    /** Keeps the tables from being changed or dropped until the transaction is over; their rows may be. */
    void hold(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : tables) statement.execute("lock table " + Names.of(table) + " in access share mode");
        }
    }

    private static List<String> strings(ResultSet row, int column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray())
                .map(String::valueOf)
                .toList();
    }
}

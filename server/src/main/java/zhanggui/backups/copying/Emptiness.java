package zhanggui.backups.copying;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import zhanggui.database.Migrations;

/** Whether a database holds a company, and how to take everything out that migrations made. */
final class Emptiness {
    private Emptiness() {}

    /** Tables without a company are as good as none. */
    static boolean isOccupied(Connection connection) throws SQLException {
        return isThere(connection, "company.settings")
                && is(connection, "select exists (select from company.settings)");
    }

    /** Leaves a database as it was before the first migration; what belongs to somebody else stays. */
    static void clear(Connection connection) throws SQLException {
        if (!isThere(connection, "public.flyway_schema_history")) return;
        var drops = new ArrayList<String>();
        for (var schema : Migrations.schemas()) drops.add("drop schema if exists " + Names.of(schema) + " cascade");
        drops.add("drop table public.flyway_schema_history");
        try (var asked = connection.prepareStatement("""
                select oid::regprocedure::text from pg_proc
                where pronamespace = 'public'::regnamespace and proname = any (?)""")) {
            asked.setArray(
                    1, connection.createArrayOf("text", Migrations.functions().toArray()));
            var found = asked.executeQuery();
            while (found.next())
                drops.add("drop function public." + found.getString(1).replaceFirst("^public\\.", ""));
        }
        try (var statement = connection.createStatement()) {
            for (var drop : drops) statement.execute(drop);
        }
    }

    private static boolean isThere(Connection connection, String table) throws SQLException {
        return is(connection, "select to_regclass('" + table + "') is not null");
    }

    private static boolean is(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}

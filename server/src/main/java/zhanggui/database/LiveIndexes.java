package zhanggui.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Indexes that come and go while the server runs, without stopping anybody who writes. They are made as the owner of the
 * tables, which the application itself is not: nothing a client sends may stand in what is asked for here.
 */
@Component
public class LiveIndexes {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private final DatabaseLogins logins;

    LiveIndexes(DatabaseLogins logins) {
        this.logins = logins;
    }

    /**
     * Makes an index where there is none, or where making it was broken off.
     *
     * @param schema of the table
     * @param on the table and what is indexed of it, such as {@code customer (level, id)}
     */
    public void create(String schema, String name, String on) throws SQLException {
        try (var owner = owner()) {
            alone(owner);
            if (isValid(owner, schema, name)) return;
            run(owner, "drop index concurrently if exists " + schema + "." + named(name));
            run(owner, "create index concurrently " + name + " on " + schema + "." + on);
        }
    }

    public void drop(String schema, String name) throws SQLException {
        try (var owner = owner()) {
            alone(owner);
            run(owner, "drop index concurrently if exists " + named(schema) + "." + named(name));
        }
    }

    /**
     * Until this connection ends no other server or job works at indexes: two at once would wait for each other. It asks
     * again and again, for whoever waits inside a question is waited for.
     */
    private static void alone(Connection owner) throws SQLException {
        try (var statement =
                owner.prepareStatement("select pg_try_advisory_lock(hashtextextended('live indexes', 0))")) {
            for (boolean free = false; !free; ) {
                try (var asked = statement.executeQuery()) {
                    asked.next();
                    free = asked.getBoolean(1);
                }
                if (!free) Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        }
    }

    private Connection owner() throws SQLException {
        var owner = logins.owner();
        return DriverManager.getConnection(logins.url(), owner.user(), owner.password());
    }

    private static boolean isValid(Connection owner, String schema, String name) throws SQLException {
        try (var statement = owner.prepareStatement("""
                select i.indisvalid from pg_index i join pg_class c on c.oid = i.indexrelid
                join pg_namespace n on n.oid = c.relnamespace where n.nspname = ? and c.relname = ?""")) {
            statement.setString(1, named(schema));
            statement.setString(2, named(name));
            try (var found = statement.executeQuery()) {
                return found.next() && found.getBoolean(1);
            }
        }
    }

    private static String named(String name) {
        if (!NAME.matcher(name).matches()) throw new IllegalArgumentException(name);
        return name;
    }

    private static void run(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}

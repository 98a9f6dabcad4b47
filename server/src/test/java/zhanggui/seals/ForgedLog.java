package zhanggui.seals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What whoever owns the database can do to the log: triggers and rights do not bind them. */
final class ForgedLog implements AutoCloseable {
    private final Connection connection;

    ForgedLog(String url) throws SQLException {
        this.connection = DriverManager.getConnection(url, "postgres", "");
        execute("set session_replication_role = replica");
    }

    /** An empty log without seals, as a server finds it that was just set up. */
    void clear() throws SQLException {
        // Not while a server seals.
        execute("select pg_advisory_lock(hashtextextended('zhanggui.seals', 0))");
        execute("truncate audit.entry, seals.seal, seals.sealing, seals.verification");
        execute("select pg_advisory_unlock(hashtextextended('zhanggui.seals', 0))");
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    int update(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    List<String> list(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) found.add(rows.getString(1));
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

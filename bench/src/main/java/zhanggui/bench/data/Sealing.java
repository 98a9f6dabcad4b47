package zhanggui.bench.data;

import java.sql.Connection;
import java.sql.SQLException;
import zhanggui.bench.server.Server;

/** The server's sealing of the audit log: not while tables are filled, and over before anything is measured. */
final class Sealing {
    private static final String LOCK = "(hashtextextended('zhanggui.seals', 0))";
    private static final int PAUSE = 1_000;

    private Sealing() {}

    /** No server seals until this connection lets it or ends. */
    static void hold(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock" + LOCK);
        }
    }

    /** Lets the server seal and waits until it has sealed everything. */
    static void finish(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock" + LOCK);
            while (true) {
                try (var left = statement.executeQuery(
                        "select (select count(*) from audit.entry) - (select count(*) from seals.seal)")) {
                    if (left.next() && left.getLong(1) <= 0) return;
                }
                Server.pause(PAUSE);
            }
        }
    }
}

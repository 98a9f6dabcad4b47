package zhanggui.bench.work;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import zhanggui.bench.server.Server;

/** The database alone: runs recorded statements over as many connections as the server has. */
final class Replay implements AutoCloseable {
    private static final int CONNECTIONS = 20;
    private final ArrayBlockingQueue<Connection> free = new ArrayBlockingQueue<>(CONNECTIONS);

    Replay(Server server) throws Exception {
        for (int i = 0; i < CONNECTIONS; i++) free.add(server.database());
    }

    /** @param visit a list of statements for each of its requests; requests run at once, as the client's do */
    void make(List<List<String>> visit, ExecutorService threads) throws Exception {
        if (visit.size() == 1) run(visit.getFirst());
        else Visit.together(visit, threads, this::run);
    }

    private void run(List<String> statements) throws Exception {
        var connection = free.take();
        try {
            for (var sql : statements) run(connection, sql);
        } finally {
            free.add(connection);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                var found = statement.executeQuery()) {
            while (found.next()) found.getObject(1);
        }
    }

    /** What still runs has been measured as what it is, and is not waited for. */
    @Override
    public void close() throws SQLException {
        for (var connection = free.poll(); connection != null; connection = free.poll()) connection.close();
    }
}

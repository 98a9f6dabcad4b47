package zhanggui.backups.copying;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Gives out one connection again and again and keeps all that is done with it in one transaction, whatever those who use
 * it think they begin and end. So migrations and rows come into being together or not at all.
 */
final class OneTransaction extends AbstractDataSource {
    private final Connection connection;
    private boolean broken;

    OneTransaction(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    @Override
    public Connection getConnection() {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, new Within());
    }

    @Override
    public Connection getConnection(String user, String password) {
        return getConnection();
    }

    /** Keeps everything. */
    void commit() throws SQLException {
        if (broken) throw new IllegalStateException("a part of it was undone");
        connection.commit();
    }

    /** Undoes everything, and forgets nothing of why. */
    static void undo(Connection connection, Exception because) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    private final class Within implements InvocationHandler {
        private boolean autoCommit = true;

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            return switch (method.getName()) {
                case "getAutoCommit" -> autoCommit;
                case "setAutoCommit" -> {
                    autoCommit = Boolean.TRUE.equals(Objects.requireNonNull(arguments)[0]);
                    yield null;
                }
                case "commit", "close", "setReadOnly", "setTransactionIsolation" -> null;
                case "isClosed" -> false;
                case "rollback" -> {
                    broken = true;
                    yield null;
                }
                default -> pass(method, arguments);
            };
        }

        private @Nullable Object pass(Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }
    }
}

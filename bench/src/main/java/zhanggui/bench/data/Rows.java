package zhanggui.bench.data;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into one table by COPY. Columns that are not named get what the database gives them. */
final class Rows implements AutoCloseable {
    private static final int FULL = 1 << 16;
    private final Connection connection;
    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(FULL + 4096);
    private boolean done;

    /** @param columns separated by commas */
    Rows(Connection connection, String table, String columns) {
        try {
            this.connection = connection;
            this.copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + columns + ") from stdin");
        } catch (SQLException e) {
            throw new IllegalStateException(table, e);
        }
    }

    void add(Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) text.append('\t');
            append(values[i]);
        }
        text.append('\n');
        if (text.length() > FULL) send();
    }

    private void append(Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case String words -> escape(words);
            default -> text.append(value);
        }
    }

    private void escape(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    private void send() {
        try {
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            text.setLength(0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the COPY; whoever made the rows calls it, so that rows half made never look whole. */
    void finish() throws SQLException {
        send();
        copy.endCopy();
        done = true;
    }

    @Override
    public void close() throws SQLException {
        if (!done && copy.isActive()) copy.cancelCopy();
        connection.close();
    }
}

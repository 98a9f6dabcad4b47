package zhanggui.problems;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartException;

/** What is behind an exception of the database, of the pool or of an upload. */
final class Causes {
    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01", "55P03", "57014", "53300", "57P01", "57P03");
    private static final String DISK_FULL = "53100";

    private Causes() {}

    /** A value that PostgreSQL has no place for: a NUL, a number or day out of range, a key too long to be indexed. */
    static boolean cannotBeStored(Throwable e) {
        return sqlState(e) instanceof String state && (state.startsWith("22") || state.startsWith("54"));
    }

    /** Bytes in the address that are no characters; noticed where a parameter is first read. */
    static boolean isNoText(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) if (t instanceof CharacterCodingException) return true;
        return false;
    }

    /** The database or the pool cannot answer now; HikariCP says so without an SQL state when the pool is empty. */
    static boolean isBusy(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) if (t instanceof SQLTransientException) return true;
        return sqlState(e) instanceof String state && (state.startsWith("08") || TRY_AGAIN.contains(state));
    }

    /**
     * The database says so, or a file that arrives cannot be written: of reading and writing it, writing is what fails
     * without the client having gone.
     */
    static boolean isStorageFull(Throwable e) {
        if (DISK_FULL.equals(sqlState(e))) return true;
        if (!(e instanceof MultipartException)) return false;
        Throwable root = e;
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof ClientAbortException) return false;
            root = t;
        }
        return root.getClass() == IOException.class || root instanceof FileNotFoundException;
    }

    private static @Nullable String sqlState(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) return sql.getSQLState();
        }
        return null;
    }
}

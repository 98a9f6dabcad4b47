package zhanggui.imports;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

/** Tells what the database refuses about a row from what is wrong with the database itself. */
final class RowFault {
    /** By the class of the SQL state: data that does not fit, a rule that does not hold, more than an index can take. */
    private static final Set<String> CLASSES = Set.of("21", "22", "23", "44", "54", "P0");

    private RowFault() {}

    static boolean is(DataAccessException e) {
        if (e instanceof DataIntegrityViolationException || e instanceof ConcurrencyFailureException) return true;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().length() == 5
                        && CLASSES.contains(sql.getSQLState().substring(0, 2));
            }
        }
        return false;
    }
}

package zhanggui.database;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads what seldom changes once in a transaction, however many parts of it ask. What a transaction changes itself it must
 * {@link #forget}; outside of a transaction everything is read each time.
 */
@Component
public class Once {
    /** @param key of what is read: a constant of the one who reads it */
    @SuppressWarnings("unchecked")
    public <T> T read(Object key, Supplier<T> read) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return read.get();
        var known = known();
        var value = (T) known.get(key);
        if (value == null) {
            value = Objects.requireNonNull(read.get());
            known.put(key, value);
        }
        return value;
    }

    public void forget(Object key) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) known().remove(key);
    }

    @SuppressWarnings("unchecked")
    private Map<Object, Object> known() {
        var bound = (Map<Object, Object>) TransactionSynchronizationManager.getResource(this);
        if (bound != null) return bound;
        var known = new HashMap<Object, Object>();
        TransactionSynchronizationManager.bindResource(this, known);
        TransactionSynchronizationManager.registerSynchronization(new Bound(known));
        return known;
    }

    /** A transaction within another begins anew, and the outer one goes on with what it knew. */
    private final class Bound implements TransactionSynchronization {
        private final Map<Object, Object> known;

        Bound(Map<Object, Object> known) {
            this.known = known;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Once.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Once.this, known);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Once.this);
        }
    }
}

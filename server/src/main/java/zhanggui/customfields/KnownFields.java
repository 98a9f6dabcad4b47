package zhanggui.customfields;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import zhanggui.listings.Column;

/**
 * The fields of each type of record, kept in memory because every list and every command asks for them. What is changed
 * on this server is known at once, what is changed on another within two seconds.
 */
@Component
class KnownFields {
    private static final long KEPT = Duration.ofSeconds(2).toNanos();
    private final FieldStore store;
    private final FieldHosts hosts;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    KnownFields(FieldStore store, FieldHosts hosts) {
        this.store = store;
        this.hosts = hosts;
    }

    /**
     * @param all also those that are retired
     * @param columns of those that are not
     */
    record Known(List<CustomField> all, List<Column> columns, long readAt) {
        List<CustomField> current() {
            return all.stream().filter(f -> !f.retired()).toList();
        }

        private boolean isFresh() {
            return System.nanoTime() - readAt < KEPT;
        }
    }

    Known of(String type) {
        var found = known.get(type);
        if (found != null && found.isFresh()) return found;
        var readAt = System.nanoTime();
        var all = store.of(type);
        // As long as nothing changed the columns stay the same objects: comparing them is free.
        var now = found != null && found.all().equals(all)
                ? new Known(found.all(), found.columns(), readAt)
                : new Known(all, FieldColumns.of(hosts.get(type), all), readAt);
        known.put(type, now);
        return now;
    }

    /** They are changed in this transaction. */
    void changing(String type) {
        known.remove(type);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                known.remove(type);
            }
        });
    }
}

package zhanggui.webhooks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What one transaction did to records, gathered until it is about to commit, so that many make few messages. */
final class Gathered implements TransactionSynchronization {
    private static final Object KEY = Gathered.class;
    private final Consumer<Gathered> atEnd;
    private final Map<Event, List<Touched>> touched = new LinkedHashMap<>();

    /** @param action as the log calls it */
    record Event(String type, String list, String action) {}

    /** @param fields which of it were changed; none of what is new or gone */
    record Touched(UUID id, List<String> fields) {}

    private Gathered(Consumer<Gathered> atEnd) {
        this.atEnd = atEnd;
    }

    /** That of the transaction there is. */
    static Gathered now(Consumer<Gathered> atEnd) {
        if (TransactionSynchronizationManager.getResource(KEY) instanceof Gathered gathered) return gathered;
        var gathered = new Gathered(atEnd);
        TransactionSynchronizationManager.bindResource(KEY, gathered);
        TransactionSynchronizationManager.registerSynchronization(gathered);
        return gathered;
    }

    void add(String type, String list, String action, Touched one) {
        touched.computeIfAbsent(new Event(type, list, action), event -> new ArrayList<>())
                .add(one);
    }

    Map<Event, List<Touched>> all() {
        return touched;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        atEnd.accept(this);
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(KEY);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(KEY, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
    }
}

package zhanggui.notices;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import zhanggui.access.Viewer;

/** What one transaction did to records that somebody may have to be told of, gathered until it is about to commit. */
final class Heard implements TransactionSynchronization {
    private static final Object KEY = Heard.class;
    private final Consumer<Heard> atEnd;
    private final Viewer by;
    private final Map<String, Set<UUID>> assigned = new HashMap<>();
    private final Map<String, Map<UUID, Move>> moved = new HashMap<>();

    /** From one stage to another, by the names they have. */
    record Move(String from, String to) {}

    private Heard(Viewer by, Consumer<Heard> atEnd) {
        this.by = by;
        this.atEnd = atEnd;
    }

    /** That of the transaction there is; it is made at the first thing heard. */
    static Heard now(Viewer by, Consumer<Heard> atEnd) {
        if (TransactionSynchronizationManager.getResource(KEY) instanceof Heard heard) return heard;
        var heard = new Heard(by, atEnd);
        TransactionSynchronizationManager.bindResource(KEY, heard);
        TransactionSynchronizationManager.registerSynchronization(heard);
        return heard;
    }

    void assigned(String list, UUID record) {
        assigned.computeIfAbsent(list, l -> new HashSet<>()).add(record);
    }

    /** Of several moves the first and the last stage count. */
    void moved(String list, UUID record, Move move) {
        moved.computeIfAbsent(list, l -> new HashMap<>())
                .merge(record, move, (first, last) -> new Move(first.from(), last.to()));
    }

    Viewer by() {
        return by;
    }

    Map<String, Set<UUID>> assigned() {
        return assigned;
    }

    Map<String, Map<UUID, Move>> moved() {
        return moved;
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
        @Nullable Object bound = TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
        assert bound == null || bound == this;
    }
}

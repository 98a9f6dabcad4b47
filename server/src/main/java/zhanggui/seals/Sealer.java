package zhanggui.seals;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what was committed since it last looked. It waits for no writer and no writer for it: what a transaction still
 * open has written is sealed once that is over, however much was sealed in between.
 */
@Component
class Sealer {
    static final int MOST_AT_ONCE = 5_000;
    private final SealStore store;
    private final TransactionTemplate transaction;

    Sealer(SealStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Seals everything, a part after the other, each kept by itself: one that is broken off goes on from the last. Where
     * another server seals already, that one does it.
     */
    void sealAll() {
        while (Boolean.TRUE.equals(transaction.execute(status -> sealSome()))) {
            if (Thread.currentThread().isInterrupted()) return;
        }
    }

    /** Returns whether there is more to seal. */
    boolean sealSome() {
        if (!store.alone()) return false;
        var now = store.now();
        var last = store.lastSealing().orElse(null);
        var whole = store.lastWhole()
                .filter(s -> s.cluster().equals(now.cluster()))
                .map(Sealing::seen)
                .orElse(null);
        var seen = now.seen();
        List<LogEntry> found = List.of();
        if (last != null && last.rest() != null && last.cluster().equals(now.cluster())) {
            seen = last.seen();
            found = store.unsealed(whole, seen, last.rest(), MOST_AT_ONCE + 1);
        }
        if (found.isEmpty()) {
            seen = now.seen();
            found = store.unsealed(whole, seen, null, MOST_AT_ONCE + 1);
        }
        if (found.isEmpty()) return false;
        var more = found.size() > MOST_AT_ONCE;
        seal(more ? found.subList(0, MOST_AT_ONCE) : found, more, last, seen, now);
        return more;
    }

    private void seal(List<LogEntry> entries, boolean more, @Nullable Sealing last, Seen seen, SealStore.Now now) {
        var before = store.lastSeal().orElse(null);
        long first = 1 + Math.max(before == null ? 0 : before.number(), last == null ? 0 : last.number());
        var end = entries.getLast();
        var sealing = new Sealing(
                first,
                first + entries.size() - 1,
                now.at(),
                seen,
                now.cluster(),
                more ? new Sealing.Place(end.writtenIn(), end.id()) : null,
                Chain.beginning());
        sealing = sealing.sealedWith(Chain.sealing(before == null ? Chain.beginning() : before.hash(), sealing));
        var seals = new ArrayList<Seal>(entries.size());
        var hash = sealing.hash();
        long number = first;
        for (var entry : entries) {
            hash = Chain.seal(hash, number, entry);
            seals.add(new Seal(number++, entry.id(), hash));
        }
        store.add(sealing, seals);
    }
}

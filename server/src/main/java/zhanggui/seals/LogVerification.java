package zhanggui.seals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the whole log and every seal again, and says what does not fit. It reads in parts and holds nothing up; whatever
 * is written meanwhile is left for the next time.
 */
@Component
class LogVerification {
    private static final int PART = 5_000;
    private static final int STEP = 100_000;
    private final SealStore store;
    private final Sealer sealer;

    LogVerification(SealStore store, Sealer sealer) {
        this.store = store;
        this.sealer = sealer;
    }

    /**
     * What was found.
     *
     * @param head up to where the log was read; absent when nothing is sealed
     * @param known how many heads told earlier it was compared with
     * @param erased how many entries something personal was taken out of, as later entries attest
     * @param found how much does not fit
     * @param findings the first of it
     */
    record Verified(@Nullable Head head, int known, long erased, long found, List<Finding> findings) {}

    /**
     * @param known heads told earlier
     * @param progress told how many seals of how many are read
     */
    Verified verify(List<Head> known, BiConsumer<Long, Long> progress) {
        sealer.sealAll();
        var sealing = store.lastSealing().orElse(null);
        var whole = store.lastWhole().orElse(null);
        var head = head();
        long last = Math.max(head == null ? 0 : head.number(), sealing == null ? 0 : sealing.number());
        var findings = new Findings();
        var walk = new Walk(findings);
        for (long from = 0; from < last; from += PART) {
            var to = Math.min(from + PART, last);
            progress.accept(from, last);
            walk.part(store.sealings(from, to), store.links(from, to), to);
        }
        progress.accept(last, last);
        var erased = walk.erased();
        findings.tellMoved();
        if (whole != null) unsealed(whole, findings);
        Heads.compare(known, store::hashes, last, findings);
        return new Verified(head, known.size(), erased, findings.count(), findings.first());
    }

    /** How far the log is sealed. */
    @Nullable Head head() {
        var at = store.lastSealing().map(sealing -> sealing.at().toInstant()).orElse(Instant.EPOCH);
        return store.lastSeal()
                .map(seal -> Head.of(seal.number(), seal.hash(), at))
                .orElse(null);
    }

    private void unsealed(Sealing whole, Findings findings) {
        if (!store.now().cluster().equals(whole.cluster())) return; // its transactions say nothing here
        UUID after = null;
        UUID until;
        do {
            until = store.farther(after, STEP).orElse(null);
            for (var entry : store.behindTheBack(whole.seen(), after, until, Findings.MOST)) {
                findings.add(Finding.of(Finding.Kind.UNSEALED, null, entry));
            }
            after = until;
        } while (until != null);
    }
}

package zhanggui.requests;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many requests be in work at once, and of one kind a part of them; some more wait a short while for their turn,
 * and who finds no place to wait is turned away at once. Thereby a server that is asked for more than it can do goes on
 * doing what it can, and one kind of request that gets stuck leaves room for the others.
 *
 * <p>There is much room to wait in while something stalls for a moment, and little once somebody has been waiting all the
 * time for a while: then waiting helps nobody, and only makes everybody late.
 */
final class Gate {
    private static final long STALL_NANOS = Duration.ofSeconds(2).toNanos();
    private final Semaphore places;
    private final int placesOfAKind;
    private final int fewWaiting;
    private final int mostWaiting;
    private final Duration patience;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile long nobodyWaited = System.nanoTime();
    private final ConcurrentHashMap<String, Kind> kinds = new ConcurrentHashMap<>();

    /** @param mostWaiting for a place altogether, where nobody waited just before; of one kind half as many */
    Gate(int places, int placesOfAKind, int mostWaiting, Duration patience) {
        this.places = new Semaphore(places, true);
        this.placesOfAKind = placesOfAKind;
        this.fewWaiting = Math.min(mostWaiting, Math.max(2, places));
        this.mostWaiting = mostWaiting;
        this.patience = patience;
    }

    /** Returns whether the request may go on; it then has to {@link #leave}. */
    boolean enter(String name) {
        var kind = kinds.compute(name, (key, present) -> join(present));
        if (take(kind.places, kind.waiting)) {
            if (take(places, kind.waiting)) return true;
            kind.places.release();
        }
        part(name);
        return false;
    }

    void leave(String name) {
        places.release();
        var kind = kinds.get(name);
        if (kind != null) kind.places.release();
        part(name);
    }

    private boolean take(Semaphore from, AtomicInteger waitingOfKind) {
        try {
            // With no time to wait, and yet behind those who do.
            if (from.tryAcquire(0, TimeUnit.NANOSECONDS)) return true;
            int all = waiting.incrementAndGet();
            if (all == 1) nobodyWaited = System.nanoTime();
            int alike = waitingOfKind.incrementAndGet();
            try {
                int room = System.nanoTime() - nobodyWaited < STALL_NANOS ? mostWaiting : fewWaiting;
                return all <= room && alike <= room / 2 && from.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            } finally {
                waitingOfKind.decrementAndGet();
                waiting.decrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Kind join(@Nullable Kind present) {
        var kind = present == null ? new Kind(new Semaphore(placesOfAKind, true)) : present;
        kind.here.incrementAndGet();
        return kind;
    }

    /** Kinds come from addresses, which anybody can invent: none is remembered longer than it is there. */
    private void part(String name) {
        kinds.computeIfPresent(name, (key, kind) -> kind.here.decrementAndGet() == 0 ? null : kind);
    }

    /** How many kinds are there now. */
    int kinds() {
        return kinds.size();
    }

    private record Kind(Semaphore places, AtomicInteger waiting, AtomicInteger here) {
        Kind(Semaphore places) {
            this(places, new AtomicInteger(), new AtomicInteger());
        }
    }
}

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
 */
final class Gate {
    private final Semaphore places;
    private final int placesOfAKind;
    private final int mostWaiting;
    private final Duration patience;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ConcurrentHashMap<String, Kind> kinds = new ConcurrentHashMap<>();

    /** @param mostWaiting for a place altogether; of one kind half as many */
    Gate(int places, int placesOfAKind, int mostWaiting, Duration patience) {
        this.places = new Semaphore(places, true);
        this.placesOfAKind = placesOfAKind;
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
            int alike = waitingOfKind.incrementAndGet();
            try {
                return all <= mostWaiting
                        && alike <= mostWaiting / 2
                        && from.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
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

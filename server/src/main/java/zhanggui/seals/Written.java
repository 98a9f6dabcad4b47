package zhanggui.seals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When entries can have been written at the earliest. The database puts the time into an entry's id, and a transaction
 * that had not begun when a sealing looked writes after that.
 */
final class Written {
    /** By how much a clock may be set back without honest entries looking forged. */
    static final Duration CLOCK = Duration.ofMinutes(10);
    /** Longer than any transaction of the server: an entry's time is the beginning of its transaction. */
    static final Duration LONGEST_TRANSACTION = Duration.ofDays(1);

    private static final int REMEMBERED = 100_000;
    private static final int TIMED = 7;

    private record Looked(Seen seen, String cluster, Instant at) {}

    private final Deque<Looked> looked = new ArrayDeque<>();

    /** To be told of every sealing in order. The first takes the log as it is found. */
    void sealing(Sealing sealing) {
        var before = looked.peekLast();
        if (before != null && before.seen().equals(sealing.seen())) return;
        if (looked.size() == REMEMBERED) looked.removeFirst();
        looked.addLast(
                new Looked(sealing.seen(), sealing.cluster(), sealing.at().toInstant()));
    }

    /** Whether an entry of the sealing told last may be as old as it says. */
    boolean plausible(LogEntry entry) {
        if (looked.size() < 2) return true;
        var written = at(entry.id());
        if (written == null) return false;
        var at = entry.at().toInstant();
        if (at.isAfter(written.plus(CLOCK)) || at.isBefore(written.minus(LONGEST_TRANSACTION))) return false;
        var now = looked.getLast();
        for (var earlier : (Iterable<Looked>) looked::descendingIterator) {
            if (earlier == now) continue;
            if (!earlier.cluster().equals(now.cluster())) return true;
            if (earlier.seen().xmax() <= entry.writtenIn())
                return !written.isBefore(earlier.at().minus(CLOCK));
        }
        return true;
    }

    /** The time in an id; absent where the id was not made of one. */
    static @Nullable Instant at(UUID id) {
        return id.version() == TIMED ? Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16) : null;
    }
}

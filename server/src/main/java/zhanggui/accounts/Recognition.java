package zhanggui.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import zhanggui.access.Calendar;
import zhanggui.access.Viewer;

/**
 * Whoever asks by session: the account and the viewer made of it, remembered as long as nothing of it changes, on
 * whichever server. Each request asks the database for two numbers instead of all of that.
 */
@Component
class Recognition {
    /** For what changes by the clock alone. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final AccountStore accounts;
    private final ViewerFactory viewers;
    private final Changes changes;
    private final Clock clock;
    private final AtomicReference<@Nullable Remembered> remembered = new AtomicReference<>();

    Recognition(AccountStore accounts, ViewerFactory viewers, Changes changes, Clock clock) {
        this.accounts = accounts;
        this.viewers = viewers;
        this.changes = changes;
        this.clock = clock;
    }

    /** An account that works, and its viewer. */
    record Known(AccountStore.Account account, Viewer viewer) {}

    /** All of it was read after its mark: it is never older, and what is newer is forgotten with the mark. */
    private record Remembered(
            Changes.Mark mark,
            Instant at,
            LocalDate day,
            Calendar calendar,
            ConcurrentMap<UUID, Optional<Known>> known) {
        boolean holds(Changes.Mark now, Instant instant) {
            return mark.equals(now)
                    && !instant.isBefore(at)
                    && instant.isBefore(at.plus(LONGEST))
                    && day.equals(calendar.day(instant));
        }
    }

    /** @return empty when there is no such account, or it does not work */
    Optional<Known> of(UUID person) {
        // A transaction sees what may yet be undone.
        if (TransactionSynchronizationManager.isActualTransactionActive()) return read(person);
        var known = remembered().known;
        var one = known.get(person);
        if (one == null) {
            one = read(person);
            known.put(person, one);
        }
        return one;
    }

    private Optional<Known> read(UUID person) {
        var origin = new Viewer.Origin(Viewer.Way.SESSION, null);
        return accounts.byPerson(person).filter(a -> !a.disabled()).map(a -> new Known(a, viewers.of(a, origin)));
    }

    private Remembered remembered() {
        var mark = changes.mark();
        var last = remembered.get();
        var at = clock.instant();
        if (last != null && last.holds(mark, at)) return last;
        var calendar = viewers.calendar();
        var next = new Remembered(mark, at, calendar.day(at), calendar, new ConcurrentHashMap<>());
        remembered.set(next);
        return next;
    }
}

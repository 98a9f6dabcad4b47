package zhanggui.periods;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import zhanggui.periods.Period.Kind;

/**
 * How far all months are on a day: as somebody moved them, else locked before the last locked one, open from their first
 * day on, and else to come.
 */
record MonthStatuses(NavigableMap<LocalDate, Moved> moved, LocalDate today) {

    /** How far somebody moved a month. */
    record Moved(PeriodStatus status, int version) {}

    MonthStatuses(Map<LocalDate, Moved> moved, LocalDate today) {
        this(Collections.unmodifiableNavigableMap(new TreeMap<>(moved)), today);
    }

    PeriodStatus of(Period period) {
        return PeriodStatus.of(
                period.parts(Kind.MONTH).stream().map(m -> month(m.from())).toList());
    }

    int version(Period month) {
        var told = moved.get(month.from());
        return told == null ? 0 : told.version();
    }

    private PeriodStatus month(LocalDate first) {
        var told = moved.get(first);
        if (told != null) return told.status();
        var locked = lastLocked();
        if (locked != null && first.isBefore(locked)) return PeriodStatus.LOCKED;
        return first.isAfter(today) ? PeriodStatus.FUTURE : PeriodStatus.OPEN;
    }

    /** The first month in which something may still be posted: none before it may. */
    Period firstUnlocked(FiscalCalendar calendar) {
        var locked = lastLocked();
        return locked == null
                ? calendar.at(moved.isEmpty() ? today : earlier(moved.firstKey(), today), Kind.MONTH)
                : calendar.at(locked, Kind.MONTH).next();
    }

    /** Why a month may not go there; absent where it may. */
    @Nullable PeriodReason refuses(Period month, PeriodStatus to) {
        var from = month(month.from());
        if (from == PeriodStatus.LOCKED) return PeriodReason.LOCKED;
        if (from == PeriodStatus.FUTURE) return PeriodReason.NOT_BEGUN;
        if (!from.next().contains(to)) return PeriodReason.NOT_NEXT;
        if (to == PeriodStatus.LOCKED && earlierUnlocked(month.from())) return PeriodReason.EARLIER_OPEN;
        return null;
    }

    private boolean earlierUnlocked(LocalDate first) {
        return moved.headMap(first, false).values().stream().anyMatch(m -> m.status() != PeriodStatus.LOCKED);
    }

    private @Nullable LocalDate lastLocked() {
        return moved.descendingMap().entrySet().stream()
                .filter(e -> e.getValue().status() == PeriodStatus.LOCKED)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}

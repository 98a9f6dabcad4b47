package zhanggui.periods;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;

/**
 * How far a month is: what is computed for it changes while it is open or calculated, and never again once it is locked.
 * What comes late for a locked month is posted into an open one.
 */
public enum PeriodStatus {
    FUTURE,
    OPEN,
    CALCULATED,
    APPROVED,
    LOCKED;

    /** Where it may go from here; nobody opens what is locked. */
    public Set<PeriodStatus> next() {
        return switch (this) {
            case FUTURE -> Set.of(OPEN);
            case OPEN -> Set.of(CALCULATED);
            case CALCULATED -> Set.of(OPEN, APPROVED);
            case APPROVED -> Set.of(CALCULATED, LOCKED);
            case LOCKED -> Set.of();
        };
    }

    /** Whether results of the month may be replaced. */
    public boolean changeable() {
        return this == OPEN || this == CALCULATED;
    }

    /** A period is as far as the one of its months that is least far. */
    public static PeriodStatus of(Collection<PeriodStatus> months) {
        return months.stream().min(Comparator.naturalOrder()).orElse(FUTURE);
    }
}

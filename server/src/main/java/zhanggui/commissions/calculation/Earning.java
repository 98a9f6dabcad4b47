package zhanggui.commissions.calculation;

import java.util.Set;
import zhanggui.periods.Period;

/**
 * What a component pays somebody for a month.
 *
 * @param amount rounded
 * @param carried what a cap keeps back for later, after this month
 */
public record Earning<T>(
        Participation participation, Component component, Period month, T amount, T carried, Set<Mark> marks) {
    /** What whoever looks at it should know. */
    public enum Mark {
        /** There is no quota, so that there is no attainment and nothing is paid by it. */
        NO_QUOTA,
        /** A gate was not reached. */
        GATED,
        /** A cap kept something back. */
        CAPPED
    }

    public Earning {
        marks = Set.copyOf(marks);
    }
}

package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import zhanggui.amounts.Allocation;

/** The cost of winning a contract spread over the time it brings something (ASC 340-40, IFRS 15). */
public final class Amortisation {
    private Amortisation() {}

    /** What is written off in each month; together all of it. */
    public static List<BigDecimal> of(BigDecimal cost, int months, BigDecimal quantum) {
        return Allocation.split(cost, Collections.nCopies(months, BigDecimal.ONE), quantum);
    }

    /** What is not written off after so many months, and is at once if the contract ends then. */
    public static BigDecimal left(BigDecimal cost, int months, int passed, BigDecimal quantum) {
        return of(cost, months, quantum).stream().skip(passed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

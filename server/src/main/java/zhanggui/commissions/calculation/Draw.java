package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What is paid at least in every month, and taken back later or not 保底预支.
 *
 * @param least what a month pays
 * @param months for how many months, from the first
 * @param recoverable whether what was advanced is taken back
 * @param recoverFrom from which month on, the first is 1
 * @param part which part of what a month earns above the least is taken back
 * @param forgiven whether what is left after the last month is let go
 */
public record Draw(
        BigDecimal least, int months, boolean recoverable, int recoverFrom, BigDecimal part, boolean forgiven) {

    /**
     * A month.
     *
     * @param advanced what was paid beyond what was earned
     * @param recovered what was taken back
     * @param balance what is still to be taken back
     */
    public record Month(
            BigDecimal earned, BigDecimal advanced, BigDecimal recovered, BigDecimal paid, BigDecimal balance) {}

    public static Draw recoverable(BigDecimal least, int months, int recoverFrom) {
        return new Draw(least, months, true, recoverFrom, BigDecimal.ONE, false);
    }

    public List<Month> over(List<BigDecimal> earnings, BigDecimal opening, BigDecimal quantum) {
        var over = new ArrayList<Month>(earnings.size());
        var balance = opening;
        for (int i = 0; i < earnings.size(); i++) {
            var month = month(earnings.get(i), balance, i, quantum);
            over.add(month);
            balance = month.balance();
        }
        return List.copyOf(over);
    }

    /** @param index which month since it began, the first is 0 */
    Month month(BigDecimal earned, BigDecimal before, int index, BigDecimal quantum) {
        var advanced = index < months ? least.subtract(earned).max(BigDecimal.ZERO) : BigDecimal.ZERO;
        var above = earned.subtract(least).max(BigDecimal.ZERO);
        var back = recoverable && index + 1 >= recoverFrom
                ? above.multiply(part).divide(quantum, 0, RoundingMode.DOWN).multiply(quantum)
                : BigDecimal.ZERO;
        var recovered = before.min(back);
        var balance = recoverable ? before.add(advanced).subtract(recovered) : before;
        return new Month(
                earned,
                advanced,
                recovered,
                earned.add(advanced).subtract(recovered),
                forgiven && index + 1 == months ? BigDecimal.ZERO : balance);
    }
}

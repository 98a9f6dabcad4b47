package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From what is due to what is paid 发放: never less than nothing, what cannot be taken now is taken later.
 *
 * @param draw absent where there is none
 * @param most what a month pays at most; the rest is paid later
 * @param limit how much of a wage may be taken back; absent where the law sets none
 */
public record Payment(
        @Nullable Draw draw,
        @Nullable BigDecimal most,
        @Nullable Limit limit,
        BigDecimal quantum) {

    /**
     * How much of a month's wage may be taken for losses (工资支付暂行规定, article 16).
     *
     * @param part of the wage, at most
     * @param least what has to be left of it
     */
    public record Limit(BigDecimal part, BigDecimal least) {
        /** A fifth of the wage, and not below the minimum wage of the place. */
        public static Limit china(BigDecimal minimumWage) {
            return new Limit(new BigDecimal("0.2"), minimumWage);
        }

        BigDecimal of(BigDecimal wage, BigDecimal quantum) {
            var most = wage.multiply(part).min(wage.subtract(least)).max(BigDecimal.ZERO);
            return most.divide(quantum, 0, RoundingMode.DOWN).multiply(quantum);
        }
    }

    /**
     * What comes together in a month.
     *
     * @param held of what was earned, what waits for something
     * @param clawed back, positive
     * @param wage what is paid besides, from which may be taken
     */
    public record Due(
            BigDecimal earned,
            BigDecimal released,
            BigDecimal held,
            BigDecimal adjusted,
            BigDecimal clawed,
            BigDecimal wage) {

        public static Due of(BigDecimal earned) {
            return new Due(earned, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        }
    }

    /** What stands from one month to the next, none of it negative. */
    public record Balances(BigDecimal advanced, BigDecimal kept, BigDecimal owed) {
        public static final Balances NONE = new Balances(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /**
     * A month.
     *
     * @param advanced beyond what was due
     * @param recovered of what was advanced before
     * @param paid of commission
     * @param deducted from the wage
     */
    public record Month(
            Due due, BigDecimal advanced, BigDecimal recovered, BigDecimal paid, BigDecimal deducted, Balances after) {}

    public List<Month> over(List<Due> dues, Balances opening) {
        var months = new ArrayList<Month>(dues.size());
        var balances = opening;
        for (int i = 0; i < dues.size(); i++) {
            var month = month(dues.get(i), balances, i);
            months.add(month);
            balances = month.after();
        }
        return List.copyOf(months);
    }

    private Month month(Due due, Balances before, int index) {
        var net = due.earned()
                .add(due.released())
                .subtract(due.held())
                .add(due.adjusted())
                .subtract(due.clawed())
                .subtract(before.owed());
        var missing = net.negate().max(BigDecimal.ZERO);
        var there = net.max(BigDecimal.ZERO);
        var drawn = draw == null ? null : draw.month(there, before.advanced(), index, quantum);
        var payable = (drawn == null ? there : drawn.paid()).add(before.kept());
        var paid = most == null ? payable : payable.min(most);
        var deducted = limit == null ? BigDecimal.ZERO : missing.min(limit.of(due.wage(), quantum));
        return new Month(
                due,
                drawn == null ? BigDecimal.ZERO : drawn.advanced(),
                drawn == null ? BigDecimal.ZERO : drawn.recovered(),
                paid,
                deducted,
                new Balances(
                        drawn == null ? before.advanced() : drawn.balance(),
                        payable.subtract(paid),
                        missing.subtract(deducted)));
    }
}

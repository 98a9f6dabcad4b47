package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import zhanggui.amounts.Rounding;

/** Commission through the ranks, each of what those below left 逐级扣减. */
public final class Cascade {
    private Cascade() {}

    /**
     * What each rank gets.
     *
     * @param rates lowest rank first
     */
    public static List<BigDecimal> of(BigDecimal base, List<BigDecimal> rates, Rounding rounding) {
        var commissions = new ArrayList<BigDecimal>(rates.size());
        var left = base;
        for (var rate : rates) {
            var commission = rounding.of(left.multiply(rate));
            commissions.add(commission);
            left = left.subtract(commission);
        }
        return List.copyOf(commissions);
    }

    /** What has to be posted where the base was one thing and is another. */
    public static List<BigDecimal> changes(
            BigDecimal before, BigDecimal now, List<BigDecimal> rates, Rounding rounding) {
        var old = of(before, rates, rounding);
        var fresh = of(now, rates, rounding);
        var changes = new ArrayList<BigDecimal>(rates.size());
        for (int i = 0; i < rates.size(); i++) changes.add(fresh.get(i).subtract(old.get(i)));
        return List.copyOf(changes);
    }
}

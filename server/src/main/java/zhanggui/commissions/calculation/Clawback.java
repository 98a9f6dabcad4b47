package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import zhanggui.commissions.calculation.RateTable.Mode;
import zhanggui.commissions.calculation.RateTable.Tier;

/** What is taken back when a sale is: negative, by each of the policies there are 扣回. */
public final class Clawback {
    private Clawback() {}

    /** The time the sale counted in computed anew. */
    public static BigDecimal restated(Mode mode, List<Tier> tiers, BigDecimal credits, BigDecimal returned) {
        return TierFunction.of(mode, tiers, credits.subtract(returned)).subtract(TierFunction.of(mode, tiers, credits));
    }

    /** A negative sale among those of now. */
    public static BigDecimal netted(Mode mode, List<Tier> tiers, BigDecimal creditsNow, BigDecimal returned) {
        return restated(mode, tiers, creditsNow, returned);
    }

    /**
     * What the deal itself earned, in proportion to what of it is returned.
     *
     * @param before credits that counted before it
     */
    public static BigDecimal ofDeal(
            Mode mode,
            List<Tier> tiers,
            BigDecimal before,
            BigDecimal amount,
            BigDecimal returned,
            BigDecimal quantum) {
        var earned = TierFunction.of(mode, tiers, before.add(amount)).subtract(TierFunction.of(mode, tiers, before));
        return part(earned, returned, amount, quantum).negate();
    }

    /** Less for every month the customer stayed; nothing after the last. */
    public static BigDecimal byTime(BigDecimal earned, int months, int stayed, BigDecimal quantum) {
        return part(earned, BigDecimal.valueOf(Math.max(0, months - stayed)), BigDecimal.valueOf(months), quantum)
                .negate();
    }

    private static BigDecimal part(BigDecimal whole, BigDecimal of, BigDecimal all, BigDecimal quantum) {
        return whole.multiply(of)
                .divide(all.multiply(quantum), 0, RoundingMode.HALF_UP)
                .multiply(quantum);
    }
}

package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhanggui.commissions.calculation.RateTable.Mode;
import zhanggui.commissions.calculation.RateTable.Tier;
import zhanggui.traces.Figures;
import zhanggui.traces.Op;

/**
 * What tiers pay for a total; nothing for one below zero.
 *
 * @param rule which version of what, for the explanation
 */
record TierFunction(Mode mode, List<Tier> tiers, String rule) {

    static BigDecimal of(Mode mode, List<Tier> tiers, BigDecimal x) {
        return new TierFunction(mode, tiers, "").of(Figures.bare(), x, null);
    }

    /** @param scale by what the bounds are multiplied, absent where they hold as they are */
    <T> T of(Figures<T> f, T x, @Nullable T scale) {
        return switch (mode) {
            case FLAT -> f.step(Op.PRODUCT, "commission.earned", rule, List.of(x, rate(f, x, scale)));
            case STEP -> steps(f, x, scale);
            case INTERPOLATED -> interpolated(f, x, scale);
            case POINTS -> rate(f, x, scale);
        };
    }

    /** The rate that is reached with a total, or what the curve says of it. */
    <T> T rate(Figures<T> f, T x, @Nullable T scale) {
        var inputs = new ArrayList<T>(1 + 2 * tiers.size());
        inputs.add(x);
        for (var tier : tiers) {
            inputs.add(bound(f, tier.from(), scale));
            inputs.add(f.constant("commission.rate", tier.rate()));
        }
        return f.step(mode == Mode.POINTS ? Op.CURVE : Op.LOOKUP, "commission.reached", rule, inputs);
    }

    private <T> T steps(Figures<T> f, T x, @Nullable T scale) {
        var parts = new ArrayList<T>(tiers.size());
        for (var tier : tiers) {
            if (f.value(x).compareTo(f.value(bound(f, tier.from(), scale))) <= 0) break;
            parts.add(f.step(
                    Op.PRODUCT,
                    "commission.tier",
                    part(f, x, tier, scale),
                    f.constant("commission.rate", tier.rate())));
        }
        return f.step(Op.SUM, "commission.earned", rule, parts);
    }

    private <T> T interpolated(Figures<T> f, T x, @Nullable T scale) {
        var parts = new ArrayList<T>(tiers.size());
        for (var tier : tiers) {
            var from = bound(f, tier.from(), scale);
            if (f.value(x).compareTo(f.value(from)) <= 0) break;
            if (tier.to() == null) throw new IllegalArgumentException("an interpolated tier ends");
            var width = f.step(Op.MINUS, "commission.width", bound(f, tier.to(), scale), from);
            var filled = f.step(
                    Op.PRODUCT,
                    "commission.filled",
                    part(f, x, tier, scale),
                    f.constant("commission.amount", tier.rate()));
            parts.add(f.step(Op.QUOTIENT, "commission.tier", filled, width));
        }
        return f.step(Op.SUM, "commission.earned", rule, parts);
    }

    private static <T> T part(Figures<T> f, T x, Tier tier, @Nullable T scale) {
        var from = bound(f, tier.from(), scale);
        return f.step(
                Op.PART,
                "commission.part",
                null,
                tier.to() == null ? List.of(x, from) : List.of(x, from, bound(f, tier.to(), scale)));
    }

    private static <T> T bound(Figures<T> f, BigDecimal bound, @Nullable T scale) {
        var plain = f.constant("commission.bound", bound);
        return scale == null || bound.signum() == 0 ? plain : f.step(Op.PRODUCT, "commission.bound", plain, scale);
    }

    /** How much of a total lies in each tier and what that earns, for those who want to see it step by step. */
    record Part(Tier tier, BigDecimal amount, BigDecimal earned) {}

    List<Part> parts(BigDecimal x) {
        return tiers.stream()
                .map(tier -> {
                    var amount = part(Figures.bare(), x, tier, null);
                    return new Part(tier, amount, TierFunction.of(mode, List.of(tier), x));
                })
                .filter(p -> p.amount().signum() > 0)
                .toList();
    }
}

package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import zhanggui.commissions.calculation.Component.Payout;
import zhanggui.commissions.calculation.Finding.Code;
import zhanggui.commissions.calculation.RateTable.Mode;
import zhanggui.commissions.calculation.RateTable.Tier;

/** What is wrong with plans, found before they are published. */
public final class PlanCheck {
    private static final BigDecimal STEEP = new BigDecimal("0.2");

    private PlanCheck() {}

    /** @param waived components that need not pay the whole incentive when the target is met */
    public static List<Finding> of(PlanVersion plan, Set<String> waived) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < plan.components().size(); i++) {
            var component = plan.components().get(i);
            var where = "components[" + i + "]";
            component(component, where, findings);
            if (component.payout() == Payout.TARGET_INCENTIVE && !waived.contains(component.code()))
                onTarget(component, where, findings);
        }
        weights(plan, findings);
        return List.copyOf(findings);
    }

    private static void component(Component c, String where, List<Finding> findings) {
        sheets(c, where, findings);
        if (c.payout().byAttainment()) {
            if (c.table().sheets().size() > 1) findings.add(Finding.of(Code.SHEETS_BY_ATTAINMENT, where));
            if (c.byDeal()) findings.add(Finding.of(Code.ATTAINMENT_BY_DEAL, where));
        }
        if (c.byDeal() && measuresAttainment(c)) findings.add(Finding.of(Code.ATTAINMENT_BY_DEAL, where));
        if (c.dealCap() != null && !c.byDeal()) findings.add(Finding.of(Code.DEAL_CAP_SCOPE, where + ".dealCap"));
        if (c.cap() != null && c.floor() != null && c.cap().most().compareTo(c.floor()) < 0)
            findings.add(Finding.of(Code.CAP_BELOW_FLOOR, where + ".cap"));
        if (c.payout() == Payout.TARGET_INCENTIVE && !c.multipliers().isEmpty() && !c.retiring())
            findings.add(Finding.of(Code.IDLE_MULTIPLIER, where + ".multipliers"));
        if (c.multipliers().stream().anyMatch(m -> m.factor().signum() < 0))
            findings.add(Finding.of(Code.NEGATIVE, where + ".multipliers"));
    }

    private static boolean measuresAttainment(Component c) {
        return c.gates().stream().anyMatch(g -> g.metric().equals(Component.ATTAINMENT))
                || c.paces().stream().anyMatch(p -> p.metric().equals(Component.ATTAINMENT));
    }

    private static void sheets(Component c, String where, List<Finding> findings) {
        var seen = new HashSet<List<String>>();
        var sheets = c.table().sheets();
        for (int i = 0; i < sheets.size(); i++) {
            var at = where + ".sheets[" + i + "]";
            if (!seen.add(List.of("" + sheets.get(i).grade(), "" + sheets.get(i).customerType())))
                findings.add(Finding.of(Code.SHEET_TWICE, at));
            findings.addAll(tiers(c.table().mode(), sheets.get(i).tiers(), at));
        }
        if (sheets.isEmpty()) findings.add(Finding.of(Code.NO_TIERS, where));
    }

    /** What is wrong with the tiers of one sheet; a bound belongs to the tier that begins with it. */
    public static List<Finding> tiers(Mode mode, List<Tier> tiers, String where) {
        var findings = new ArrayList<Finding>();
        if (tiers.isEmpty()) return List.of(Finding.of(Code.NO_TIERS, where));
        if (mode == Mode.POINTS) {
            points(tiers, where, findings);
            return findings;
        }
        if (tiers.getFirst().from().signum() != 0)
            findings.add(
                    Finding.of(Code.FIRST_TIER, at(where, 0), tiers.getFirst().from()));
        for (int i = 0; i < tiers.size(); i++) {
            var tier = tiers.get(i);
            var last = i == tiers.size() - 1;
            if (tier.rate().signum() < 0) findings.add(Finding.of(Code.NEGATIVE, at(where, i)));
            if (tier.to() != null && tier.to().compareTo(tier.from()) <= 0)
                findings.add(Finding.of(Code.EMPTY_TIER, at(where, i), tier.from(), tier.to()));
            if (last) last(mode, tier, at(where, i), findings);
            else between(tier, tiers.get(i + 1), at(where, i + 1), findings);
        }
        if (mode == Mode.FLAT && findings.isEmpty()) cliffs(tiers, where, findings);
        return findings;
    }

    private static void last(Mode mode, Tier tier, String where, List<Finding> findings) {
        if ((mode == Mode.INTERPOLATED) == (tier.to() == null)) findings.add(Finding.of(Code.LAST_TIER, where));
    }

    private static void between(Tier tier, Tier next, String where, List<Finding> findings) {
        var end = tier.to();
        var order = end == null ? 1 : end.compareTo(next.from());
        if (order < 0) findings.add(Finding.of(Code.GAP, where, end == null ? "" : end, next.from()));
        if (order > 0) findings.add(Finding.of(Code.OVERLAP, where, next.from(), end == null ? "∞" : end));
    }

    private static void points(List<Tier> points, String where, List<Finding> findings) {
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).from().compareTo(points.get(i - 1).from()) <= 0)
                findings.add(Finding.of(
                        Code.POINTS_ORDER, at(where, i), points.get(i).from()));
        }
    }

    private static void cliffs(List<Tier> tiers, String where, List<Finding> findings) {
        for (var cliff : RateTable.cliffs(tiers, BigDecimal.ONE)) {
            var jump = cliff.after().subtract(cliff.before()).abs();
            if (jump.compareTo(cliff.before().abs().multiply(STEEP)) > 0)
                findings.add(Finding.of(Code.CLIFF, where, cliff.at(), plain(cliff.before()), plain(cliff.after())));
        }
    }

    /** The target met pays the whole incentive, no more and no less. */
    private static void onTarget(Component c, String where, List<Finding> findings) {
        if (c.table().sheets().isEmpty()
                || c.table().sheets().getFirst().tiers().isEmpty()) return;
        var tiers = c.table().sheets().getFirst().tiers();
        if (c.table().mode() == Mode.INTERPOLATED && tiers.getLast().to() == null) return;
        var paid = TierFunction.of(c.table().mode(), tiers, BigDecimal.ONE);
        if (paid.compareTo(BigDecimal.ONE) != 0)
            findings.add(Finding.of(Code.ON_TARGET, where, plain(paid.movePointRight(2))));
    }

    private static void weights(PlanVersion plan, List<Finding> findings) {
        var paying = plan.components().stream()
                .filter(c -> c.payout() == Payout.TARGET_INCENTIVE)
                .toList();
        var all = paying.stream().map(Component::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!paying.isEmpty() && all.compareTo(BigDecimal.ONE) != 0)
            findings.add(Finding.of(Code.WEIGHTS, "components", plain(all.movePointRight(2))));
    }

    private static String at(String where, int tier) {
        return where + ".tiers[" + tier + "]";
    }

    private static String plain(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}

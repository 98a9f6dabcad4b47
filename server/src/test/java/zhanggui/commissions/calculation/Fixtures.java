package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import zhanggui.commissions.calculation.Component.Cap;
import zhanggui.commissions.calculation.Component.Multiplier;
import zhanggui.commissions.calculation.Component.Payout;
import zhanggui.commissions.calculation.Measure.Scope;
import zhanggui.commissions.calculation.RateTable.Mode;
import zhanggui.commissions.calculation.RateTable.Tier;
import zhanggui.commissions.calculation.SalesEvent.Kind;
import zhanggui.periods.FiscalCalendar;
import zhanggui.periods.Period;

/** Plans and deals written shortly. */
final class Fixtures {
    static final FiscalCalendar CALENDAR = new FiscalCalendar(1);
    static final Crediting CREDITING = new Crediting(Hierarchy.NONE, false, Crediting.CENT);
    static final Horizon YEAR = Horizon.of(CALENDAR, 2026, 1);

    private Fixtures() {}

    static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    static List<BigDecimal> ns(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).toList();
    }

    static LocalDate at(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    static Period month(String code) {
        return CALENDAR.parse(code).orElseThrow();
    }

    /** Bounds and rates in turn; the last bound may be none. */
    static List<Tier> tiers(String... boundsAndRates) {
        var tiers = new ArrayList<Tier>();
        for (int i = 0; i + 2 < boundsAndRates.length; i += 2) {
            var to = boundsAndRates[i + 2];
            tiers.add(new Tier(n(boundsAndRates[i]), to == null ? null : n(to), n(boundsAndRates[i + 1])));
        }
        return tiers;
    }

    static Component component(Scope scope, Payout payout, Mode mode, List<Tier> tiers) {
        return Component.of("c", Measure.of(scope), payout, RateTable.of(mode, tiers));
    }

    static PlanVersion plan(Scope scope, Payout payout, Mode mode, List<Tier> tiers) {
        return PlanVersion.of("p1", component(scope, payout, mode, tiers));
    }

    static PlanVersion with(Component c, List<Multiplier> multipliers) {
        return PlanVersion.of(
                "p1",
                new Component(
                        c.code(),
                        c.measure(),
                        c.payout(),
                        c.table(),
                        c.weight(),
                        multipliers,
                        c.retiring(),
                        c.gates(),
                        c.paces(),
                        c.dealCap(),
                        c.cap(),
                        c.floor(),
                        c.spiffs(),
                        c.roundsDeals(),
                        c.returns()));
    }

    static PlanVersion with(Component c, Cap cap) {
        return PlanVersion.of(
                "p1",
                new Component(
                        c.code(),
                        c.measure(),
                        c.payout(),
                        c.table(),
                        c.weight(),
                        c.multipliers(),
                        c.retiring(),
                        c.gates(),
                        c.paces(),
                        c.dealCap(),
                        cap,
                        c.floor(),
                        c.spiffs(),
                        c.roundsDeals(),
                        c.returns()));
    }

    static Component returning(Component c, Component.Return returns) {
        return new Component(
                c.code(),
                c.measure(),
                c.payout(),
                c.table(),
                c.weight(),
                c.multipliers(),
                c.retiring(),
                c.gates(),
                c.paces(),
                c.dealCap(),
                c.cap(),
                c.floor(),
                c.spiffs(),
                c.roundsDeals(),
                returns);
    }

    static Deal deal(String document, String person, LocalDate day, String amount) {
        return Deal.of(document, person, List.of(SalesEvent.of(document + "-1", Kind.ORDER, day, amount)));
    }

    static Deal graded(String document, String grade, String amount) {
        return Deal.of(
                document,
                "anna",
                List.of(new SalesEvent(
                        document,
                        Kind.ORDER,
                        at(2026, 1, 5),
                        null,
                        grade,
                        null,
                        n(amount),
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        BigDecimal.ONE,
                        null)));
    }

    static Calculation.Terms terms(PlanVersion plan) {
        return new Calculation.Terms(
                YEAR, CREDITING, List.of(Participation.of("anna", plan, at(2026, 1, 1), at(2027, 1, 1))), Metrics.NONE);
    }

    static List<Earning<BigDecimal>> earnings(PlanVersion plan, List<Deal> deals) {
        var run = Calculation.bare(terms(plan));
        deals.forEach(run::add);
        return run.earnings();
    }

    static List<BigDecimal> months(PlanVersion plan, List<Deal> deals) {
        return earnings(plan, deals).stream().map(Earning::amount).toList();
    }

    /** What an incentive of 120000 pays for so many percent of a quota of 1000000. */
    static BigDecimal incentive(Mode mode, List<Tier> tiers, String percent) {
        var participation = Participation.of(
                        "anna", plan(Scope.YEAR, Payout.TARGET_INCENTIVE, mode, tiers), at(2026, 1, 1), at(2027, 1, 1))
                .with(Map.of("c", n("1000000")), n("120000"));
        var run = Calculation.bare(new Calculation.Terms(YEAR, CREDITING, List.of(participation), Metrics.NONE));
        run.add(deal(
                "D", "anna", at(2026, 3, 1), n(percent).multiply(n("10000")).toPlainString()));
        return run.earnings().stream().map(Earning::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

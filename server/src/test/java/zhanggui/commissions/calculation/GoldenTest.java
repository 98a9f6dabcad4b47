package zhanggui.commissions.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static zhanggui.commissions.calculation.Fixtures.at;
import static zhanggui.commissions.calculation.Fixtures.n;
import static zhanggui.commissions.calculation.Fixtures.ns;
import static zhanggui.commissions.calculation.Fixtures.tiers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import zhanggui.amounts.Rounding;
import zhanggui.commissions.calculation.Component.Cap;
import zhanggui.commissions.calculation.Component.Multiplier;
import zhanggui.commissions.calculation.Component.Payout;
import zhanggui.commissions.calculation.Finding.Code;
import zhanggui.commissions.calculation.Measure.Scope;
import zhanggui.commissions.calculation.RateTable.Mode;
import zhanggui.commissions.calculation.RateTable.Tier;
import zhanggui.commissions.calculation.SalesEvent.Kind;
import zhanggui.periods.Period;

/** Numbers others published, and those that follow from them. */
class GoldenTest {
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final List<Tier> ORACLE =
            tiers("0", "0.01", "1000", "0.02", "3000", "0.03", "8000", "0.05", "20000");
    private static final List<Tier> AMOUNTS = tiers("0", "10", "1000", "40", "3000", "100", "8000", "2000", "20000");
    private static final List<String> SALES = List.of("200", "300", "1500", "1200", "2000", "4500");

    private static List<BigDecimal> single(Mode mode, List<Tier> tiers) {
        return SALES.stream().map(s -> TierFunction.of(mode, tiers, n(s))).toList();
    }

    private static List<BigDecimal> cumulative(Mode mode, List<Tier> tiers, List<String> sales) {
        var total = BigDecimal.ZERO;
        var earned = new ArrayList<BigDecimal>();
        for (var sale : sales) {
            var before = TierFunction.of(mode, tiers, total);
            total = total.add(n(sale));
            earned.add(TierFunction.of(mode, tiers, total).subtract(before));
        }
        return earned;
    }

    private static void same(List<BigDecimal> is, String... expected) {
        assertThat(is).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++)
            assertThat(is.get(i).setScale(4, RoundingMode.HALF_UP)).isEqualByComparingTo(expected[i]);
    }

    /** G-E1 and G-E2. */
    @Test
    void splittingAttainmentAcrossTiers() {
        var tiers = tiers("0", "0.01", "10000", "0.02", "50000", "0.03", "100000", "0.04", null);
        assertThat(TierFunction.of(Mode.FLAT, tiers, n("5000"))).isEqualByComparingTo("50");
        assertThat(TierFunction.of(Mode.FLAT, tiers, n("15000"))).isEqualByComparingTo("300");
        assertThat(TierFunction.of(Mode.FLAT, tiers, n("60000"))).isEqualByComparingTo("1800");
        assertThat(TierFunction.of(Mode.STEP, tiers, n("15000"))).isEqualByComparingTo("200");
        assertThat(TierFunction.of(Mode.STEP, tiers, n("60000"))).isEqualByComparingTo("1200");
        var parts = new TierFunction(Mode.STEP, tiers, "").parts(n("60000"));
        assertThat(parts)
                .extracting(TierFunction.Part::amount)
                .map(BigDecimal::intValueExact)
                .containsExactly(10000, 40000, 10000);
        var percent = tiers("0", "1000", "25", "2000", "50", "5000", "100", "6000", "999");
        assertThat(TierFunction.of(Mode.INTERPOLATED, percent, n("12"))).isEqualByComparingTo("480");
    }

    /** G-E3 to G-E5: each by itself, and each after the others. */
    @Test
    void stepFlatAndInterpolatedRates() {
        same(single(Mode.STEP, ORACLE), "2", "3", "20", "14", "30", "95");
        same(single(Mode.FLAT, ORACLE), "2", "3", "30", "24", "40", "135");
        same(single(Mode.INTERPOLATED, AMOUNTS), "2", "3", "20", "14", "30", "80");
        same(cumulative(Mode.STEP, ORACLE, SALES), "2", "3", "25", "26", "60", "169");
        same(cumulative(Mode.FLAT, ORACLE, SALES), "2", "3", "35", "56", "60", "329");
        same(cumulative(Mode.INTERPOLATED, AMOUNTS, SALES), "2", "3", "25", "24", "40", "339.3333");
        var months = List.of("2000", "3200", "4500");
        same(cumulative(Mode.STEP, ORACLE, months), "30", "86", "169");
        same(cumulative(Mode.FLAT, ORACLE, months), "40", "116", "329");
        same(cumulative(Mode.INTERPOLATED, AMOUNTS, months), "30", "64", "339.3333");
    }

    /** The same through the whole calculation: documents by themselves, and a quarter posted month by month. */
    @Test
    void theCalculationComesToTheSame() {
        for (var scope : List.of(Scope.DEAL, Scope.QUARTER)) {
            var deals = new ArrayList<Deal>();
            int[] months = {1, 1, 1, 2, 2, 3};
            for (int i = 0; i < SALES.size(); i++)
                deals.add(Fixtures.deal("D" + i, "anna", at(2026, months[i], 10), SALES.get(i)));
            var step = Fixtures.months(Fixtures.plan(scope, Payout.RATE_OF_AMOUNT, Mode.STEP, ORACLE), deals);
            var flat = Fixtures.months(Fixtures.plan(scope, Payout.RATE_OF_AMOUNT, Mode.FLAT, ORACLE), deals);
            var inter = Fixtures.months(Fixtures.plan(scope, Payout.RATE_OF_AMOUNT, Mode.INTERPOLATED, AMOUNTS), deals);
            if (scope == Scope.DEAL) {
                same(step.subList(0, 3), "25", "44", "95");
                same(flat.subList(0, 3), "35", "64", "135");
                same(inter.subList(0, 3), "25", "44", "80");
            } else {
                same(step.subList(0, 3), "30", "86", "169");
                same(flat.subList(0, 3), "40", "116", "329");
                same(inter.subList(0, 3), "30", "64", "339.33");
            }
        }
    }

    /** G-E6. */
    @Test
    void reportedSplitRates() {
        var tiers = tiers("0", "0.01", "1000", "0.02", "5000", "0.03", "10000", "0", null);
        var parts = new TierFunction(Mode.STEP, tiers, "").parts(n("2500"));
        assertThat(parts)
                .extracting(p -> p.earned().divide(n("2500")))
                .map(BigDecimal::toPlainString)
                .map(s -> n(s).stripTrailingZeros().toPlainString())
                .containsExactly("0.004", "0.012");
        assertThat(TierFunction.of(Mode.STEP, tiers, n("2500")).divide(n("2500")))
                .isEqualByComparingTo("0.016");
        assertThat(TierFunction.of(Mode.STEP, tiers, n("2000")).divide(n("2000")))
                .isEqualByComparingTo("0.015");
    }

    /** G-E8 with the rows that follow. */
    @Test
    void drawAndRecovery() {
        var months = Draw.recoverable(n("1000"), 3, 4)
                .over(ns("500", "700", "400", "1200", "1500", "2500"), BigDecimal.ZERO, CENT);
        same(months.stream().map(Draw.Month::advanced).toList(), "500", "300", "600", "0", "0", "0");
        same(months.stream().map(Draw.Month::recovered).toList(), "0", "0", "0", "200", "500", "700");
        same(months.stream().map(Draw.Month::paid).toList(), "1000", "1000", "1000", "1000", "1000", "1800");
        same(months.stream().map(Draw.Month::balance).toList(), "500", "800", "1400", "1200", "700", "0");
        var kept =
                new Draw(n("1000"), 3, false, 1, BigDecimal.ONE, false).over(ns("500", "700"), BigDecimal.ZERO, CENT);
        same(kept.stream().map(Draw.Month::balance).toList(), "0", "0");
    }

    /** G-E9: three ranks, what each state and each change is worth. */
    @Test
    void ranksGetOfWhatThoseBelowLeft() {
        var cents = Rounding.to(2);
        var ten = ns("0.1", "0.1", "0.1");
        same(Cascade.of(n("1110.00"), ten, cents), "111.00", "99.90", "89.91");
        same(Cascade.of(n("1000"), ten, cents), "100", "90", "81");
        same(Cascade.of(n("100"), ten, cents), "10", "9", "8.10");
        same(Cascade.of(n("10"), ten, cents), "1", "0.90", "0.81");
        same(Cascade.changes(n("1000"), BigDecimal.ZERO, ten, cents), "-100", "-90", "-81");
        same(Cascade.changes(n("100"), BigDecimal.ZERO, ten, cents), "-10", "-9", "-8.10");
        same(Cascade.changes(BigDecimal.ZERO, n("1110"), ten, cents), "111", "99.90", "89.91");
        same(Cascade.changes(n("10"), n("1110"), ten, cents), "110", "99", "89.10");
        var one = ns("0.1");
        same(
                List.of(
                        Cascade.changes(n("300"), BigDecimal.ZERO, one, cents).getFirst(),
                        Cascade.changes(n("200"), BigDecimal.ZERO, one, cents).getFirst(),
                        Cascade.changes(n("100"), n("-1110"), one, cents).getFirst()),
                "-30",
                "-20",
                "-121");
        assertThat(Cascade.of(n("-1110"), one, cents).getFirst()).isEqualByComparingTo("-111.00");
    }

    @Test
    void attainmentPaysPartsOfTheIncentive() {
        var broken = tiers("0", "0.5", "0.5", "1", null);
        assertThat(Fixtures.incentive(Mode.STEP, broken, "100")).isEqualByComparingTo("90000");
        var tiers = tiers("0", "0.8", "0.5", "1.2", "1", "1.5", "1.2", "2", null);
        var paid = Map.of("50", "48000", "100", "120000", "110", "138000", "125", "168000", "150", "228000");
        paid.forEach((attained, expected) -> assertThat(Fixtures.incentive(Mode.STEP, tiers, attained))
                .as(attained)
                .isEqualByComparingTo(expected));
        var curve = tiers("0.6", "0.3", "1", "1", "1.5", "2", null);
        curve = List.of(
                new Tier(n("0.6"), null, n("0.3")), new Tier(n("1"), null, n("1")), new Tier(n("1.5"), null, n("2")));
        var points = Map.of("59", "0", "60", "36000", "80", "78000", "110", "144000", "125", "180000", "180", "240000");
        for (var point : points.entrySet())
            assertThat(Fixtures.incentive(Mode.POINTS, curve, point.getKey()))
                    .as(point.getKey())
                    .isEqualByComparingTo(point.getValue());
        var check = Fixtures.plan(Scope.YEAR, Payout.TARGET_INCENTIVE, Mode.STEP, broken);
        assertThat(PlanCheck.of(check, Set.of()))
                .containsExactly(new Finding(Code.ON_TARGET, "components[0]", List.of("75.00")));
        assertThat(PlanCheck.of(check, Set.of("c"))).isEmpty();
    }

    @Test
    void whatIsWrongWithTiersIsSaid() {
        var flat = RateTable.cliffs(ORACLE, BigDecimal.ONE);
        assertThat(flat.getLast().before()).isEqualByComparingTo("239.97");
        assertThat(flat.getLast().after()).isEqualByComparingTo("400.00");
        var open = tiers("0", "0.01", "1000", "0.02", null);
        assertThat(PlanCheck.tiers(Mode.STEP, open, "t")).isEmpty();
        assertThat(PlanCheck.tiers(Mode.FLAT, open, "t"))
                .extracting(Finding::code)
                .containsExactly(Code.CLIFF);
        assertThat(codes(Mode.STEP, List.of(tier("0", "1000", "1"), tier("1001", null, "2"))))
                .containsExactly(Code.GAP);
        assertThat(codes(Mode.STEP, List.of(tier("0", "1000", "1"), tier("999", null, "2"))))
                .containsExactly(Code.OVERLAP);
        assertThat(codes(Mode.STEP, List.of(tier("5", "1000", "1"), tier("1000", "2000", "2"))))
                .containsExactly(Code.FIRST_TIER, Code.LAST_TIER);
        assertThat(codes(Mode.STEP, List.of(tier("0", "0", "1"), tier("0", null, "-2"))))
                .containsExactly(Code.EMPTY_TIER, Code.NEGATIVE);
        assertThat(codes(Mode.INTERPOLATED, open)).containsExactly(Code.LAST_TIER);
        assertThat(codes(Mode.STEP, List.of())).containsExactly(Code.NO_TIERS);
    }

    private static List<Code> codes(Mode mode, List<Tier> tiers) {
        return PlanCheck.tiers(mode, tiers, "t").stream().map(Finding::code).toList();
    }

    private static Tier tier(String from, String to, String rate) {
        return new Tier(n(from), to == null ? null : n(to), n(rate));
    }

    @Test
    void gradesCountMoreOrLess() {
        var multipliers = List.of(
                new Multiplier("HIGH", null, n("1.5")),
                new Multiplier("MIDDLE", null, n("1.0")),
                new Multiplier("LOW", null, n("0.6")));
        var plan = Fixtures.with(
                Fixtures.component(Scope.MONTH, Payout.RATE_OF_AMOUNT, Mode.STEP, tiers("0", "0.03", null)),
                multipliers);
        var deals = List.of(
                Fixtures.graded("A", "HIGH", "40000"),
                Fixtures.graded("B", "MIDDLE", "30000"),
                Fixtures.graded("C", "LOW", "20000"));
        assertThat(Fixtures.months(plan, deals).getFirst()).isEqualByComparingTo("3060");
    }

    @Test
    void whatACapKeepsBackIsCarriedOrLost() {
        var sales = List.of("2500", "4200", "1800", "3600");
        var deals = new ArrayList<Deal>();
        for (int i = 0; i < 4; i++) deals.add(Fixtures.deal("D" + i, "anna", at(2026, i + 1, 3), sales.get(i)));
        var plain = Fixtures.component(Scope.MONTH, Payout.RATE_OF_AMOUNT, Mode.STEP, tiers("0", "1", null));
        var carrying = Fixtures.with(plain, new Cap(n("3000"), Period.Kind.MONTH, true));
        var earnings = Fixtures.earnings(carrying, deals);
        same(earnings.stream().limit(4).map(Earning::amount).toList(), "2500", "3000", "3000", "3000");
        same(earnings.stream().limit(4).map(Earning::carried).toList(), "0", "1200", "0", "600");
        var losing = Fixtures.with(plain, new Cap(n("3000"), Period.Kind.MONTH, false));
        same(Fixtures.months(losing, deals).subList(0, 5), "2500", "3000", "1800", "3000", "0");
    }

    @Test
    void whoJoinsWithinAQuarterHasAPartOfTheQuota() {
        var plan = Fixtures.plan(Scope.QUARTER, Payout.TARGET_INCENTIVE, Mode.STEP, tiers("0", "1", null));
        var joined = Participation.of("anna", plan, at(2018, 4, 16), at(2019, 1, 1));
        var quarter = Fixtures.CALENDAR.parse("FY2018-Q2").orElseThrow();
        assertThat(joined.active(quarter)).isEqualTo(76);
        assertThat(joined.whole(quarter)).isEqualTo(91);
        assertThat(n("600000").multiply(BigDecimal.valueOf(76)).divide(BigDecimal.valueOf(91), 2, RoundingMode.HALF_UP))
                .isEqualTo("501098.90");
        // Who meets that part gets that part of the incentive.
        var deal = Fixtures.deal("D", "anna", at(2018, 5, 2), "501098.90");
        var terms = new Calculation.Terms(
                Horizon.of(Fixtures.CALENDAR, 2018, 1),
                Fixtures.CREDITING,
                List.of(joined.with(Map.of("c", n("600000")), n("9100"))),
                Metrics.NONE);
        var run = Calculation.bare(terms);
        run.add(deal);
        assertThat(run.earnings().get(1).amount()).isCloseTo(n("7600"), within(n("0.01")));
    }

    @Test
    void receiptsRelease() {
        var release = new Release(List.of(new Release.Late(31, n("0.8")), new Release.Late(91, n("0"))), CENT);
        var due = LocalDate.of(2026, 1, 1);
        var released = release.of(
                n("5000"),
                n("100000"),
                List.of(
                        new Release.Receipt("1", due, due, null, n("30000"), null),
                        new Release.Receipt("2", due.plusDays(45), due, null, n("50000"), null),
                        new Release.Receipt("3", due.plusDays(95), due, null, n("20000"), null)));
        same(released.stream().map(Release.Released::amount).toList(), "1500", "2000", "0");
        same(released.stream().map(Release.Released::lost).toList(), "0", "500", "1000");
        var thirds = new Release(List.of(), CENT)
                .of(
                        n("100"),
                        n("3"),
                        List.of(
                                new Release.Receipt("1", due, due, null, n("1"), null),
                                new Release.Receipt("2", due, due, due.plusDays(9), n("1"), null),
                                new Release.Receipt("3", due, due, null, n("1"), null)));
        same(thirds.stream().map(Release.Released::amount).toList(), "33.33", "33.34", "33.33");
        assertThat(thirds.get(1).on()).isEqualTo(due.plusDays(9));
    }

    @Test
    void clawbacksByEachPolicy() {
        var tiers = tiers("0", "0.05", "450000", "0.1", null);
        assertThat(TierFunction.of(Mode.STEP, tiers, n("480000"))).isEqualByComparingTo("25500");
        assertThat(Clawback.restated(Mode.STEP, tiers, n("480000"), n("50000"))).isEqualByComparingTo("-4000");
        assertThat(Clawback.netted(Mode.STEP, tiers, n("300000"), n("50000"))).isEqualByComparingTo("-2500");
        assertThat(Clawback.ofDeal(Mode.STEP, tiers, n("430000"), n("50000"), n("50000"), CENT))
                .isEqualByComparingTo("-4000");
        assertThat(Clawback.ofDeal(Mode.STEP, tiers, n("100000"), n("50000"), n("50000"), CENT))
                .isEqualByComparingTo("-2500");
        assertThat(Clawback.byTime(n("5000"), 12, 5, CENT)).isEqualByComparingTo("-2916.67");
    }

    /** The same scenario through the calculation: the first quarter is locked, the deal is cancelled in May. */
    @Test
    void whatIsTakenBackIsPostedNowAboutThen() {
        var component = Fixtures.component(
                Scope.QUARTER, Payout.RATE_OF_AMOUNT, Mode.STEP, tiers("0", "0.05", "450000", "0.1", null));
        var early = Fixtures.deal("E", "anna", at(2026, 2, 1), "430000");
        var sold = SalesEvent.of("L", Kind.ORDER, at(2026, 3, 20), "50000");
        var later = Fixtures.deal("N", "anna", at(2026, 5, 2), "300000");
        var gone = Deal.of("L", "anna", List.of(sold, sold.reversed("L2", Kind.CANCELLATION, at(2026, 5, 9))));
        var plan = PlanVersion.of("p1", component);
        var before = Posting.due(
                List.of(),
                Fixtures.earnings(plan, List.of(early, Deal.of("L", "anna", List.of(sold)))),
                Fixtures.month("2026-01"));
        assertThat(before.stream().map(Posting::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("25500");
        var now = Posting.due(before, Fixtures.earnings(plan, List.of(early, gone, later)), Fixtures.month("2026-05"));
        assertThat(now).hasSize(2);
        assertThat(now.getFirst().origin()).isEqualTo(Fixtures.month("2026-03"));
        assertThat(now.getFirst().month()).isEqualTo(Fixtures.month("2026-05"));
        assertThat(now.getFirst().amount()).isEqualByComparingTo("-4000");
        assertThat(now.getLast().amount()).isEqualByComparingTo("15000");
        var late = Posting.due(
                before,
                Fixtures.earnings(plan, List.of(early, gone, later)),
                Fixtures.month("2026-05"),
                Fixtures.month("2026-04"));
        assertThat(late.postings()).containsExactly(now.getLast());
        assertThat(late.byHand()).containsExactly(now.getFirst());
        var nets = PlanVersion.of("p1", Fixtures.returning(component, Component.Return.NETS));
        assertThat(Fixtures.months(nets, List.of(early, gone, later)).get(4)).isEqualByComparingTo("12500");
    }

    @Test
    void creditsAreConvertedFirst() {
        var event = new SalesEvent(
                "x",
                Kind.ORDER,
                at(2026, 1, 5),
                null,
                null,
                null,
                n("12345.67"),
                BigDecimal.ONE,
                BigDecimal.ZERO,
                n("7.1234"),
                "USD 2026-01-05");
        var plan = Fixtures.plan(Scope.MONTH, Payout.RATE_OF_AMOUNT, Mode.STEP, tiers("0", "0.05", null));
        assertThat(Fixtures.months(plan, List.of(Deal.of("x", "anna", List.of(event))))
                        .getFirst())
                .isEqualByComparingTo("4397.16");
    }

    @Test
    void costsOfContractsAreSpread() {
        assertThat(Amortisation.of(n("36000"), 36, CENT)).allMatch(m -> m.compareTo(n("1000")) == 0);
        assertThat(Amortisation.left(n("36000"), 36, 14, CENT)).isEqualByComparingTo("22000");
    }

    @Test
    void receiptsSettleWhatIsToldThenWhatIsNamedThenTheOldest() {
        var invoices = List.of(
                new Settlement.Invoice("A", at(2026, 3, 1), n("100")),
                new Settlement.Invoice("B", at(2026, 1, 1), n("100")),
                new Settlement.Invoice("C", at(2026, 2, 1), n("100")));
        assertThat(Settlement.of(n("250"), invoices, Map.of("A", n("30")), List.of("C")))
                .isEqualTo(Map.of("A", n("50"), "B", n("100"), "C", n("100")));
        assertThat(Settlement.of(n("500"), invoices, Map.of(), List.of()).values())
                .allMatch(v -> v.compareTo(n("100")) == 0);
    }

    @Test
    void paymentsAreNeverNegativeAndWagesAreTakenOfWithinTheLaw() {
        var payment = new Payment(null, n("3000"), Payment.Limit.china(n("2590")), CENT);
        var months = payment.over(
                List.of(
                        Payment.Due.of(n("4500")),
                        new Payment.Due(n("500"), n("0"), n("0"), n("0"), n("2500"), n("3000")),
                        Payment.Due.of(n("1000"))),
                Payment.Balances.NONE);
        same(months.stream().map(Payment.Month::paid).toList(), "3000", "1500", "0");
        // A fifth of 3000 would be 600, but only 410 lie above the minimum wage.
        same(months.stream().map(Payment.Month::deducted).toList(), "0", "410", "0");
        same(months.stream().map(m -> m.after().owed()).toList(), "0", "1590", "590");
        same(months.stream().map(m -> m.after().kept()).toList(), "1500", "0", "0");
    }
}

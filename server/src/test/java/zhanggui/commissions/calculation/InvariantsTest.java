package zhanggui.commissions.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zhanggui.commissions.calculation.Fixtures.n;
import static zhanggui.commissions.calculation.Fixtures.tiers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import zhanggui.commissions.calculation.Deal.Share;
import zhanggui.commissions.calculation.RateTable.Mode;
import zhanggui.commissions.calculation.SalesEvent.Kind;

/** What holds for every plan and all deals. */
class InvariantsTest {
    private static List<Earning<BigDecimal>> run(Calculation.Terms terms, List<Deal> deals) {
        var run = Calculation.bare(terms);
        deals.forEach(run::add);
        return run.earnings();
    }

    /** The long way round comes to the same, to the cent, for ten thousand plans. */
    @Test
    void theSlowCalculatorAgrees() {
        var compared = 0;
        for (int seed = 0; seed < 10_000; seed++) {
            var plans = new RandomPlans(seed);
            var terms = plans.terms();
            var deals = plans.deals(8);
            var slow = new HashMap<String, SlowCalculator>();
            for (var e : run(terms, deals)) {
                var m = terms.horizon().months().indexOf(e.month());
                var key = e.participation().key() + "/" + e.component().code();
                var expected = slow.computeIfAbsent(
                                key, k -> new SlowCalculator(terms, e.participation(), e.component(), deals))
                        .month(m);
                if (e.amount().compareTo(expected) != 0)
                    throw new AssertionError("seed %d, %s, %s: %s instead of %s by %s"
                            .formatted(seed, key, e.month().code(), e.amount(), expected, e.component()));
                if (expected.signum() != 0) compared++;
            }
        }
        assertThat(compared).isGreaterThan(100_000);
    }

    /** Order, batches and threads leave the bytes as they are. */
    @Property(tries = 300)
    void orderAndBatchesDoNotMatter(@ForAll Random random) {
        var plans = new RandomPlans(random.nextLong());
        var terms = plans.terms();
        var deals = plans.deals(30);
        var straight = Results.bytes(run(terms, deals));
        var mixed = new ArrayList<>(deals);
        Collections.shuffle(mixed, random);
        assertThat(Results.bytes(run(terms, mixed))).isEqualTo(straight);
        var all = Calculation.bare(terms);
        for (int batch = 0; batch < 4; batch++) {
            var part = Calculation.bare(terms);
            for (int i = batch; i < mixed.size(); i += 4) part.add(mixed.get(i));
            all.addAll(part);
        }
        assertThat(Results.bytes(all.earnings())).isEqualTo(straight);
    }

    /** An explanation says the same number, and computed again it still does. */
    @Property(tries = 150)
    void explanationsComeToTheSameNumber(@ForAll Random random) {
        var plans = new RandomPlans(random.nextLong());
        var terms = plans.terms();
        var deals = plans.deals(12);
        var bare = run(terms, deals);
        for (var person :
                bare.stream().map(e -> e.participation().person()).distinct().toList()) {
            var explained = Calculation.explained(terms, person);
            deals.forEach(explained::add);
            var mine = bare.stream()
                    .filter(e -> e.participation().person().equals(person))
                    .toList();
            var noted = explained.earnings();
            assertThat(noted).hasSameSizeAs(mine);
            for (int i = 0; i < mine.size(); i++) {
                assertThat(noted.get(i).amount().value())
                        .isEqualByComparingTo(mine.get(i).amount());
                var trace = Calculation.trace(noted.get(i));
                assertThat(trace.evaluate()).isEqualByComparingTo(mine.get(i).amount());
                assertThat(trace.holds()).isTrue();
                assertThat(zhanggui.traces.Trace.read(trace.bytes())).isEqualTo(trace);
            }
        }
    }

    /** Whatever comes late: what is posted for a month is what it is computed to, and locked months stay as they are. */
    @Property(tries = 200)
    void postedIsComputed(@ForAll Random random) {
        var plans = new RandomPlans(random.nextLong());
        var terms = plans.terms();
        var months = terms.horizon().months();
        var deals = new ArrayList<Deal>();
        var ledger = new ArrayList<Posting>();
        for (int m = 1; m < months.size(); m += 3) {
            deals.addAll(plans.deals(6).stream()
                    .map(d -> new Deal(d.document() + "@" + deals.size(), d.shares(), d.overlays(), d.events()))
                    .toList());
            var open = months.get(m);
            var computed = run(terms, deals);
            var due = Posting.due(ledger, computed, open);
            assertThat(due).allMatch(p -> !p.month().from().isBefore(open.from()));
            ledger.addAll(due);
            assertThat(Posting.sums(ledger))
                    .isEqualTo(Posting.sums(Posting.due(List.of(), computed, months.getFirst())));
            assertThat(Posting.due(ledger, computed, open)).isEmpty();
        }
    }

    /** A sale taken back on the same day leaves every sum as it was before. */
    @Property(tries = 200)
    void whatIsTakenBackLeavesNothing(@ForAll Random random) {
        var plans = new RandomPlans(random.nextLong());
        var terms = plans.terms();
        var deals = plans.deals(10);
        var more = plans.deal("X");
        var events = new ArrayList<SalesEvent>();
        for (var event : more.events()) {
            if (event.original() != null) continue;
            events.add(event);
            // Of the same kind and the same day, so that whatever took the sale takes this as well.
            events.add(new SalesEvent(
                    event.id() + "-back",
                    event.kind(),
                    event.date(),
                    null,
                    event.grade(),
                    event.customerType(),
                    event.amount().negate(),
                    event.quantity().negate(),
                    event.margin().negate(),
                    event.rate(),
                    event.rateId()));
        }
        var with = new ArrayList<>(deals);
        with.add(new Deal("X", more.shares(), more.overlays(), events));
        assertThat(Results.bytes(run(terms, with))).isEqualTo(Results.bytes(run(terms, deals)));
    }

    @Property
    void theWholeIsEarnedInWhateverPartsItComes(
            @ForAll @IntRange(min = 0, max = 2) int mode,
            @ForAll @Size(min = 1, max = 20) List<@BigRange(min = "0", max = "3000") @Scale(2) BigDecimal> sales) {
        var table = mode == 2
                ? tiers("0", "10", "1000", "40", "3000", "100", "8000", "2000", "99999")
                : tiers("0", "0.01", "1000", "0.02", "3000", "0.03", "8000", "0.05", null);
        var total = BigDecimal.ZERO;
        var earned = BigDecimal.ZERO;
        for (var sale : sales) {
            var before = TierFunction.of(Mode.values()[mode], table, total);
            total = total.add(sale);
            earned = earned.add(
                    TierFunction.of(Mode.values()[mode], table, total).subtract(before));
        }
        assertThat(earned).isEqualByComparingTo(TierFunction.of(Mode.values()[mode], table, total));
    }

    @Property
    void whoSellsMoreNeverEarnsLess(
            @ForAll @BigRange(min = "-1000", max = "50000") @Scale(2) BigDecimal sold,
            @ForAll @BigRange(min = "0", max = "20000") @Scale(2) BigDecimal more) {
        var falling = tiers("0", "0.05", "1000", "0.02", "3000", "0", null);
        assertThat(TierFunction.of(Mode.STEP, falling, sold.add(more)))
                .isGreaterThanOrEqualTo(TierFunction.of(Mode.STEP, falling, sold));
        var amounts = tiers("0", "10", "1000", "40", "3000", "1", "8000");
        assertThat(TierFunction.of(Mode.INTERPOLATED, amounts, sold.add(more)))
                .isGreaterThanOrEqualTo(TierFunction.of(Mode.INTERPOLATED, amounts, sold));
    }

    /** Shares together are the whole, and what is shared by one rate earns what the whole earns. */
    @Property(tries = 300)
    void sharesAddUp(@ForAll @BigRange(min = "-99999", max = "999999") @Scale(2) BigDecimal amount) {
        var deal = new Deal(
                "D",
                List.of(
                        new Share("anna", n("0.333333")),
                        new Share("ben", n("0.333333")),
                        new Share("cai", n("0.333334"))),
                List.of(),
                List.of(SalesEvent.of("e", Kind.ORDER, Fixtures.at(2026, 1, 1), amount.toPlainString())));
        var credits = Fixtures.CREDITING.of(deal);
        assertThat(credits.stream().filter(Credit::counts).map(Credit::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(amount);
        assertThatThrownBy(() -> new Deal("D", List.of(new Share("a", n("0.99"))), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leadersAreCreditedOnceHoweverManyOfTheirsShare() {
        var start = Fixtures.at(2020, 1, 1);
        var end = Fixtures.at(2030, 1, 1);
        var hierarchy = new Hierarchy(List.of(
                new Hierarchy.Line("anna", "lead", start, Fixtures.at(2026, 6, 1)),
                new Hierarchy.Line("anna", "other", Fixtures.at(2026, 6, 1), end),
                new Hierarchy.Line("ben", "lead", start, end),
                new Hierarchy.Line("ben", "matrix", start, end),
                new Hierarchy.Line("lead", "head", start, end),
                new Hierarchy.Line("matrix", "head", start, end)));
        var deal = new Deal(
                "D",
                List.of(new Share("anna", n("0.6")), new Share("ben", n("0.4"))),
                List.of(new Share("expert", n("1"))),
                List.of(
                        SalesEvent.of("1", Kind.ORDER, Fixtures.at(2026, 5, 31), "100"),
                        SalesEvent.of("2", Kind.ORDER, Fixtures.at(2026, 6, 1), "100")));
        var crediting = new Crediting(hierarchy, false, Crediting.CENT);
        assertThat(crediting.of(deal))
                .extracting(c -> c.event().id() + c.person() + " " + c.type() + " "
                        + c.amount().stripTrailingZeros().toPlainString())
                .containsExactlyInAnyOrder(
                        "1anna DIRECT 60",
                        "1ben DIRECT 40",
                        "1lead ROLLUP 100",
                        "1head ROLLUP 100",
                        "1matrix ROLLUP 40",
                        "1expert OVERLAY 100",
                        "2anna DIRECT 60",
                        "2ben DIRECT 40",
                        "2lead ROLLUP 40",
                        "2other ROLLUP 60",
                        "2head ROLLUP 40",
                        "2matrix ROLLUP 40",
                        "2expert OVERLAY 100");
        var player = Deal.of("P", "lead", List.of(SalesEvent.of("3", Kind.ORDER, Fixtures.at(2026, 1, 1), "10")));
        assertThat(crediting.of(player)).extracting(Credit::person).containsExactly("lead", "head");
        assertThat(new Crediting(hierarchy, true, Crediting.CENT).of(player))
                .extracting(c -> c.person() + c.type())
                .containsExactlyInAnyOrder("leadDIRECT", "headROLLUP", "leadROLLUP");
        assertThat(hierarchy.rings()).isEmpty();
        var ring = new Hierarchy(List.of(
                new Hierarchy.Line("a", "b", start, end), new Hierarchy.Line("b", "a", Fixtures.at(2026, 2, 1), end)));
        assertThat(ring.rings()).containsOnlyKeys("a", "b");
        assertThat(ring.above("a", Fixtures.at(2026, 3, 1))).containsExactly("b");
    }

    @Property
    void balancesAreNeverNegativeAndNothingIsLost(
            @ForAll @Size(max = 24) List<@BigRange(min = "-3000", max = "6000") @Scale(2) BigDecimal> earnings,
            @ForAll @IntRange(max = 24) int months,
            @ForAll @IntRange(min = 1, max = 12) int recoverFrom) {
        var payment = new Payment(
                Draw.recoverable(n("1000"), months, recoverFrom),
                n("3500"),
                Payment.Limit.china(n("2000")),
                Crediting.CENT);
        var over = payment.over(
                earnings.stream()
                        .map(e -> new Payment.Due(e, n("0"), n("0"), n("0"), n("0"), n("2600")))
                        .toList(),
                Payment.Balances.NONE);
        var earned = BigDecimal.ZERO;
        var paid = BigDecimal.ZERO;
        for (var month : over) {
            assertThat(month.paid().signum()).isNotNegative();
            assertThat(month.after().advanced().signum()).isNotNegative();
            assertThat(month.after().kept().signum()).isNotNegative();
            assertThat(month.after().owed().signum()).isNotNegative();
            assertThat(month.deducted()).isLessThanOrEqualTo(n("520"));
            earned = earned.add(month.due().earned());
            paid = paid.add(month.paid()).subtract(month.deducted());
            var after = month.after();
            assertThat(earned)
                    .isEqualByComparingTo(
                            paid.add(after.kept()).subtract(after.advanced()).subtract(after.owed()));
        }
    }

    /** What was released for a receipt that bounced is taken back. */
    @Property
    void whatIsPaidInTimeReleasesAll(
            @ForAll @BigRange(min = "0.01", max = "99999") @Scale(2) BigDecimal earning,
            @ForAll @Size(min = 1, max = 12) List<@BigRange(min = "0.01", max = "5000") @Scale(2) BigDecimal> amounts) {
        var day = Fixtures.at(2026, 1, 1);
        var receipts = new ArrayList<Release.Receipt>();
        for (int i = 0; i < amounts.size(); i++)
            receipts.add(new Release.Receipt(
                    "r" + (char) ('a' + i), day.plusDays(i), day.plusDays(i), null, amounts.get(i), null));
        var net = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var release = new Release(List.of(new Release.Late(31, n("0.8"))), Crediting.CENT);
        assertThat(sum(release.of(earning, net, receipts))).isEqualByComparingTo(earning);
        receipts.add(new Release.Receipt(
                "z",
                day.plusDays(90),
                day,
                null,
                amounts.getLast().negate(),
                receipts.getLast().id()));
        var rest = net.subtract(amounts.getLast());
        assertThat(sum(release.of(earning, net, receipts)))
                .isEqualByComparingTo(earning.multiply(rest).divide(net, 2, java.math.RoundingMode.HALF_UP));
    }

    private static BigDecimal sum(List<Release.Released> released) {
        return released.stream().map(Release.Released::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

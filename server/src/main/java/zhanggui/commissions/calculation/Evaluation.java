package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhanggui.commissions.calculation.Component.Payout;
import zhanggui.commissions.calculation.Earning.Mark;
import zhanggui.commissions.calculation.RateTable.Mode;
import zhanggui.periods.Period;
import zhanggui.traces.Figures;
import zhanggui.traces.Op;

/**
 * From what was counted to what is paid, in a fixed order: rate, gate, pace, cap, floor, what is on top, rounding. Within a
 * period that is counted together, a month gets what is earned up to its end less what was up to its beginning.
 */
final class Evaluation<T> {
    private final Figures<T> f;
    private final Participation participation;
    private final Component component;
    private final Horizon horizon;
    private final Factors<T> factors;
    private final Book<T> book;

    Evaluation(
            Figures<T> f,
            Participation participation,
            Component component,
            Horizon horizon,
            Metrics metrics,
            Book<T> book) {
        this.f = f;
        this.participation = participation;
        this.component = component;
        this.horizon = horizon;
        this.factors = new Factors<>(f, participation, component, metrics);
        this.book = book;
    }

    /** What a month earned before caps, with what is to be known of it. */
    private record Rise<T>(int month, T earned, Set<Mark> marks) {}

    List<Earning<T>> earnings() {
        var rises = rises();
        var paid = new ArrayList<T>(rises.size());
        var caps = new Capping<>(f, component.cap(), horizon.calendar());
        var carried = new ArrayList<T>(rises.size());
        for (var rise : rises) {
            var month = horizon.months().get(rise.month());
            var earned = plus(rise.earned(), book.spiffs(true).total(0, rise.month()), "commission.month");
            var due = caps.pay(month, earned, rise.marks());
            if (component.floor() != null)
                due = f.step(Op.MAX, "commission.floored", due, f.constant("commission.floor", component.floor()));
            paid.add(plus(due, book.spiffs(false).total(0, rise.month()), "commission.month"));
            carried.add(caps.carried());
        }
        var rounded = rounded(rises, paid);
        var earnings = new ArrayList<Earning<T>>();
        for (int i = 0; i < rises.size(); i++) {
            var month = horizon.months().get(rises.get(i).month());
            earnings.add(new Earning<>(
                    participation,
                    component,
                    month,
                    rounded.get(i),
                    carried.get(i),
                    rises.get(i).marks()));
        }
        return earnings;
    }

    private List<Rise<T>> rises() {
        var rises = new ArrayList<Rise<T>>();
        var kind = component.measure().scope().kind();
        @Nullable Interval interval = null;
        for (int m = 0; m < horizon.months().size(); m++) {
            var month = horizon.months().get(m);
            if (!participation.pays(month)) continue;
            if (interval == null || !interval.period.contains(month))
                interval = new Interval(horizon.calendar().around(month, kind));
            rises.add(component.byDeal() ? byDeals(m, month) : interval.rise(m, month));
        }
        return rises;
    }

    private Rise<T> byDeals(int m, Period month) {
        var marks = EnumSet.noneOf(Mark.class);
        var earned = book.deals().total(0, m);
        if (earned == null || f.value(earned).signum() == 0) return new Rise<>(m, f.zero(), marks);
        // With a cap of deals, gates and paces came before it.
        if (component.dealCap() != null || factors.none()) return new Rise<>(m, earned, marks);
        return new Rise<>(m, factors.apply(earned, month, null, marks), marks);
    }

    /** What is counted together. */
    private final class Interval {
        private final Period period;
        private final Totals<T> plain;
        private final Totals<T> weighted;
        private final @Nullable T quota;
        private final @Nullable T share;
        private T told = f.zero();
        private T before = f.zero();

        Interval(Period period) {
            this.period = period;
            var sheets = component.table().sheets().size();
            plain = new Totals<>(f, sheets);
            weighted = book.weighted() == book.plain() ? plain : new Totals<>(f, sheets);
            share = share();
            quota = quota();
            if (period.contains(participation.from())
                    && participation.countsFrom().isBefore(participation.from())) {
                count(Cells.BEFORE);
                before = earned();
            }
        }

        Rise<T> rise(int m, Period month) {
            count(m);
            var marks = EnumSet.noneOf(Mark.class);
            if (quota == null && component.payout().byAttainment()) marks.add(Mark.NO_QUOTA);
            var earned =
                    f.value(before).signum() == 0 ? earned() : f.step(Op.MINUS, "commission.rise", earned(), before);
            var due = factors.none() ? earned : factors.apply(earned, month, attainment(plain), marks);
            var rise = f.step(Op.MINUS, "commission.rise", due, told);
            told = due;
            return new Rise<>(m, rise, marks);
        }

        private void count(int month) {
            plain.add(book.plain(), month);
            if (weighted != plain) weighted.add(book.weighted(), month);
        }

        private @Nullable T attainment(Totals<T> of) {
            return quota == null ? null : f.step(Op.QUOTIENT, "commission.attainment", of.all(), quota);
        }

        private T earned() {
            if (component.payout() == Payout.RATE_OF_AMOUNT) {
                var sum = f.sum("commission.earned");
                for (int i = 0; i < component.table().sheets().size(); i++) {
                    var total = weighted.of(i);
                    if (total != null) sum.add(function(i).of(f, total, share));
                }
                return sum.total();
            }
            var counted = component.retiring() ? weighted : plain;
            var attainment = attainment(counted);
            if (quota == null || attainment == null) return f.zero();
            return component.payout() == Payout.TARGET_INCENTIVE
                    ? incentive(attainment)
                    : byAttainment(counted, attainment, quota);
        }

        private T incentive(T attainment) {
            var whole = f.leaf("commission.incentive", participation.key(), participation.incentive());
            var part = f.step(
                    Op.PRODUCT, "commission.incentive", whole, f.constant("commission.weight", component.weight()));
            var due = share == null ? part : f.step(Op.PRODUCT, "commission.incentive", part, share);
            return f.step(Op.PRODUCT, "commission.earned", due, function(0).of(f, attainment, null));
        }

        /** Rates by attainment hold for the amounts; multipliers that do not count for the quota multiply the result. */
        private T byAttainment(Totals<T> counted, T attainment, T quota) {
            var function = function(0);
            if (function.mode() == Mode.FLAT || function.mode() == Mode.POINTS)
                return f.step(
                        Op.PRODUCT, "commission.earned", positive(weighted.all()), function.rate(f, attainment, null));
            var total = counted.all();
            var earned = function.of(f, total, quota);
            if (counted == weighted || f.value(total).signum() <= 0) return earned;
            var multiplied = f.step(Op.PRODUCT, "commission.multiplied", earned, weighted.all());
            return f.step(Op.QUOTIENT, "commission.multiplied", multiplied, total);
        }

        private T positive(T total) {
            return f.step(Op.MAX, "commission.total", total, f.zero());
        }

        /** Which part of the period counts; absent where all of it does. */
        private @Nullable T share() {
            var active = participation.active(period);
            var whole = participation.whole(period);
            if (active == whole || whole == 0) return null;
            return f.step(
                    Op.QUOTIENT,
                    "commission.share",
                    f.constant("commission.days", BigDecimal.valueOf(active)),
                    f.constant("commission.days", BigDecimal.valueOf(whole)));
        }

        private @Nullable T quota() {
            var told = participation.quota(component, period);
            if (told == null || told.signum() <= 0) return null;
            var whole = f.leaf("commission.quota", participation.key() + "/" + period.code(), told);
            return share == null ? whole : f.step(Op.PRODUCT, "commission.quota", whole, share);
        }
    }

    private TierFunction function(int sheet) {
        return new TierFunction(
                component.table().mode(),
                component.table().sheets().get(sheet).tiers(),
                participation.plan().id());
    }

    private T plus(T sum, @Nullable T more, String label) {
        return more == null ? sum : f.step(Op.SUM, label, sum, more);
    }

    /** Rounded so that the months of what is counted together add up to its rounded total. */
    private List<T> rounded(List<Rise<T>> rises, List<T> paid) {
        var rounded = new ArrayList<T>(paid.size());
        var quantum = f.constant("commission.quantum", participation.plan().quantum());
        @Nullable Period period = null;
        var sum = f.zero();
        var told = f.zero();
        for (int i = 0; i < paid.size(); i++) {
            var month = horizon.months().get(rises.get(i).month());
            var first = period == null || !period.contains(month);
            if (first) {
                period = horizon.calendar()
                        .around(month, component.measure().scope().kind());
                told = f.zero();
            }
            sum = first ? paid.get(i) : f.step(Op.SUM, "commission.toDate", sum, paid.get(i));
            var due = f.step(Op.ROUND, "commission.rounded", sum, quantum);
            rounded.add(first ? due : f.step(Op.MINUS, "commission.posted", due, told));
            told = due;
        }
        return rounded;
    }
}

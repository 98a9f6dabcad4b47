package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import zhanggui.commissions.calculation.Component.Payout;
import zhanggui.commissions.calculation.Component.Spiff;
import zhanggui.commissions.calculation.Measure.Scope;
import zhanggui.commissions.calculation.RateTable.Mode;
import zhanggui.commissions.calculation.RateTable.Tier;
import zhanggui.periods.Period;

/**
 * The same results the long way round, to compare with: every number is computed from all credits again, month by month,
 * as it is laid out on paper, sharing nothing with the calculation but what goes in.
 */
final class SlowCalculator {
    private static final MathContext PRECISE = MathContext.DECIMAL128;
    private final Calculation.Terms terms;
    private final Participation who;
    private final Component what;
    private final List<Line> lines = new ArrayList<>();
    private final List<Period> months;

    /** A credit that counts. */
    private record Line(
            String document,
            SalesEvent event,
            LocalDate day,
            int sheet,
            BigDecimal plain,
            BigDecimal weighted,
            Credit.Type type,
            BigDecimal amount,
            BigDecimal quantity) {}

    SlowCalculator(Calculation.Terms terms, Participation who, Component what, List<Deal> deals) {
        this.terms = terms;
        this.who = who;
        this.what = what;
        this.months = terms.horizon().months();
        for (var deal : deals) for (var event : deal.events()) credit(deal, event);
    }

    BigDecimal month(int m) {
        var period = around(months.get(m), what.measure().scope());
        var toDate = BigDecimal.ZERO;
        var before = BigDecimal.ZERO;
        for (int k = 0; k <= m; k++) {
            if (!period.contains(months.get(k)) || !paying(k)) continue;
            toDate = toDate.add(paid(k));
            if (k < m) before = toDate;
        }
        return round(toDate).subtract(round(before));
    }

    private BigDecimal round(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP);
    }

    private boolean paying(int m) {
        return who.from().isBefore(months.get(m).to())
                && who.to().isAfter(months.get(m).from());
    }

    /** Who gets what of an event, and whether it counts here. */
    private void credit(Deal deal, SalesEvent event) {
        var shares = new TreeMap<String, BigDecimal[]>();
        for (var share : deal.shares())
            shares.put(
                    share.person(),
                    new BigDecimal[] {share.part(), event.quantity().multiply(share.part())});
        var money = shared(event.amount(), deal);
        var margins = shared(event.margin(), deal);
        if (shares.containsKey(who.person()))
            take(
                    deal,
                    event,
                    Credit.Type.DIRECT,
                    money.get(who.person()),
                    shares.get(who.person())[1],
                    margins.get(who.person()));
        var below = new TreeSet<String>();
        for (var person : shares.keySet()) if (leads(who.person(), person, event.date())) below.add(person);
        if (!below.isEmpty()) {
            var amount = BigDecimal.ZERO;
            var quantity = BigDecimal.ZERO;
            var margin = BigDecimal.ZERO;
            for (var person : below) {
                amount = amount.add(money.get(person));
                quantity = quantity.add(shares.get(person)[1]);
                margin = margin.add(margins.get(person));
            }
            take(deal, event, Credit.Type.ROLLUP, amount, quantity, margin);
        }
        for (var overlay : deal.overlays()) {
            if (overlay.person().equals(who.person()))
                take(
                        deal,
                        event,
                        Credit.Type.OVERLAY,
                        event.amount().multiply(overlay.part()),
                        event.quantity().multiply(overlay.part()),
                        event.margin().multiply(overlay.part()));
        }
    }

    private boolean leads(String leader, String person, LocalDate day) {
        return terms.crediting().hierarchy().above(person, day).contains(leader);
    }

    /** Cents one by one to whoever is owed the most. */
    private static TreeMap<String, BigDecimal> shared(BigDecimal amount, Deal deal) {
        var exact = new TreeMap<String, BigDecimal>();
        var given = new TreeMap<String, BigDecimal>();
        var left = amount.abs();
        for (var share : deal.shares()) {
            exact.put(share.person(), amount.abs().multiply(share.part()));
            given.put(share.person(), exact.get(share.person()).setScale(2, RoundingMode.DOWN));
            left = left.subtract(given.get(share.person()));
        }
        var got = new HashSet<String>();
        while (deal.shares().size() > 1 && left.signum() > 0) {
            var most = given.keySet().stream()
                    .filter(p -> !got.contains(p))
                    .max(Comparator.<String, BigDecimal>comparing(
                                    p -> exact.get(p).subtract(given.get(p)))
                            .thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
            got.add(most);
            given.merge(most, new BigDecimal("0.01"), BigDecimal::add);
            left = left.subtract(new BigDecimal("0.01"));
        }
        if (deal.shares().size() == 1) given.replaceAll((p, a) -> amount.abs());
        if (amount.signum() < 0) given.replaceAll((p, a) -> a.negate());
        return given;
    }

    private void take(
            Deal deal, SalesEvent event, Credit.Type type, BigDecimal amount, BigDecimal quantity, BigDecimal margin) {
        if (!what.measure().credits().contains(type)) return;
        var day = event.date();
        if (event.original() != null) {
            if (what.returns() == Component.Return.APART) return;
            if (what.returns() == Component.Return.RESTATES) day = event.original();
        }
        if (day.isBefore(who.countsFrom()) || !day.isBefore(who.to())) return;
        var base =
                switch (what.measure().base()) {
                    case AMOUNT -> amount.multiply(event.rate());
                    case MARGIN -> margin.multiply(event.rate());
                    case QUANTITY -> quantity;
                };
        var weighted = base;
        for (var m : what.multipliers()) {
            if ((m.grade() == null || m.grade().equals(event.grade()))
                    && (m.customerType() == null || m.customerType().equals(event.customerType())))
                weighted = weighted.multiply(m.factor());
        }
        var sheet = -1;
        for (int i = what.table().sheets().size() - 1; i >= 0; i--) {
            var s = what.table().sheets().get(i);
            if ((s.grade() == null || s.grade().equals(event.grade()))
                    && (s.customerType() == null || s.customerType().equals(event.customerType()))) sheet = i;
        }
        lines.add(new Line(
                deal.document(), event, day, sheet, base, weighted, type, amount.multiply(event.rate()), quantity));
    }

    private boolean counted(Line line) {
        var filter = what.measure().filter();
        return line.sheet() >= 0
                && (filter.kinds().isEmpty()
                        || filter.kinds().contains(line.event().kind()))
                && (filter.grades().isEmpty()
                        || filter.grades().contains(String.valueOf(line.event().grade())));
    }

    /** After cap and floor, with what is on top. */
    private BigDecimal paid(int m) {
        var due = capped(m);
        if (what.floor() != null) due = due.max(what.floor());
        return due.add(spiffs(m, false));
    }

    private BigDecimal capped(int m) {
        var cap = what.cap();
        if (cap == null) return earned(m).add(spiffs(m, true));
        var carried = BigDecimal.ZERO;
        var available = BigDecimal.ZERO;
        var told = BigDecimal.ZERO;
        Period period = null;
        var now = BigDecimal.ZERO;
        for (int k = 0; k <= m; k++) {
            if (!paying(k)) continue;
            var in = terms.horizon().calendar().around(months.get(k), cap.in());
            if (!in.equals(period)) {
                available = carried;
                told = BigDecimal.ZERO;
                period = in;
            }
            available = available.add(earned(k)).add(spiffs(k, true));
            var due = available.min(cap.most());
            now = due.subtract(told);
            told = due;
            carried = cap.carried() ? available.subtract(due) : BigDecimal.ZERO;
        }
        return now;
    }

    private BigDecimal earned(int m) {
        if (what.measure().scope() == Scope.DEAL) return deals(m);
        return toDate(m).subtract(m > 0 && sameInterval(m - 1, m) && paying(m - 1) ? toDate(m - 1) : BigDecimal.ZERO);
    }

    private boolean sameInterval(int a, int b) {
        return around(months.get(a), what.measure().scope()).contains(months.get(b));
    }

    /** Earned within the period counted together, up to the end of a month, with gates and paces. */
    private BigDecimal toDate(int m) {
        var period = around(months.get(m), what.measure().scope());
        var opening = BigDecimal.ZERO;
        if (period.contains(who.from()) && who.countsFrom().isBefore(who.from()))
            opening = raw(period, period.from(), who.from());
        var earned = raw(period, period.from(), months.get(m).to()).subtract(opening);
        var quota = quota(period);
        var attainment = quota == null
                ? BigDecimal.ZERO
                : sum(period.from(), months.get(m).to(), false, -1).divide(quota, PRECISE);
        return earned.multiply(factor(m, attainment));
    }

    private BigDecimal raw(Period period, LocalDate from, LocalDate to) {
        if (what.payout() == Payout.RATE_OF_AMOUNT) {
            var earned = BigDecimal.ZERO;
            for (int sheet = 0; sheet < what.table().sheets().size(); sheet++)
                earned = earned.add(f(tiers(sheet), share(period), sum(from, to, true, sheet)));
            return earned;
        }
        var quota = quota(period);
        if (quota == null) return BigDecimal.ZERO;
        var weighted = sum(from, to, true, -1);
        var counted = what.retiring() ? weighted : sum(from, to, false, -1);
        var attainment = counted.divide(quota, PRECISE);
        if (what.payout() == Payout.TARGET_INCENTIVE)
            return who.incentive()
                    .multiply(what.weight())
                    .multiply(share(period))
                    .multiply(f(tiers(0), BigDecimal.ONE, attainment));
        switch (what.table().mode()) {
            case FLAT, POINTS -> {
                return weighted.max(BigDecimal.ZERO).multiply(rate(tiers(0), attainment));
            }
            default -> {
                var earned = f(tiers(0), quota, counted);
                if (what.retiring() || what.multipliers().isEmpty() || counted.signum() <= 0) return earned;
                return earned.multiply(weighted).divide(counted, PRECISE);
            }
        }
    }

    private BigDecimal sum(LocalDate from, LocalDate to, boolean weighted, int sheet) {
        var sum = BigDecimal.ZERO;
        for (var line : lines) {
            if (counted(line)
                    && !line.day().isBefore(from)
                    && line.day().isBefore(to)
                    && (sheet < 0 || sheet == line.sheet())) sum = sum.add(weighted ? line.weighted() : line.plain());
        }
        return sum;
    }

    private List<Tier> tiers(int sheet) {
        return what.table().sheets().get(sheet).tiers();
    }

    private BigDecimal rate(List<Tier> tiers, BigDecimal x) {
        if (what.table().mode() == Mode.POINTS) {
            if (x.compareTo(tiers.getFirst().from()) < 0) return BigDecimal.ZERO;
            for (int i = 0; i < tiers.size() - 1; i++) {
                var a = tiers.get(i);
                var b = tiers.get(i + 1);
                if (x.compareTo(b.from()) < 0)
                    return a.rate()
                            .add(x.subtract(a.from())
                                    .multiply(b.rate().subtract(a.rate()))
                                    .divide(b.from().subtract(a.from()), PRECISE));
            }
            return tiers.getLast().rate();
        }
        var rate = BigDecimal.ZERO;
        for (var tier : tiers) if (tier.from().compareTo(x) <= 0) rate = tier.rate();
        return rate;
    }

    private BigDecimal f(List<Tier> tiers, BigDecimal scale, BigDecimal x) {
        if (what.table().mode() == Mode.POINTS) return rate(tiers, x);
        if (x.signum() <= 0) return BigDecimal.ZERO;
        var earned = BigDecimal.ZERO;
        for (var tier : tiers) {
            var from = tier.from().multiply(scale);
            var to = tier.to() == null ? null : tier.to().multiply(scale);
            switch (what.table().mode()) {
                case FLAT -> {
                    if (from.compareTo(x) <= 0) earned = x.multiply(tier.rate());
                }
                default -> {
                    var part = (to == null ? x : x.min(to)).subtract(from);
                    if (part.signum() <= 0) continue;
                    earned = earned.add(
                            what.table().mode() == Mode.STEP
                                    ? part.multiply(tier.rate())
                                    : part.multiply(tier.rate()).divide(to.subtract(from), PRECISE));
                }
            }
        }
        return earned;
    }

    private BigDecimal share(Period period) {
        var active = BigDecimal.valueOf(who.active(period));
        var whole = BigDecimal.valueOf(who.whole(period));
        return active.compareTo(whole) == 0 ? BigDecimal.ONE : active.divide(whole, PRECISE);
    }

    private BigDecimal quota(Period period) {
        var told = who.quotas().get(what.code());
        return told == null || told.signum() <= 0 ? null : told.multiply(share(period));
    }

    private BigDecimal factor(int m, BigDecimal attainment) {
        var factor = BigDecimal.ONE;
        for (var gate : what.gates())
            if (metric(gate.metric(), m, attainment).compareTo(gate.atLeast()) < 0)
                factor = factor.multiply(gate.otherwise());
        var names = new TreeSet<String>();
        for (var pace : what.paces()) names.add(pace.metric());
        for (var name : names) {
            var by = BigDecimal.ONE;
            for (var pace : what.paces())
                if (pace.metric().equals(name) && metric(name, m, attainment).compareTo(pace.from()) >= 0)
                    by = pace.factor();
            factor = factor.multiply(by);
        }
        return factor;
    }

    private BigDecimal metric(String name, int m, BigDecimal attainment) {
        if (name.equals(Component.ATTAINMENT)) return attainment;
        var told = terms.metrics().of(who.person(), name, months.get(m));
        return told == null ? BigDecimal.ZERO : told;
    }

    /** What all documents earned in a month. */
    private BigDecimal deals(int m) {
        Set<String> documents = new TreeSet<>();
        for (var line : lines) documents.add(line.document());
        var all = BigDecimal.ZERO;
        for (var document : documents)
            all = all.add(deal(document, m).subtract(m == 0 ? BigDecimal.ZERO : deal(document, m - 1)));
        return what.dealCap() == null ? all.multiply(factor(m, BigDecimal.ZERO)) : all;
    }

    /** What a document earned up to the end of a month. */
    private BigDecimal deal(String document, int m) {
        var running = BigDecimal.ZERO;
        var before = dealRaw(document, who.from());
        var any = false;
        for (int k = 0; k <= m; k++) {
            var now = dealRaw(document, months.get(k).to());
            if (months.get(k).to().compareTo(who.from()) <= 0) continue;
            any = true;
            var rise = now.subtract(before);
            running = running.add(what.dealCap() == null ? rise : rise.multiply(factor(k, BigDecimal.ZERO)));
            before = now;
        }
        if (!any) return BigDecimal.ZERO;
        if (what.dealCap() != null) running = running.min(what.dealCap());
        return what.roundsDeals() ? round(running) : running;
    }

    private BigDecimal dealRaw(String document, LocalDate to) {
        var earned = BigDecimal.ZERO;
        for (int sheet = 0; sheet < what.table().sheets().size(); sheet++) {
            var total = BigDecimal.ZERO;
            for (var line : lines)
                if (counted(line)
                        && line.document().equals(document)
                        && line.sheet() == sheet
                        && line.day().isBefore(to)) total = total.add(line.weighted());
            earned = earned.add(f(tiers(sheet), BigDecimal.ONE, total));
        }
        return earned;
    }

    private BigDecimal spiffs(int m, boolean capped) {
        var all = BigDecimal.ZERO;
        for (var spiff : what.spiffs()) if (spiff.capped() == capped) all = all.add(spiff(spiff, m));
        return all;
    }

    private BigDecimal spiff(Spiff spiff, int m) {
        var all = BigDecimal.ZERO;
        var documents = new TreeSet<String>();
        for (var line : lines) {
            if (!applies(spiff, line)) continue;
            documents.add(line.document());
            if (!months.get(m).contains(line.day())) continue;
            if (spiff.per() == Spiff.Per.UNIT) all = all.add(line.quantity().multiply(spiff.value()));
            if (spiff.per() == Spiff.Per.AMOUNT) all = all.add(line.amount().multiply(spiff.value()));
        }
        if (spiff.per() != Spiff.Per.DEAL) return all;
        for (var document : documents) {
            all = all.add(sold(spiff, document, months.get(m).to()) ? spiff.value() : BigDecimal.ZERO);
            all = all.subtract(sold(spiff, document, months.get(m).from()) ? spiff.value() : BigDecimal.ZERO);
        }
        return all;
    }

    private boolean sold(Spiff spiff, String document, LocalDate to) {
        var amount = BigDecimal.ZERO;
        for (var line : lines)
            if (applies(spiff, line)
                    && line.document().equals(document)
                    && line.day().isBefore(to)) amount = amount.add(line.amount());
        return amount.signum() > 0;
    }

    private boolean applies(Spiff spiff, Line line) {
        return !line.day().isBefore(who.from())
                && !line.day().isBefore(spiff.from())
                && line.day().isBefore(spiff.to())
                && (spiff.filter().kinds().isEmpty()
                        || spiff.filter().kinds().contains(line.event().kind()));
    }

    private Period around(Period month, Scope scope) {
        return switch (scope) {
            case DEAL, MONTH -> month;
            case QUARTER -> terms.horizon().calendar().around(month, Period.Kind.QUARTER);
            case HALF -> terms.horizon().calendar().around(month, Period.Kind.HALF);
            case YEAR -> terms.horizon().calendar().around(month, Period.Kind.YEAR);
        };
    }
}

package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import zhanggui.commissions.calculation.Component.Spiff;
import zhanggui.traces.Figures;
import zhanggui.traces.Figures.Sum;
import zhanggui.traces.Op;

/**
 * What one component counts for somebody: sums only, so that it is as large after ten million credits as after one, and
 * the same in whatever order they come. Deals come whole.
 */
final class Book<T> {
    private final Figures<T> f;
    private final Participation participation;
    private final Component component;
    private final Horizon horizon;
    private final Factors<T> factors;
    /** As it is, and multiplied; the same where nothing multiplies. */
    private final Cells<T> plain;

    private final Cells<T> weighted;
    /** What deals earned by month, and what is on top inside and outside of the cap. */
    private final Cells<T> deals;

    private final Cells<T> capped;
    private final Cells<T> onTop;

    Book(Figures<T> f, Participation participation, Component component, Horizon horizon, Metrics metrics) {
        this.f = f;
        this.participation = participation;
        this.component = component;
        this.horizon = horizon;
        this.factors = new Factors<>(f, participation, component, metrics);
        var months = horizon.months().size();
        var sheets = component.table().sheets().size();
        plain = new Cells<>(f, "commission.credits", sheets, months);
        weighted = component.multipliers().isEmpty() ? plain : new Cells<>(f, "commission.weighted", sheets, months);
        deals = new Cells<>(f, "commission.deals", 1, months);
        capped = new Cells<>(f, "commission.spiffs", 1, months);
        onTop = new Cells<>(f, "commission.spiffs", 1, months);
    }

    Cells<T> plain() {
        return plain;
    }

    Cells<T> weighted() {
        return weighted;
    }

    Cells<T> deals() {
        return deals;
    }

    Cells<T> spiffs(boolean underCap) {
        return underCap ? capped : onTop;
    }

    void addAll(Book<T> others) {
        plain.addAll(others.plain);
        if (weighted != plain) weighted.addAll(others.weighted);
        deals.addAll(others.deals);
        capped.addAll(others.capped);
        onTop.addAll(others.onTop);
    }

    /** @param mine what the person is credited with of the deal */
    void add(Deal deal, List<Credit> mine) {
        var byMonth = component.byDeal()
                ? new Cells<>(f, "commission.deal", sheets(), horizon.months().size())
                : null;
        var months = new TreeMap<Integer, Boolean>();
        for (var credit : mine) {
            var event = credit.event();
            if (!component.measure().credits().contains(credit.type())
                    || !component.measure().filter().takes(event)) continue;
            var month = month(event);
            var sheet = component.table().sheet(event);
            if (month == null || sheet < 0) continue;
            var counted = counted(credit, deal);
            var multiplied = multiplied(counted, event);
            if (byMonth != null) {
                byMonth.add(sheet, month, multiplied);
                months.put(month, true);
            }
            plain.add(sheet, month, counted);
            if (weighted != plain) weighted.add(sheet, month, multiplied);
        }
        if (byMonth != null) earn(byMonth, months.navigableKeySet());
        for (var spiff : component.spiffs()) add(spiff, deal, mine);
    }

    private int sheets() {
        return component.table().sheets().size();
    }

    /** Absent where it does not count. */
    private @Nullable Integer month(SalesEvent event) {
        var day = component.day(event);
        if (day == null || !participation.counts(day)) return null;
        if (day.isBefore(participation.from())) return continues(day) ? Cells.BEFORE : null;
        var month = horizon.month(day);
        return month < 0 ? null : month;
    }

    /** Only the period in which a plan goes on from another one. */
    private boolean continues(LocalDate day) {
        return component.byDeal()
                || horizon.calendar()
                        .at(participation.from(), component.measure().scope().kind())
                        .contains(day);
    }

    private T counted(Credit credit, Deal deal) {
        var ref = deal.document() + "/" + credit.event().id() + "/" + credit.type();
        return switch (component.measure().base()) {
            case QUANTITY -> f.leaf("commission.quantity", ref, credit.quantity());
            case AMOUNT -> converted(f.leaf("commission.credit", ref, credit.amount()), credit.event());
            case MARGIN -> converted(f.leaf("commission.margin", ref, credit.margin()), credit.event());
        };
    }

    private T converted(T amount, SalesEvent event) {
        if (event.rateId() == null) return amount;
        return f.step(
                Op.PRODUCT,
                "commission.converted",
                amount,
                f.leaf("commission.exchange", event.rateId(), event.rate()));
    }

    private T multiplied(T counted, SalesEvent event) {
        var result = counted;
        for (var multiplier : component.multipliers()) {
            if (multiplier.fits(event))
                result = f.step(
                        Op.PRODUCT,
                        "commission.multiplied",
                        result,
                        f.constant("commission.multiplier", multiplier.factor()));
        }
        return result;
    }

    /** What the deal earned up to each month, less what it had earned before. */
    private void earn(Cells<T> byMonth, Iterable<Integer> months) {
        var totals = new Totals<>(f, sheets());
        var running = f.zero();
        var told = f.zero();
        var before = f.zero();
        for (int month : months) {
            totals.add(byMonth, month);
            var now = earned(totals);
            if (month == Cells.BEFORE) {
                before = now;
                continue;
            }
            var rise = f.step(Op.MINUS, "commission.rise", now, before);
            before = now;
            if (component.dealCap() != null && !factors.none())
                rise = factors.apply(rise, horizon.months().get(month), null, new HashSet<>());
            running = f.step(Op.SUM, "commission.deal", running, rise);
            var due = due(running);
            deals.add(0, month, f.step(Op.MINUS, "commission.deal", due, told));
            told = due;
        }
    }

    private T earned(Totals<T> totals) {
        var sum = f.sum("commission.earned");
        for (int sheet = 0; sheet < sheets(); sheet++) {
            var total = totals.of(sheet);
            if (total != null) sum.add(function(sheet).of(f, total, null));
        }
        return sum.total();
    }

    private TierFunction function(int sheet) {
        return new TierFunction(
                component.table().mode(),
                component.table().sheets().get(sheet).tiers(),
                participation.plan().id());
    }

    private T due(T running) {
        var due = running;
        if (component.dealCap() != null)
            due = f.step(Op.MIN, "commission.capped", due, f.constant("commission.cap", component.dealCap()));
        return component.roundsDeals()
                ? f.step(
                        Op.ROUND,
                        "commission.rounded",
                        due,
                        f.constant("commission.quantum", participation.plan().quantum()))
                : due;
    }

    private void add(Spiff spiff, Deal deal, List<Credit> mine) {
        var cells = spiffs(spiff.capped());
        var sold = new TreeMap<Integer, Sum<T>>();
        for (var credit : mine) {
            var day = component.day(credit.event());
            var month = month(credit.event());
            if (day == null
                    || month == null
                    || month == Cells.BEFORE
                    || !component.measure().credits().contains(credit.type())
                    || !spiff.takes(credit.event(), day)) continue;
            var ref = deal.document() + "/" + credit.event().id() + "/" + credit.type();
            var value = f.constant("commission.spiff", spiff.value());
            switch (spiff.per()) {
                case UNIT ->
                    cells.add(
                            0,
                            month,
                            f.step(
                                    Op.PRODUCT,
                                    "commission.spiff",
                                    f.leaf("commission.quantity", ref, credit.quantity()),
                                    value));
                case AMOUNT -> {
                    var amount = converted(f.leaf("commission.credit", ref, credit.amount()), credit.event());
                    cells.add(0, month, f.step(Op.PRODUCT, "commission.spiff", amount, value));
                }
                case DEAL ->
                    sold.computeIfAbsent(month, m -> f.sum("commission.deal"))
                            .add(converted(f.leaf("commission.credit", ref, credit.amount()), credit.event()));
            }
        }
        once(spiff, sold, cells);
    }

    /** Once for the document, as long as anything of it is sold. */
    private void once(Spiff spiff, SortedMap<Integer, Sum<T>> sold, Cells<T> cells) {
        var amount = f.zero();
        var told = f.zero();
        for (var month : sold.entrySet()) {
            amount = f.step(Op.SUM, "commission.deal", amount, month.getValue().total());
            var due = f.step(
                    Op.AT_LEAST,
                    "commission.spiff",
                    null,
                    List.of(
                            amount,
                            f.constant("commission.threshold", new BigDecimal("0.0000000001")),
                            f.constant("commission.spiff", spiff.value()),
                            f.zero()));
            cells.add(0, month.getKey(), f.step(Op.MINUS, "commission.spiff", due, told));
            told = due;
        }
    }
}

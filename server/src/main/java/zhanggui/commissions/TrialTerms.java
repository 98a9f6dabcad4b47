package zhanggui.commissions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import zhanggui.amounts.Rounding;
import zhanggui.commissions.calculation.Calculation;
import zhanggui.commissions.calculation.Component;
import zhanggui.commissions.calculation.Condition;
import zhanggui.commissions.calculation.Crediting;
import zhanggui.commissions.calculation.Deal;
import zhanggui.commissions.calculation.Hierarchy;
import zhanggui.commissions.calculation.Horizon;
import zhanggui.commissions.calculation.Measure;
import zhanggui.commissions.calculation.Measure.Filter;
import zhanggui.commissions.calculation.Participation;
import zhanggui.commissions.calculation.PlanVersion;
import zhanggui.commissions.calculation.RateTable;
import zhanggui.commissions.calculation.SalesEvent;
import zhanggui.periods.FiscalCalendar;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;
import zhanggui.rules.NotARule;

/** What a trial means to the calculation; what it cannot mean is said with the field it stands in. */
final class TrialTerms {
    private final Trial trial;
    private final FiscalCalendar calendar;
    private final List<FieldProblem> problems = new ArrayList<>();

    private TrialTerms(Trial trial, FiscalCalendar calendar) {
        this.trial = trial;
        this.calendar = calendar;
    }

    /** What is computed, with what it is computed of. */
    record Ready(PlanVersion plan, Calculation.Terms terms, List<Deal> deals) {}

    static Ready of(Trial trial, FiscalCalendar calendar) {
        return new TrialTerms(trial, calendar).ready();
    }

    private Ready ready() {
        var codes = new ArrayList<String>();
        var components = new ArrayList<Component>();
        for (int i = 0; i < trial.plan().components().size(); i++) {
            var part = trial.plan().components().get(i);
            if (codes.contains(part.code()))
                problem("plan.components[" + i + "].code", "commission-twice", part.code());
            else components.add(component(part, "plan.components[" + i + "]"));
            codes.add(part.code());
        }
        currency();
        var deals = deals();
        people();
        if (!problems.isEmpty()) throw Refused.invalid(problems);
        var plan = new PlanVersion(
                "trial",
                trial.plan().currency(),
                Rounding.of(trial.plan().currency()).quantum(),
                components);
        var lines = trial.hierarchy().stream()
                .map(l -> new Hierarchy.Line(l.person(), l.leader(), l.from(), l.to()))
                .toList();
        var participations = trial.people().stream()
                .map(p -> Participation.of(p.name(), plan, p.from(), p.to()).with(p.quotas(), p.incentive()))
                .toList();
        var metrics = new HashMap<List<String>, BigDecimal>();
        for (var m : trial.metrics()) metrics.put(List.of(m.person(), m.metric(), m.month()), m.value());
        return new Ready(
                plan,
                new Calculation.Terms(
                        Horizon.of(calendar, trial.fiscalYear(), 2),
                        new Crediting(new Hierarchy(lines), false, Crediting.CENT),
                        participations,
                        (person, metric, month) -> metrics.get(List.of(person, metric, month.code()))),
                deals);
    }

    private void currency() {
        try {
            Currency.getInstance(trial.plan().currency());
        } catch (IllegalArgumentException e) {
            problem("plan.currency", "unknown", trial.plan().currency());
        }
    }

    private void people() {
        for (int i = 0; i < trial.people().size(); i++) {
            var person = trial.people().get(i);
            if (!person.from().isBefore(person.to())) problem("people[" + i + "].to", "commission-no-time");
        }
    }

    private List<Deal> deals() {
        var deals = new ArrayList<Deal>();
        for (int i = 0; i < trial.deals().size(); i++) {
            var sale = trial.deals().get(i);
            var events = sale.events().stream().map(TrialTerms::event).toList();
            try {
                deals.add(new Deal(sale.document(), shares(sale.shares()), shares(sale.overlays()), events));
            } catch (IllegalArgumentException e) {
                problem("deals[" + i + "].shares", "commission-shares");
            }
        }
        return deals;
    }

    private static List<Deal.Share> shares(List<Trial.Split> splits) {
        return splits.stream().map(s -> new Deal.Share(s.person(), s.part())).toList();
    }

    private static SalesEvent event(Trial.Happening e) {
        var foreign = e.rate().compareTo(BigDecimal.ONE) != 0;
        return new SalesEvent(
                e.id(),
                e.kind(),
                e.date(),
                e.original(),
                e.grade(),
                e.customerType(),
                e.amount(),
                e.quantity(),
                e.margin(),
                e.rate(),
                foreign ? e.id() : null);
    }

    private Component component(Trial.Part part, String where) {
        var tiers = part.tiers().stream()
                .map(t -> new RateTable.Tier(t.from(), t.to(), t.rate()))
                .toList();
        return new Component(
                part.code(),
                new Measure(part.base(), part.scope(), filter(part, where), part.credits()),
                part.payout(),
                RateTable.of(part.mode(), tiers),
                part.weight(),
                part.multipliers().stream()
                        .map(m -> new Component.Multiplier(m.grade(), m.customerType(), m.factor()))
                        .toList(),
                part.retiring(),
                part.gates().stream()
                        .map(g -> new Component.Gate(g.metric(), g.from(), g.factor()))
                        .toList(),
                part.paces().stream()
                        .map(p -> new Component.Pace(p.metric(), p.from(), p.factor()))
                        .toList(),
                part.dealCap(),
                part.cap() == null
                        ? null
                        : new Component.Cap(
                                part.cap().most(), part.cap().in(), part.cap().carried()),
                part.floor(),
                part.spiffs().stream()
                        .map(s -> new Component.Spiff(
                                s.code(), Filter.ALL, s.from(), s.to(), s.per(), s.value(), s.capped()))
                        .toList(),
                false,
                part.returns());
    }

    private Filter filter(Trial.Part part, String where) {
        Condition condition = null;
        if (part.condition() != null && !part.condition().isBlank()) {
            try {
                condition = Condition.of(part.condition());
            } catch (NotARule e) {
                problems.add(
                        new FieldProblem(where + ".condition", "rule-" + e.why().code(), e.arguments()));
            }
        }
        return new Filter(part.kinds(), Set.of(), Set.of(), condition);
    }

    private void problem(String field, String code, Object... arguments) {
        problems.add(FieldProblem.of(field, code, arguments));
    }
}

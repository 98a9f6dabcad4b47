package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import zhanggui.commissions.calculation.Component.Cap;
import zhanggui.commissions.calculation.Component.Gate;
import zhanggui.commissions.calculation.Component.Multiplier;
import zhanggui.commissions.calculation.Component.Pace;
import zhanggui.commissions.calculation.Component.Payout;
import zhanggui.commissions.calculation.Component.Return;
import zhanggui.commissions.calculation.Component.Spiff;
import zhanggui.commissions.calculation.Deal.Share;
import zhanggui.commissions.calculation.Measure.Base;
import zhanggui.commissions.calculation.Measure.Filter;
import zhanggui.commissions.calculation.Measure.Scope;
import zhanggui.commissions.calculation.RateTable.Mode;
import zhanggui.commissions.calculation.RateTable.Sheet;
import zhanggui.commissions.calculation.RateTable.Tier;
import zhanggui.commissions.calculation.SalesEvent.Kind;
import zhanggui.periods.FiscalCalendar;
import zhanggui.periods.Period;

/** Plans, people and deals of every kind there is, the same for the same seed. */
final class RandomPlans {
    private static final List<String> PEOPLE = List.of("anna", "ben", "cai", "dong", "lead", "head");
    private static final String[] GRADES = {"HIGH", "MIDDLE", "LOW", null};
    private static final String[] TYPES = {"NEW", "OLD", null};
    private final Random random;

    RandomPlans(long seed) {
        random = new Random(seed);
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private <X> X of(X[] all) {
        return all[random.nextInt(all.length)];
    }

    private BigDecimal decimal(int bound, int digits) {
        return BigDecimal.valueOf(random.nextInt(bound), digits);
    }

    private LocalDate day() {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(420) - 20);
    }

    Calculation.Terms terms() {
        var horizon = Horizon.of(new FiscalCalendar(one(3) ? 4 : 1), 2026, 1);
        var participations = new ArrayList<Participation>();
        for (var person : PEOPLE) if (!one(6)) participations.addAll(participation(person, horizon));
        var metrics = random.nextInt(100);
        return new Calculation.Terms(
                horizon,
                new Crediting(hierarchy(), false, Crediting.CENT),
                participations,
                (person, metric, month) -> (person.length() + month.number() + metrics) % 5 == 0
                        ? null
                        : BigDecimal.valueOf((person.length() * 7 + month.number() * 13 + metrics) % 12, 1));
    }

    private List<Participation> participation(String person, Horizon horizon) {
        var from = horizon.months().getFirst().from();
        var to = horizon.months().getLast().to();
        var plan = plan("p-" + person);
        var quotas = Map.of("c0", decimal(200_000, 0), "c1", decimal(200_000, 2).add(BigDecimal.ONE));
        var incentive = decimal(5_000_000, 2);
        var first = one(3) ? from.plusDays(random.nextInt(200)) : from;
        var last = one(3) ? first.plusDays(1 + random.nextInt(200)) : to;
        if (last.isAfter(to)) last = to;
        if (one(4) && last.isAfter(first.plusDays(40))) {
            var turn = first.plusDays(20 + random.nextInt(15));
            return List.of(
                    Participation.of(person, plan, first, turn).with(quotas, incentive),
                    new Participation(
                            person,
                            plan("q-" + person),
                            turn,
                            last,
                            one(2) ? first : turn,
                            quotas,
                            incentive,
                            Participation.DayCount.CALENDAR));
        }
        return List.of(Participation.of(person, plan, first, last).with(one(5) ? Map.of() : quotas, incentive));
    }

    private Hierarchy hierarchy() {
        var start = LocalDate.of(2025, 1, 1);
        var end = LocalDate.of(2028, 1, 1);
        var turn = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
        return new Hierarchy(List.of(
                new Hierarchy.Line("anna", "lead", start, turn),
                new Hierarchy.Line("anna", "head", turn, end),
                new Hierarchy.Line("ben", "lead", start, end),
                new Hierarchy.Line("cai", "lead", start, end),
                new Hierarchy.Line("cai", "head", start, turn),
                new Hierarchy.Line("lead", "head", start, end)));
    }

    PlanVersion plan(String id) {
        var components = new ArrayList<Component>();
        for (int i = 0; i <= random.nextInt(2); i++) components.add(component("c" + i));
        return new PlanVersion(id, "CNY", new BigDecimal("0.01"), components);
    }

    private Component component(String code) {
        var payout = of(Payout.values());
        var scope = payout.byAttainment()
                ? of(new Scope[] {Scope.MONTH, Scope.QUARTER, Scope.HALF, Scope.YEAR})
                : of(Scope.values());
        var mode = of(Mode.values());
        if (mode == Mode.POINTS && !payout.byAttainment()) mode = Mode.STEP;
        var deal = scope == Scope.DEAL;
        return new Component(
                code,
                measure(scope),
                payout,
                table(mode, payout),
                BigDecimal.valueOf(1 + random.nextInt(10), 1),
                one(2) ? List.of() : multipliers(),
                one(2),
                one(3)
                        ? List.of(new Gate(metric(deal), decimal(12, 1), one(2) ? BigDecimal.ZERO : decimal(10, 1)))
                        : List.of(),
                one(3)
                        ? List.of(
                                new Pace("x", decimal(5, 1), decimal(20, 1)),
                                new Pace("x", new BigDecimal("0.8"), decimal(30, 1)))
                        : List.of(),
                deal && one(2) ? decimal(100_000, 2) : null,
                one(3)
                        ? new Cap(
                                decimal(500_000, 2),
                                of(new Period.Kind[] {Period.Kind.MONTH, Period.Kind.QUARTER, Period.Kind.YEAR}),
                                one(2))
                        : null,
                one(6) ? decimal(1_000, 2) : null,
                one(3) ? List.of(spiff("s1"), spiff("s2")) : List.of(),
                deal && one(2),
                of(Return.values()));
    }

    private String metric(boolean deal) {
        return deal || one(2) ? "collected" : Component.ATTAINMENT;
    }

    private Measure measure(Scope scope) {
        var credits = EnumSet.of(Credit.Type.DIRECT);
        if (one(2)) credits.add(Credit.Type.ROLLUP);
        if (one(2)) credits.add(Credit.Type.OVERLAY);
        var filter = new Filter(
                one(3) ? Set.of(Kind.ORDER, Kind.RETURN) : Set.of(),
                one(4) ? Set.of("HIGH", "LOW") : Set.of(),
                Set.of(),
                null);
        return new Measure(of(Base.values()), scope, filter, credits);
    }

    private RateTable table(Mode mode, Payout payout) {
        if (payout.byAttainment() || one(2)) return RateTable.of(mode, tiers(mode, payout));
        return new RateTable(
                mode,
                List.of(
                        new Sheet("HIGH", null, tiers(mode, payout)),
                        new Sheet(null, "NEW", tiers(mode, payout)),
                        new Sheet(null, one(2) ? null : "OLD", tiers(mode, payout))));
    }

    private List<Tier> tiers(Mode mode, Payout payout) {
        var tiers = new ArrayList<Tier>();
        var count = 1 + random.nextInt(5);
        var bound = mode == Mode.POINTS ? decimal(8, 1) : BigDecimal.ZERO;
        for (int i = 0; i < count; i++) {
            var width = payout.byAttainment()
                    ? decimal(60, 2).add(new BigDecimal("0.01"))
                    : decimal(30_000, 1).add(BigDecimal.ONE);
            var last = i == count - 1;
            var to = last && mode != Mode.INTERPOLATED ? null : bound.add(width);
            tiers.add(new Tier(
                    bound,
                    to,
                    mode == Mode.INTERPOLATED && !payout.byAttainment() ? decimal(5_000, 0) : decimal(200, 3)));
            if (to != null) bound = to;
        }
        return tiers;
    }

    private List<Multiplier> multipliers() {
        return List.of(
                new Multiplier("HIGH", null, new BigDecimal("1.5")),
                new Multiplier("LOW", null, new BigDecimal("0.6")),
                new Multiplier(null, "NEW", decimal(20, 1)));
    }

    private Spiff spiff(String code) {
        var from = day();
        return new Spiff(
                code,
                one(2) ? Filter.ALL : new Filter(Set.of(Kind.ORDER, Kind.INVOICE), Set.of(), Set.of(), null),
                from,
                from.plusDays(random.nextInt(200)),
                of(Spiff.Per.values()),
                decimal(500, 3),
                one(2));
    }

    List<Deal> deals(int most) {
        var deals = new ArrayList<Deal>();
        var count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) deals.add(deal("D" + i));
        return deals;
    }

    Deal deal(String document) {
        var people = new ArrayList<>(PEOPLE);
        Collections.shuffle(people, random);
        var shares =
                switch (random.nextInt(4)) {
                    case 0 ->
                        List.of(
                                new Share(people.get(0), new BigDecimal("0.333")),
                                new Share(people.get(1), new BigDecimal("0.667")));
                    case 1 ->
                        List.of(
                                new Share(people.get(0), new BigDecimal("0.25")),
                                new Share(people.get(1), new BigDecimal("0.25")),
                                new Share(people.get(2), new BigDecimal("0.50")));
                    default -> List.of(new Share(people.get(0), BigDecimal.ONE));
                };
        var overlays = one(3) ? List.of(new Share(people.get(3), decimal(150, 2))) : List.<Share>of();
        var events = new ArrayList<SalesEvent>();
        for (int i = 0; i <= random.nextInt(3); i++) events.add(event(document + "-" + i));
        if (one(3)) {
            var sold = events.getFirst();
            events.add(sold.reversed(document + "-r", Kind.RETURN, sold.date().plusDays(random.nextInt(120))));
        }
        return new Deal(document, shares, overlays, events);
    }

    SalesEvent event(String id) {
        var foreign = one(4);
        return new SalesEvent(
                id,
                of(new Kind[] {Kind.ORDER, Kind.INVOICE, Kind.RECEIPT}),
                day(),
                null,
                of(GRADES),
                of(TYPES),
                decimal(3_000_000, 2).subtract(one(8) ? new BigDecimal("20000") : BigDecimal.ZERO),
                BigDecimal.valueOf(random.nextInt(20)),
                decimal(500_000, 2),
                foreign ? decimal(90_000, 4) : BigDecimal.ONE,
                foreign ? "USD@" + id : null);
    }
}

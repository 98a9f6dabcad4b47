package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import zhanggui.commissions.calculation.Component.Payout;
import zhanggui.commissions.calculation.Deal.Share;
import zhanggui.commissions.calculation.Measure.Base;
import zhanggui.commissions.calculation.Measure.Filter;
import zhanggui.commissions.calculation.Measure.Scope;
import zhanggui.commissions.calculation.RateTable.Mode;
import zhanggui.commissions.calculation.SalesEvent.Kind;

/**
 * How long a run takes, by hand: a year of deals for 5,000 people with shares, four levels of leaders and tiers over the
 * quarter. {@code java -Xmx1g … zhanggui.commissions.calculation.Speed 1000000 2}
 */
final class Speed {
    private static final int PEOPLE = 5_000;

    private Speed() {}

    public static void main(String[] arguments) throws Exception {
        var credits = Integer.parseInt(arguments[0]);
        var threads = Integer.parseInt(arguments[1]);
        var terms = terms();
        var began = System.nanoTime();
        long[] direct = new long[1];
        var whole = Calculation.bare(terms);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var parts = IntStream.range(0, threads)
                    .mapToObj(t -> (Callable<Calculation<BigDecimal>>) () -> {
                        var run = Calculation.bare(terms);
                        for (int i = t; i < credits / 2; i += threads) run.add(deal(i));
                        return run;
                    })
                    .toList();
            for (var part : pool.invokeAll(parts)) whole.addAll(part.get());
        }
        direct[0] = credits;
        var counted = System.nanoTime();
        var earnings = whole.earnings();
        var bytes = Results.bytes(earnings);
        var ended = System.nanoTime();
        System.gc();
        var runtime = Runtime.getRuntime();
        System.out.printf(
                "%,d direct credits, %d threads: counted in %.1f s, evaluated in %.1f s, %,d earnings, %d MB kept, hash %d%n",
                direct[0],
                threads,
                (counted - began) / 1e9,
                (ended - counted) / 1e9,
                earnings.size(),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                java.util.Arrays.hashCode(bytes));
    }

    private static Calculation.Terms terms() {
        var lines = new ArrayList<Hierarchy.Line>();
        var from = Fixtures.at(2020, 1, 1);
        var to = Fixtures.at(2030, 1, 1);
        // Everybody leads eight: four levels above most.
        for (int p = 1; p < PEOPLE; p++) lines.add(new Hierarchy.Line(name(p), name((p - 1) / 8), from, to));
        var tiers = Fixtures.tiers("0", "0.01", "100000", "0.02", "500000", "0.03", "2000000", "0.05", null);
        var own = Component.of("own", Measure.of(Scope.QUARTER), Payout.RATE_OF_AMOUNT, RateTable.of(Mode.STEP, tiers));
        var team = Component.of(
                "team",
                new Measure(Base.AMOUNT, Scope.QUARTER, Filter.ALL, Set.of(Credit.Type.ROLLUP)),
                Payout.RATE_BY_ATTAINMENT,
                RateTable.of(Mode.STEP, Fixtures.tiers("0", "0.001", "1", "0.002", null)));
        var plan = PlanVersion.of("p", own, team);
        var participations = new ArrayList<Participation>();
        for (int p = 0; p < PEOPLE; p++)
            participations.add(Participation.of(name(p), plan, Fixtures.at(2026, 1, 1), Fixtures.at(2027, 1, 1))
                    .with(Map.of("team", new BigDecimal("5000000")), BigDecimal.ZERO));
        return new Calculation.Terms(
                Fixtures.YEAR,
                new Crediting(new Hierarchy(lines), false, Crediting.CENT),
                participations,
                Metrics.NONE);
    }

    private static String name(int person) {
        return "person-" + person;
    }

    private static Deal deal(int number) {
        var random = new Random(number);
        var first = random.nextInt(PEOPLE);
        var second = (first + 1 + random.nextInt(PEOPLE - 1)) % PEOPLE;
        return new Deal(
                "D" + number,
                List.of(new Share(name(first), new BigDecimal("0.6")), new Share(name(second), new BigDecimal("0.4"))),
                List.of(),
                List.of(new SalesEvent(
                        "E" + number,
                        Kind.ORDER,
                        Fixtures.at(2026, 1, 1).plusDays(random.nextInt(365)),
                        null,
                        null,
                        null,
                        BigDecimal.valueOf(random.nextInt(10_000_000), 2),
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        BigDecimal.ONE,
                        null)));
    }
}

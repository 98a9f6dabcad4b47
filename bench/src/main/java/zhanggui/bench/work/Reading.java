package zhanggui.bench.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.HdrHistogram.ConcurrentHistogram;

/** Visits that only read, as the server answers them and as the database does alone. */
final class Reading implements Work {
    /**
     * @param rate visits a second; with none, {@code clients} without pause
     * @param p95 in milliseconds
     * @param times so many times the database's p95 at most
     * @param most at least so many visits a second
     */
    record Demand(double rate, int clients, double p95, Double times, Double most) {
        static Demand at(double rate, double p95) {
            return new Demand(rate, 0, p95, null, null);
        }

        Demand atMost(double times) {
            return new Demand(rate, clients, p95, times, most);
        }

        static Demand clients(int clients, double p95, Double most) {
            return new Demand(0, clients, p95, null, most);
        }

        Demand part(double part) {
            return new Demand(rate * part, clients, p95, times, most);
        }

        String load() {
            if (rate > 0) return Line.number(rate) + "/s";
            return clients == 1 ? "one after the other" : clients + " clients without pause";
        }

        String budget() {
            return "p95 ≤ " + Line.number(p95) + " ms"
                    + (times == null ? "" : ", ≤ " + Line.number(times) + " × the database")
                    + (most == null ? "" : ", ≥ " + Line.number(most) + "/s");
        }

        boolean metBy(Latencies ours, Latencies theirs) {
            return ours.failures() == 0
                    && ours.p95() <= p95
                    && (rate == 0 || ours.kept(rate))
                    && (times == null || ours.p95() <= times * theirs.p95())
                    && (most == null || ours.rate() >= most);
        }
    }

    /** What is asked, different each time. */
    interface Choice {
        List<Visit> of(Place place) throws Exception;
    }

    private final String name;
    private final String title;
    private Demand demand;
    private final Choice choice;
    private List<Visit> visits = List.of();
    private final List<List<List<String>>> statements = new ArrayList<>();

    Reading(String name, String title, Demand demand, Choice choice) {
        this.name = name;
        this.title = title;
        this.demand = demand;
        this.choice = choice;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare(Place place, Recorder recorder) throws Exception {
        visits = choice.of(place);
        demand = demand.part(place.pace().part());
        for (var visit : visits) statements.add(recorder.of(visit));
        if (statements.stream().flatMap(List::stream).anyMatch(List::isEmpty)) {
            throw new IllegalStateException("no SQL was recorded for " + name);
        }
    }

    /** Asks for some of it, so that the server has met it before. */
    @Override
    public void warm(Place place, int n) throws Exception {
        visits.get(n % visits.size()).make(place.server().wires(), place.threads());
    }

    @Override
    public List<Line> measure(Place place) throws Exception {
        var each = new ConcurrentHashMap<String, ConcurrentHistogram>();
        var ours = run(place, place.pace().ours(), n -> {
            var visit = visits.get(n % visits.size());
            long began = System.nanoTime();
            visit.make(place.server().wires(), place.threads());
            if (visit.label() == null) return;
            each.computeIfAbsent(visit.label(), l -> new ConcurrentHistogram(3))
                    .recordValue((System.nanoTime() - began) / 1000);
        });
        Latencies theirs;
        try (var database = new Replay(place.server())) {
            theirs = run(
                    place,
                    place.pace().theirs(),
                    n -> database.make(statements.get(n % statements.size()), place.threads()));
        }
        var rate = demand.rate() == 0 ? Line.number(ours.rate()) + "/s, " : shortfall(ours);
        var theirRate = demand.rate() == 0 ? Line.number(theirs.rate()) + "/s, " : shortfall(theirs);
        return List.of(new Line(
                title,
                demand.load(),
                rate + ours.inWords() + slowest(each),
                theirRate + theirs.inWords(),
                Line.times(ours.p95(), theirs.p95()),
                demand.budget(),
                demand.metBy(ours, theirs),
                ours.sound() && theirs.sound()));
    }

    private String shortfall(Latencies latencies) {
        return latencies.kept(demand.rate()) ? "" : "only " + Line.number(latencies.rate()) + "/s, ";
    }

    private Latencies run(Place place, java.time.Duration time, Load.Action action) throws InterruptedException {
        return demand.rate() > 0
                ? Load.open(demand.rate(), place.pace().warm(), time, action)
                : Load.closed(demand.clients(), place.pace().warm(), time, action);
    }

    /** Which of several kinds took longest. */
    private static String slowest(Map<String, ConcurrentHistogram> each) {
        if (each.isEmpty()) return "";
        var p95 = new HashMap<String, Double>();
        each.forEach((label, histogram) -> p95.put(label, histogram.getValueAtPercentile(95) / 1000.0));
        return "; slowest p95: "
                + p95.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(5)
                        .map(e -> e.getKey() + " " + Line.number(e.getValue()))
                        .collect(Collectors.joining(", "));
    }
}

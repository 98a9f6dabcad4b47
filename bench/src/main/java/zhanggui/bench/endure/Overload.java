package zhanggui.bench.endure;

import java.util.List;

/**
 * Five times the load that is held, and at least twice what the server can do: it goes on doing what it can, says no to
 * the rest, and recovers at once.
 */
final class Overload implements Trial {
    private static final int TIMES = 5;
    private static final int CLIENTS = 16;
    private static final double P95 = 300;
    private static final double LEAST = 0.8;

    @Override
    public String name() {
        return "overload";
    }

    @Override
    public List<Finding> run(Stand stand) throws Exception {
        var lengths = stand.lengths();
        var wires = stand.server().wires();
        var mix = stand.mix("超载");
        Traffic.at(lengths.rate(), lengths.warm(), wires, mix);
        var peak = Traffic.without(CLIENTS, lengths.peak(), wires, mix);
        double most = peak.rate(lengths.peak());
        double rate = Math.max(TIMES * lengths.rate(), 2 * most);
        var over = Traffic.at(rate, lengths.over(), wires, mix);
        double goodput = over.rate(lengths.over());
        Traffic.at(lengths.rate(), lengths.after(), wires, mix);
        var later = Traffic.at(lengths.rate(), lengths.after(), wires, mix);
        return List.of(
                Finding.rule(
                        "as much as %d clients get".formatted(CLIENTS),
                        "%.0f/s: %s".formatted(most, peak.inWords()),
                        "no errors",
                        peak.failures() == 0 && peak.done() > 0),
                Finding.figure(
                        "of them turned away",
                        String.valueOf(peak.all() - peak.done()),
                        "nobody",
                        peak.done() == peak.all()),
                Finding.rule(
                        "%.0f/s for %d s".formatted(rate, lengths.over().toSeconds()),
                        over.inWords(),
                        "all is done or turned away with 503 and Retry-After",
                        over.failures() == 0 && over.done() > 0),
                Finding.figure(
                        "done meanwhile",
                        "%.0f/s, %.0f %% of the most".formatted(goodput, 100 * goodput / most),
                        "≥ 80 % of the most",
                        goodput >= LEAST * most),
                Finding.rule(
                        "%.0f/s, %d s later"
                                .formatted(lengths.rate(), lengths.after().toSeconds()),
                        later.inWords(),
                        "no errors",
                        later.failures() == 0 && later.done() > 0),
                Finding.figure(
                        "of them turned away",
                        String.valueOf(later.all() - later.done()),
                        "nobody",
                        later.done() == later.all()),
                Finding.figure("the same", "p95 %.0f ms".formatted(later.p95()), "p95 ≤ 300 ms", later.p95() <= P95));
    }
}

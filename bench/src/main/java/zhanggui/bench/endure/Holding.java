package zhanggui.bench.endure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A load that is held for long: fast all the time, and nothing grows. */
final class Holding implements Trial {
    private static final double P95 = 300;

    @Override
    public String name() {
        return "load";
    }

    @Override
    public List<Finding> run(Stand stand) throws Exception {
        var lengths = stand.lengths();
        var wires = stand.server().wires();
        var mix = stand.mix("续航");
        Traffic.at(lengths.rate(), lengths.warm(), wires, mix);
        try (var vitals = new Vitals(stand.server())) {
            var tally = Traffic.at(lengths.rate(), lengths.held(), wires, mix);
            var load = "%.0f/s for %d s: 70 %% read, 20 %% search, 10 %% create"
                    .formatted(lengths.rate(), lengths.held().toSeconds());
            var courses = vitals.courses();
            var findings = new ArrayList<Finding>();
            findings.add(Finding.rule(load, tally.inWords(), "no errors", tally.failures() == 0 && tally.done() > 0));
            findings.add(Finding.figure(
                    "of them turned away",
                    String.valueOf(tally.all() - tally.done()),
                    "nobody",
                    tally.done() == tally.all()));
            findings.add(Finding.figure(
                    "the same", "p95 %.0f ms".formatted(tally.p95()), "p95 ≤ 300 ms", tally.p95() <= P95));
            findings.add(Finding.figure(
                    "what the server holds meanwhile, early → late",
                    courses.stream().map(Vitals.Course::inWords).collect(Collectors.joining(", ")),
                    "flat",
                    courses.stream().allMatch(Vitals.Course::flat)));
            return findings;
        }
    }
}

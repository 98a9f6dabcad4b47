package zhanggui.bench.work;

import java.util.List;
import zhanggui.bench.server.Server;

/** The start of a server on the data it has, and what it holds in memory when nobody does anything. */
final class Starting implements Work {
    private static final long REST = 10_000;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void prepare(Place place, Recorder recorder) {
        // Nothing is asked.
    }

    /** Measured first, while nobody has asked for anything yet. */
    @Override
    public List<Line> measure(Place place) throws Exception {
        Server.pause(REST);
        double seconds = place.server().started().toMillis() / 1000.0;
        long megabytes = place.server().megabytes();
        return List.of(
                Line.of("second start to first answer", "", Line.number(seconds) + " s", "≤ 10 s", seconds <= 10),
                Line.of("memory at rest, server and PostgreSQL", "", megabytes + " MB", "≤ 700 MB", megabytes <= 700));
    }
}

package zhanggui.bench.work;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;
import zhanggui.bench.server.Server;
import zhanggui.bench.server.Wire;

/** All customers as a workbook while others work, against the database handing out the same rows. */
final class Exporting implements Work {
    private static final double OTHERS = 20;
    private byte[] ask = {};
    private List<Visit> others = List.of();
    private String sql = "";

    @Override
    public String name() {
        return "export";
    }

    @Override
    public void prepare(Place place, Recorder recorder) throws Exception {
        var session = place.administrator();
        var columns = Place.shownColumns(session, "customers");
        ask = session.asked("/api/lists/customers/export?format=xlsx&columns=" + columns);
        others = Readings.newest(place, "customers");
        sql = recorder
                .during(() -> {
                    try (var wire = new Wire(place.server().port())) {
                        wire.send(ask, firstOnly());
                    } catch (Enough e) {
                        Server.pause(200);
                    }
                })
                .stream()
                .filter(s -> s.contains("customers") && s.startsWith("select"))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private static final class Enough extends RuntimeException {
        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }

    private static OutputStream firstOnly() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                throw new Enough();
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                throw new Enough();
            }
        };
    }

    @Override
    public List<Line> measure(Place place) throws Exception {
        var before = others(place, place.pace().ours());
        var bytes = new AtomicLong();
        Future<Double> export = place.threads().submit(() -> export(place, bytes));
        var during = others(place, place.pace().ours());
        double seconds = export.get();
        double theirs = theirs(place);
        return List.of(
                new Line(
                        String.format(
                                "export %,d customers to XLSX",
                                place.kept().size().customers()),
                        "one, heap " + Server.MEGABYTES + " MB",
                        String.format("%s s, %,d MB", Line.number(seconds), bytes.get() >> 20),
                        Line.number(theirs) + " s",
                        Line.times(seconds, theirs),
                        "≤ 60 s, heap ≤ 512 MB",
                        seconds <= 60,
                        true),
                new Line(
                        "others meanwhile: list page of 50",
                        Line.number(rate(place)) + "/s",
                        during.inWords() + "; before: " + before.inWords(),
                        "",
                        Line.times(during.p95(), before.p95()) + " before",
                        "p95 < 2 × before",
                        during.kept(rate(place)) && during.p95() < 2 * before.p95(),
                        during.sound() && before.sound()));
    }

    private static double rate(Place place) {
        return OTHERS * place.pace().part();
    }

    private Latencies others(Place place, Duration time) throws InterruptedException {
        return Load.open(OTHERS, Duration.ofMillis(100), time, n -> others.get(n % others.size())
                .make(place.server().wires(), place.threads()));
    }

    private double export(Place place, AtomicLong bytes) throws Exception {
        long began = System.nanoTime();
        try (var wire = new Wire(place.server().port())) {
            var answer = wire.send(ask, counting(bytes));
            if (answer.status() != 200) throw new IllegalStateException("the export was answered " + answer.status());
        }
        return Importing.seconds(began);
    }

    private static OutputStream counting(AtomicLong bytes) {
        return new OutputStream() {
            @Override
            public void write(int b) {
                bytes.incrementAndGet();
            }

            @Override
            public void write(byte[] part, int from, int length) {
                bytes.addAndGet(length);
            }
        };
    }

    private double theirs(Place place) throws Exception {
        try (var connection = place.server().database()) {
            long began = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + sql + ") to stdout", OutputStream.nullOutputStream());
            return Importing.seconds(began);
        }
    }
}

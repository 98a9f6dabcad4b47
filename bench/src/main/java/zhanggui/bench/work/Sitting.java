package zhanggui.bench.work;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import zhanggui.bench.data.Kept;
import zhanggui.bench.data.Tidy;
import zhanggui.bench.server.Server;

/**
 * Measures works on one company: first a server that tells its SQL answers each question once, then another, as it
 * runs in use, is measured.
 */
public final class Sitting {
    /** Cancels statements and tells whether there were any. */
    private static final String BUSY = "select pg_cancel_backend(pid) from pg_stat_activity"
            + " where state = 'active' and backend_type = 'client backend' and pid <> pg_backend_pid()";

    private static final int MOST_TRIES = 60;
    private final Path app;
    private final int port;
    private final Kept kept;
    private final Pace pace;
    private final ExecutorService threads;

    public Sitting(Path app, int port, Kept kept, Pace pace, ExecutorService threads) {
        this.app = app;
        this.port = port;
        this.kept = kept;
        this.pace = pace;
        this.threads = threads;
    }

    public void measure(List<Work> works, Consumer<Line> lines) throws Exception {
        Place prepared;
        try (var server = Server.start(app, kept.home(), port, Recorder.TELLING)) {
            prepared = new Place(server, kept, pace, threads);
            try (var connection = server.database()) {
                Tidy.since(kept.made(), connection);
            }
            var recorder = new Recorder(server);
            for (var work : works) work.prepare(prepared, recorder);
        }
        try (var server = Server.start(app, kept.home(), port, Map.of())) {
            var place = prepared.on(server);
            boolean warm = false;
            for (var work : works) {
                if (!warm && !(work instanceof Starting)) {
                    warm(place, works);
                    warm = true;
                }
                System.err.println("Measuring " + work.name() + " …");
                work.measure(place).forEach(lines);
                settle(server);
            }
            try (var connection = server.database()) {
                Tidy.since(kept.made(), connection);
            }
        }
    }

    /** What one work left running must not be in the way of the next. */
    private static void settle(Server server) throws Exception {
        try (var connection = server.database();
                var statement = connection.createStatement()) {
            for (int i = 0; i < MOST_TRIES; i++) {
                try (var busy = statement.executeQuery(BUSY)) {
                    if (!busy.next()) return;
                }
                Server.pause(500);
            }
        }
    }

    private void warm(Place place, List<Work> works) throws InterruptedException {
        System.err.println("Warming up …");
        Load.closed(
                4, Duration.ZERO, pace.start(), n -> works.get(n % works.size()).warm(place, n / works.size()));
    }
}

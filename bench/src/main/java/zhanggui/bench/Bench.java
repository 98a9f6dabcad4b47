package zhanggui.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import zhanggui.bench.data.Generation;
import zhanggui.bench.data.Kept;
import zhanggui.bench.data.Schema;
import zhanggui.bench.data.Size;
import zhanggui.bench.work.Pace;
import zhanggui.bench.work.Sitting;
import zhanggui.bench.work.Work;
import zhanggui.bench.work.Works;

/** Measures, prints and keeps a table. Ends with an error only when something could not be measured. */
final class Bench {
    private static final Path APP = Path.of("server/target/app").toAbsolutePath();
    private static final Path REPORTS = Path.of("docs/bench");
    private final Asked asked;
    private final Path folder;
    private final int port;
    private final Table table;

    private Bench(Asked asked) throws IOException {
        this.asked = asked;
        this.folder = Asked.folder(System.getenv());
        this.port = Asked.port(System.getenv());
        this.table = new Table(Machine.here(), LocalDate.now().toString());
    }

    static void main(String... arguments) throws Exception {
        Asked asked;
        try {
            asked = Asked.of(arguments);
        } catch (RuntimeException e) {
            System.err.println(Asked.USAGE);
            System.exit(2);
            return;
        }
        new Bench(asked).run();
        System.exit(0);
    }

    private void run() throws Exception {
        var size = asked.size();
        var middle = asked.smoke() ? Size.TINY : size == Size.S ? Size.S : Size.M;
        if (asked.generate()) {
            generated(size);
            return;
        }
        if (middle == size) {
            measure(
                    size,
                    Stream.concat(Works.all().stream(), Works.onMiddle().stream())
                            .toList());
        } else {
            measure(middle, Works.onMiddle());
            measure(size, Works.all());
        }
        System.out.println();
        System.out.println(table.text());
        if (asked.report() != null) table.keep(REPORTS, asked.report());
        if (asked.smoke() && !table.isSound()) throw new IllegalStateException("not everything could be measured");
    }

    private void measure(Size size, List<Work> all) throws Exception {
        var works = all.stream().filter(w -> asked.wants(w.name())).toList();
        if (works.isEmpty()) return;
        var kept = generated(size);
        table.on(kept);
        var pace = asked.smoke() ? Pace.SMOKE : Pace.USUAL;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            new Sitting(APP, port, kept, pace, threads).measure(works, line -> table.add(kept, line));
        }
    }

    private Kept generated(Size size) throws Exception {
        return Generation.of(
                folder.resolve(size.name()), size, asked.seed(), asked.day(), Schema.fingerprint(), APP, port);
    }
}

package zhanggui.bench.endure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zhanggui.bench.Machine;
import zhanggui.bench.data.Generation;
import zhanggui.bench.data.Kept;
import zhanggui.bench.data.Schema;
import zhanggui.bench.data.Size;
import zhanggui.bench.data.Tidy;
import zhanggui.bench.server.Server;

/** Tries what a server endures, prints and keeps it. Ends with an error when a rule is broken; figures are only told. */
final class Endure {
    private static final String USAGE = "usage: ./zhanggui endure [--size=S|M|L] [--only=load,overload,disk,restart]"
            + " [--minutes=n] [--seed=n] [--report=name] [--short]";
    private static final Set<String> OPTIONS = Set.of("--size", "--only", "--minutes", "--seed", "--report", "--short");
    private static final List<Trial> TRIALS =
            List.of(new Holding(), new Overload(), new FullDisk(), new RollingRestart());
    private static final Path APP = Path.of("server/target/app").toAbsolutePath();
    private static final Path REPORTS = Path.of("docs/endure");
    private static final String SEED = "20260101";
    private final Map<String, String> given;

    private final boolean brief;

    private Endure(Map<String, String> given) {
        this.given = given;
        this.brief = given.containsKey("--short");
    }

    static void main(String... arguments) throws Exception {
        var given = new HashMap<String, String>();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            given.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        if (!OPTIONS.containsAll(given.keySet())) {
            System.err.println(USAGE);
            System.exit(2);
        }
        System.exit(new Endure(given).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        var size =
                brief ? Size.TINY : Size.of(given.getOrDefault("--size", "L")).orElseThrow();
        int port = Integer.parseInt(environment("ZHANGGUI_ENDURE_PORT", "18360"));
        long seed = Long.parseLong(given.getOrDefault("--seed", SEED));
        var data = Path.of(environment("ZHANGGUI_BENCH_DATA", "data-bench")).toAbsolutePath();
        var kept = Generation.of(data.resolve(size.name()), size, seed, null, Schema.fingerprint(), APP, port);
        var folder = Files.createTempDirectory("zhanggui-endure");
        try {
            var findings = findings(kept, lengths(), port, folder, seed);
            var text = text(kept, findings);
            System.out.println("\n" + text);
            if (!brief && given.containsKey("--report")) {
                Files.createDirectories(REPORTS);
                Files.writeString(REPORTS.resolve(given.get("--report") + ".md"), text);
            }
            return findings.stream().noneMatch(Finding::fails);
        } finally {
            clear(folder);
        }
    }

    private Stand.Lengths lengths() {
        var lengths = brief ? Stand.Lengths.SHORT : Stand.Lengths.LONG;
        return given.containsKey("--minutes")
                ? lengths.holding(Duration.ofMinutes(Long.parseLong(given.get("--minutes"))))
                : lengths;
    }

    private List<Finding> findings(Kept kept, Stand.Lengths lengths, int port, Path folder, long seed)
            throws Exception {
        var only = given.containsKey("--only") ? List.of(given.get("--only").split(",")) : List.<String>of();
        var findings = new ArrayList<Finding>();
        try (var disk = SmallDisk.at(folder.resolve("disk"))) {
            var arriving =
                    Map.of("SPRING_SERVLET_MULTIPART_LOCATION", disk.folder().toString());
            try (var server = Server.start(APP, kept.home(), port, arriving)) {
                var stand = new Stand(APP, server, kept, lengths, port, folder, disk, seed, brief);
                for (var trial : TRIALS) {
                    if (!only.isEmpty() && !only.contains(trial.name())) continue;
                    var began = Instant.now();
                    System.err.println("Trying " + trial.name() + " …");
                    for (var finding : trial.run(stand)) {
                        findings.add(finding);
                        System.out.println(finding.line(brief));
                    }
                    System.err.println("  " + began.until(Instant.now(), ChronoUnit.SECONDS) + " s");
                }
                try (var connection = server.database()) {
                    Tidy.since(kept.made(), connection);
                }
            }
        }
        return findings;
    }

    /** No names of hosts, people or folders. */
    private String text(Kept kept, List<Finding> findings) throws IOException {
        var machine = Machine.here();
        var text = new StringBuilder("# Endured on " + LocalDate.now() + "\n\n- " + machine.inWords() + "\n- commit "
                + machine.commit() + "\n- data " + kept.size().inWords() + "; seed " + kept.seed() + ", up to "
                + kept.day() + "\n- servers with their usual settings; whoever asks shares the machine with them\n\n"
                + "| what | seen | demand | |\n|--|--|--|--|\n");
        for (var finding : findings) text.append(finding.line(brief)).append('\n');
        return text.toString();
    }

    private static String environment(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }

    private static void clear(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}

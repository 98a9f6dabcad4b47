package zhanggui.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zhanggui.bench.data.Size;

/**
 * What the command line asks for.
 *
 * @param only names of works; all when empty
 * @param day up to which data are generated; that of a kept set, or today, when absent
 * @param smoke a tiny company and short measurements, nothing kept: only to see that everything works
 * @param generate the company only
 * @param report under which name the table is kept; none to print it only
 */
record Asked(Size size, Set<String> only, long seed, LocalDate day, boolean smoke, boolean generate, String report) {
    static final String USAGE = "usage: ./zhanggui bench [--size=S|M|L] [--only=name,…] [--seed=n] [--day=yyyy-mm-dd]"
            + " [--report=name] [--generate] [--smoke]";
    private static final String SEED = "20260101";
    private static final Set<String> OPTIONS =
            Set.of("--size", "--only", "--seed", "--day", "--report", "--generate", "--smoke");

    /** @throws IllegalArgumentException when that cannot be understood */
    static Asked of(String... arguments) {
        var given = new HashMap<String, String>();
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            if (!OPTIONS.contains(parts[0])) throw new IllegalArgumentException(argument);
            given.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        boolean smoke = given.containsKey("--smoke");
        var size = given.getOrDefault("--size", "L");
        return new Asked(
                smoke ? Size.TINY : Size.of(size).orElseThrow(() -> new IllegalArgumentException(size)),
                given.containsKey("--only")
                        ? Set.copyOf(List.of(given.get("--only").split(",")))
                        : Set.of(),
                Long.parseLong(given.getOrDefault("--seed", SEED)),
                given.containsKey("--day") ? LocalDate.parse(given.get("--day")) : null,
                smoke,
                given.containsKey("--generate"),
                smoke ? null : given.get("--report"));
    }

    boolean wants(String work) {
        return only.isEmpty() || only.contains(work);
    }

    /** Where generated companies are kept. */
    static Path folder(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("ZHANGGUI_BENCH_DATA", "data-bench"))
                .toAbsolutePath();
    }

    static int port(Map<String, String> environment) {
        return Integer.parseInt(environment.getOrDefault("ZHANGGUI_BENCH_PORT", "18350"));
    }
}

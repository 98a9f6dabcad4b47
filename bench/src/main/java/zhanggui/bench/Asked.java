package zhanggui.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import zhanggui.bench.data.Size;

/**
 * What the command line asks for.
 *
 * @param only names of works; all when empty
 * @param day up to which data are generated; that of a kept set, or today, when absent
 * @param smoke a tiny company and short measurements, nothing kept: only to see that everything works
 * @param report under which name the table is kept; none to print it only
 */
record Asked(Size size, List<String> only, long seed, LocalDate day, boolean smoke, boolean generate, String report) {
    static final long SEED = 20_260_101;
    static final String USAGE =
            "usage: ./zhanggui bench [--size=S|M|L] [--only=name,…] [--seed=n] [--day=yyyy-mm-dd] [--report=name] [--generate] [--smoke]";

    static Asked of(String... arguments) {
        var asked = new Asked(Size.L, List.of(), SEED, null, false, false, null);
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            var value = parts.length == 2 ? parts[1] : "";
            asked = switch (parts[0]) {
                case "--size" -> asked.with(Size.of(value).orElseThrow(() -> new IllegalArgumentException(argument)));
                case "--only" ->
                    new Asked(asked.size, List.of(value.split(",")), asked.seed, asked.day, false, false, asked.report);
                case "--seed" -> asked.with(Long.parseLong(value));
                case "--day" -> asked.with(LocalDate.parse(value));
                case "--report" -> asked.reported(value);
                case "--generate" ->
                    new Asked(asked.size, asked.only, asked.seed, asked.day, asked.smoke, true, asked.report);
                case "--smoke" -> new Asked(Size.TINY, asked.only, asked.seed, asked.day, true, false, null);
                default -> throw new IllegalArgumentException(argument);
            };
        }
        return asked;
    }

    private Asked with(Size other) {
        return new Asked(other, only, seed, day, smoke, generate, report);
    }

    private Asked with(long other) {
        return new Asked(size, only, other, day, smoke, generate, report);
    }

    private Asked with(LocalDate other) {
        return new Asked(size, only, seed, other, smoke, generate, report);
    }

    private Asked reported(String name) {
        return new Asked(size, only, seed, day, smoke, generate, name);
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

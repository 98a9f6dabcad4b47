package zhanggui.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A generated company in a folder, ready to be served.
 *
 * @param version the generator's
 * @param schema fingerprint of the migrations it has seen
 * @param made what came into the database after that came from measuring, and is taken out again
 * @param heads of branches with about fifty people
 * @param top head of the whole company
 */
public record Kept(
        Path folder,
        Size size,
        int version,
        long seed,
        LocalDate day,
        String schema,
        Instant made,
        String password,
        List<String> heads,
        String top) {
    public static final String ADMINISTRATOR = "keeper";
    private static final String STAMP = "set.properties";

    public Path home() {
        return home(folder);
    }

    static Path home(Path folder) {
        return folder.resolve("server");
    }

    /** The company in a folder, if there is a whole one. */
    public static Optional<Kept> in(Path folder) throws IOException {
        var file = folder.resolve(STAMP);
        if (!Files.exists(file)) return Optional.empty();
        var p = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            p.load(reader);
        }
        if (p.getProperty("made") == null) return Optional.empty();
        return Optional.of(new Kept(
                folder,
                Size.valueOf(p.getProperty("size")),
                Integer.parseInt(p.getProperty("version", "1")),
                Long.parseLong(p.getProperty("seed")),
                LocalDate.parse(p.getProperty("day")),
                p.getProperty("schema"),
                Instant.parse(p.getProperty("made")),
                p.getProperty("password"),
                List.of(p.getProperty("heads").split(",")),
                p.getProperty("top")));
    }

    Kept with(String schema) {
        return new Kept(folder, size, version, seed, day, schema, made, password, heads, top);
    }

    void save() throws IOException {
        var p = new Properties();
        p.setProperty("size", size.name());
        p.setProperty("version", String.valueOf(version));
        p.setProperty("seed", String.valueOf(seed));
        p.setProperty("day", day.toString());
        p.setProperty("schema", schema);
        p.setProperty("made", made.toString());
        p.setProperty("password", password);
        p.setProperty("heads", String.join(",", heads));
        p.setProperty("top", top);
        try (var writer = Files.newBufferedWriter(folder.resolve(STAMP))) {
            p.store(writer, "A generated company of Zhanggui's benchmarks. The folder may be deleted.");
        }
    }

    /** Makes room for a new one: removes what the benchmarks put into a folder, and nothing else. */
    static void clear(Path folder) throws IOException {
        Files.createDirectories(folder);
        var stamp = folder.resolve(STAMP);
        try (var files = Files.list(folder)) {
            if (!Files.exists(stamp) && files.findAny().isPresent()) {
                throw new IOException(folder + " holds something that was not generated; name another folder.");
            }
        }
        if (Files.exists(home(folder))) {
            try (var files = Files.walk(home(folder))) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        }
        Files.writeString(stamp, "# being generated\n");
    }
}

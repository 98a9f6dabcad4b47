package zhanggui.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A Zhanggui server of this build on a data folder of its own, started like {@code ./zhanggui run} starts it. */
public final class Server implements AutoCloseable {
    public static final int MEGABYTES = 512;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final byte[] FIRST =
            "GET /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\r\n".getBytes();
    private static final Pattern TOKEN = Pattern.compile("one-time token there: (\\w+)");
    private final Process process;
    private final Thread end;
    private final Path home;
    private final Path log;
    private final int port;
    private final Wires wires;
    private final Duration started;

    private Server(Process process, Path home, Path log, int port, long since) throws IOException {
        this.process = process;
        this.home = home;
        this.log = log;
        this.port = port;
        this.wires = new Wires(port);
        this.end = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            waitForFirstAnswer(since);
        } catch (IOException e) {
            process.destroy();
            throw e;
        }
        this.started = Duration.ofNanos(System.nanoTime() - since);
    }

    /**
     * Starts one and waits for its first answer.
     *
     * @param app the folder of the unpacked build
     * @param more of the environment, such as what is to be logged
     */
    public static Server start(Path app, Path home, int port, Map<String, String> more) throws IOException {
        Files.createDirectories(home);
        var log = home.resolveSibling("server.log");
        var command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseCompactObjectHeaders",
                        "-Xmx" + MEGABYTES + "m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        app.resolve("zhanggui.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().keySet().removeIf(name -> name.startsWith("ZHANGGUI_") && !name.endsWith("_CACHE"));
        command.environment().putAll(more);
        command.environment().put("ZHANGGUI_PORT", String.valueOf(port));
        command.environment().put("ZHANGGUI_DATA", home.toString());
        long since = System.nanoTime();
        return new Server(command.start(), home, log, port, since);
    }

    private void waitForFirstAnswer(long since) throws IOException {
        while (System.nanoTime() - since < PATIENCE.toNanos()) {
            if (!process.isAlive()) throw new IOException("the server did not start: " + Files.readString(log));
            try (var wire = new Wire(port)) {
                if (wire.send(FIRST).status() == 200) return;
            } catch (IOException e) {
                pause(20);
            }
        }
        throw new IOException("the server does not answer: " + Files.readString(log));
    }

    /** From the start of the process to the first answer. */
    public Duration started() {
        return started;
    }

    public int port() {
        return port;
    }

    public Path log() {
        return log;
    }

    public Wires wires() {
        return wires;
    }

    public Session nobody() throws IOException {
        return new Session(wires);
    }

    public Session signIn(String username, String password) throws IOException {
        return Session.signIn(wires, username, password);
    }

    /** What has to be entered to set up, as the log tells whoever can read it. */
    public String setupToken() throws IOException {
        var found = TOKEN.matcher(Files.readString(log));
        if (!found.find()) throw new IOException("the server is set up already");
        return found.group(1);
    }

    /** Straight to the server's database, as its owner. */
    public Connection database() throws SQLException, IOException {
        var properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", databasePassword());
        return DriverManager.getConnection("jdbc:" + databaseAddress(), properties);
    }

    /** The environment of other servers that work on this server's database. */
    public Map<String, String> shared() throws IOException {
        return Map.of(
                "ZHANGGUI_DATABASE_URL", databaseAddress(),
                "ZHANGGUI_DATABASE_USER", "postgres",
                "ZHANGGUI_DATABASE_PASSWORD", databasePassword());
    }

    private String databaseAddress() throws IOException {
        var port = Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(3);
        return "postgresql://127.0.0.1:" + port.strip() + "/postgres";
    }

    private String databasePassword() throws IOException {
        return Files.readString(home.resolve("database.password")).strip();
    }

    public long pid() {
        return process.pid();
    }

    /** What the server and its PostgreSQL hold in memory, shared pages counted once, in megabytes. */
    public long megabytes() throws IOException {
        var processes = new ArrayList<>(List.of(process.toHandle()));
        process.toHandle().descendants().forEach(processes::add);
        long kilobytes = 0;
        for (var one : processes) {
            try {
                for (var line : Files.readAllLines(Path.of("/proc", String.valueOf(one.pid()), "smaps_rollup"))) {
                    if (line.startsWith("Pss:")) kilobytes += Long.parseLong(line.replaceAll("\\D", ""));
                }
            } catch (java.nio.file.NoSuchFileException e) {
                continue; // it ended meanwhile
            }
        }
        return kilobytes / 1024;
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        wires.close();
        process.destroy();
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) throw new IOException("the server does not stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(end);
    }
}

package zhanggui.bench.endure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import zhanggui.bench.server.Server;
import zhanggui.bench.server.Wire;

/** Servers that a command restarts, as an administrator has them, each with its process id in a file. */
final class Restartable implements AutoCloseable {
    private static final byte[] READY =
            "GET /api/system/health/readiness HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes();
    private static final int PATIENCE = 1200;
    private static final String SCRIPT = """
            #!/bin/sh
            # restart NAME PORT: ends the one that runs and starts another
            cd "$(dirname "$0")"
            if [ -f "$1.pid" ]; then
              read -r pid < "$1.pid"
              kill -TERM "$pid"
              while [ -r "/proc/$pid/status" ] && ! grep -q 'State:.Z' "/proc/$pid/status"; do sleep 0.1; done
            fi
            ZHANGGUI_PORT=$2 ZHANGGUI_DATA=$PWD/$1 nohup "%s" -XX:+UseCompactObjectHeaders -Xmx%dm \\
              --enable-native-access=ALL-UNNAMED -jar "%s" >> "$1.log" 2>&1 < /dev/null &
            echo $! > "$1.pid"
            """;
    private final Path folder;
    private final Map<String, String> environment;

    /** @param environment of the servers: their database, and what else */
    Restartable(Path app, Path folder, Map<String, String> environment) throws IOException {
        this.folder = folder;
        this.environment = environment;
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        Files.writeString(script(), SCRIPT.formatted(java, Server.MEGABYTES, app.resolve("zhanggui.jar")));
        if (!script().toFile().setExecutable(true)) throw new IOException(script() + " cannot be made executable");
    }

    /** The command that restarts one. */
    String command(String name, int port) {
        return "'" + script() + "' " + name + " " + port;
    }

    /** Runs a command that restarts some, its output ours. */
    Process run(String... command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(n -> n.startsWith("ZHANGGUI_") && !n.endsWith("_CACHE"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    void start(String name, int port) throws IOException, InterruptedException {
        if (run("sh", "-c", command(name, port)).waitFor() != 0) throw new IOException("could not start " + name);
    }

    /** Returns when the server says that it is ready. */
    void ready(String name, int port) throws IOException {
        for (int i = 0; i < PATIENCE; i++) {
            try (var wire = new Wire(port)) {
                if (wire.send(READY).status() == 200) return;
            } catch (IOException e) {
                if (process(name).isEmpty()) throw new IOException(Files.readString(folder.resolve(name + ".log")), e);
            }
            Server.pause(100);
        }
        throw new IOException(name + " does not become ready");
    }

    Optional<ProcessHandle> process(String name) throws IOException {
        var file = folder.resolve(name + ".pid");
        if (!Files.exists(file)) return Optional.empty();
        return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).filter(Restartable::lives);
    }

    /** One that has ended and whose parent has not noticed does not. */
    private static boolean lives(ProcessHandle process) {
        try {
            var status = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status"));
            return !status.contains("State:\tZ");
        } catch (IOException e) {
            return false;
        }
    }

    private Path script() {
        return folder.resolve("restart");
    }

    @Override
    public void close() throws IOException {
        for (var name : RollingRestart.NAMES) process(name).ifPresent(ProcessHandle::destroy);
        for (var name : RollingRestart.NAMES) {
            for (int i = 0; process(name).isPresent(); i++) {
                if (i > PATIENCE) throw new IOException(name + " does not stop");
                Server.pause(100);
            }
        }
    }
}

package zhanggui.bench.endure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import zhanggui.bench.server.Server;
import zhanggui.bench.server.Session;
import zhanggui.bench.server.Wires;

/** Two servers on one database behind HAProxy, restarted by {@code deploy/rolling-restart} under load: nobody notices. */
final class RollingRestart implements Trial {
    static final List<String> NAMES = List.of("one", "two");
    private static final Path RECIPE = Path.of("deploy/rolling-restart").toAbsolutePath();
    private static final Path CONFIGURATION = Path.of("deploy/haproxy.cfg");
    private static final String NAME = "轮换";

    @Override
    public String name() {
        return "restart";
    }

    @Override
    public List<Finding> run(Stand stand) throws Exception {
        var environment = new HashMap<>(stand.server().shared());
        environment.put("ZHANGGUI_DRAIN", "3s");
        environment.put("ZHANGGUI_FORWARDED_HEADERS", "native");
        environment.put("ZHANGGUI_SETTLE", "2");
        // They start in half the time, and are not as fast later.
        if (stand.brief()) environment.put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        int one = stand.port() + 1;
        int two = stand.port() + 2;
        try (var servers = new Restartable(stand.app(), stand.folder(), environment)) {
            servers.start(NAMES.get(0), one);
            servers.start(NAMES.get(1), two);
            servers.ready(NAMES.get(0), one);
            servers.ready(NAMES.get(1), two);
            var findings = new ArrayList<Finding>();
            findings.add(sessions(stand, one, two));
            try (var proxy = proxy(stand, one, two)) {
                findings.addAll(restarted(stand, servers, one, two, proxy.wires));
            }
            return findings;
        }
    }

    /** Whether a session begun at one server is known at the other, and ends everywhere. */
    private static Finding sessions(Stand stand, int one, int two) throws Exception {
        try (var first = new Wires(one);
                var second = new Wires(two)) {
            var session = Session.signIn(
                    first, stand.kept().heads().getFirst(), stand.kept().password());
            var rows = session.asked("/api/lists/customers/rows?size=1");
            int there = second.send(rows).status();
            int out = second.send(session.deleted("/api/session")).status();
            int here = first.send(rows).status();
            return Finding.rule(
                    "signed in at one server; at the other: a list, signing out; at the first: the list",
                    there + ", " + out + ", " + here,
                    "200, 204, 401",
                    there == 200 && out == 204 && here == 401);
        }
    }

    private List<Finding> restarted(Stand stand, Restartable servers, int one, int two, Wires wires) throws Exception {
        var before = pids(servers);
        var mix = stand.mix(NAME);
        var recipe = servers.run(
                RECIPE.toString(),
                address(one),
                servers.command("one", one),
                address(two),
                servers.command("two", two));
        var tally = Traffic.at(stand.lengths().restartRate(), () -> !recipe.isAlive(), wires, mix);
        var after = pids(servers);
        var others = after.stream().noneMatch(before::contains) && after.size() == NAMES.size();
        long created = created(stand.server());
        return List.of(
                Finding.rule(
                        "two servers restarted one after the other in %.0f s, %.0f/s meanwhile"
                                .formatted(tally.seconds(), stand.lengths().restartRate()),
                        tally.inWords(),
                        "no request failed or was turned away",
                        tally.done() == tally.all() && tally.all() > 0),
                Finding.rule(
                        "the recipe",
                        recipe.exitValue() == 0 && others ? "went through, both are others" : "broke off",
                        "went through",
                        recipe.exitValue() == 0 && others),
                Finding.rule(
                        "opportunities created meanwhile",
                        created + " of " + mix.created(),
                        "each once",
                        created == mix.created()));
    }

    private static List<Long> pids(Restartable servers) throws IOException {
        var pids = new ArrayList<Long>();
        for (var name : NAMES) servers.process(name).map(ProcessHandle::pid).ifPresent(pids::add);
        return pids;
    }

    private static long created(Server server) throws Exception {
        try (var database = server.database();
                var statement = database.createStatement();
                var found = statement.executeQuery("select count(*), count(distinct name)"
                        + " from opportunities.opportunity where name like '" + NAME + " %'")) {
            found.next();
            return found.getLong(1) == found.getLong(2) ? found.getLong(1) : -1;
        }
    }

    private static String address(int port) {
        return "http://127.0.0.1:" + port;
    }

    private record Proxy(Process process, Wires wires) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            wires.close();
            process.destroy();
        }
    }

    /** HAProxy with the configuration that is recommended, on other ports. */
    private static Proxy proxy(Stand stand, int one, int two) throws IOException {
        int port = stand.port() + 3;
        var file = stand.folder().resolve("haproxy.cfg");
        Files.writeString(
                file,
                Files.readString(CONFIGURATION)
                        .replace("127.0.0.1:8080", "127.0.0.1:" + port)
                        .replace("127.0.0.1:8081", "127.0.0.1:" + one)
                        .replace("127.0.0.1:8082", "127.0.0.1:" + two));
        var log = stand.folder().resolve("haproxy.log").toFile();
        var process = new ProcessBuilder("haproxy", "-db", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        for (int i = 0; i < 100; i++) {
            try (var wires = new Wires(port)) {
                if (wires.send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes())
                                .status()
                        == 200) break;
            } catch (IOException e) {
                if (!process.isAlive()) throw new IOException(Files.readString(log.toPath()), e);
            }
            Server.pause(100);
        }
        return new Proxy(process, new Wires(port));
    }
}

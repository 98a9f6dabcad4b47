package zhanggui.bench.data;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhanggui.bench.server.Server;

/** Brings an invented company into being: set up through the API, filled through COPY, checked by queries. */
public final class Generation {
    /** Rises when the same seed gives other data, so that kept ones are made anew. */
    public static final int VERSION = 2;

    private static final List<String> FILLED = List.of(
            "customers.customer",
            "customers.contact",
            "customers.trait",
            "customers.collaborator",
            "opportunities.opportunity",
            "opportunities.line",
            "opportunities.stage_span",
            "opportunities.contact_role",
            "activities.activity",
            "activities.task",
            "audit.entry");

    private Generation() {}

    /** The kept company of this size and seed, brought to this schema, or else a new one. */
    public static Kept of(Path folder, Size size, long seed, LocalDate day, String schema, Path app, int port)
            throws Exception {
        var kept = Kept.in(folder);
        if (kept.isPresent()
                && kept.get().size() == size
                && kept.get().seed() == seed
                && (day == null || kept.get().day().equals(day))
                && kept.get().version() == VERSION) {
            return kept.get().schema().equals(schema) ? kept.get() : migrated(kept.get(), schema, app, port);
        }
        var of = day == null ? LocalDate.now(Times.ZONE) : day;
        say("Generating " + size.inWords() + ", seed " + seed + ", up to " + of);
        Kept.clear(folder);
        try (var server = Server.start(app, Kept.home(folder), port, Map.of())) {
            return fill(server, folder, size, seed, of, schema);
        }
    }

    /** A company made for earlier migrations, as an installation would go on with it. */
    private static Kept migrated(Kept kept, String schema, Path app, int port) throws Exception {
        say("Migrating the kept " + kept.size().inWords());
        var since = Instant.now();
        try (var server = Server.start(app, kept.home(), port, Map.of());
                var connection = server.database();
                var statement = connection.createStatement()) {
            Sealing.finish(connection);
            statement.execute("vacuum (analyze)");
            statement.execute("checkpoint");
        }
        say("  migrated after " + seconds(since));
        var now = kept.with(schema);
        now.save();
        return now;
    }

    private static Kept fill(Server server, Path folder, Size size, long seed, LocalDate day, String schema)
            throws Exception {
        var since = Instant.now();
        var password = password();
        setUp(server, password);
        try (var connection = server.database()) {
            settings(
                    connection,
                    "alter system set max_wal_size = '4GB'",
                    "alter system set checkpoint_timeout = '30min'",
                    "alter system set autovacuum = off");
            var ground = Ground.lay(connection, size, seed, new Times(day));
            Sealing.hold(connection);
            var lifted = Lifted.from(connection, FILLED);
            new Filling(server::database, ground).run();
            say("  loaded after " + seconds(since));
            lifted.restore(server::database);
            say("  indexes and keys after " + seconds(since));
            settings(connection, "alter system reset all");
            try (var statement = connection.createStatement()) {
                statement.execute("select setval('opportunities.number', " + ground.deals().count + ")");
                statement.execute("vacuum (analyze)");
                Sealing.finish(connection);
                say("  audit log sealed after " + seconds(since));
                statement.execute("vacuum (analyze) seals.seal, seals.sealing");
                Check.consistency(connection);
                Check.application(server, password, ground.firms());
                statement.execute("checkpoint");
            }
            var made = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            var staff = ground.staff();
            var kept = new Kept(
                    folder, size, VERSION, seed, day, schema, made, password, staff.branchHeads(), staff.topHead());
            kept.save();
            say("  checked and ready after " + seconds(since));
            return kept;
        }
    }

    private static void setUp(Server server, String password) throws IOException {
        var company = Map.of(
                "nameZh", "澄源仪器（压测）",
                "nameEn", "Clearwell Instruments (Load)",
                "currency", "CNY",
                "timeZone", Times.ZONE.getId(),
                "fiscalYearStartMonth", 1,
                "language", "zh-CN");
        var administrator = Map.of("name", "管家", "username", Kept.ADMINISTRATOR, "password", password);
        server.nobody()
                .post(
                        "/api/setup",
                        Map.of("token", server.setupToken(), "administrator", administrator, "company", company));
    }

    private static void settings(Connection connection, String... commands) throws Exception {
        try (var statement = connection.createStatement()) {
            for (var command : commands) statement.execute(command);
            statement.execute("select pg_reload_conf()");
        }
    }

    private static String password() {
        var bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String seconds(Instant since) {
        return Duration.between(since, Instant.now()).toSeconds() + " s";
    }

    static void say(String text) {
        System.err.println(text);
    }

    /** Moments in the form COPY reads. */
    static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    /** What is loaded first: the organisation and the products; and what all the rest is a function of. */
    record Ground(Staff staff, Firms firms, Deals deals, FollowUps followUps, Times times, long seed, UUID keeper) {
        static Ground lay(Connection connection, Size size, long seed, Times times) throws Exception {
            var base = new Base(connection, seed, times);
            var staff = base.organise(size);
            var firms = new Firms(
                    size.customers,
                    seed,
                    times,
                    staff.sellers.stream().mapToInt(Integer::intValue).toArray());
            var deals = new Deals(size.deals, seed, times, firms, base.pipelines(), base.products());
            var followUps = new FollowUps(size.activities, seed, times, firms, deals);
            return new Ground(staff, firms, deals, followUps, times, seed, base.keeper());
        }
    }
}

package zhanggui.bench.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import zhanggui.bench.data.Tidy;
import zhanggui.bench.server.Session;

/** Entering opportunities through the API, against storing the same rows without it. */
final class Creating implements Work {
    private static final int CLIENTS = 8;
    private static final double RATE = 100;
    private final List<Entered> entered = new ArrayList<>();

    private record Entered(Session by, Map<String, Object> body) {}

    @Override
    public String name() {
        return "create";
    }

    @Override
    public void prepare(Place place, Recorder recorder) throws Exception {
        var products = Place.rowsOf(place.administrator().get(Place.rows("products", "size", "20")));
        for (var head : place.heads()) {
            var firms = Place.rowsOf(head.get(Place.rows("customers", "size", "40", "columns", "name")));
            for (int i = 0; i < firms.size(); i++) {
                var product = products.get(i % products.size()).get("id").asString();
                entered.add(new Entered(
                        head,
                        Map.of(
                                "name",
                                firms.get(i).get("cells").get("name").asString() + " 新购",
                                "customer",
                                firms.get(i).get("id").asString(),
                                "expectedClose",
                                place.kept().day().plusDays(40).toString(),
                                "source",
                                "referral",
                                "nextStep",
                                "安排演示",
                                "nextStepOn",
                                place.kept().day().plusDays(7).toString(),
                                "lines",
                                List.of(Map.of("product", product, "quantity", 1 + i % 4)))));
            }
        }
    }

    @Override
    public List<Line> measure(Place place) throws Exception {
        var since = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Load.Action create = n -> create(place, n);
        var pace = place.pace();
        double rate = RATE * pace.part();
        var flatOut = Load.closed(CLIENTS, pace.warm(), pace.ours(), create);
        var steady = Load.open(rate, pace.warm(), pace.ours(), create);
        var theirs = theirs(place, since);
        try (var connection = place.server().database()) {
            Tidy.since(place.kept().made(), connection);
        }
        double part = flatOut.rate() / theirs.rate();
        return List.of(
                new Line(
                        "create an opportunity through the API: rights, log, once-only key",
                        CLIENTS + " clients without pause",
                        Line.number(flatOut.rate()) + "/s, " + flatOut.inWords(),
                        Line.number(theirs.rate()) + "/s, " + theirs.inWords(),
                        "rate × " + String.format("%.2f", part),
                        "≥ ⅓ of the database's rate",
                        flatOut.failures() == 0 && part >= 1 / 3.0,
                        flatOut.sound() && theirs.sound()),
                new Line(
                        "the same",
                        Line.number(rate) + "/s",
                        steady.inWords(),
                        "",
                        "",
                        "p95 ≤ 120 ms",
                        steady.kept(rate) && steady.p95() <= 120,
                        steady.sound()));
    }

    /** What is created here is taken out with the rest. */
    @Override
    public void warm(Place place, int n) throws Exception {
        create(place, n);
    }

    private void create(Place place, int n) throws Exception {
        var one = entered.get(n % entered.size());
        Visit.ask(place.server().wires(), one.by().posted("/api/opportunities", one.body()));
    }

    private Latencies theirs(Place place, Instant since) throws Exception {
        var free = new ArrayBlockingQueue<Copies>(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) free.add(new Copies(place.server().database(), since));
        var latencies = Load.closed(CLIENTS, place.pace().warm(), place.pace().theirs(), n -> {
            var copies = free.take();
            try {
                copies.store();
            } finally {
                free.add(copies);
            }
        });
        for (var copies : free) copies.connection.close();
        return latencies;
    }

    /** Stores the rows of one opportunity that was created through the API again and again, each under new keys. */
    private static final class Copies {
        private record Part(PreparedStatement insert, int key) {}

        private final Connection connection;
        private final List<Part> parts = new ArrayList<>();

        Copies(Connection connection, Instant since) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            UUID sample;
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery("select id from opportunities.opportunity where created_at > '"
                            + since + "' order by created_at desc, id desc limit 1")) {
                if (!found.next()) throw new SQLException("nothing was created");
                sample = found.getObject(1, UUID.class);
            }
            add("opportunities", "opportunity", "id", sample, "number");
            add("opportunities", "line", "opportunity_id", sample, "");
            add("opportunities", "stage_span", "opportunity_id", sample, "");
            add("audit", "entry", "subject_id", sample, "id");
            addAnswer(sample);
        }

        /** @param omitted the column the database fills */
        private void add(String schema, String table, String key, UUID sample, String omitted) throws SQLException {
            add(schema, table, key, key + " = '" + sample + "'", omitted);
        }

        private void addAnswer(UUID sample) throws SQLException {
            add(
                    "requests",
                    "answer",
                    "key",
                    "body is not null and position('" + sample
                            + "'::bytea in body) > 0 and created_at > now() - interval '10 minutes'",
                    "");
        }

        private void add(String schema, String table, String key, String which, String omitted) throws SQLException {
            var columns = columns(schema, table, omitted);
            var names = String.join(", ", columns.keySet());
            var casts = String.join(
                    ", ", columns.values().stream().map(t -> "?::text::" + t).toList());
            var read = String.join(
                    ", ", columns.keySet().stream().map(c -> c + "::text").toList());
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "select " + read + " from " + schema + "." + table + " where " + which + " limit 1")) {
                if (!row.next()) return;
                var insert = connection.prepareStatement(
                        "insert into " + schema + "." + table + " (" + names + ") values (" + casts + ")");
                int at = 0;
                for (int i = 1; i <= columns.size(); i++) insert.setString(i, row.getString(i));
                for (var column : columns.keySet()) {
                    at++;
                    if (column.equals(key)) parts.add(new Part(insert, at));
                }
            }
        }

        /** Names and types of the columns that can be given. */
        private Map<String, String> columns(String schema, String table, String omitted) throws SQLException {
            var columns = new java.util.LinkedHashMap<String, String>();
            try (var statement = connection.prepareStatement(
                    "select quote_ident(attname), format_type(atttypid, atttypmod) from pg_attribute"
                            + " where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''"
                            + " and attname <> ? order by attnum")) {
                statement.setString(1, schema + "." + table);
                statement.setString(2, omitted);
                try (var found = statement.executeQuery()) {
                    while (found.next()) columns.put(found.getString(1), found.getString(2));
                }
            }
            return columns;
        }

        void store() throws SQLException {
            var id = UUID.randomUUID().toString();
            for (var part : parts) {
                part.insert().setString(part.key(), id);
                part.insert().executeUpdate();
            }
            connection.commit();
        }
    }
}

package zhanggui.bench.work;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;
import zhanggui.bench.data.CustomerFile;
import zhanggui.bench.data.Size;
import zhanggui.bench.data.Tidy;
import zhanggui.bench.server.Server;
import zhanggui.bench.server.Session;

/** A workbook of customers on its way in, against copying the rows it came to into the same tables. */
final class Importing implements Work {
    private static final int ROWS = 100_000;
    private static final int FEW = 500;
    private static final Map<String, String> STORED = stored();

    private static Map<String, String> stored() {
        var tables = new LinkedHashMap<String, String>();
        tables.put("customers.customer", "created_at > '%s'");
        tables.put("customers.contact", "created_at > '%s'");
        tables.put("customers.trait", "customer_id in (select id from customers.customer where created_at > '%s')");
        tables.put("audit.entry", "at > '%s' and subject_type in ('customers', 'contacts')");
        return tables;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public void prepare(Place place, Recorder recorder) {
        // The file is made when it is needed.
    }

    @Override
    public List<Line> measure(Place place) throws Exception {
        int rows = place.kept().size() == Size.TINY ? FEW : ROWS;
        var file = CustomerFile.of(place.kept(), rows);
        var session = place.administrator();
        long began = System.nanoTime();
        var uploaded = session.upload("/api/imports?kind=customers", "customers.xlsx", file);
        double upload = seconds(began);
        var id = uploaded.get("id").asString();
        long ran = System.nanoTime();
        var job = session.post("/api/imports/" + id + "/run", Map.of("withRefused", true));
        var ended = await(session, job.get("job").asString());
        double run = seconds(ran);
        boolean done = ended.get("state").asString().equals("DONE");
        var report = session.get("/api/imports/" + id).get("report");
        double theirs = done ? theirs(place) : 0;
        try (var connection = place.server().database()) {
            Tidy.since(place.kept().made(), connection);
        }
        double all = upload + run;
        var outcome = done
                ? String.format(
                        "%s s (reading the file %s, storing %s; %s)",
                        Line.number(all), Line.number(upload), Line.number(run), counts(report))
                : "**" + ended.get("state").asString() + "** "
                        + ended.path("message").asString("");
        return List.of(new Line(
                String.format("import %,d customers with contacts from XLSX (%,d KB)", rows, file.length / 1024),
                "one, heap " + Server.MEGABYTES + " MB",
                outcome,
                Line.number(theirs) + " s",
                Line.times(all, theirs),
                "≤ 60 s, heap ≤ 512 MB",
                done && all <= 60,
                done));
    }

    private static String counts(JsonNode report) {
        return "created " + report.path("created").asInt() + ", updated "
                + report.path("updated").asInt() + ", skipped "
                + report.path("skipped").asInt() + ", refused "
                + report.path("refused").asInt();
    }

    static JsonNode await(Session session, String job) throws Exception {
        long since = System.nanoTime();
        while (true) {
            var state = session.get("/api/jobs/" + job);
            if (!List.of("WAITING", "RUNNING").contains(state.get("state").asString())) return state;
            if (seconds(since) > 300) return state;
            Server.pause(200);
        }
    }

    /** The rows the import came to, taken out and copied in again. */
    private static double theirs(Place place) throws Exception {
        try (var connection = place.server().database()) {
            var copies = new ArrayList<byte[]>();
            for (var table : STORED.entrySet()) {
                var out = new ByteArrayOutputStream();
                var which = String.format(table.getValue(), place.kept().made());
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "copy (select " + columns(connection, table.getKey()) + " from " + table.getKey()
                                        + " where " + which + ") to stdout",
                                out);
                copies.add(out.toByteArray());
            }
            Tidy.since(place.kept().made(), connection);
            connection.setAutoCommit(false);
            long began = System.nanoTime();
            int i = 0;
            for (var table : STORED.keySet()) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy " + table + " (" + columns(connection, table) + ") from stdin",
                                new ByteArrayInputStream(copies.get(i++)));
            }
            connection.commit();
            double seconds = seconds(began);
            connection.setAutoCommit(true);
            return seconds;
        }
    }

    private static String columns(Connection connection, String table) throws Exception {
        try (var statement = connection.prepareStatement(
                "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute"
                        + " where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''")) {
            statement.setString(1, table);
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getString(1);
            }
        }
    }

    static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}

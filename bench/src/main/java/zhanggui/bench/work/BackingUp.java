package zhanggui.bench.work;

import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import zhanggui.bench.server.Server;
import zhanggui.bench.server.Wire;

/** A backup of the whole company, against the database handing out all rows of the same tables by COPY. */
final class BackingUp implements Work {
    private static final double MOST = 2;
    private static final String TABLES = """
            select format('%I.%I', schemaname, tablename) from pg_tables
            where schemaname !~ '^(pg_|information_schema$|public$)' and tablename !~ '^spring_session' order by 1""";

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public void prepare(Place place, Recorder recorder) {
        // Nothing is asked twice.
    }

    @Override
    public List<Line> measure(Place place) throws Exception {
        // Both read what the other has left in memory; the first round of theirs is not counted.
        theirs(place);
        double before = theirs(place);
        var session = place.administrator();
        long began = System.nanoTime();
        var job = session.post("/api/backups", Map.of()).get("job").asString();
        var ended = Importing.await(session, job);
        double seconds = Importing.seconds(began);
        boolean done = ended.get("state").asString().equals("DONE");
        double theirs = (before + theirs(place)) / 2;
        var name = ended.at("/result/file").asString("");
        long bytes = 0;
        for (var one : session.get("/api/backups").get("backups")) {
            if (one.get("name").asString().equals(name))
                bytes = one.get("bytes").asLong();
        }
        try (var wire = new Wire(place.server().port())) {
            wire.send(session.deleted("/api/backups/files/" + name));
        }
        var outcome = done
                ? String.format("%s s, %,d MB", Line.number(seconds), bytes >> 20)
                : "**" + ended.get("state").asString() + "** "
                        + ended.path("message").asString("");
        return List.of(new Line(
                String.format("backup, %,d rows", ended.at("/result/rows").asLong(0)),
                "one, heap " + Server.MEGABYTES + " MB",
                outcome,
                Line.number(theirs) + " s",
                Line.times(seconds, theirs),
                "≤ 2 × COPY",
                done && seconds <= MOST * theirs,
                done));
    }

    /** All rows, table after table, as one transaction sees them. */
    private static double theirs(Place place) throws Exception {
        try (var connection = place.server().database()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            long began = System.nanoTime();
            for (var table : tables(connection)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy " + table + " to stdout", OutputStream.nullOutputStream());
            }
            double seconds = Importing.seconds(began);
            connection.rollback();
            return seconds;
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(TABLES)) {
            while (found.next()) tables.add(found.getString(1));
        }
        return tables;
    }
}

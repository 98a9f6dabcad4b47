package zhanggui.bench.work;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhanggui.bench.data.Size;
import zhanggui.bench.data.Tidy;
import zhanggui.bench.server.Server;
import zhanggui.bench.server.Session;

/** Two customers made one, and two again, against the same references turned and logged by as many statements. */
final class Merging implements Work {
    private static final double MOST = 5;

    /** What hangs on the customer that goes. */
    private static final Map<String, Integer> CHILDREN = new LinkedHashMap<>(Map.of(
            "customers.contact", 2_000,
            "opportunities.opportunity", 2_000,
            "activities.activity", 4_000,
            "activities.task", 2_000));

    @Override
    public String name() {
        return "merge";
    }

    @Override
    public void prepare(Place place, Recorder recorder) {
        // Nothing is asked twice.
    }

    @Override
    public List<Line> measure(Place place) throws Exception {
        int share = place.kept().size() == Size.TINY ? 100 : 1;
        var session = place.administrator();
        var kept = customer(session, "合并后保留的客户");
        var gone = customer(session, "合并后消失的客户");
        int children = 0;
        try (var connection = place.server().database()) {
            for (var child : CHILDREN.entrySet()) {
                children += copies(connection, child.getKey(), child.getValue() / share, gone);
            }
        }
        long began = System.nanoTime();
        var entry = session.post("/api/records/customers/" + kept + "/merge", Map.of("gone", gone))
                .get("entry")
                .asString();
        double seconds = Importing.seconds(began);
        double theirs;
        try (var connection = place.server().database()) {
            theirs = theirs(connection, kept, gone);
        }
        long undoing = System.nanoTime();
        session.post("/api/bin/" + entry + "/restore", Map.of());
        double undone = Importing.seconds(undoing);
        try (var connection = place.server().database();
                var statement = connection.prepareStatement("delete from customers.customer where id = any (?)")) {
            for (var table : CHILDREN.keySet()) remove(connection, table, gone);
            statement.setArray(1, connection.createArrayOf("uuid", new UUID[] {kept, gone}));
            statement.executeUpdate();
            Tidy.since(place.kept().made(), connection);
        }
        return List.of(new Line(
                String.format("merge of two customers, %,d records hanging on the one that goes", children),
                "one, heap " + Server.MEGABYTES + " MB",
                String.format("%s s (undone in %s s)", Line.number(seconds), Line.number(undone)),
                Line.number(theirs) + " s",
                Line.times(seconds, theirs),
                "≤ 5 s",
                seconds <= MOST,
                true));
    }

    private static UUID customer(Session session, String name) throws Exception {
        return UUID.fromString(session.post("/api/customers", Map.of("name", name + UUID.randomUUID()))
                .get("id")
                .asString());
    }

    /** Rows like one that is there, but of another customer. */
    private static int copies(Connection connection, String table, int number, UUID customer) throws SQLException {
        var name = table.split("\\.");
        String columns;
        try (var statement = connection.prepareStatement(
                "select string_agg(quote_ident(column_name), ', ') from information_schema.columns"
                        + " where table_schema = ? and table_name = ? and is_generated = 'NEVER'"
                        + " and column_name not in ('id', 'number', 'external_id', 'customer_id', 'contact_id',"
                        + " 'opportunity_id', 'main', 'version')")) {
            statement.setString(1, name[0]);
            statement.setString(2, name[1]);
            try (var found = statement.executeQuery()) {
                found.next();
                columns = found.getString(1);
            }
        }
        try (var statement = connection.prepareStatement("insert into " + table + " (customer_id, " + columns
                + ") select ?, " + columns + " from (select * from " + table
                + " where customer_id is not null order by id limit 1) t cross join generate_series(1, ?)")) {
            statement.setObject(1, customer);
            statement.setInt(2, number);
            return statement.executeUpdate();
        }
    }

    private static void remove(Connection connection, String table, UUID customer) throws SQLException {
        try (var statement = connection.prepareStatement("delete from " + table + " where customer_id = ?")) {
            statement.setObject(1, customer);
            statement.executeUpdate();
        }
    }

    /** The references turned back, and as many entries added to the log; then undone. */
    private static double theirs(Connection connection, UUID from, UUID to) throws SQLException {
        connection.setAutoCommit(false);
        long began = System.nanoTime();
        int turned = 0;
        for (var table : CHILDREN.keySet()) {
            try (var statement = connection.prepareStatement("update " + table
                    + " set customer_id = ?, version = version + 1, updated_at = now() where customer_id = ?")) {
                statement.setObject(1, to);
                statement.setObject(2, from);
                turned += statement.executeUpdate();
            }
        }
        try (var log = connection.prepareStatement(
                "insert into audit.entry (actor_id, actor_name, way, action, subject_type, subject_id, subject_name, changes)"
                        + " select actor_id, actor_name, way, action, subject_type, subject_id, subject_name, changes"
                        + " from (select * from audit.entry where action = 'changed' order by id desc limit 1) e"
                        + " cross join generate_series(1, ?)")) {
            log.setInt(1, turned);
            log.executeUpdate();
        }
        double seconds = Importing.seconds(began);
        connection.rollback();
        connection.setAutoCommit(true);
        return seconds;
    }
}

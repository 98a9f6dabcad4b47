package zhanggui.bench.work;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import zhanggui.bench.data.Size;
import zhanggui.bench.data.Tidy;
import zhanggui.bench.server.Server;

/** The customers of one person handed over to three others, against the same rows changed and logged by two statements. */
final class HandingOver implements Work {
    private static final int MANY = 5_000;
    private static final int FEW = 100;
    private static final double MOST = 10;

    /** How it was before. */
    private record Owned(UUID[] customers, UUID[] owners) {}

    @Override
    public String name() {
        return "handover";
    }

    @Override
    public void prepare(Place place, Recorder recorder) {
        // Nothing is asked twice.
    }

    @Override
    public List<Line> measure(Place place) throws Exception {
        int number = place.kept().size() == Size.TINY ? FEW : MANY;
        var session = place.administrator();
        List<UUID> people;
        Owned before;
        try (var connection = place.server().database()) {
            people = people(connection);
            before = gather(connection, people.getFirst(), number);
        }
        var heirs = people.subList(1, people.size());
        var rule = Map.of("kind", "customers", "withCustomer", false, "heirs", heirs);
        var plan = Map.of("leaver", people.getFirst(), "rules", List.of(rule));
        long looked = System.nanoTime();
        session.post("/api/handovers/preview", plan);
        double preview = Importing.seconds(looked);
        long began = System.nanoTime();
        var id = session.post("/api/handovers", Map.of("plan", plan, "reason", "bench", "block", false))
                .get("id")
                .asString();
        var job = session.get("/api/handovers/" + id).get("job").asString();
        var ended = Importing.await(session, job);
        double seconds = Importing.seconds(began);
        int moved = ended.at("/result/moved").asInt(0);
        double theirs;
        try (var connection = place.server().database()) {
            theirs = theirs(connection, before.customers(), people.getFirst());
            undo(connection, before);
            Tidy.since(place.kept().made(), connection);
        }
        boolean done = moved == before.customers().length;
        var outcome = done
                ? String.format("%s s (preview %s s)", Line.number(seconds), Line.number(preview))
                : "**" + ended.get("state").asString() + "** " + moved + " moved";
        return List.of(new Line(
                String.format("hand-over of %,d customers to %d people", before.customers().length, heirs.size()),
                "one, heap " + Server.MEGABYTES + " MB",
                outcome,
                Line.number(theirs) + " s",
                Line.times(seconds, theirs),
                "≤ 10 s",
                done && seconds <= MOST,
                done));
    }

    /** Who leaves, and three who stay. */
    private static List<UUID> people(Connection connection) throws SQLException {
        var people = new ArrayList<UUID>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select owner_id from customers.customer where owner_id is not null group by 1 order by count(*) desc, 1 limit 4")) {
            while (found.next()) people.add(found.getObject(1, UUID.class));
        }
        return people;
    }

    /** Gives one person so many customers. */
    private static Owned gather(Connection connection, UUID leaver, int number) throws SQLException {
        var customers = new ArrayList<UUID>();
        var owners = new ArrayList<UUID>();
        try (var statement = connection.prepareStatement(
                "select id, owner_id from customers.customer where owner_id is not null order by owner_id <> ?, id limit ?")) {
            statement.setObject(1, leaver);
            statement.setInt(2, number);
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    customers.add(found.getObject(1, UUID.class));
                    owners.add(found.getObject(2, UUID.class));
                }
            }
        }
        var owned = new Owned(customers.toArray(UUID[]::new), owners.toArray(UUID[]::new));
        var all = new UUID[customers.size()];
        java.util.Arrays.fill(all, leaver);
        set(connection, new Owned(owned.customers(), all), 0);
        return owned;
    }

    private static void undo(Connection connection, Owned before) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("delete from handovers.handover");
            statement.execute("delete from notices.notice");
        }
        set(connection, before, 1);
    }

    private static void set(Connection connection, Owned owned, int versions) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update customers.customer c set owner_id = v.owner, version = c.version - ?"
                        + " from unnest(?::uuid[], ?::uuid[]) as v (id, owner) where c.id = v.id")) {
            statement.setInt(1, versions);
            statement.setArray(2, connection.createArrayOf("uuid", owned.customers()));
            statement.setArray(3, connection.createArrayOf("uuid", owned.owners()));
            statement.executeUpdate();
        }
    }

    private static double theirs(Connection connection, UUID[] customers, UUID owner) throws SQLException {
        connection.setAutoCommit(false);
        long began = System.nanoTime();
        try (var update = connection.prepareStatement(
                        "update customers.customer set owner_id = ?, updated_at = now(), version = version + 1 where id = any (?)");
                var log = connection.prepareStatement(
                        "insert into audit.entry (actor_id, actor_name, way, action, subject_type, subject_id, subject_name, changes)"
                                + " select actor_id, actor_name, way, action, subject_type, subject_id, subject_name, changes"
                                + " from audit.entry where action = 'handed-over' and subject_type = 'customers'"
                                + " and subject_id = any (?)")) {
            var ids = connection.createArrayOf("uuid", customers);
            update.setObject(1, owner);
            update.setArray(2, ids);
            update.executeUpdate();
            log.setArray(1, ids);
            log.executeUpdate();
        }
        double seconds = Importing.seconds(began);
        connection.rollback();
        connection.setAutoCommit(true);
        return seconds;
    }
}

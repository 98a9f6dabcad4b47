package zhanggui.bench.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * What tables are without while they are filled: indexes and constraints, built again afterwards by the database from
 * its own descriptions. A foreign key that does not hold is found then. Triggers that check, or keep what is searched,
 * rest meanwhile: they would look up each row's customer without an index.
 */
final class Lifted {
    private static final String FOREIGN = """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                   format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint
            where contype = 'f' and (conrelid = any (?::regclass[]) or confrelid = any (?::regclass[]))
            """;
    private static final String KEYS = """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                   format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint where contype in ('p', 'u', 'x') and conrelid = any (?::regclass[])
            order by conrelid desc
            """;
    private static final String INDEXES = """
            select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
            from pg_index i where indrelid = any (?::regclass[])
              and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
            order by indrelid desc
            """;
    private static final String WATCHING = """
            select format('alter table %s disable trigger %I', tgrelid::regclass, tgname),
                   format('alter table %s enable trigger %I', tgrelid::regclass, tgname)
            from pg_trigger where tgrelid = any (?::regclass[]) and not tgisinternal
              and (tgconstraint <> 0 or tgname = 'keep_search')
            """;
    private final List<String> indexes = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();
    private final List<String> triggers = new ArrayList<>();

    private Lifted() {}

    static Lifted from(Connection connection, List<String> tables) throws SQLException {
        var lifted = new Lifted();
        var names = "{" + String.join(",", tables) + "}";
        lift(connection, FOREIGN, lifted.foreign, names, names);
        lift(connection, INDEXES, lifted.indexes, names);
        lift(connection, KEYS, lifted.indexes, names);
        lift(connection, WATCHING, lifted.triggers, names);
        return lifted;
    }

    private static void lift(Connection connection, String query, List<String> restore, String... tables)
            throws SQLException {
        var drop = new ArrayList<String>();
        try (var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < tables.length; i++) statement.setString(i + 1, tables[i]);
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    drop.add(found.getString(1));
                    restore.add(found.getString(2));
                }
            }
        }
        try (var statement = connection.createStatement()) {
            for (var sql : drop) statement.execute(sql);
        }
    }

    /** Builds everything again, two at a time. */
    void restore(Callable<Connection> connections) throws Exception {
        try (var one = connections.call()) {
            run(one, triggers);
        }
        together(connections, indexes);
        together(connections, foreign);
    }

    private static void together(Callable<Connection> connections, List<String> all) throws Exception {
        var queue = new ConcurrentLinkedQueue<>(all);
        Callable<Void> work = () -> {
            try (var connection = connections.call();
                    var statement = connection.createStatement()) {
                statement.execute("set maintenance_work_mem = '1GB'; set work_mem = '256MB'");
                for (var sql = queue.poll(); sql != null; sql = queue.poll()) statement.execute(sql);
            }
            return null;
        };
        try (var two = Executors.newFixedThreadPool(2)) {
            for (var done : two.invokeAll(List.of(work, work))) done.get();
        }
    }

    private static void run(Connection connection, List<String> all) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : all) statement.execute(sql);
        }
    }
}

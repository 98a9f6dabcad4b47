package zhanggui.bench.data;

import static zhanggui.bench.data.Generation.at;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Says in the audit log who created what, as the application would have. */
final class Log implements AutoCloseable {
    private static final int ENTRY = 60;
    private final Rows rows;
    private final Generation.Ground ground;

    Log(Connection connection, Generation.Ground ground) {
        this.rows = new Rows(
                connection,
                "audit.entry",
                "id, at, actor_id, actor_name, way, action, subject_type, subject_id, subject_name, changes");
        this.ground = ground;
    }

    /** @param by their place in the list of people */
    void created(long at, int by, String list, UUID id, String name) {
        var who = ground.staff().people.get(by);
        rows.add(
                new Dice(ground.seed(), ENTRY + list.length(), id.getLeastSignificantBits()).id(at),
                at(at),
                who.id(),
                who.name(),
                "SESSION",
                "created",
                list,
                id,
                name,
                "[" + set("name", name) + ", " + set("owner", who.name()) + "]");
    }

    private static String set(String field, String value) {
        return "{\"field\": \"" + field + "\", \"before\": null, \"after\": \"" + value + "\"}";
    }

    void finish() throws SQLException {
        rows.finish();
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}

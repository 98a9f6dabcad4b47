package zhanggui.backups.copying;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Makes a restored copy safe for trying things: nobody is signed in, no token works, nothing happens by itself, and every
 * page says so. A module joins by a file in {@code db/neutralize}.
 */
public final class Neutralization {
    static final String FOLDER = "db/neutralize";

    private Neutralization() {}

    /**
     * @param connection of the owner
     * @return the modules that had something to do with it
     * @throws NothingDone when there is no company
     */
    public static List<String> of(Connection connection) throws SQLException, IOException {
        connection.setAutoCommit(false);
        if (!Emptiness.isOccupied(connection)) throw NothingDone.nothingThere();
        var modules = DeclaredScripts.run(FOLDER, connection);
        connection.commit();
        return modules;
    }
}

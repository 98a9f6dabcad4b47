package zhanggui.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import zhanggui.database.DatabaseLogins.Login;

/** The database this installation is configured for, reached as the owner of its tables by a command beside the server. */
public final class InstalledDatabase implements AutoCloseable {
    /** What the connections of a server call themselves. */
    static final String SERVER = "zhanggui";

    private final DatabaseLogins logins;
    private final @Nullable EmbeddedDatabase embedded;

    private InstalledDatabase(DatabaseLogins logins, @Nullable EmbeddedDatabase embedded) {
        this.logins = logins;
        this.embedded = embedded;
    }

    /**
     * For work that no server may see half done; an embedded database comes into being where there is none.
     *
     * @throws CannotStart while a server runs on it
     */
    public static InstalledDatabase alone(Environment environment) {
        if (isEmbedded(environment)) return started(environment);
        var external = new InstalledDatabase(external(environment), null);
        external.withoutServers();
        return external;
    }

    /**
     * For work that disturbs no server; one that runs on it is joined.
     *
     * @throws CannotStart where there is no database
     */
    public static InstalledDatabase beside(Environment environment) {
        if (!isEmbedded(environment)) return new InstalledDatabase(external(environment), null);
        var home = home(environment);
        var folder = new DataFolder(home);
        if (!folder.holdsDatabase()) {
            throw new CannotStart(
                    "There is no database in the data folder " + home + ".",
                    "Name the folder in ZHANGGUI_DATA, or the database in ZHANGGUI_DATABASE_URL.");
        }
        if (folder.isInUse()) return new InstalledDatabase(folder.ofRunning(), null);
        return started(environment);
    }

    /** A connection as the owner of the tables. */
    public Connection connect() throws SQLException {
        var owner = logins.owner();
        return DriverManager.getConnection(logins.url(), owner.user(), owner.password());
    }

    @Override
    public void close() {
        if (embedded == null) return;
        try {
            embedded.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InstalledDatabase started(Environment environment) {
        var binaries = Path.of(environment.getRequiredProperty("zhanggui.database.binaries"));
        var database = EmbeddedDatabase.start(home(environment), binaries.toAbsolutePath());
        return new InstalledDatabase(database.ownersLogin(), database);
    }

    private static DatabaseLogins external(Environment environment) {
        var user = new Login(property(environment, "user"), property(environment, "password"));
        var owner = property(environment, "owner");
        return new ExternalDatabase(
                        property(environment, "url"),
                        user,
                        owner.isEmpty() ? null : new Login(owner, property(environment, "owner-password")))
                .logins();
    }

    private void withoutServers() {
        try (var connection = connect();
                var statement = connection.prepareStatement("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and application_name = ?""")) {
            statement.setString(1, SERVER);
            var found = statement.executeQuery();
            found.next();
            if (found.getInt(1) == 0) return;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        throw new CannotStart("A server works on this database now.", "Stop all servers, then try again.");
    }

    private static boolean isEmbedded(Environment environment) {
        return property(environment, "url").isEmpty();
    }

    private static Path home(Environment environment) {
        return Path.of(environment.getRequiredProperty("zhanggui.data"))
                .toAbsolutePath()
                .normalize();
    }

    private static String property(Environment environment, String name) {
        return Objects.requireNonNullElse(environment.getProperty("zhanggui.database." + name), "");
    }
}

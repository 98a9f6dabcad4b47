package zhanggui.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhanggui.database.DatabaseLogins.Login;

/** A PostgreSQL the administrator runs: looked at before anything is done with it, so that what is missing is said plainly. */
final class ExternalDatabase {
    private static final Logger log = LoggerFactory.getLogger(ExternalDatabase.class);
    private static final int OLDEST = 18;
    private static final List<String> EXTENSIONS = List.of("btree_gist", "pg_trgm");
    /** Another server made the role in the same moment. */
    private static final Set<String> MADE_MEANWHILE = Set.of("42710", "23505");

    private static final String CHECK =
            "Check ZHANGGUI_DATABASE_URL, the users and passwords in ZHANGGUI_DATABASE_USER, _PASSWORD, _OWNER and"
                    + " _OWNER_PASSWORD.";

    private final String url;
    private final Login user;
    private final @Nullable Login owner;

    /**
     * @param user what the server works as
     * @param owner owns the tables; absent where the same user does both
     */
    ExternalDatabase(String address, Login user, @Nullable Login owner) {
        this.url = address.startsWith("jdbc:") ? address : "jdbc:" + address.replaceFirst("^postgres:", "postgresql:");
        this.user = user;
        this.owner = owner;
    }

    /** @throws CannotStart when the administrator has something to mend */
    DatabaseLogins logins() {
        var migrating = owner == null ? user : owner;
        try (var connection = connect(migrating)) {
            version(connection);
            mayCreate(connection, migrating);
            extensions(connection);
            role(connection, migrating);
            if (owner != null) ordinary(connection, owner);
        } catch (SQLException e) {
            throw new CannotStart("The database at " + place() + " cannot be looked at: " + e.getMessage(), CHECK);
        }
        if (owner == null) {
            log.info(
                    "The database user {} owns the tables and is also what the server works as. It is safer to give an"
                            + " owner of its own: see ZHANGGUI_DATABASE_OWNER in the administrator guide",
                    user);
        } else {
            connectsAtAll(user);
        }
        return new DatabaseLogins(url, migrating, user);
    }

    private Connection connect(Login login) {
        try {
            return DriverManager.getConnection(url, login.user(), login.password());
        } catch (SQLException e) {
            throw new CannotStart(
                    "The database at " + place() + " cannot be reached as " + login + ": " + e.getMessage(), CHECK);
        }
    }

    private void connectsAtAll(Login login) {
        try (var connection = connect(login)) {
            log.debug("reached as {}: {}", login, connection);
        } catch (SQLException e) {
            log.debug("closing", e);
        }
    }

    private String place() {
        return url.replaceFirst("\\?.*", "");
    }

    private static void version(Connection connection) throws SQLException {
        var version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw new CannotStart(
                    "The database is PostgreSQL " + version + ".", "Use PostgreSQL " + OLDEST + " or newer.");
        }
    }

    private static void mayCreate(Connection connection, Login login) throws SQLException {
        if (is(connection, "select has_database_privilege(current_database(), 'create')")) return;
        var database = connection.getCatalog();
        throw new CannotStart(
                "The database user " + login + " may not create schemas in the database " + database + ".",
                "Run as a superuser: grant create on database " + name(database) + " to " + name(login.user()) + ";");
    }

    private static void extensions(Connection connection) throws SQLException {
        var missing = new ArrayList<String>();
        for (var extension : EXTENSIONS) {
            if (!is(connection, "select exists (select from pg_available_extensions where name = ?)", extension))
                missing.add(extension);
        }
        if (missing.isEmpty()) return;
        throw new CannotStart(
                "The database server lacks the extensions " + String.join(", ", missing) + ".",
                "Install PostgreSQL's contrib package on the database server.");
    }

    private static void role(Connection connection, Login migrating) throws SQLException {
        if (!is(connection, "select exists (select from pg_roles where rolname = ?)", DatabaseLogins.ROLE)) {
            orElse(
                    connection,
                    "create role " + DatabaseLogins.ROLE + " nologin",
                    () -> new CannotStart(
                            "The role " + DatabaseLogins.ROLE + " is missing and " + migrating + " may not create it.",
                            "Run as a superuser: create role " + DatabaseLogins.ROLE + " nologin; "
                                    + membership(migrating)));
        }
        if (is(connection, "select pg_has_role(?, 'set')", DatabaseLogins.ROLE)) return;
        orElse(
                connection,
                membership(migrating),
                () -> new CannotStart(
                        "The database user " + migrating + " may not act as the role " + DatabaseLogins.ROLE + ".",
                        "Run as a superuser: " + membership(migrating)));
    }

    /** What the server works as must not be able to do what the owner can. */
    private void ordinary(Connection connection, Login owner) throws SQLException {
        if (!is(connection, "select exists (select from pg_roles where rolname = ?)", user.user())) {
            throw new CannotStart("There is no database user " + user + ".", CHECK);
        }
        if (is(connection, "select rolsuper from pg_roles where rolname = ?", user.user())
                || is(connection, "select pg_has_role(?, current_user, 'member')", user.user())) {
            throw new CannotStart(
                    "The database user " + user + " may do everything " + owner + " may, and the server works as it.",
                    "Give an ordinary user in ZHANGGUI_DATABASE_USER.");
        }
        if (is(connection, """
                select exists (
                  select from pg_class where relowner = ?::regrole and relnamespace::regnamespace::text !~ '^pg_')""", name(user.user()))) {
            throw new CannotStart(
                    "Tables of the database belong to " + user + ", which the server works as.",
                    "Run as a superuser in this database: reassign owned by " + name(user.user()) + " to "
                            + name(owner.user()) + ";");
        }
        if (is(connection, "select pg_has_role(?, ?, 'set')", user.user(), DatabaseLogins.ROLE)) return;
        orElse(
                connection,
                membership(user),
                () -> new CannotStart(
                        "The database user " + user + " may not act as the role " + DatabaseLogins.ROLE + ".",
                        "Run as a superuser: " + membership(user)));
    }

    private static String membership(Login login) {
        return "grant " + DatabaseLogins.ROLE + " to " + name(login.user()) + " with set true;";
    }

    private interface Refusal {
        CannotStart say();
    }

    private static void orElse(Connection connection, String sql, Refusal refusal) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            if (MADE_MEANWHILE.contains(String.valueOf(e.getSQLState()))) return;
            log.debug("refused: {}", sql, e);
            throw refusal.say();
        }
    }

    private static boolean is(Connection connection, String question, String... about) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            for (int i = 0; i < about.length; i++) statement.setString(i + 1, about[i]);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}

package zhanggui.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhanggui.TestDatabase;
import zhanggui.database.DatabaseLogins.Login;

/** The server works as somebody who owns nothing, or says what the administrator has to do. */
class DatabaseLoginsTest {
    private static final Login OWNER = new Login("postgres", "");
    private String url;

    @BeforeEach
    void aDatabase() {
        // The user in the address would go before the one given.
        url = TestDatabase.fresh().replaceFirst("\\?.*", "");
    }

    @Test
    void withItsOwnDatabaseTheServerWorksAsARoleThatCannotBecomeTheOwner(@TempDir Path home) throws Exception {
        try (var database = EmbeddedDatabase.start(home, Path.of(System.getProperty("postgres.cache")))) {
            var logins = database.logins();
            var owner = logins.owner();
            Flyway.configure()
                    .dataSource(logins.url(), owner.user(), owner.password())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            try (var connection = connect(logins.url(), logins.application())) {
                canWorkAndNothingElse(connection);
            }
            var password = logins.application().password();
            assertThat(database.logins().application().password()).isNotEqualTo(password);
            assertThatThrownBy(() -> connect(logins.url(), logins.application()))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void anOrdinaryUserBesideTheOwnerIsGivenTheApplicationsRightsAndNoMore() throws SQLException {
        var clerk = user("clerk", "");
        try {
            var logins = new ExternalDatabase(url, clerk, OWNER).logins();
            assertThat(logins.owner()).isEqualTo(OWNER);
            assertThat(logins.application()).isEqualTo(clerk);
            try (var connection = connect(logins.url(), clerk)) {
                execute(connection, "set role zhanggui_app");
                canWorkAndNothingElse(connection);
            }
            assertThat(new ExternalDatabase(url, clerk, OWNER).logins()).isEqualTo(logins);
        } finally {
            drop(clerk);
        }
    }

    private static void canWorkAndNothingElse(Connection connection) throws SQLException {
        execute(
                connection,
                "insert into audit.entry (actor_name, way, action, subject_type) values ('x', 'NONE', 'x', 'x')");
        execute(connection, "reset role");
        assertThatThrownBy(() -> execute(connection, "set role postgres")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(connection, "delete from audit.entry"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(connection, "alter table audit.entry disable trigger all"))
                .hasMessageContaining("must be owner");
        assertThatThrownBy(() -> execute(connection, "create schema mine")).hasMessageContaining("permission denied");
    }

    @Test
    void oneUserForEverythingStillDoes() {
        var logins = new ExternalDatabase(url, OWNER, null).logins();
        assertThat(logins.owner()).isEqualTo(OWNER);
        assertThat(logins.application()).isEqualTo(OWNER);
    }

    @Test
    void aUserThatMayDoEverythingIsNotTakenBesideTheOwner() throws SQLException {
        var super2 = user("second_owner", "superuser");
        try {
            refused(super2, OWNER, "may do everything", "ordinary user");
        } finally {
            drop(super2);
        }
    }

    @Test
    void aUserToWhomTablesBelongIsNotTakenBesideTheOwner() throws SQLException {
        var former = user("former_owner", "");
        asOwner("alter table customers.customer owner to former_owner");
        try {
            refused(
                    former,
                    OWNER,
                    "Tables of the database belong to former_owner",
                    "reassign owned by \"former_owner\"");
        } finally {
            drop(former);
        }
    }

    @Test
    void anOwnerWithoutTheRightsItNeedsIsToldWhatToRun() throws SQLException {
        var poor = user("poor_owner", "");
        try {
            refused(poor, null, "may not create schemas", "grant create on database");
            asOwner("grant create on database " + url.replaceFirst(".*/", "") + " to poor_owner");
            refused(
                    poor,
                    null,
                    "may not act as the role zhanggui_app",
                    "grant zhanggui_app to \"poor_owner\" with set true;");
            asOwner("grant zhanggui_app to poor_owner with set true");
            assertThat(new ExternalDatabase(url, poor, null).logins().application())
                    .isEqualTo(poor);
        } finally {
            drop(poor);
        }
    }

    @Test
    void whoeverIsNotThereIsNamed() {
        refused(new Login("nobody_here", ""), OWNER, "There is no database user nobody_here", "ZHANGGUI_DATABASE_URL");
        refused(new Login("nobody_here", ""), null, "cannot be reached as nobody_here", "ZHANGGUI_DATABASE_URL");
    }

    private void refused(Login user, Login owner, String what, String action) {
        assertThatThrownBy(() -> new ExternalDatabase(url, user, owner).logins())
                .isInstanceOfSatisfying(CannotStart.class, e -> {
                    assertThat(e).hasMessageContaining(what);
                    assertThat(e.action()).contains(action);
                });
    }

    private Login user(String name, String more) throws SQLException {
        asOwner("create role " + name + " login " + more);
        return new Login(name, "");
    }

    private void drop(Login user) throws SQLException {
        asOwner("reassign owned by " + user + " to postgres; drop owned by " + user + "; drop role " + user);
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = connect(url, OWNER)) {
            execute(connection, sql);
        }
    }

    private static Connection connect(String url, Login login) throws SQLException {
        return DriverManager.getConnection(url, login.user(), login.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

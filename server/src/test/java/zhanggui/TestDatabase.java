package zhanggui;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** One throw-away PostgreSQL per test run; a fresh, migrated database per application context, copied in milliseconds. */
public final class TestDatabase {
    private static final EmbeddedPostgres POSTGRES = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** The JDBC address of a new database with all tables and nothing in them. */
    public static String fresh() {
        return made("template migrated strategy file_copy");
    }

    /** The JDBC address of a new database without any tables. */
    public static String empty() {
        return made("");
    }

    private static String made(String how) {
        var name = "test_" + COUNT.incrementAndGet();
        try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " " + how);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return POSTGRES.getJdbcUrl("postgres", name);
    }

    private static EmbeddedPostgres start() {
        try {
            var cache = new File(System.getProperty("postgres.cache"));
            cache.mkdirs();
            var postgres = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(cache)
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "300")
                    .start();
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database migrated");
            }
            Flyway.configure()
                    .dataSource(postgres.getDatabase("postgres", "migrated"))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package zhanggui.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Chooses the database, checks it, and migrates as its owner while everything else runs as {@code zhanggui_app}. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfig {
    private static final Logger log = LoggerFactory.getLogger(DatabaseConfig.class);
    private static final int OLDEST = 18;

    /** No database configured: this server's own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${zhanggui.database.url:}' == ''")
    static class Embedded {
        @Bean(destroyMethod = "close")
        EmbeddedDatabase embeddedDatabase(
                @Value("${zhanggui.data}") Path data, @Value("${zhanggui.database.binaries}") Path binaries) {
            var home = data.toAbsolutePath().normalize();
            log.info("Data folder: {}", home);
            return EmbeddedDatabase.start(home, binaries.toAbsolutePath());
        }

        @Bean
        JdbcConnectionDetails embeddedConnection(EmbeddedDatabase database) {
            return new Connected(database.url(), "postgres", database.password());
        }
    }

    /** The database the administrator configured. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${zhanggui.database.url:}' != ''")
    static class External {
        @Bean
        JdbcConnectionDetails configuredConnection(
                @Value("${zhanggui.database.url}") String url,
                @Value("${zhanggui.database.user:}") String user,
                @Value("${zhanggui.database.password:}") String password) {
            var jdbc = url.startsWith("jdbc:") ? url : "jdbc:" + url.replaceFirst("^postgres:", "postgresql:");
            checkVersion(jdbc, user, password);
            return new Connected(jdbc, user, password);
        }
    }

    /** Migrations run as the owner of the tables; the pool's connections run as the application's role. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource migrationConnections(JdbcConnectionDetails connection) {
        return new DriverManagerDataSource(
                connection.getJdbcUrl(),
                String.valueOf(connection.getUsername()),
                String.valueOf(connection.getPassword()));
    }

    private static void checkVersion(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new CannotStart(
                        "The database is PostgreSQL " + version + ".", "Use PostgreSQL " + OLDEST + " or newer.");
            }
        } catch (SQLException e) {
            throw new CannotStart(
                    "The database at " + url.replaceFirst("\\?.*", "") + " cannot be reached: " + e.getMessage(),
                    "Check ZHANGGUI_DATABASE_URL, ZHANGGUI_DATABASE_USER and ZHANGGUI_DATABASE_PASSWORD.");
        }
    }

    private record Connected(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}
}

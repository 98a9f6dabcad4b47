package zhanggui.database;

import java.nio.file.Path;
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
import zhanggui.database.DatabaseLogins.Login;

/** Chooses the database, checks it, and migrates as its owner while everything else runs as {@code zhanggui_app}. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfig {
    private static final Logger log = LoggerFactory.getLogger(DatabaseConfig.class);

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
        DatabaseLogins embeddedLogins(EmbeddedDatabase database) {
            return database.logins();
        }
    }

    /** The database the administrator configured. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${zhanggui.database.url:}' != ''")
    static class External {
        @Bean
        DatabaseLogins configuredLogins(
                @Value("${zhanggui.database.url}") String url,
                @Value("${zhanggui.database.user:}") String user,
                @Value("${zhanggui.database.password:}") String password,
                @Value("${zhanggui.database.owner:}") String owner,
                @Value("${zhanggui.database.owner-password:}") String ownerPassword) {
            var login = new Login(user, password);
            return new ExternalDatabase(url, login, owner.isEmpty() ? null : new Login(owner, ownerPassword)).logins();
        }
    }

    @Bean
    JdbcConnectionDetails applicationConnection(DatabaseLogins logins) {
        var application = logins.application();
        return new Connected(logins.url(), application.user(), application.password());
    }

    /** Migrations run as the owner of the tables; the pool's connections run as the application's role. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource migrationConnections(DatabaseLogins logins) {
        var owner = logins.owner();
        return new DriverManagerDataSource(logins.url(), owner.user(), owner.password());
    }

    private record Connected(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}
}

package zhanggui;

import java.util.UUID;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole server on a database of its own; test classes extend it and share one context. */
@SpringBootTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TestApplication {
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("zhanggui.database.url", TestDatabase::fresh);
        properties.add("zhanggui.database.user", () -> "postgres");
        properties.add("zhanggui.audit-heads", () -> "target/audit-heads/" + UUID.randomUUID());
        var backups = "target/backups/" + UUID.randomUUID();
        properties.add("zhanggui.backups", () -> backups);
        var files = "target/files/" + UUID.randomUUID();
        properties.add("zhanggui.files.folder", () -> files);
        properties.add("zhanggui.secret-key", () -> "a key for tests, known to all");
        // They end at once: what they serve has ended before.
        properties.add("server.shutdown", () -> "immediate");
        properties.add("db-scheduler.shutdown-max-wait", () -> "0s");
        // Many servers share one PostgreSQL here: none keeps connections it does not use.
        properties.add("spring.datasource.hikari.minimum-idle", () -> 1);
        properties.add("spring.datasource.hikari.idle-timeout", () -> 10_000);
    }
}

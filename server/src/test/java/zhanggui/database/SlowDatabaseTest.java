package zhanggui.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhanggui.TestDatabase;
import zhanggui.opportunities.Desk;

/**
 * A database that is far away makes each round trip slow: pages need few, and their number does not grow with what they
 * show. Recognising a session takes some more at each request, which are not counted here.
 */
@SpringBootTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowDatabaseTest {
    private static final int A_COMMAND = 20;
    private static SlowLine line;

    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    private Desk.At at;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        var url = URI.create(TestDatabase.fresh().substring("jdbc:".length()));
        line = new SlowLine(url.getPort());
        var far = "jdbc:postgresql://127.0.0.1:" + line.port() + url.getPath();
        properties.add("zhanggui.database.url", () -> far);
        properties.add("zhanggui.audit-heads", () -> "target/audit-heads/slow");
        properties.add("zhanggui.database.user", () -> "postgres");
        properties.add("spring.datasource.hikari.maximum-pool-size", () -> 4);
        properties.add("db-scheduler.enabled", () -> false);
    }

    @BeforeAll
    void company() {
        at = desk.at(http);
        for (int i = 0; i < 30; i++) desk.customer("远方客户 " + i, "li");
    }

    @AfterEach
    void nearAgain() {
        line.delay(Duration.ZERO);
    }

    @Test
    void aPageNeedsFewRoundTripsHoweverMuchItShows() {
        var deal = deal("往返商机");
        var most = Map.of(
                "/api/session",
                11L,
                "/api/lists/customers/rows?size=50",
                10L,
                "/api/lists/opportunities/rows?size=50",
                10L,
                "/api/lists/tasks/rows?size=50",
                10L,
                "/api/opportunities/" + deal,
                10L,
                "/api/reports/sales?from=2026-01-01&to=2027-01-01",
                21L);
        assertSoftly(all -> most.forEach((path, trips) -> {
            get(path);
            all.assertThat(tripsOf(() -> get(path))).as(path).isLessThanOrEqualTo(trips);
        }));
    }

    @Test
    void moreRowsNeedNoMoreRoundTrips() {
        get("/api/lists/customers/rows?size=5");
        var few = tripsOf(() -> get("/api/lists/customers/rows?size=5"));
        var many = tripsOf(() -> get("/api/lists/customers/rows?size=30"));
        // One more is the pool's, which looks after a connection that nobody has used for half a second.
        assertThat(many).isLessThanOrEqualTo(few + 1);
    }

    @Test
    void aCommandNeedsFewRoundTrips() {
        deal("先热身");
        assertThat(tripsOf(() -> deal("再计数"))).isLessThanOrEqualTo(A_COMMAND);
    }

    @Test
    void aFifthOfASecondForEachRoundTripIsBorne() {
        line.delay(Duration.ofMillis(200));
        get("/api/lists/customers/rows?size=50");
        line.delay(Duration.ofMillis(50));
        deal("慢线商机");
    }

    private String deal(String name) {
        var made = at.created("li", Map.of("name", name, "expectedClose", "2030-01-31"));
        return made.get("id").asString();
    }

    private MvcTestResult get(String path) {
        var answer = at.get("li", path);
        assertThat(answer).as(path).hasStatusOk();
        return answer;
    }

    private static long tripsOf(Runnable request) {
        long before = line.trips();
        request.run();
        return line.trips() - before;
    }
}

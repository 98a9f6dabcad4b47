package zhanggui.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhanggui.TestApplication;
import zhanggui.World;

/** What a server was slow at is told by routes, and tells nothing of what was asked for. */
@TestPropertySource(properties = "test.database=slow-requests")
class SlowRequestsTest extends TestApplication {
    @Autowired
    World world;

    @Autowired
    MockMvcTester http;

    @BeforeAll
    void world() {
        world.exists();
    }

    @Test
    void requestsAreToldByTheirRouteAlone() throws Exception {
        var id = UUID.randomUUID();
        http.get().uri("/api/customers/" + id).with(world.as("li")).exchange();
        http.get()
                .uri("/api/lists/customers/rows?q=secretword")
                .with(world.as("li"))
                .exchange();
        http.get().uri("/api/no-such-thing/secretpath").with(world.as("li")).exchange();
        var told = http.get()
                .uri("/api/installation/requests")
                .with(world.as("admin"))
                .exchange();
        assertThat(told).hasStatusOk();
        var text = told.getResponse().getContentAsString();
        assertThat(text)
                .contains("/api/customers/{id}", "/api/lists/{list}/rows", "\"lastHour\"", "\"sinceStart\"")
                .doesNotContain(id.toString(), "secretword", "secretpath", "li@example.com");
        for (var who : new String[] {"ops", "sun", "li"}) {
            assertThat(http.get().uri("/api/installation/requests").with(world.as(who)))
                    .hasStatus(403);
        }
    }

    @Test
    void howManyRoutesAreRememberedIsBounded() {
        var timings = new Timings(Clock.systemUTC());
        for (int i = 0; i < 3 * Timings.MOST_ROUTES; i++) {
            timings.add(
                    i % 2 == 0 ? "GET" : "INVENTED" + i,
                    "/api/" + i,
                    Duration.ofMillis(i).toNanos());
        }
        var slowest = timings.slowest();
        assertThat(slowest.sinceStart()).hasSize(20).isEqualTo(slowest.lastHour());
        assertThat(slowest.sinceStart().getFirst().route()).isEqualTo("/api/" + (Timings.MOST_ROUTES - 1));
        assertThat(slowest.sinceStart()).noneMatch(r -> r.method().startsWith("INVENTED"));
        assertThat(slowest.sinceStart()).allMatch(r -> r.half() <= r.most() && r.most() <= r.longest());
    }
}

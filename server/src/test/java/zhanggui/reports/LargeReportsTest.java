package zhanggui.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import zhanggui.MovableClock;
import zhanggui.TestApplication;
import zhanggui.World;

/** Where four deals are many: what is figured once is answered again, and says of when it is. */
@TestPropertySource(properties = "zhanggui.large=4")
class LargeReportsTest extends TestApplication {
    private static final MovableClock CLOCK = new MovableClock();

    @TestConfiguration
    static class Clocks {
        @Bean
        @Primary
        Clock movable() {
            return CLOCK;
        }
    }

    @Autowired
    World world;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext db;

    private UUID pipeline;

    @BeforeAll
    void company() {
        world.exists();
        pipeline = db.fetchSingle("select id from opportunities.pipeline order by position limit 1")
                .get(0, UUID.class);
        CLOCK.set(Instant.parse("2026-03-02T02:00:00Z"));
    }

    @BeforeEach
    void fiveDeals() {
        CLOCK.jump(Duration.ofDays(1));
        db.execute("delete from opportunities.opportunity");
        deals("wang", 2);
        deals("zhao", 3);
    }

    @Test
    void manyDealsAreFiguredAgainBehindWhoeverAsks() {
        var first = CLOCK.instant();
        var report = report("chen");
        assertThat(report.at("/open/count").asLong()).isEqualTo(5);
        assertThat(report.get("asOf").isNull()).isTrue();
        deals("wang", 1);

        CLOCK.jump(Duration.ofSeconds(59));
        assertThat(asOf(report("chen"))).isEqualTo(first);
        CLOCK.jump(Duration.ofSeconds(2));
        var later = CLOCK.instant();
        var kept = report("chen");
        assertThat(kept.at("/open/count").asLong()).isEqualTo(5);
        assertThat(asOf(kept)).isEqualTo(first);
        waitUntil(() -> asOf(report("chen")).equals(later));
        assertThat(report("chen").at("/open/count").asLong()).isEqualTo(6);
    }

    @Test
    void afterHalfAnHourNothingOldIsAnswered() {
        report("chen");
        deals("zhao", 1);
        CLOCK.jump(Duration.ofMinutes(30));
        var report = report("chen");
        assertThat(report.at("/open/count").asLong()).isEqualTo(6);
        assertThat(report.get("asOf").isNull()).isTrue();
    }

    @Test
    void everybodyWhoReachesEverythingIsAnsweredTheSame() {
        var first = CLOCK.instant();
        report("chen");
        assertThat(asOf(report("admin"))).isEqualTo(first);
    }

    @Test
    void whoReachesLessIsAnsweredOfTheirOwn() {
        report("chen");
        var report = report("zhou");
        assertThat(report.at("/open/count").asLong()).isEqualTo(2);
        assertThat(report.get("asOf").isNull()).isTrue();
    }

    @Test
    void fewDealsAreFiguredEachTime() {
        assertThat(report("zhao").at("/open/count").asLong()).isEqualTo(3);
        db.execute("delete from opportunities.opportunity where owner_id = ?", world.id("zhao"));
        assertThat(report("zhao").at("/open/count").asLong()).isZero();
    }

    private JsonNode report(String who) {
        return new Asking(http, world.id(who)).report("?pipeline=" + pipeline);
    }

    private static Instant asOf(JsonNode report) {
        return Instant.parse(report.get("asOf").asString());
    }

    private static void waitUntil(BooleanSupplier done) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("renewed in the end").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private void deals(String owner, int count) {
        db.execute("""
                insert into opportunities.opportunity (name, pipeline_id, stage_id, outcome, stage_since, currency,
                  owner_id, created_by)
                select '商机 ' || n, s.pipeline_id, s.id, 'OPEN', now(), 'CNY', ?, ?
                from generate_series(1, ?) n, (select * from opportunities.stage where pipeline_id = ? and outcome = 'OPEN'
                  order by position limit 1) s""", world.id(owner), world.id(owner), count, pipeline);
    }
}

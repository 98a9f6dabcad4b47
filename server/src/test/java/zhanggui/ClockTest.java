package zhanggui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhanggui.opportunities.Desk;

/** Days end where the company is, and a server's clock that jumps loses nothing and stops nobody. */
@TestPropertySource(properties = "zhanggui.sessions.longest=9999d")
class ClockTest extends TestApplication {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final MovableClock CLOCK = new MovableClock();

    @TestConfiguration
    static class Clocks {
        @Bean
        @Primary
        Clock jumping() {
            return CLOCK;
        }
    }

    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    private Desk.At at;

    @BeforeAll
    void company() {
        at = desk.at(http);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-01-31", "2027-02-28", "2027-12-31", "2028-02-28", "2028-02-29"})
    void whatIsDueTodayIsOverdueOneSecondAfterMidnightThere(LocalDate day) {
        var title = "到期 " + day;
        CLOCK.set(lastSecond(day));
        at.body(at.post("li", "/api/tasks", Map.of("title", title, "dueOn", day)), 201);
        assertThat(due("TODAY")).contains(title);
        assertThat(due("PAST")).doesNotContain(title);
        CLOCK.jump(Duration.ofSeconds(1));
        assertThat(due("TODAY")).doesNotContain(title);
        assertThat(due("YESTERDAY")).contains(title);
        assertThat(due("PAST")).contains(title);
    }

    @Test
    void monthQuarterAndYearEndTogetherOnTheLastOfDecember() {
        var day = LocalDate.of(2027, 12, 31);
        CLOCK.set(lastSecond(day));
        var customer = desk.customer("年底客户", "li");
        at.created("li", Map.of("name", "年底商机", "customer", customer, "expectedClose", day));
        for (var span : List.of("MONTH", "QUARTER", "YEAR"))
            assertThat(expected("THIS_" + span)).contains("年底商机");
        CLOCK.jump(Duration.ofSeconds(1));
        for (var span : List.of("MONTH", "QUARTER", "YEAR")) {
            assertThat(expected("THIS_" + span)).doesNotContain("年底商机");
            assertThat(expected("LAST_" + span)).contains("年底商机");
        }
    }

    @Test
    void aStageHistoryStaysInOrderWhenTheClockIsSetBack() {
        CLOCK.set(Instant.parse("2027-05-05T04:00:00Z"));
        var deal = at.created("li", Map.of("name", "时钟商机", "customer", desk.customer("时钟客户", "li")));
        CLOCK.jump(Duration.ofHours(-1));
        var uri = "/api/opportunities/" + deal.get("id").asString() + "/move";
        var engaged = at.body(
                at.post("li", uri, Map.of("version", 1, "stage", at.stages().get("Engaging"))), 200);
        assertThat(engaged.get("history")).hasSize(2);
        CLOCK.jump(Duration.ofDays(40));
        var lost = Map.of("version", 2, "stage", at.stages().get("Lost"), "lossReason", "price");
        assertThat(at.body(at.post("li", uri, lost), 200).get("history")).hasSize(3);
    }

    @Test
    void theSameKeyIsAnsweredTheSameWhereverTheClockJumps() {
        CLOCK.set(Instant.parse("2027-05-05T04:00:00Z"));
        var first = created("一次客户", "a key of the clock's test");
        assertThat(first).hasStatus(201);
        for (var jump : List.of(Duration.ofDays(40), Duration.ofDays(-80), Duration.ofHours(-1))) {
            CLOCK.jump(jump);
            var again = created("一次客户", "a key of the clock's test");
            assertThat(again).hasStatus(201).hasHeader("Idempotency-Replayed", "true");
            assertThat(again.getResponse().getContentAsByteArray())
                    .isEqualTo(first.getResponse().getContentAsByteArray());
        }
    }

    @Test
    void yesterdaysOrganisationHoldsWhenTheClockIsSetBackOverMidnight() {
        CLOCK.set(lastSecond(LocalDate.of(2027, 5, 5)));
        CLOCK.jump(Duration.ofSeconds(1));
        assertThat(at.get("sun", "/api/lists/customers/rows")).hasStatusOk();
        CLOCK.jump(Duration.ofHours(-1));
        assertThat(at.get("sun", "/api/lists/customers/rows")).hasStatusOk();
        assertThat(at.get("sun", "/api/organisation")).hasStatusOk();
    }

    private String due(String span) {
        return rows("tasks", Desk.filter("dueOn", "WITHIN", span));
    }

    private String expected(String span) {
        return rows("opportunities", Desk.filter("expectedClose", "WITHIN", span));
    }

    private String rows(String list, String filter) {
        return at.body(at.get("li", "/api/lists/" + list + "/rows?size=200&" + filter), 200)
                .toString();
    }

    private MvcTestResult created(String name, String key) {
        return http.post()
                .uri("/api/customers")
                .with(desk.world.as("li"))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"" + name + "\"}")
                .exchange();
    }

    private static Instant lastSecond(LocalDate day) {
        return day.atTime(23, 59, 59).atZone(SHANGHAI).toInstant();
    }
}

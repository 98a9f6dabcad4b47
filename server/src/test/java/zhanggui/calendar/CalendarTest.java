package zhanggui.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import zhanggui.TestApplication;
import zhanggui.opportunities.Desk;

/** The company's working days: what comes with it, and what is told. */
@TestPropertySource(properties = "test.database=calendar")
class CalendarTest extends TestApplication {
    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    @Autowired
    WorkingDays days;

    private Desk.At at;

    @BeforeAll
    void company() {
        at = desk.at(http);
    }

    private MvcTestResult tell(String who, String day, @Nullable Boolean works, @Nullable String name, int version) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("works", works);
        body.put("nameZh", name);
        body.put("version", version);
        return at.put(who, "/api/calendar/days/" + day, body);
    }

    private @Nullable JsonNode day(JsonNode year, String day) {
        for (var one : year.get("days")) if (one.get("day").asString().equals(day)) return one;
        return null;
    }

    @Test
    void knownYearsComeWithIt() {
        var year = at.body(at.get("li", "/api/calendar/2018"), 200);
        assertThat(year.get("workingDays").get(0).asInt()).isEqualTo(22);
        assertThat(year.get("workingDays").get(1).asInt()).isEqualTo(17);
        assertThat(day(year, "2018-02-11").get("works").asBoolean()).isTrue();
        assertThat(day(year, "2018-02-15").get("nameZh").asString()).isEqualTo("春节");
        assertThat(at.body(at.get("li", "/api/calendar/2031"), 200).get("days")).isEmpty();
        assertThat(at.get("li", "/api/calendar/1999")).hasStatus(404);
    }

    @Test
    void aDayIsToldAndBecomesADayLikeTheOthersAgain() {
        var told = at.body(tell("admin", "2033-05-02", false, " 公司日 ", 0), 200);
        assertThat(day(told, "2033-05-02").get("nameZh").asString()).isEqualTo("公司日");
        assertThat(days.calendar().works(LocalDate.of(2033, 5, 2))).isFalse();
        assertThat(told.get("workingDays").get(4).asInt()).isEqualTo(21);
        assertThat(tell("admin", "2033-05-02", true, null, 0)).hasStatus(409);
        var again = at.body(tell("admin", "2033-05-02", null, null, 1), 200);
        assertThat(day(again, "2033-05-02")).isNull();
        assertThat(days.calendar().works(LocalDate.of(2033, 5, 2))).isTrue();
        var history = at.body(at.get("li", "/api/history/calendar"), 200).toString();
        assertThat(history).contains("2033-05-02", "公司日", "休息");
    }

    @Test
    void whoMayNotTellDoesNot() {
        assertThat(tell("li", "2033-06-01", false, null, 0)).hasStatus(403);
        assertThat(at.post("li", "/api/calendar/pasted", Map.of("text", "2033-06-01 休")))
                .hasStatus(403);
        assertThat(tell("admin", "2133-06-01", false, null, 0)).hasStatus(422);
    }

    @Test
    void aYearIsPastedAllOrNothing() {
        var wrong =
                at.body(at.post("admin", "/api/calendar/pasted", Map.of("text", "2034-01-01 休 元旦\n2034-01-32 休")), 422);
        assertThat(wrong.toString()).contains("第 2 行");
        assertThat(days.calendar().works(LocalDate.of(2034, 1, 2))).isTrue();
        var text = "2034-01-02 休 元旦 New Year's Day\n2034-01-07 班 元旦";
        assertThat(at.body(at.post("admin", "/api/calendar/pasted", Map.of("text", text)), 200)
                        .get("changed")
                        .asInt())
                .isEqualTo(2);
        assertThat(days.calendar().works(LocalDate.of(2034, 1, 2))).isFalse();
        assertThat(days.calendar().works(LocalDate.of(2034, 1, 7))).isTrue();
        assertThat(at.body(at.post("admin", "/api/calendar/pasted", Map.of("text", text)), 200)
                        .get("changed")
                        .asInt())
                .isZero();
    }
}

package zhanggui.commissions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.TestApplication;
import zhanggui.opportunities.Desk;

/** Plans tried on deals that are sent along. */
@TestPropertySource(properties = "test.database=commissions")
class TrialTest extends TestApplication {
    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    @Autowired
    JsonMapper json;

    private Desk.At at;

    @BeforeAll
    void company() {
        at = desk.at(http);
    }

    private JsonNode attempt(String who, String trial, int status) {
        return at.body(at.post(who, "/api/commissions/trials", json.readTree(trial)), status);
    }

    @Test
    void whatThePlanWouldPayIsToldWithHowItCameAbout() {
        var outcome = attempt("ops", Trial.EXAMPLE, 200);
        assertThat(outcome.get("findings")).isEmpty();
        assertThat(outcome.get("total").decimalValue()).isEqualByComparingTo("20");
        var earning = outcome.get("earnings").get(0);
        assertThat(earning.get("month").asString()).isEqualTo("2026-02");
        assertThat(earning.get("amount").decimalValue()).isEqualByComparingTo("20.00");
        var trace = earning.get("trace");
        assertThat(trace.get(trace.size() - 1).get("value").decimalValue()).isEqualByComparingTo("20");
        assertThat(trace.toString()).contains("S-1/S-1/1/DIRECT", "业绩", "本档所得");
    }

    @Test
    void aPlanThatCouldNotBePublishedIsNotComputed() {
        var gap = attempt("admin", Trial.EXAMPLE.replace("\"from\": 1000", "\"from\": 1001"), 200);
        assertThat(gap.get("earnings")).isEmpty();
        assertThat(gap.get("findings").get(0).get("code").asString()).isEqualTo("GAP");
        assertThat(gap.get("findings").get(0).get("text").asString()).contains("1,000", "1,001");
    }

    @Test
    void whatCannotBeMeantIsSaidWithItsField() {
        var rule = attempt("ops", Trial.EXAMPLE.replace("\"condition\": null", "\"condition\": \"amout > 5\""), 422);
        assertThat(rule.toString()).contains("plan.components[0].condition", "amout");
        assertThat(attempt("ops", Trial.EXAMPLE.replace("\"part\": 1", "\"part\": 0.5"), 422)
                        .toString())
                .contains("deals[0].shares");
        assertThat(attempt("ops", Trial.EXAMPLE.replace("\"to\": \"2027-01-01\"", "\"to\": \"2025-01-01\""), 422)
                        .toString())
                .contains("people[0].to");
        attempt("ops", Trial.EXAMPLE.replace("\"amount\": 1500", "\"amount\": 1e400"), 422);
        attempt("li", Trial.EXAMPLE, 403);
        var none = Trial.EXAMPLE.replace("\"condition\": null", "\"condition\": \"amount / margin > 1\"");
        assertThat(attempt("ops", none, 422).toString()).contains("plan.components");
        var condition =
                attempt("ops", Trial.EXAMPLE.replace("\"condition\": null", "\"condition\": \"grade == 'LOW'\""), 200);
        assertThat(condition.get("earnings")).isEmpty();
    }
}

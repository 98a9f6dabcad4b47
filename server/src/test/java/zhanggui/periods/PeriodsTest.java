package zhanggui.periods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import zhanggui.TestApplication;
import zhanggui.opportunities.Desk;

/** Closing months, by those who may and in their order; the database holds to it as well. */
@TestPropertySource(properties = "test.database=periods")
class PeriodsTest extends TestApplication {
    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext db;

    @Autowired
    Periods periods;

    private Desk.At at;

    @BeforeAll
    void company() {
        at = desk.at(http);
    }

    private MvcTestResult move(String who, String month, String status, int version) {
        return at.put(who, "/api/periods/months/" + month, Map.of("status", status, "version", version));
    }

    private JsonNode period(String code) {
        for (var one : at.body(at.get("li", "/api/periods/" + code.substring(0, 4)), 200)
                .get("periods")) if (one.get("code").asString().equals(code)) return one;
        throw new AssertionError(code);
    }

    @Test
    void monthsGoStepByStepUntilTheyAreLockedForEver() {
        assertThat(period("2020-02").get("status").asString()).isEqualTo("OPEN");
        assertThat(move("li", "2020-02", "CALCULATED", 0)).hasStatus(403);
        assertThat(at.body(move("admin", "2020-02", "LOCKED", 0), 409).toString())
                .contains("month-not-next");
        assertThat(at.body(move("admin", "2020-02", "CALCULATED", 0), 200)
                        .get("next")
                        .toString())
                .isEqualTo("[\"OPEN\",\"APPROVED\"]");
        assertThat(move("admin", "2020-02", "OPEN", 0)).hasStatus(409);
        assertThat(move("admin", "2020-02", "APPROVED", 1)).hasStatusOk();
        assertThat(move("admin", "2020-03", "CALCULATED", 0)).hasStatusOk();
        assertThat(move("admin", "2020-03", "APPROVED", 1)).hasStatusOk();
        assertThat(at.body(move("admin", "2020-03", "LOCKED", 2), 409).toString())
                .contains("month-earlier-open");
        assertThat(move("admin", "2020-02", "LOCKED", 2)).hasStatusOk();
        assertThat(move("admin", "2020-03", "LOCKED", 2)).hasStatusOk();
        assertThat(at.body(move("admin", "2020-02", "APPROVED", 3), 409).toString())
                .contains("month-locked");
        assertThat(period("2020-01").get("status").asString()).isEqualTo("LOCKED");
        assertThat(periods.firstUnlocked().code()).isEqualTo("2020-04");
        assertThat(move("admin", "2098-01", "CALCULATED", 0)).hasStatus(409);
        assertThat(move("admin", "FY2020", "CALCULATED", 0)).hasStatus(404);
        assertThat(at.body(at.get("li", "/api/history/periods"), 200).toString())
                .contains("2020-03", "已锁定");
        // Nor by any other way.
        for (var sql : new String[] {
            "update periods.month set status = 'APPROVED' where first_day = date '2020-02-01'",
            "update periods.month set first_day = date '2019-01-01' where first_day = date '2020-02-01'",
            "delete from periods.month where first_day = date '2020-02-01'",
            "truncate periods.month",
            "insert into periods.month (first_day, status, changed_by)"
                    + " select date '2019-01-01', 'OPEN', changed_by from periods.month limit 1",
            "insert into periods.month (first_day, status, changed_by)"
                    + " select date '2021-01-01', 'LOCKED', changed_by from periods.month limit 1"
        }) assertThatThrownBy(() -> db.execute(sql)).as(sql).hasMessageContaining("month");
    }

    @Test
    void aYearIsToldWithAllItsParts() {
        var year = at.body(at.get("li", "/api/periods/2026"), 200).get("periods");
        assertThat(year).hasSize(1 + 2 + 4 + 12);
        assertThat(year.get(0).get("nameZh").asString()).startsWith("2026");
        assertThat(at.get("li", "/api/periods/1812")).hasStatus(404);
    }
}

package zhanggui.opportunities;

import static org.assertj.core.api.Assertions.assertThat;
import static zhanggui.opportunities.Desk.filter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import zhanggui.TestApplication;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession.Outcome.Created;
import zhanggui.imports.ImportSession.Outcome.Refused;

/** Deals in other currencies: which rate they take, when, and what never changes any more. */
@TestPropertySource(properties = "test.database=currency")
class CurrencyTest extends TestApplication {
    @Autowired
    MockMvcTester http;

    @Autowired
    Desk desk;

    @Autowired
    DSLContext db;

    @Autowired
    OpportunityImport kind;

    @Autowired
    TransactionTemplate transaction;

    private Desk.At at;
    private LocalDate today;

    @BeforeAll
    void desk() {
        at = desk.at(http);
        today = desk.world.today();
    }

    private JsonNode rate(String currency, LocalDate from, String rate) {
        return at.body(
                at.post("ops", "/api/rates", Map.of("currency", currency, "from", from, "rate", new BigDecimal(rate))),
                201);
    }

    private JsonNode deal(String currency, int amount) {
        return at.created("li", Map.of("name", currency + "商机" + amount, "currency", currency, "amount", amount));
    }

    private JsonNode edit(JsonNode deal, Map<String, Object> change) {
        var body = new HashMap<String, Object>(Map.of(
                "name", deal.get("name").asString(),
                "currency", deal.get("currency").asString(),
                "amount", new BigDecimal(deal.at("/amount/amount").asString()),
                "version", deal.get("version").asInt()));
        body.putAll(change);
        return at.body(at.put("li", "/api/opportunities/" + deal.get("id").asString(), body), 200);
    }

    private JsonNode page(JsonNode deal) {
        return at.body(at.get("li", "/api/opportunities/" + deal.get("id").asString()), 200);
    }

    private JsonNode move(JsonNode deal, Map<String, Object> command) {
        var body = new HashMap<String, Object>(
                Map.of("version", deal.get("version").asInt()));
        body.putAll(command);
        var path = "/api/opportunities/" + deal.get("id").asString() + "/move";
        return at.body(at.post("li", path, body), 200);
    }

    private static String base(JsonNode deal) {
        return deal.at("/baseAmount/amount").asString();
    }

    @Test
    void anOpenDealTakesTheRateOfTheDayAndAgainWhenItsAmountChanges() {
        rate("AUD", today.minusDays(20), "4.5");
        rate("AUD", today.minusDays(3), "4.7");
        rate("AUD", today.plusDays(1), "9");
        var deal = deal("AUD", 100);
        assertThat(base(deal)).isEqualTo("470.0");
        assertThat(deal.at("/baseAmount/currency").asString()).isEqualTo("CNY");
        assertThat(deal.get("rateFrom").asString()).isEqualTo(today.minusDays(3).toString());

        rate("AUD", today, "5");
        deal = edit(deal, Map.of("nextStep", "打电话"));
        assertThat(base(deal)).as("nothing that counts changed").isEqualTo("470.0");
        deal = edit(deal, Map.of("amount", 200));
        assertThat(base(deal)).isEqualTo("1000.0");
        deal = edit(deal, Map.of("currency", "CNY"));
        assertThat(base(deal)).isEqualTo("200.0");
        assertThat(deal.get("rate").isNull()).isTrue();
        var history = at.body(
                at.get("li", "/api/history/opportunities/" + deal.get("id").asString()), 200);
        assertThat(history.toString()).contains("金额（本位币）").contains("汇率日期");
    }

    @Test
    void theRateCanBeTakenAnewWhileOpenAndStaysOnceClosed() {
        rate("CAD", today.minusDays(9), "5");
        var deal = deal("CAD", 10);
        var told = rate("CAD", today.minusDays(2), "6");
        var path = "/api/opportunities/" + deal.get("id").asString();
        assertThat(base(page(deal))).isEqualTo("50.0");
        deal = at.body(
                at.post(
                        "li",
                        path + "/rate",
                        Map.of("version", deal.get("version").asInt())),
                200);
        assertThat(base(deal)).isEqualTo("60.0");

        var won = at.stages().get("Won");
        deal = move(deal, Map.of("stage", won, "closedOn", today.minusDays(5)));
        assertThat(base(deal)).as("the rate of the day it was won").isEqualTo("50.0");
        at.body(
                at.put(
                        "ops",
                        "/api/rates/" + told.get("id").asString(),
                        Map.of(
                                "currency",
                                "CAD",
                                "from",
                                today.minusDays(6),
                                "rate",
                                8,
                                "version",
                                told.get("version").asInt())),
                200);
        assertThat(base(page(deal))).isEqualTo("50.0");
        deal = edit(page(deal), Map.of("amount", 20));
        assertThat(base(deal)).as("corrected at the same rate").isEqualTo("100.0");
        assertThat(at.post("li", path + "/rate", Map.of())).hasStatus(409);
        deal = move(deal, Map.of("stage", won, "closedOn", today.minusDays(6)));
        assertThat(base(deal)).as("won on another day").isEqualTo("160.0");
    }

    @Test
    void withoutARateItSaysSoAndCanBeFound() {
        var deal = deal("CHF", 77);
        assertThat(deal.get("baseAmount").isNull()).isTrue();
        var path = "/api/opportunities/" + deal.get("id").asString();
        assertThat(at.post("li", path + "/rate", Map.of())).hasStatus(409);
        var found = at.rows("li", filter("rateMissing", "IS", "true"));
        assertThat(found.get("rows").valueStream().map(r -> r.get("id").asString()))
                .contains(deal.get("id").asString());
        rate("CHF", today, "8");
        deal = at.body(at.post("li", path + "/rate", Map.of()), 200);
        assertThat(base(deal)).isEqualTo("616.0");
    }

    @Test
    void sumsAreInTheCompanysCurrency() {
        rate("NZD", today, "4.25");
        at.created("wu", Map.of("name", "合计甲", "currency", "NZD", "amount", 10, "nextStep", "合计"));
        at.created("wu", Map.of("name", "合计乙", "amount", 100, "nextStep", "合计"));
        at.created("wu", Map.of("name", "合计丙", "currency", "SEK", "amount", 1000, "nextStep", "合计"));
        var page = at.rows("wu", filter("nextStep", "IS", "合计") + "&columns=name,amount,baseAmount");
        assertThat(page.at("/sums/amount")).hasSize(1);
        assertThat(page.at("/sums/amount/0/amount").asString()).isEqualTo("142.5");
        assertThat(page.at("/sums/amount/0/currency").asString()).isEqualTo("CNY");
    }

    @Test
    void aRowWithoutARateIsRefusedAndAnotherTakesThatOfItsDay() {
        rate("GBP", today.minusDays(100), "9");
        rate("GBP", today.minusDays(50), "9.5");
        var outcomes = transaction.execute(status -> kind.open(desk.world.viewer("ops"))
                .take(List.of(
                        row(1, "GBP", today.minusDays(60)),
                        row(2, "GBP", today.minusDays(10)),
                        row(3, "GBP", today.minusDays(200)),
                        row(4, "NOK", today))));
        assertThat(outcomes).hasSize(4);
        assertThat(outcomes.get(2)).isInstanceOf(Refused.class);
        assertThat(((Refused) outcomes.get(3)).problems().getFirst().code()).isEqualTo("no-rate");
        assertThat(stored((Created) outcomes.get(0))).isEqualByComparingTo("90");
        assertThat(stored((Created) outcomes.get(1))).isEqualByComparingTo("95");
    }

    private ImportRow row(int line, String currency, LocalDate closed) {
        return new ImportRow(
                line,
                Map.of(
                        "name",
                        "导入" + line,
                        "currency",
                        currency,
                        "amount",
                        BigDecimal.TEN,
                        "stage",
                        at.stages().get("Won"),
                        "engagedOn",
                        closed,
                        "closedOn",
                        closed));
    }

    private BigDecimal stored(Created created) {
        return db.fetchSingle("select base_amount from opportunities.opportunity where id = ?", created.id())
                .get(0, BigDecimal.class);
    }

    @Test
    void ratesAreChecked() {
        rate("THB", today, "0.2");
        var path = "/api/rates";
        for (var wrong : List.<Map<String, Object>>of(
                Map.of("currency", "THB", "from", today, "rate", 1),
                Map.of("currency", "CNY", "from", today, "rate", 1),
                Map.of("currency", "QQQ", "from", today, "rate", 1),
                Map.of("currency", "EUR", "from", today, "rate", 0),
                Map.of("currency", "EUR", "from", today, "rate", new BigDecimal("1.12345678901")),
                Map.of("currency", "EUR", "rate", 1))) {
            assertThat(at.post("ops", path, wrong)).as(wrong.toString()).hasStatus(422);
        }
        assertThat(at.post("li", path, Map.of("currency", "EUR", "from", today, "rate", 1)))
                .hasStatus(403);
        var found = at.body(at.get("li", "/api/lists/rates/rows?q=thb"), 200);
        assertThat(found.get("total").asInt()).isEqualTo(1);
        var day = at.body(at.get("li", "/api/rates/of-day?currency=THB"), 200);
        assertThat(day.get("rate").asString()).isEqualTo("0.2");
        assertThat(at.body(at.get("li", "/api/rates/of-day?currency=THB&day=2001-01-01"), 200)
                        .get("rate")
                        .isNull())
                .isTrue();
    }

    @Test
    void theCompanysCurrencyStaysOnceThereAreAmountsInIt() {
        rate("SGD", today, "5");
        var company = at.body(at.get("admin", "/api/company"), 200);
        var details = Map.of(
                "nameZh",
                company.get("nameZh").asString(),
                "nameEn",
                company.get("nameEn").asString(),
                "currency",
                "USD",
                "timeZone",
                company.get("timeZone").asString(),
                "fiscalYearStartMonth",
                1,
                "language",
                "zh-CN");
        assertThat(at.put(
                        "admin",
                        "/api/company",
                        Map.of(
                                "details",
                                details,
                                "version",
                                company.get("version").asInt())))
                .hasStatus(409);
    }
}

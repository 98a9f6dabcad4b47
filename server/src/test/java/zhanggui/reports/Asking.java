package zhanggui.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.accounts.TestSignIn;

/** Asks for reports and opens the lists behind their figures, as a browser does. */
record Asking(MockMvcTester http, UUID who) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What a list says of all it finds. */
    record Listed(long total, BigDecimal amount) {}

    JsonNode report(String query) {
        return get("/api/reports/sales" + query);
    }

    JsonNode get(String path) {
        var result = http.get().uri(URI.create(path)).with(TestSignIn.as(who)).exchange();
        assertThat(result).as(path).hasStatusOk();
        return JSON.readTree(result.getResponse().getContentAsByteArray());
    }

    /** The list behind a figure, within a view and a filter of the screen; its sum in the company's currency. */
    Listed open(JsonNode drill, String currency) {
        assertThat(drill.get("list").asString()).isEqualTo("opportunities");
        var filter = "{\"all\":[{\"all\":[" + drill.get("filter") + "]}]}";
        var encoded = URLEncoder.encode(filter, StandardCharsets.UTF_8);
        assertThat(encoded.length()).as("length of an address").isLessThan(6000);
        var page = get("/api/lists/opportunities/rows?size=1&columns=amount&filter=" + encoded);
        var sum = page.at("/sums/amount")
                .valueStream()
                .filter(s -> s.get("currency").asString().equals(currency))
                .map(s -> new BigDecimal(s.get("amount").asString()))
                .findFirst()
                .orElse(BigDecimal.ZERO);
        return new Listed(page.get("total").asLong(), sum);
    }

    /** Every figure is what its list holds, and the parts make up the whole. */
    void everyFigureIsItsList(JsonNode report) {
        var currency = report.get("currency").asString();
        for (var name : new String[] {"won", "lost", "open"}) figure(name, report.get(name), currency);
        if (!report.get("earlier").isNull()) figure("earlier", report.get("earlier"), currency);
        count("win rate", report.get("closedDrill"), report.at("/winRate/n"), currency);
        count("other currencies", report.get("otherCurrenciesDrill"), report.get("otherCurrencies"), currency);
        for (var step : report.get("funnel")) {
            pair("funnel " + step.get("name"), step, "now", currency);
            count("reached", step.get("reachedDrill"), step.get("reached"), currency);
        }
        for (var month : report.get("months")) {
            pair(month.get("month").asString(), month, "count", currency);
            var before = open(month.get("lastYearDrill"), currency);
            assertThat(before.amount())
                    .as("last year of " + month.get("month"))
                    .isEqualByComparingTo(number(month.get("lastYear")));
        }
        for (var kind : new String[] {"units", "people"}) {
            for (var part : report.get(kind)) {
                pair(kind + " " + part.get("name"), part, "count", currency);
                count("rate of " + part.get("name"), part.get("closedDrill"), part.at("/winRate/n"), currency);
            }
            assertThat(total(report, kind, "amount")).as(kind).isEqualByComparingTo(number(report.at("/won/amount")));
            assertThat(total(report, kind, "count")).as(kind).isEqualByComparingTo(number(report.at("/won/count")));
        }
        for (var part : report.get("products")) {
            count("product " + part.get("name"), part.get("drill"), part.get("count"), currency);
        }
        assertThat(total(report, "products", "amount")).isEqualByComparingTo(number(report.at("/won/amount")));
        var earlier = report.get("earlier").isNull() ? BigDecimal.ZERO : number(report.at("/earlier/amount"));
        assertThat(total(report, "months", "amount").add(earlier))
                .isEqualByComparingTo(number(report.at("/won/amount")));
    }

    private void figure(String name, JsonNode figure, String currency) {
        pair(name, figure, "count", currency);
        assertThat(open(figure.get("amountDrill"), currency).total())
                .as(name)
                .isEqualTo(figure.get("count").asLong()
                        - figure.get("otherCurrencies").asLong());
    }

    private void pair(String name, JsonNode figure, String count, String currency) {
        var counted = open(figure.get("drill"), currency);
        var summed = open(figure.get("amountDrill"), currency);
        assertThat(counted.total()).as(name).isEqualTo(figure.get(count).asLong());
        assertThat(counted.amount()).as(name).isEqualByComparingTo(number(figure.get("amount")));
        assertThat(summed.amount()).as(name).isEqualByComparingTo(number(figure.get("amount")));
    }

    private void count(String name, JsonNode drill, JsonNode count, String currency) {
        assertThat(open(drill, currency).total()).as(name).isEqualTo(count.asLong());
    }

    static BigDecimal total(JsonNode report, String parts, String what) {
        return report.get(parts).valueStream().map(p -> number(p.get(what))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal number(JsonNode node) {
        return new BigDecimal(node.asString());
    }
}

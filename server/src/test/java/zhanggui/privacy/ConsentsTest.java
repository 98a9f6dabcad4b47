package zhanggui.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import zhanggui.TestApplication;
import zhanggui.opportunities.Desk;

/** What contacts allow: who may note it, what has to be said with it, and what is remembered of it. */
@TestPropertySource(properties = "test.database=privacy")
class ConsentsTest extends TestApplication {
    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    private Desk.At at;
    private UUID customer;

    @BeforeAll
    void company() {
        at = desk.at(http);
        customer = desk.customer("同意与否公司", "li");
    }

    @Test
    void nothingIsKnownUntilSomebodyNotesIt() {
        var contact = desk.contact(customer, "未问过");
        var consents = of("li", contact);
        assertThat(consents).hasSize(5);
        consents.forEach(one -> {
            assertThat(one.get("state").asString()).isEqualTo("UNKNOWN");
            assertThat(one.get("version").asInt()).isZero();
            assertThat(one.get("since").isNull()).isTrue();
        });
    }

    @Test
    void whatIsNotedSaysSinceWhenByWhatAndByWhom() {
        var contact = desk.contact(customer, "展会来的");
        var noted = note("li", contact, "EMAIL", "GIVEN", "2026-05-06", "  展会登记表  ", 0);
        assertThat(noted).hasStatusOk();
        var mail = channel(of("sun", contact), "EMAIL");
        assertThat(mail.get("state").asString()).isEqualTo("GIVEN");
        assertThat(mail.get("since").asString()).isEqualTo("2026-05-06");
        assertThat(mail.get("source").asString()).isEqualTo("展会登记表");
        assertThat(mail.get("notedBy").get("name").asString()).isEqualTo("李雷");
        assertThat(channel(of("sun", contact), "PHONE").get("state").asString()).isEqualTo("UNKNOWN");

        assertThat(note("sun", contact, "EMAIL", "WITHDRAWN", "2026-06-01", "来信退订", 1))
                .hasStatusOk();
        assertThat(note("li", contact, "EMAIL", "UNKNOWN", "2026-06-01", "不再保留", 2))
                .hasStatusOk();
        assertThat(channel(of("li", contact), "EMAIL").get("since").isNull()).isTrue();

        var history =
                at.body(at.get("li", "/api/history/contacts/" + contact), 200).toString();
        assertThat(history).contains("邮件联系", "同意", "不同意", "展会登记表", "来信退订", "孙经理");
    }

    @Test
    void aLateChangeIsRefusedWithWhatStandsThereNow() {
        var contact = desk.contact(customer, "两人同时");
        assertThat(note("li", contact, "SMS", "GIVEN", "2026-01-01", null, 0)).hasStatusOk();
        var late = at.body(note("sun", contact, "SMS", "WITHDRAWN", "2026-01-02", null, 0), 409);
        assertThat(late.get("current").get("state").asString()).isEqualTo("GIVEN");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        var contact = desk.contact(customer, "说不清");
        assertThat(note("li", contact, "POST", "GIVEN", null, null, 0)).hasStatus(422);
        assertThat(note("li", contact, "POST", "GIVEN", "2999-01-01", null, 0)).hasStatus(422);
        assertThat(note("li", contact, "POST", "GIVEN", "2026-01-01", "长".repeat(501), 0))
                .hasStatus(422);
        assertThat(note("li", contact, "TELEGRAM", "GIVEN", "2026-01-01", null, 0)
                        .getResponse()
                        .getStatus())
                .isIn(400, 404, 422);
        assertThat(at.put("li", "/api/contacts/" + contact + "/consents/POST", Map.of("version", 0)))
                .hasStatus(422);
    }

    @Test
    void onlyWhoReachesTheContactReadsAndOnlyWhoMayChangeItNotes() {
        var contact = desk.contact(customer, "别人的");
        assertThat(at.get("zhao", "/api/contacts/" + contact + "/consents")).hasStatus(404);
        assertThat(note("zhao", contact, "PHONE", "GIVEN", "2026-01-01", null, 0))
                .hasStatus(404);
        assertThat(at.get("li", "/api/contacts/" + UUID.randomUUID() + "/consents"))
                .hasStatus(404);
    }

    private JsonNode of(String who, UUID contact) {
        return at.body(at.get(who, "/api/contacts/" + contact + "/consents"), 200);
    }

    private static JsonNode channel(JsonNode consents, String channel) {
        for (var one : consents) if (one.get("channel").asString().equals(channel)) return one;
        throw new AssertionError(channel);
    }

    private MvcTestResult note(
            String who, UUID contact, String channel, String state, String since, String source, int version) {
        var body = new HashMap<String, Object>();
        body.put("state", state);
        body.put("since", since);
        body.put("source", source);
        body.put("version", version);
        return at.put(who, "/api/contacts/" + contact + "/consents/" + channel, body);
    }
}

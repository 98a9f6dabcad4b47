package zhanggui.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.jobs.Job;
import zhanggui.jobs.Jobs;

/** Customers and contacts that are there twice are found, shown to those who may read both, and put aside or merged. */
class LookalikesTest extends TestApplication {
    @Autowired
    MockMvcTester http;

    @Autowired
    World world;

    @Autowired
    DSLContext db;

    @Autowired
    JsonMapper json;

    @Autowired
    Jobs jobs;

    @BeforeAll
    void company() {
        world.exists();
    }

    @Test
    void theSameCompanyUnderTwoNamesIsFound() {
        var first = customer("li", Map.of("name", "上海青禾双份科技有限公司"));
        var second = customer("wang", Map.of("name", "青禾双份科技(上海)有限公司", "evenIfDuplicate", true));
        var phone = customer("li", Map.of("name", "电话双份甲", "phone", "021-66550001"));
        var line = customer("li", Map.of("name", "别家双份乙", "phone", "021 6655 0001"));
        customer("li", Map.of("name", "独此一份贸易"));
        scan("zhou");
        var found = pair("zhou", first, second);
        assertThat(found.at("/cells/score").asInt()).isGreaterThanOrEqualTo(60);
        assertThat(found.at("/cells/reasons").toString()).contains("NAME");
        assertThat(pair("zhou", phone, line).at("/cells/reasons").toString()).contains("PHONE");
        assertThat(rows("zhou", "duplicates").toString()).doesNotContain("独此一份贸易");
    }

    @Test
    void onlyThoseWhoMayReadBothSeeAPair() {
        var ours = customer("li", Map.of("name", "范围双份有限公司"));
        var theirs = customer("zhao", Map.of("name", "范围双份公司", "evenIfDuplicate", true));
        scan("ops");
        var found = pair("ops", ours, theirs);
        assertThat(found.isMissingNode()).isFalse();
        assertThat(pair("li", ours, theirs).isMissingNode()).isTrue();
        assertThat(pair("zhou", ours, theirs).isMissingNode()).isTrue();
        assertThat(dismiss("li", found, true)).hasStatus(404);
        assertThat(send("li", HttpMethod.POST, "/api/duplicates/scans", null)).hasStatus(403);
    }

    @Test
    void whatWasDismissedStaysSo() {
        var first = customer("li", Map.of("name", "排除双份有限公司"));
        var second = customer("li", Map.of("name", "排除双份公司", "evenIfDuplicate", true));
        scan("zhou");
        assertThat(dismiss("zhou", pair("zhou", first, second), true)).hasStatus(204);
        scan("zhou");
        assertThat(pair("zhou", first, second).at("/cells/dismissed").asBoolean())
                .isTrue();
        assertThat(dismiss("zhou", pair("zhou", first, second), false)).hasStatus(204);
        send("zhou", HttpMethod.DELETE, "/api/customers/" + second, null);
        assertThat(pair("zhou", first, second).isMissingNode()).isTrue();
    }

    @Test
    void aMergedPairIsGoneAndComesBackWithTheMergeUndone() {
        var first = customer("li", Map.of("name", "合并双份有限公司"));
        var second = customer("li", Map.of("name", "合并双份公司", "evenIfDuplicate", true));
        scan("zhou");
        var merged =
                send("zhou", HttpMethod.POST, "/api/records/customers/" + first + "/merge", Map.of("gone", second));
        assertThat(merged).hasStatusOk();
        assertThat(pair("zhou", first, second).isMissingNode()).isTrue();
        assertThat(send(
                        "zhou",
                        HttpMethod.POST,
                        "/api/bin/" + body(merged).at("/entry").asString() + "/restore",
                        null))
                .hasStatus(204);
        assertThat(pair("zhou", first, second).isMissingNode()).isFalse();
    }

    @Test
    void contactsOfOneCustomerAreCompared() {
        var customer = customer("li", Map.of("name", "联系人双份的客户"));
        var path = "/api/customers/" + customer + "/contacts";
        var a = made("li", path, Map.of("name", "张双份", "mobile", "13800139001"));
        var b = made("li", path, Map.of("name", "张双份先生", "mobile", "138 0013 9001"));
        var c = made("li", path, Map.of("name", "李不同", "mobile", "13800139002"));
        scan("zhou");
        var found = rows("zhou", "contactduplicates");
        assertThat(found.toString()).contains(a, b).doesNotContain(c);
    }

    private void scan(String who) {
        var started = send(who, HttpMethod.POST, "/api/duplicates/scans", null);
        assertThat(started).hasStatus(202);
        var job = UUID.fromString(body(started).at("/job").asString());
        var until = System.nanoTime() + 60_000_000_000L;
        while (jobs.find(job, world.viewer(who)).state() != Job.State.DONE) {
            if (System.nanoTime() > until) throw new AssertionError(jobs.find(job, world.viewer(who)));
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private MvcTestResult dismiss(String who, JsonNode pair, boolean dismissed) {
        return send(
                who,
                HttpMethod.PUT,
                "/api/duplicates/" + pair.at("/id").asString() + "/dismissed",
                Map.of("dismissed", dismissed));
    }

    private JsonNode rows(String who, String list) {
        return body(send(
                who,
                HttpMethod.GET,
                "/api/lists/" + list + "/rows?size=500&columns=first,second,score,reasons,dismissed",
                null));
    }

    private JsonNode pair(String who, String a, String b) {
        for (var row : rows(who, "duplicates").at("/rows")) {
            var ids = List.of(
                    row.at("/cells/first/id").asString(),
                    row.at("/cells/second/id").asString());
            if (ids.contains(a) && ids.contains(b)) return row;
        }
        return json.missingNode();
    }

    private String customer(String who, Map<String, ?> fields) {
        return made(who, "/api/customers", fields);
    }

    private String made(String who, String uri, Map<String, ?> body) {
        var answer = send(who, HttpMethod.POST, uri, body);
        assertThat(answer).hasStatus(201);
        return body(answer).at("/id").asString();
    }

    private MvcTestResult send(String who, HttpMethod method, String uri, Object body) {
        var request = http.method(method).uri(uri).with(world.as(who));
        if (body != null) request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body));
        return request.exchange();
    }

    private JsonNode body(MvcTestResult answer) {
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }
}

package zhanggui.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
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
import zhanggui.access.Viewer;
import zhanggui.jobs.Job;
import zhanggui.jobs.JobRun;
import zhanggui.jobs.Jobs;

/** Fields changed one by one, in any list, and of many records at once with a result for each. */
class EditsTest extends TestApplication {
    @Autowired
    MockMvcTester http;

    @Autowired
    World world;

    @Autowired
    DSLContext db;

    @Autowired
    JsonMapper json;

    @Autowired
    BulkJob bulkJob;

    @Autowired
    Jobs jobs;

    @BeforeAll
    void company() {
        world.exists();
    }

    @Test
    void oneFieldOfACustomerIsChangedAndTheOthersStay() {
        var id = made("li", "customers", Map.of("name", "单改客户", "city", "苏州", "phone", "021-55550001"));
        assertThat(patch("li", "customers", id, Map.of("level", "A"), Map.of("level", "")))
                .hasStatus(204);
        var now = read("li", "customers", id);
        assertThat(now.at("/level").asString()).isEqualTo("A");
        assertThat(now.at("/city").asString()).isEqualTo("苏州");
        assertThat(now.at("/owner/name").asString()).isEqualTo("李雷");
        assertThat(now.at("/version").asInt()).isEqualTo(2);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        var id = made("li", "customers", Map.of("name", "同时改的客户", "city", "苏州"));
        assertThat(patch("zhou", "customers", id, Map.of("city", "无锡"), Map.of("city", "苏州")))
                .hasStatus(204);
        var late = patch("li", "customers", id, Map.of("city", "常州"), Map.of("city", "苏州"));
        assertThat(late).hasStatus(422);
        assertThat(body(late).at("/errors/0/code").asString()).isEqualTo("changed-meanwhile");
        assertThat(patch("li", "customers", id, Map.of("level", "B"), Map.of("level", "")))
                .hasStatus(204);
        assertThat(read("li", "customers", id).at("/city").asString()).isEqualTo("无锡");
    }

    @Test
    void everyListWithFieldsToEnterChangesThem() {
        var customer = made("li", "customers", Map.of("name", "各种单改的客户"));
        var contact = body(send(
                        "li", HttpMethod.POST, "/api/customers/" + customer + "/contacts", Map.of("name", "各种单改的人")))
                .at("/id")
                .asString();
        assertThat(patch("li", "contacts", contact, Map.of("mobile", "13800138111"), Map.of()))
                .hasStatus(204);
        var deal = made("li", "opportunities", Map.of("name", "单改商机", "customer", customer, "amount", 100));
        assertThat(patch("li", "opportunities", deal, Map.of("amount", 250.5), Map.of("amount", 100)))
                .hasStatus(204);
        assertThat(read("li", "opportunities", deal).at("/amount/amount").decimalValue())
                .isEqualByComparingTo("250.5");
        assertThat(read("li", "opportunities", deal).at("/customer/id").asString())
                .isEqualTo(customer);
        var task = made(
                "li", "tasks", Map.of("title", "单改任务", "dueOn", LocalDate.now().plusDays(2)));
        assertThat(patch("li", "tasks", task, Map.of("priority", "HIGH"), Map.of("priority", "NORMAL")))
                .hasStatus(204);
        var call = made("li", "activities", Map.of("kind", "CALL", "text", "单改跟进", "customer", customer));
        assertThat(patch("li", "activities", call, Map.of("kind", "VISIT"), Map.of()))
                .hasStatus(204);
        var product = made("ops", "products", Map.of("name", "单改产品"));
        assertThat(patch("ops", "products", product, Map.of("series", "S1"), Map.of()))
                .hasStatus(204);
        assertThat(patch("li", "products", product, Map.of("series", "S2"), Map.of()))
                .hasStatus(403);
    }

    @Test
    void wrongValuesAndClosedFieldsAreNamed() {
        var id = made("li", "customers", Map.of("name", "错值客户"));
        for (var wrong : Map.of("level", "Z", "phone", "abc", "employees", "many", "name", " ")
                .entrySet()) {
            var answer = patch("li", "customers", id, Map.of(wrong.getKey(), wrong.getValue()), Map.of());
            assertThat(answer).as(wrong.getKey()).hasStatus(422);
            assertThat(body(answer).at("/errors/0/field").asString()).isEqualTo(wrong.getKey());
        }
        for (var closed : List.of("owner", "number", "createdAt", "externalId", "nothing", "custom.nothing")) {
            var answer = patch("li", "customers", id, Map.of(closed, "x"), Map.of());
            assertThat(answer).as(closed).hasStatus(422);
            assertThat(body(answer).at("/errors/0/code").asString()).isEqualTo("field-closed");
        }
        assertThat(read("li", "customers", id).at("/version").asInt()).isEqualTo(1);
        assertThat(patch("wu", "customers", id, Map.of("level", "A"), Map.of())).hasStatus(404);
        assertThat(patch("chen", "customers", id, Map.of("level", "A"), Map.of()))
                .hasStatus(403);
    }

    @Test
    void theListTellsWhichFieldsAndRowsOneMayChange() {
        made("li", "customers", Map.of("name", "可改的客户"));
        var columns =
                body(send("li", HttpMethod.GET, "/api/lists/customers", null)).at("/columns");
        var editable = new HashMap<String, Boolean>();
        columns.forEach(
                c -> editable.put(c.at("/key").asString(), c.at("/editable").asBoolean()));
        assertThat(editable).containsEntry("level", true).containsEntry("owner", false);
        var page = body(send("li", HttpMethod.GET, "/api/lists/customers/rows?rights=true&size=5", null));
        assertThat(page.at("/editable")).hasSameSizeAs(page.at("/rows"));
        var chen = body(send("chen", HttpMethod.GET, "/api/lists/customers/rows?rights=true&size=5", null));
        assertThat(chen.at("/editable")).isEmpty();
        assertThat(body(send("li", HttpMethod.GET, "/api/lists/customers/rows?size=5", null))
                        .at("/editable")
                        .isNull())
                .isTrue();
    }

    @Test
    void manyAreChangedEachWithItsResult() {
        var ids = List.of(
                made("li", "customers", Map.of("name", "批改一")),
                made("li", "customers", Map.of("name", "批改二", "level", "C")),
                made("zhao", "customers", Map.of("name", "批改南")));
        var job = bulk("ops", "customers", "edit", ids, Map.of("level", "C"), 3);
        assertThat(job.at("/result/done").asInt()).isEqualTo(2);
        assertThat(job.at("/result/unchanged").asInt()).isEqualTo(1);
        var wrong = bulk("ops", "customers", "edit", ids, Map.of("phone", "abc"), 3);
        assertThat(wrong.at("/result/refused").asInt()).isEqualTo(3);
        var rows = outcomes("ops", wrong.at("/id").asString());
        assertThat(rows.at("/rows/0/cells/title").asString()).startsWith("批改");
        assertThat(rows.at("/rows/0/cells/outcome").asString()).isEqualTo("REFUSED");
        assertThat(rows.at("/rows/0/cells/message").asString()).isNotBlank();
        assertThat(outcomes("admin", wrong.at("/id").asString()).at("/total").asInt())
                .isZero();
    }

    @Test
    void onlyWhatIsInReachIsChanged() {
        var ours = made("li", "customers", Map.of("name", "批改范围内"));
        var others = made("zhao", "customers", Map.of("name", "批改范围外"));
        var job = bulk("li", "customers", "edit", List.of(ours, others), Map.of("level", "B"), 1);
        assertThat(job.at("/result/done").asInt()).isEqualTo(1);
        assertThat(read("zhao", "customers", others).at("/level").isNull()).isTrue();
        var nothing = send(
                "li",
                HttpMethod.POST,
                "/api/lists/customers/bulk",
                Map.of(
                        "action",
                        "edit",
                        "selection",
                        Map.of("ids", List.of(others), "all", false),
                        "input",
                        Map.of("level", "A")));
        assertThat(nothing).hasStatus(422);
        assertThat(send(
                        "chen",
                        HttpMethod.POST,
                        "/api/lists/customers/bulk",
                        Map.of("action", "delete", "selection", Map.of("ids", List.of(ours), "all", false))))
                .hasStatus(403);
    }

    @Test
    void manyAreDeletedAndPutBack() {
        var free = made("zhou", "customers", Map.of("name", "批删一"));
        var held = made("zhou", "customers", Map.of("name", "批删有商机"));
        made("zhou", "opportunities", Map.of("name", "挡住批删的商机", "customer", held));
        var job = bulk("zhou", "customers", "delete", List.of(free, held), Map.of(), 2);
        assertThat(job.at("/result/done").asInt()).isEqualTo(1);
        assertThat(job.at("/result/refused").asInt()).isEqualTo(1);
        assertThat(send("zhou", HttpMethod.GET, "/api/customers/" + free, null)).hasStatus(404);
        assertThat(send("zhou", HttpMethod.GET, "/api/customers/" + held, null)).hasStatusOk();
        var entry = db.fetchValue("select id from bin.entry where record_id = ?", UUID.fromString(free));
        bulk("zhou", "bin", "restore", List.of(String.valueOf(entry)), Map.of(), 1);
        assertThat(send("zhou", HttpMethod.GET, "/api/customers/" + free, null)).hasStatusOk();
    }

    /** As after a crash: the job begins anew, and what is done is not done twice. */
    @Test
    void aJobThatBeginsAnewGoesOnWhereItWas() {
        var first = made("li", "customers", Map.of("name", "续批一"));
        var second = made("li", "customers", Map.of("name", "续批二"));
        var job = UUID.randomUUID();
        for (var one : List.of(first, second)) {
            db.execute(
                    "insert into edits.target (job_id, position, owner_id, list, record_id, title, outcome) values (?, ?, ?, 'customers', ?, '', ?)",
                    job,
                    one.equals(first) ? 0 : 1,
                    world.id("li"),
                    UUID.fromString(one),
                    one.equals(first) ? "DONE" : null);
        }
        var results = new HashMap<String, Object>();
        bulkJob.run(
                json.valueToTree(Map.of("list", "customers", "action", "edit", "input", Map.of("city", "杭州"))),
                new JobRun() {
                    @Override
                    public UUID id() {
                        return job;
                    }

                    @Override
                    public Viewer viewer() {
                        return world.viewer("li");
                    }

                    @Override
                    public void progress(long done, long total) {}

                    @Override
                    public void done(Object result) {
                        results.put("result", result);
                    }
                });
        assertThat(read("li", "customers", first).at("/city").isNull()).isTrue();
        assertThat(read("li", "customers", second).at("/city").asString()).isEqualTo("杭州");
        assertThat(json.valueToTree(results).at("/result/done").asInt()).isEqualTo(2);
    }

    private JsonNode bulk(String who, String list, String action, List<String> ids, Map<String, ?> input, int records) {
        var started = body(send(
                who,
                HttpMethod.POST,
                "/api/lists/" + list + "/bulk",
                Map.of("action", action, "selection", Map.of("ids", ids, "all", false), "input", input)));
        assertThat(started.at("/records").asInt()).isEqualTo(records);
        var job = UUID.fromString(started.at("/job").asString());
        var until = System.nanoTime() + 60_000_000_000L;
        while (jobs.find(job, world.viewer(who)).state() != Job.State.DONE) {
            if (System.nanoTime() > until) throw new AssertionError(jobs.find(job, world.viewer(who)));
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return body(send(who, HttpMethod.GET, "/api/jobs/" + job, null));
    }

    private JsonNode outcomes(String who, String job) {
        var filter = "{\"column\":\"job\",\"operator\":\"IS\",\"values\":[\"" + job + "\"]}";
        return body(http.get()
                .uri("/api/lists/outcomes/rows?filter={f}", filter)
                .with(world.as(who))
                .exchange());
    }

    private String made(String who, String list, Map<String, ?> body) {
        var answer = send(who, HttpMethod.POST, "/api/" + list, body);
        assertThat(answer).hasStatus(201);
        return body(answer).at("/id").asString();
    }

    private JsonNode read(String who, String list, String id) {
        return body(send(who, HttpMethod.GET, "/api/" + list + "/" + id, null));
    }

    private MvcTestResult patch(String who, String list, String id, Map<String, ?> values, Map<String, ?> was) {
        return send(who, HttpMethod.PATCH, "/api/records/" + list + "/" + id, Map.of("values", values, "was", was));
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

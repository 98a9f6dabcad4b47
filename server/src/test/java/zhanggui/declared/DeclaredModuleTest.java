package zhanggui.declared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.jobs.Job;
import zhanggui.jobs.Jobs;

/**
 * A module that joins by a list and commands has, without a line in any of these: custom fields, rights by field, views,
 * search, files, comments, notices, import, export, history, changes in the list and of many, and the recycle bin.
 */
@TestPropertySource(properties = "test.database=declared")
@Import(Wares.class)
class DeclaredModuleTest extends TestApplication {
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

    @Autowired
    Wares.Commands wares;

    @BeforeAll
    void module() throws SQLException {
        world.exists();
        var url = db.connectionResult(c -> c.getMetaData().getURL());
        try (var owner = DriverManager.getConnection(url, "postgres", "");
                var statement = owner.createStatement()) {
            statement.execute("""
                    create schema declared;
                    create table declared.ware (id uuid primary key default uuidv7(), name text not null, size int,
                      owner_id uuid references people.person, custom jsonb not null default '{}', version int not null default 1);
                    grant usage on schema declared to zhanggui_app;
                    grant select, insert, update, delete, maintain on all tables in schema declared to zhanggui_app;
                    insert into accounts.role_grant (role_id, permission, reach)
                    select r.id, p.name, case r.code when 'salesperson' then 'OWN' else 'ALL' end
                    from accounts.role r cross join (values ('wares:read'), ('wares:edit'), ('wares:export')) p (name)
                    where r.code in ('salesperson', 'operations');""");
        }
    }

    @Test
    void listFilterSumExportAndScope() {
        var mine = ware("li", "列出的货", 7);
        ware("zhao", "别人的货", 9);
        var page = rows("li", "columns=name,size,owner");
        assertThat(page.toString()).contains(mine, "列出的货").doesNotContain("别人的货");
        assertThat(page.at("/sums/size/0/amount").decimalValue()).isPositive();
        assertThat(rows("ops", "columns=name&q=别人的货").at("/total").asInt()).isEqualTo(1);
        var file = send("ops", HttpMethod.GET, "/api/lists/wares/export?format=csv&columns=name,size", null);
        assertThat(text(file)).contains("列出的货", "别人的货");
    }

    @Test
    void customFieldsAreShownFilteredAndChecked() {
        var made = send(
                "admin",
                HttpMethod.POST,
                "/api/custom-fields/wares",
                Map.of(
                        "type",
                        "TEXT",
                        "code",
                        "colour",
                        "name",
                        "颜色",
                        "nameEn",
                        "Colour",
                        "shown",
                        true,
                        "totalled",
                        false,
                        "filterable",
                        false,
                        "searched",
                        false,
                        "retired",
                        false));
        assertThat(made).hasStatus(201);
        var id = ware("li", "有颜色的货", 1);
        assertThat(patch("li", id, Map.of("custom.colour", "朱红"))).hasStatus(204);
        var filter = "{\"column\":\"custom.colour\",\"operator\":\"IS\",\"values\":[\"朱红\"]}";
        var found = body(http.get()
                .uri("/api/lists/wares/rows?filter={f}", filter)
                .with(world.as("li"))
                .exchange());
        assertThat(found.at("/rows/0/cells/custom.colour").asString()).isEqualTo("朱红");
        assertThat(patch("li", id, Map.of("custom.nothing", "x"))).hasStatus(422);
    }

    @Test
    void whatARoleClosesIsClosed() {
        var id = ware("wang", "藏尺寸的货", 4711);
        db.execute("""
                insert into accounts.role_field (role_id, list, field, level)
                select id, 'wares', 'size', 'HIDDEN' from accounts.role where code = 'salesperson'""");
        try {
            var page = rows("wang", "size=200");
            assertThat(page.toString()).contains("藏尺寸的货").doesNotContain("4711");
            var filter = "{\"column\":\"size\",\"operator\":\"AT_LEAST\",\"values\":[\"1\"]}";
            assertThat(http.get()
                            .uri("/api/lists/wares/rows?filter={f}", filter)
                            .with(world.as("wang")))
                    .hasStatus(422);
            assertThat(patch("wang", id, Map.of("size", 1))).hasStatus(422);
            assertThat(text(send("wang", HttpMethod.GET, "/api/lists/wares/export?format=csv", null)))
                    .doesNotContain("4711");
            assertThat(text(send("wang", HttpMethod.GET, "/api/history/wares/" + id, null)))
                    .doesNotContain("4711");
            assertThat(rows("ops", "size=200").toString()).contains("4711");
        } finally {
            db.execute("delete from accounts.role_field where list = 'wares'");
        }
    }

    @Test
    void viewsSearchAndHistory() {
        var id = ware("li", "独一无二的货", 2);
        var view = send(
                "li",
                HttpMethod.POST,
                "/api/lists/wares/views",
                Map.of(
                        "name",
                        "大件",
                        "filter",
                        Map.of("column", "size", "operator", "AT_LEAST", "values", List.of("2")),
                        "sort",
                        List.of(),
                        "columns",
                        List.of(),
                        "layout",
                        "TABLE"));
        assertThat(view.getResponse().getStatus()).as(text(view)).isIn(200, 201);
        assertThat(text(send("li", HttpMethod.GET, "/api/search?q=独一无二", null))).contains(id);
        assertThat(text(send("zhao", HttpMethod.GET, "/api/search?q=独一无二", null)))
                .doesNotContain(id);
        assertThat(patch("li", id, Map.of("name", "举世无双的货"))).hasStatus(204);
        assertThat(text(send("li", HttpMethod.GET, "/api/history/wares/" + id, null)))
                .contains("独一无二的货", "举世无双的货");
    }

    @Test
    void filesCommentsAndNotices() {
        var id = ware("ops", "有附件的货", 3);
        var added = http.post()
                .uri("/api/files/wares/" + id)
                .with(world.as("ops"))
                .multipart()
                .file(new MockMultipartFile("file", "说明.txt", "text/plain", "说明".getBytes(StandardCharsets.UTF_8)))
                .exchange();
        assertThat(added).hasStatus(201);
        assertThat(send("li", HttpMethod.GET, "/api/files/wares/" + id, null)).hasStatus(404);
        assertThat(send("li", HttpMethod.PUT, "/api/comments/wares/" + id + "/following", Map.of("following", true)))
                .hasStatus(404);
        var said = send(
                "ops",
                HttpMethod.POST,
                "/api/comments/wares/" + id,
                Map.of("text", "@管理员 看一下", "mentions", List.of(world.id("ops"))));
        assertThat(said).hasStatus(201);
        var mine = ware("li", "评论通知的货", 3);
        send(
                "ops",
                HttpMethod.POST,
                "/api/comments/wares/" + mine,
                Map.of("text", "@李雷 请看", "mentions", List.of(world.id("li"))));
        assertThat(text(send("li", HttpMethod.GET, "/api/notices", null))).contains("评论通知的货");
    }

    @Test
    void importedChangedManyAtOnceDeletedAndPutBack() throws InterruptedException {
        var upload = body(http.post()
                .uri("/api/imports")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "wares.csv", "text/csv", "name,size\n导入甲,1\n导入乙,2\n".getBytes(StandardCharsets.UTF_8)))
                .param("kind", "wares")
                .with(world.as("ops"))
                .exchange());
        var at = "/api/imports/" + upload.at("/id").asString();
        over(send("ops", HttpMethod.POST, at + "/check", null));
        over(send("ops", HttpMethod.POST, at + "/run", Map.of("withRefused", false)));
        var ids = rows("ops", "q=导入")
                .at("/rows")
                .valueStream()
                .map(r -> r.at("/id").asString())
                .toList();
        assertThat(ids).hasSize(2);
        bulk("edit", ids, Map.of("size", 42));
        assertThat(rows("ops", "q=导入&columns=size").at("/sums/size/0/amount").asInt())
                .isEqualTo(84);
        bulk("delete", ids, Map.of());
        assertThat(rows("ops", "q=导入").at("/total").asInt()).isZero();
        var entry = db.fetchValue("select id from bin.entry where record_id = ?", UUID.fromString(ids.getFirst()));
        assertThat(send("ops", HttpMethod.POST, "/api/bin/" + entry + "/restore", null))
                .hasStatus(204);
        assertThat(rows("ops", "q=导入").at("/total").asInt()).isEqualTo(1);
    }

    private void bulk(String action, List<String> ids, Map<String, ?> input) throws InterruptedException {
        var body = new HashMap<String, Object>();
        body.put("action", action);
        body.put("selection", Map.of("ids", ids, "all", false));
        body.put("input", input);
        over(send("ops", HttpMethod.POST, "/api/lists/wares/bulk", body));
    }

    private void over(MvcTestResult started) throws InterruptedException {
        assertThat(started.getResponse().getStatus()).as(text(started)).isEqualTo(202);
        var job = UUID.fromString(body(started).at("/job").asString());
        var until = System.nanoTime() + 60_000_000_000L;
        while (jobs.find(job, world.viewer("ops")).finishedAt() == null) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            Thread.sleep(50);
        }
        assertThat(jobs.find(job, world.viewer("ops")).state()).isEqualTo(Job.State.DONE);
    }

    private String ware(String who, String name, int size) {
        return wares.create(new Wares.SaveWare(name, size, null), world.viewer(who))
                .toString();
    }

    private JsonNode rows(String who, String query) {
        var answer = send(who, HttpMethod.GET, "/api/lists/wares/rows?" + query, null);
        assertThat(answer).hasStatusOk();
        return body(answer);
    }

    private MvcTestResult patch(String who, String id, Map<String, ?> values) {
        return send(who, HttpMethod.PATCH, "/api/records/wares/" + id, Map.of("values", values));
    }

    private MvcTestResult send(String who, HttpMethod method, String uri, Object body) {
        var request = http.method(method).uri(uri).with(world.as(who));
        if (body != null) request.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body));
        return request.exchange();
    }

    private JsonNode body(MvcTestResult answer) {
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}

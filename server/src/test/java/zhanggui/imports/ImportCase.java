package zhanggui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.access.Viewer;
import zhanggui.jobs.JobRun;

/** Importing as people do it over HTTP, into tables of the test. */
abstract class ImportCase extends TestApplication {
    static final String GOOD = "名称,金额,日期\n甲,100,2017-03-01\n乙,200,2017年3月2日\n";

    @Autowired
    MockMvcTester http;

    @Autowired
    World world;

    @Autowired
    DSLContext db;

    @Autowired
    JsonMapper mapper;

    @Autowired
    ImportRuns runs;

    @Autowired
    ImportStore store;

    @Autowired
    SchedulerClient scheduler;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeAll
    void tables() throws SQLException {
        world.exists();
        try (var owner = asOwner();
                var statement = owner.createStatement()) {
            statement.execute("""
                    create schema if not exists things;
                    create table if not exists things.thing (id uuid primary key, external_id text, name text not null unique, amount numeric,
                      day date, active boolean, color text, owner uuid);
                    create table if not exists things.color (name text primary key);
                    create table if not exists things.alias (text text, value text);
                    grant usage on schema things to zhanggui_app;
                    grant select, insert, update, delete on all tables in schema things to zhanggui_app;""");
        }
    }

    @BeforeEach
    void nothingYet() {
        db.execute("delete from things.thing");
        db.execute("delete from things.color");
        db.execute("delete from things.alias");
        db.execute("delete from imports.heading");
        db.execute("delete from imports.decision");
    }

    @AfterEach
    void nothingHappens() {
        ThingImport.BEFORE_CHUNK.set(() -> {});
    }

    JsonNode uploaded(String who, String name, String text) {
        return json(upload(who, "things", name, text.getBytes(StandardCharsets.UTF_8)));
    }

    MvcTestResult upload(String who, String kind, String name, byte[] content) {
        return http.post()
                .uri("/api/imports")
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .param("kind", kind)
                .with(world.as(who))
                .exchange();
    }

    JsonNode view(String who, JsonNode one) {
        return json(
                http.get().uri("/api/imports/" + id(one)).with(world.as(who)).exchange());
    }

    MvcTestResult change(String who, JsonNode one, Map<String, ?> spec) {
        var body = new HashMap<String, Object>(spec);
        body.put("version", one.at("/version").asInt());
        return http.put()
                .uri("/api/imports/" + id(one) + "/spec")
                .with(world.as(who))
                .contentType("application/json")
                .content(mapper.writeValueAsString(body))
                .exchange();
    }

    JsonNode changed(String who, JsonNode one, Map<String, ?> spec) {
        return json(change(who, one, spec));
    }

    MvcTestResult check(String who, JsonNode one) {
        return http.post()
                .uri("/api/imports/" + id(one) + "/check")
                .with(world.as(who))
                .exchange();
    }

    MvcTestResult run(String who, JsonNode one, boolean withRefused) {
        return http.post()
                .uri("/api/imports/" + id(one) + "/run")
                .with(world.as(who))
                .contentType("application/json")
                .content("{\"withRefused\":" + withRefused + "}")
                .exchange();
    }

    JsonNode rows(String who, JsonNode one, String outcome) {
        return json(http.get()
                .uri("/api/imports/" + id(one) + "/rows?outcome=" + outcome)
                .with(world.as(who))
                .exchange());
    }

    String job(MvcTestResult started) {
        assertThat(started).hasStatus(202);
        return mapper.readTree(bytes(started)).at("/job").asString();
    }

    JsonNode done(MvcTestResult started) {
        var job = over(job(started));
        assertThat(job.at("/state").asString()).as(job.toString()).isEqualTo("DONE");
        return job;
    }

    /** Created, updated, skipped, refused. */
    static List<Integer> counts(JsonNode job) {
        return Stream.of("created", "updated", "skipped", "refused")
                .map(what -> job.at("/result/" + what).asInt())
                .toList();
    }

    JsonNode over(String job) {
        var last = new JsonNode[1];
        waitFor(() -> {
            last[0] = json(
                    http.get().uri("/api/jobs/" + job).with(world.as("admin")).exchange());
            return List.of("DONE", "FAILED", "CANCELLED")
                    .contains(last[0].at("/state").asString());
        });
        return last[0];
    }

    JsonNode json(MvcTestResult result) {
        assertThat(result).hasStatus2xxSuccessful();
        return mapper.readTree(bytes(result));
    }

    static byte[] bytes(MvcTestResult result) {
        return result.getResponse().getContentAsByteArray();
    }

    static String id(JsonNode one) {
        return one.at("/id").asString();
    }

    List<String> things() {
        return db.fetch("select name from things.thing order by ctid").getValues(0, String.class);
    }

    static String many(int rows) {
        return "name\n" + IntStream.range(0, rows).mapToObj(i -> "物" + i + "\n").collect(Collectors.joining());
    }

    static ImportRuns.Asked asked(JsonNode one) {
        return new ImportRuns.Asked(UUID.fromString(id(one)), true, false, null);
    }

    Connection asOwner() throws SQLException {
        var url = db.connectionResult(c -> c.getMetaData().getURL());
        return DriverManager.getConnection(url, "postgres", "");
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void waitFor(java.util.function.BooleanSupplier condition) {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A job that runs here and now. */
    record Watched(UUID id, Viewer viewer) implements JobRun {
        @Override
        public void progress(long done, long total) {}

        @Override
        public void done(Object result) {}
    }
}

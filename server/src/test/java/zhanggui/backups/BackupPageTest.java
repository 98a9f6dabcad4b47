package zhanggui.backups;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhanggui.MovableClock;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.backups.archive.ArchiveReader;

/** Backups as administrators see them, and the one of each day. */
@TestPropertySource(properties = {"test.database=backup-page", "zhanggui.sessions.longest=9999d"})
class BackupPageTest extends TestApplication {
    private static final MovableClock CLOCK = new MovableClock();

    @TestConfiguration
    static class Clocks {
        @Bean
        @Primary
        java.time.Clock movable() {
            return CLOCK;
        }
    }

    @Autowired
    MockMvcTester http;

    @Autowired
    World world;

    @Autowired
    DSLContext db;

    @Autowired
    ScheduledBackup scheduled;

    @Autowired
    ScheduleStore store;

    @Value("${zhanggui.backups}")
    Path folder;

    @BeforeAll
    void aCompany() {
        world.exists();
    }

    @Test
    void oneIsMadeShownTakenAwayAndDeleted() throws Exception {
        String name = json(make()).read("$.result.file");
        assertThat(name).matches("zhanggui-\\d{8}-\\d{6}\\.tar");
        var shown = json(get("/api/backups"));
        List<String> why = shown.read("$.backups[?(@.name == '" + name + "')].why");
        assertThat(why).containsExactly("ASKED");
        List<Integer> rows = shown.read("$.backups[?(@.name == '" + name + "')].rows");
        assertThat(rows.getFirst()).isGreaterThan(50);
        try (var archive = ArchiveReader.open(folder.resolve(name))) {
            archive.verify(bytes -> {});
            assertThat(archive.manifest().company().nameEn()).isEqualTo("Test Company");
        }
        var file = get("/api/backups/files/" + name);
        assertThat(file).hasStatusOk();
        assertThat(file.getResponse().getContentAsByteArray()).isEqualTo(Files.readAllBytes(folder.resolve(name)));
        assertThat(file.getResponse().getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + name + "\"");
        assertThat(send(HttpMethod.DELETE, "/api/backups/files/" + name, "")).hasStatus(204);
        assertThat(send(HttpMethod.DELETE, "/api/backups/files/" + name, "")).hasStatus(404);
        assertThat(get("/api/backups/files/" + name)).hasStatus(404);
        assertThat(logged(name)).containsExactly("created", "downloaded", "deleted");
    }

    @Test
    void whatIsNoBackupIsShownAsSuchAndNothingElseOfTheMachineIsReached() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("broken.tar"), "no backup");
        Files.writeString(folder.resolve("half.tar.part"), "half");
        Files.writeString(folder.resolveSibling("outside.tar"), "outside");
        var shown = json(get("/api/backups"));
        List<String> names = shown.read("$.backups[*].name");
        assertThat(names).contains("broken.tar").doesNotContain("half.tar.part");
        List<Object> moments = shown.read("$.backups[?(@.name == 'broken.tar')].at");
        assertThat(moments).hasSize(1).containsOnlyNulls();
        for (var name : List.of("..%2Foutside.tar", "%2e%2e%2foutside.tar", "half.tar.part", "none.tar", ".tar")) {
            assertThat(http.get()
                            .uri(java.net.URI.create("/api/backups/files/" + name))
                            .with(world.as("admin"))
                            .exchange()
                            .getResponse()
                            .getStatus())
                    .as(name)
                    .isIn(400, 404);
        }
        Files.delete(folder.resolve("broken.tar"));
    }

    @Test
    void theBackupOfEachDayIsMadeAndThoseOfLongAgoAreDeleted() throws Exception {
        var answer = change("{'enabled':true,'at':'03:00','daily':2,'weekly':1,'version':%d}".formatted(version()));
        assertThat(answer).hasStatusOk().bodyJson().extractingPath("at").isEqualTo("03:00");
        assertThat(change("{'enabled':true,'at':'04:00','daily':2,'weekly':1,'version':1}"))
                .hasStatus(409);
        assertThat(change("{'enabled':true,'at':'04:00','daily':0,'weekly':1,'version':2}"))
                .hasStatus(422);
        // Two in the morning in Shanghai, then three.
        CLOCK.set(Instant.parse("2027-03-01T18:00:00Z"));
        scheduled.look();
        assertThat(scheduledFiles()).isEmpty();
        for (int day = 0; day < 5; day++) {
            CLOCK.set(Instant.parse("2027-03-01T19:00:00Z").plus(Duration.ofDays(day)));
            scheduled.look();
            scheduled.look();
        }
        assertThat(scheduledFiles())
                .containsExactlyInAnyOrder(
                        "zhanggui-20270305-030000-scheduled.tar", "zhanggui-20270306-030000-scheduled.tar");
        assertThat(logged("zhanggui-20270302-030000-scheduled.tar")).containsExactly("created", "deleted");
        assertThat(store.get().doneOn()).hasToString("2027-03-06");
        CLOCK.jump(Duration.ofDays(1));
        db.execute("update company.settings set trial_copy = true");
        scheduled.look();
        assertThat(store.get().doneOn()).as("nothing by itself in a trial copy").hasToString("2027-03-06");
        db.execute("update company.settings set trial_copy = false");
        failing();
        CLOCK.set(Instant.now());
    }

    private void failing() throws Exception {
        var moved = folder.resolveSibling(folder.getFileName() + "-moved");
        Files.move(folder, moved);
        Files.writeString(folder, "a file where the folder was");
        scheduled.look();
        assertThat(store.get().failed()).contains("无法写入");
        Files.delete(folder);
        Files.move(moved, folder);
        scheduled.look();
        assertThat(store.get().failed()).as("not again at once").isNotNull();
        CLOCK.jump(Duration.ofMinutes(31));
        scheduled.look();
        assertThat(store.get().failed()).isNull();
        assertThat(store.get().doneOn()).hasToString("2027-03-07");
    }

    @Test
    void aJobThatIsPartOfTheBackupThatWasRestoredDoesNotGoOn() throws Exception {
        var url = db.connectionResult(c -> c.getMetaData().getURL());
        try (var owner = java.sql.DriverManager.getConnection(url, "postgres", "");
                var statement = owner.createStatement()) {
            statement.execute("update backups.installation set backup_at = now(), restored_at = '2099-01-01'");
            var job = json(make());
            assertThat(job.read("$.state", String.class)).isEqualTo("FAILED");
            assertThat(job.read("$.message", String.class)).contains("已中止");
            assertThat(json(get("/api/installation")).read("$.restoredAt", String.class))
                    .startsWith("2099");
            statement.execute("update backups.installation set backup_at = null, restored_at = null");
        }
    }

    @Test
    void theSystemIsTold() throws Exception {
        var told = json(get("/api/installation"));
        assertThat(told.read("$.databaseBytes", Long.class)).isGreaterThan(1_000_000);
        List<String> tables = told.read("$.tables[*].name");
        assertThat(tables).hasSize(10);
        assertThat(told.read("$.postgres", String.class)).startsWith("18");
        assertThat(told.read("$.trialCopy", Boolean.class)).isFalse();
        assertThat(http.get().uri("/api/installation").with(world.as("chen"))).hasStatus(403);
    }

    private List<String> scheduledFiles() throws Exception {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.contains("scheduled"))
                    .toList();
        }
    }

    private List<String> logged(String name) {
        return db.fetch(
                        "select action from audit.entry where subject_type = 'backups' and subject_name = ? order by id",
                        name)
                .getValues(0, String.class);
    }

    private int version() throws Exception {
        return json(get("/api/backups")).read("$.schedule.version", Integer.class);
    }

    private MvcTestResult make() throws Exception {
        var started = send(HttpMethod.POST, "/api/backups", "");
        assertThat(started).hasStatus(202);
        var uri = "/api/jobs/" + json(started).read("$.job", String.class);
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            var job = get(uri);
            if (List.of("DONE", "FAILED").contains(json(job).read("$.state", String.class))) return job;
            assertThat(System.nanoTime()).as("the job ends in time").isLessThan(until);
            Thread.sleep(50);
        }
    }

    private MvcTestResult change(String body) {
        return send(HttpMethod.PUT, "/api/backups/schedule", body.replace('\'', '"'));
    }

    private MvcTestResult send(HttpMethod method, String uri, String body) {
        return http.method(method)
                .uri(uri)
                .with(world.as("admin"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String uri) {
        return http.get().uri(uri).with(world.as("admin")).exchange();
    }

    private static DocumentContext json(MvcTestResult result) throws Exception {
        return JsonPath.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}

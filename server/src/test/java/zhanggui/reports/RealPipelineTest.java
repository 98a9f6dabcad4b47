package zhanggui.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.accounts.Accounts;
import zhanggui.texts.Language;

/** A real company's four files, imported as people do it, and what the figures then say. On a database of its own. */
@TestPropertySource(properties = "test.database=real-pipeline")
class RealPipelineTest extends TestApplication {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    World world;

    @Autowired
    MockMvcTester http;

    @Autowired
    Accounts accounts;

    @Autowired
    DSLContext db;

    @Test
    void theFiguresOfARealPipelineAreTheOnesItsOwnersKnow() throws IOException {
        var data = realFiles();
        assumeTrue(data.isPresent(), "shared/data/crm-sales-opportunities is not on this machine");
        world.exists();
        take("people", data.get().resolve("sales_teams.csv"));
        take("products", data.get().resolve("products.csv"));
        take("customers", data.get().resolve("accounts.csv"));
        take("opportunities", data.get().resolve("sales_pipeline.csv"));

        var asking = new Asking(http, world.id("admin"));
        var report = asking.report("");
        assertThat(report.at("/won/count").asInt()).isEqualTo(4238);
        assertThat(report.at("/lost/count").asInt()).isEqualTo(2473);
        assertThat(report.at("/open/count").asInt()).isEqualTo(1589 + 500);
        assertThat(steps(report)).containsEntry("Prospecting", 500).containsEntry("Engaging", 1589);
        assertThat(report.at("/winRate/rate").asDouble()).isEqualTo(63.15, Offset.offset(0.005));
        assertThat(Asking.number(report.at("/won/amount"))).isEqualByComparingTo("10005534");
        assertThat(Asking.number(report.get("averageWon"))).isEqualByComparingTo("2360.91");
        assertThat(report.get("cycleDays").asDouble()).isEqualTo(51.78, Offset.offset(0.005));
        assertThat(report.get("units").valueStream().map(RealPipelineTest::named))
                .containsExactly("West 3568647", "Central 3346293", "East 3090594");
        assertThat(named(report.at("/people/0"))).isEqualTo("Darcel Schlecht 1153214");
        assertThat(report.get("months").size()).isLessThanOrEqualTo(24);
        asking.everyFigureIsItsList(report);

        var best = seesTheirOwn("Darcel Schlecht", "salesperson");
        assertThat(Asking.number(best.at("/won/amount"))).isEqualByComparingTo("1153214");
        var manager = seesTheirOwn("Melvin Marxen", "manager");
        assertThat(Asking.number(manager.at("/won/amount")))
                .isBetween(Asking.number(best.at("/won/amount")), Asking.number(report.at("/won/amount")));
    }

    private JsonNode seesTheirOwn(String name, String role) {
        var person = db.fetchSingle("select id from people.person where name = ?", name)
                .get(0, UUID.class);
        accounts.open(new Accounts.NewAccount(
                person, name.toLowerCase().replace(' ', '.'), null, Language.EN, List.of(role)));
        var asking = new Asking(http, person);
        var report = asking.report("?from=2017-01-01&to=2018-01-01");
        asking.everyFigureIsItsList(report);
        return report;
    }

    private static String named(JsonNode part) {
        return part.get("name").asString() + " "
                + Asking.number(part.get("amount")).stripTrailingZeros().toPlainString();
    }

    private Map<String, Integer> steps(JsonNode report) {
        var steps = new HashMap<String, Integer>();
        report.get("funnel")
                .forEach(s -> steps.put(
                        db.fetchSingle(
                                        "select name_en from opportunities.stage where id = ?::uuid",
                                        s.get("stage").asString())
                                .get(0, String.class),
                        s.get("now").asInt()));
        return steps;
    }

    /** Unknown texts mean what they are most like, where the import makes a guess, and nothing otherwise. */
    private void take(String kind, Path file) throws IOException {
        var uploaded = json(http.post()
                .uri("/api/imports")
                .multipart()
                .file(new MockMultipartFile(
                        "file", file.getFileName().toString(), "text/csv", Files.readAllBytes(file)))
                .param("kind", kind)
                .with(world.as("admin"))
                .exchange());
        var id = uploaded.get("id").asString();
        var decisions = new HashMap<String, Map<String, Map<String, String>>>();
        for (var unknown : uploaded.get("unknown")) {
            var texts = new HashMap<String, Map<String, String>>();
            for (var text : unknown.get("texts")) {
                var guess = text.at("/suggestion/value");
                texts.put(
                        text.get("text").asString(),
                        guess.isMissingNode() || guess.isNull()
                                ? Map.of("action", unknown.get("mayCreate").asBoolean() ? "CREATE" : "EMPTY")
                                : Map.of("action", "USE", "value", guess.asString()));
            }
            decisions.put(unknown.get("field").asString(), texts);
        }
        var body = Map.of("version", uploaded.get("version").asInt(), "decisions", decisions);
        json(http.put()
                .uri("/api/imports/" + id + "/spec")
                .with(world.as("admin"))
                .contentType("application/json")
                .content(JSON.writeValueAsString(body))
                .exchange());
        var job = json(http.post()
                        .uri("/api/imports/" + id + "/run")
                        .with(world.as("admin"))
                        .contentType("application/json")
                        .content("{\"withRefused\":false}")
                        .exchange())
                .get("job")
                .asString();
        var done = over(job);
        assertThat(done.get("state").asString()).as(done.toString()).isEqualTo("DONE");
        assertThat(done.at("/result/refused").asInt()).as(done.toString()).isZero();
    }

    private JsonNode over(String job) {
        for (int i = 0; i < 1200; i++) {
            var state = json(http.get()
                    .uri(URI.create("/api/jobs/" + job))
                    .with(world.as("admin"))
                    .exchange());
            if (List.of("DONE", "FAILED", "CANCELLED")
                    .contains(state.get("state").asString())) return state;
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("the import of " + job + " does not end");
    }

    private static JsonNode json(MvcTestResult result) {
        assertThat(result).hasStatus2xxSuccessful();
        return JSON.readTree(result.getResponse().getContentAsByteArray());
    }

    private static Optional<Path> realFiles() {
        return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(p -> p.resolve("shared/data/crm-sales-opportunities"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}

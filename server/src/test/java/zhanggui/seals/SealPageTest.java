package zhanggui.seals;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhanggui.TestApplication;
import zhanggui.World;

/** The seal as auditors see it, on a server that seals by itself. */
@TestPropertySource(properties = "test.database=seal-page")
class SealPageTest extends TestApplication {
    @Autowired
    MockMvcTester http;

    @Autowired
    World world;

    @Autowired
    Sealer sealer;

    @Autowired
    LogVerification verification;

    @BeforeAll
    void aCompany() {
        world.exists();
        sealer.sealAll();
    }

    @Test
    void theHeadIsShownAndTheWholeLogFoundAsItWasSealed() {
        assertThat(verifying("").get("found")).isEqualTo(0);
        var state = json(get());
        assertThat(Head.read(state.read("$.head")))
                .hasValueSatisfying(head -> assertThat(head.number()).isEqualTo(state.read("$.number", Long.class)));
        assertThat(state.read("$.verified.by", String.class)).isEqualTo("管理员");
        assertThat(state.read("$.verified.found", Long.class)).isZero();
    }

    @Test
    void aHeadFromAnotherLogIsRefuted() {
        var foreign = new Head(1, "0".repeat(64), Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(verifying(foreign.line() + "\n\n").get("found")).isEqualTo(1);
        assertThat(json(get()).read("$.verified.findings[0].kind", String.class))
                .isEqualTo("REWRITTEN");
        assertThat(verifying(json(get()).read("$.head")).get("found")).isEqualTo(0);
    }

    @Test
    void whatIsNoHeadIsRefusedAtTheField() {
        var answer = ask("sealed up to 17");
        assertThat(answer).hasStatus(422);
        assertThat(json(answer).read("$.errors[0].field", String.class)).isEqualTo("heads");
    }

    @Test
    void headsAreAddedToTheFileAndReadBackWhateverElseIsInIt(@TempDir Path folder) throws Exception {
        var file = new HeadFile(folder.resolve("new/heads.txt"));
        assertThat(file.heads()).isEmpty();
        var one = new Head(7, "ab".repeat(32), Instant.parse("2026-01-01T00:00:00.123456Z"));
        var two = new Head(9, "cd".repeat(32), Instant.parse("2026-01-02T00:00:00Z"));
        file.add(one);
        Files.writeString(folder.resolve("new/heads.txt"), "a remark\n", StandardOpenOption.APPEND);
        file.add(two);
        assertThat(file.heads()).containsExactly(one, two);
    }

    private Map<String, Object> verifying(String heads) {
        var started = ask(heads);
        assertThat(started).hasStatus(202);
        var job = json(started).read("$.job", String.class);
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            var seen = json(
                    http.get().uri("/api/jobs/" + job).with(world.as("admin")).exchange());
            if (seen.read("$.state").equals("DONE")) return seen.read("$.result");
            assertThat(System.nanoTime()).as(seen.jsonString()).isLessThan(until);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private MvcTestResult get() {
        var answer = http.get().uri("/api/audit/seal").with(world.as("admin")).exchange();
        assertThat(answer).hasStatusOk();
        return answer;
    }

    private MvcTestResult ask(String heads) {
        return http.post()
                .uri("/api/audit/seal/verifications")
                .with(world.as("admin"))
                .contentType("application/json")
                .content("{\"heads\":\"%s\"}".formatted(heads.replace("\n", "\\n")))
                .exchange();
    }

    private static DocumentContext json(MvcTestResult answer) {
        return JsonPath.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}

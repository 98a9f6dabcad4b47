package zhanggui.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Everything one may ask for has an end, and whoever goes beyond it is told so in their language. */
class LimitsTest extends RightsCase {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ROWS = "/api/lists/customers/rows?";
    private String token;
    private Wire.Visitor admin;

    @BeforeAll
    void somebodyWhoMayDoEverything() {
        var small = new SmallFirm(today());
        settlement.settle(small.firm);
        var permissions = small.admin.roles().getFirst().allows().keySet();
        token = settlement.token(small.admin.id(), Set.copyOf(permissions));
        admin = wire.withToken(token);
        db.execute("update accounts.account set language = 'en' where person_id = ?", small.admin.id());
    }

    /** @param says what the answer tells, in English */
    record Beyond(String what, String path, int status, String field, String says) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Beyond> questions() {
        return List.of(
                new Beyond("no page", ROWS + "page=0", 422, "page", "Too small"),
                new Beyond("a page far out", ROWS + "page=1000001", 422, "page", "Too large"),
                new Beyond("a page of nothing", ROWS + "size=0", 422, "size", "Too small"),
                new Beyond("a large page", ROWS + "size=501", 422, "size", "Too large"),
                new Beyond(
                        "many sorts", ROWS + "sort=name,level,status,owner,createdAt,name", 422, "sort", "Too large"),
                new Beyond("many columns", ROWS + "columns=" + "name,".repeat(201), 422, "columns", "Too large"),
                new Beyond("a long search", ROWS + "q=" + "x".repeat(201), 422, "q", "Too long or too short"),
                new Beyond("a deep filter", filter(nested(9)), 422, "filter", "The filter is nested too deeply"),
                new Beyond(
                        "many conditions",
                        filter("{\"all\":[" + conditions(61) + "]}"),
                        422,
                        "filter",
                        "The filter holds too many conditions or values"),
                new Beyond(
                        "many values",
                        filter("{\"column\":\"name\",\"operator\":\"IS\",\"values\":["
                                + String.join(",", Collections.nCopies(501, "1")) + "]}"),
                        422,
                        "filter",
                        "The filter holds too many conditions or values"),
                new Beyond(
                        "a long address",
                        ROWS + "q=" + "x".repeat(8_000),
                        414,
                        "",
                        "The address is too long: ask for less at once, or with fewer conditions"),
                new Beyond(
                        "a long page of an import",
                        "/api/imports/00000000-0000-0000-0000-000000000000/rows?size=501",
                        404,
                        "",
                        "There is no such record, or it is outside your data scope"));
    }

    private static String filter(String json) {
        return ROWS + "filter=" + Wire.encoded(json);
    }

    private static String nested(int depth) {
        return "{\"all\":[".repeat(depth - 1) + conditions(1) + "]}".repeat(depth - 1);
    }

    private static String conditions(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"column\":\"name\",\"operator\":\"EMPTY\"}")
                .collect(Collectors.joining(","));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void isRefusedInTheReadersLanguage(Beyond beyond) {
        var english = RawRequest.of("GET", beyond.path())
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en")
                .send(port);
        assertThat(english.status()).as(english.toString()).isEqualTo(beyond.status());
        assertThat(english.header("content-type")).startsWith("application/problem+json");
        var problem = JSON.readTree(english.body());
        if (beyond.field().isEmpty()) {
            assertThat(problem.get("detail").asString()).isEqualTo(beyond.says());
        } else {
            assertThat(problem.at("/errors/0/field").asString()).isEqualTo(beyond.field());
            assertThat(problem.at("/errors/0/message").asString()).isEqualTo(beyond.says());
        }
    }

    @Test
    void theLongestThatIsTakenIsTaken() {
        for (var path : List.of(
                ROWS + "size=500",
                ROWS + "q=" + "x".repeat(200),
                filter(nested(8)),
                filter("{\"all\":[" + conditions(60) + "]}"),
                filter("{\"column\":\"name\",\"operator\":\"IS\",\"values\":["
                        + String.join(",", Collections.nCopies(500, "1")) + "]}"))) {
            if (path.length() <= 8_000)
                assertThat(admin.get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void bodiesAndFilesHaveAnEnd() {
        var body = "{\"name\":\"" + "字".repeat(800_000) + "\"}";
        var tooLarge = RawRequest.of("POST", "/api/customers")
                .json(body)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "zh-CN")
                .send(port);
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(JSON.readTree(tooLarge.body()).get("detail").asString()).isEqualTo("内容太大");
        var file = admin.upload("customers", "large.csv", new byte[(64 << 20) + 1], true);
        assertThat(file.status()).isEqualTo(413);
        assertThat(file.type()).startsWith("application/problem+json");
        assertThat(JSON.readTree(file.body()).get("detail").asString()).isEqualTo("The content is too large");
    }

    @Test
    void bulkActionsHaveAnEnd() {
        var ids = IntStream.range(0, 10_001)
                .mapToObj(i -> "\"00000000-0000-0000-0000-%012d\"".formatted(i))
                .collect(Collectors.joining(","));
        var answer = admin.send("POST", "/api/opportunities/assign", "{\"ids\":[" + ids + "],\"owner\":null}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    }

    @Test
    void filesOfOtherKindsAreRefused() {
        for (var name : List.of("page.html", "letter.pdf", "picture.png")) {
            var content =
                    switch (name) {
                        case "page.html" -> "<!DOCTYPE html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
                        case "letter.pdf" -> "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8);
                        default -> new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
                    };
            var answer = admin.upload("customers", name, content, true);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
            assertThat(JSON.readTree(answer.body()).at("/errors/0/field").asString())
                    .isEqualTo("file");
        }
    }
}

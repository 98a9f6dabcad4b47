package zhanggui.listings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhanggui.TestApplication;
import zhanggui.World;

/** The list mechanism, on the list of people. */
class ListsTest extends TestApplication {
    @Autowired
    World world;

    @Autowired
    MockMvcTester http;

    @BeforeAll
    void people() {
        world.exists();
    }

    @Test
    void filtersCombineWithAndAndOr() {
        var either = "{\"any\":[" + compare("name", "IS", "李雷") + "," + compare("name", "IS", "王梅") + "]}";
        var both = "{\"all\":[" + either + "," + compare("email", "CONTAINS", "LI@") + "]}";
        assertThat(names(either)).containsExactly("李雷", "王梅");
        assertThat(names(both)).containsExactly("李雷");
    }

    @Test
    void absentIsNotTheSameAsDifferent() {
        assertThat(names(compare("nameEn", "IS_NOT", "Somebody"))).hasSize(9);
        assertThat(names("{\"column\":\"nameEn\",\"operator\":\"NOT_EMPTY\"}")).isEmpty();
    }

    @Test
    void wildcardsAreOrdinaryCharacters() {
        assertThat(names(compare("name", "CONTAINS", "%"))).isEmpty();
        assertThat(names(compare("name", "CONTAINS", "_"))).isEmpty();
        assertThat(names(compare("name", "CONTAINS", "!"))).isEmpty();
    }

    @Test
    void namesSortByPinyin() {
        var names = names("{\"all\":[]}");
        assertThat(names).startsWith("陈总", "管理员", "李雷");
        assertThat(names).endsWith("周组长");
    }

    @Test
    void pagesTogetherAreTheWholeList() {
        var all = names("{\"all\":[]}");
        var pages = new java.util.ArrayList<String>();
        for (int page = 1; page <= 5; page++) pages.addAll(names(rows("sort=name&size=2&page=" + page)));
        assertThat(pages).isEqualTo(all);
    }

    @Test
    void wrongQueriesAreRefusedNotGuessed() {
        for (var query : List.of(
                "filter=" + encode("{\"column\":\"password\",\"operator\":\"IS\",\"values\":[\"x\"]}"),
                "filter=" + encode(compare("name", "AT_LEAST", "x")),
                "filter=" + encode(compare("hiredOn", "IS", "yesterday")),
                "filter=" + encode("{\"column\":\"hiredOn\",\"operator\":\"WITHIN\",\"values\":[\"SOMETIME\"]}"),
                "filter=nonsense",
                "filter=" + encode("[]"),
                "filter=" + encode("{\"all\":[".repeat(9) + "]}".repeat(9)),
                "filter=" + encode("{\"all\":[" + "{\"all\":[]},".repeat(60) + "{\"all\":[]}]}"),
                "filter=" + encode(compare("name", "CONTAINS", "a\\u0000b")),
                "filter=" + encode(compare("hiredOn", "IS", "+999999999-12-31")),
                "filter=" + encode(compare("hiredOn", "AT_LEAST", "-0001-01-01")),
                "q=" + encode("a\0b"),
                "q=" + "a".repeat(201),
                "page=2000000000",
                "sort=password",
                "page=0",
                "size=100000",
                "columns=name,secret")) {
            assertThat(rows(query)).as(query).hasStatus(422);
        }
        assertThat(rows("page=abc")).hasStatus(422);
        assertThat(http.get()
                        .uri("/api/lists/nothing/rows")
                        .with(world.as("li"))
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void numbersAndInstantsNoColumnCanHoldAreRefused() {
        for (var filter : List.of(
                compare("annualRevenue", "AT_LEAST", "1e999999999"),
                compare("annualRevenue", "AT_MOST", "1e-999999999"),
                compare("employees", "IS", "9".repeat(31)),
                compare("createdAt", "AT_LEAST", "+1000000-01-01T00:00:00Z"))) {
            assertThat(customers(filter)).as(filter).hasStatus(422);
        }
        assertThat(customers(compare("annualRevenue", "AT_LEAST", "1e15"))).hasStatusOk();
        assertThat(rows("page=1000&columns=name,name")).hasStatusOk();
    }

    @Test
    void wordsAreNoStagesAndUnknownWordsFindNothing() {
        var stage = "/api/lists/opportunities/rows?filter=" + encode(compare("stage", "IS", "OPEN"));
        assertThat(http.get().uri(URI.create(stage)).with(world.as("li")).exchange())
                .hasStatus(422);
        assertThat(customers(compare("level", "IS", "NO_SUCH_LEVEL")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("total")
                .isEqualTo(0);
    }

    @Test
    void filtersReachAsDeepAsTheScreensNestThem() {
        assertThat(names("{\"all\":[".repeat(7) + compare("name", "IS", "李雷") + "]}".repeat(7)))
                .containsExactly("李雷");
    }

    @Test
    void anExportHoldsExactlyTheFilteredRows() throws IOException {
        var filter = encode(compare("name", "CONTAINS", "经理"));
        var csv = http.get()
                .uri(URI.create("/api/lists/people/export?format=csv&columns=name,email&filter=" + filter))
                .with(world.as("ops"))
                .exchange();
        assertThat(csv).hasStatusOk();
        assertThat(new String(csv.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("\uFEFF姓名,电子邮箱\n孙经理,sun@example.com\n");
        var xlsx = http.get()
                .uri(URI.create("/api/lists/people/export?format=xlsx&columns=name,email&filter=" + filter))
                .with(world.as("ops"))
                .exchange();
        try (var book =
                new ReadableWorkbook(new ByteArrayInputStream(xlsx.getResponse().getContentAsByteArray()))) {
            var sheet = book.getFirstSheet().read();
            assertThat(sheet).hasSize(2);
            assertThat(sheet.get(1).getCellText(0)).isEqualTo("孙经理");
        }
        assertThat(http.get()
                        .uri("/api/lists/people/export")
                        .with(world.as("li"))
                        .exchange())
                .hasStatus(403);
    }

    private List<String> names(String filter) {
        return names(rows("sort=name&filter=" + encode(filter)));
    }

    private static List<String> names(MvcTestResult page) {
        try {
            var json = tools.jackson.databind.json.JsonMapper.shared()
                    .readTree(page.getResponse().getContentAsByteArray());
            return json.get("rows")
                    .valueStream()
                    .map(row -> row.at("/cells/name").asString())
                    .toList();
        } catch (RuntimeException e) {
            throw new AssertionError(
                    "no rows in an answer of status " + page.getResponse().getStatus(), e);
        }
    }

    private MvcTestResult rows(String query) {
        return http.get()
                .uri(URI.create("/api/lists/people/rows?" + query))
                .with(world.as("li"))
                .exchange();
    }

    private MvcTestResult customers(String filter) {
        return http.get()
                .uri(URI.create("/api/lists/customers/rows?filter=" + encode(filter)))
                .with(world.as("li"))
                .exchange();
    }

    private static String compare(String column, String operator, String value) {
        return "{\"column\":\"%s\",\"operator\":\"%s\",\"values\":[\"%s\"]}".formatted(column, operator, value);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

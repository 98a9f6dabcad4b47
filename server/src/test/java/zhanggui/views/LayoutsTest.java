package zhanggui.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import zhanggui.TestApplication;
import zhanggui.opportunities.Desk;

/** How forms are laid out, for everybody and for roles. */
@TestPropertySource(properties = "test.database=layouts")
class LayoutsTest extends TestApplication {
    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    private Desk.At at;

    @BeforeAll
    void company() {
        at = desk.at(http);
    }

    @Test
    void theLayoutOfOnesRoleComesBeforeEverybodys() {
        assertThat(at.get("li", "/api/layouts/customers")).hasStatus(204);
        assertThat(save("customers", null, null, List.of("name", "phone"), List.of("site")))
                .hasStatus(204);
        assertThat(fields("li", "customers")).isEqualTo("[\"name\",\"phone\"]");
        var role = role("salesperson");
        assertThat(save("customers", role, null, List.of("phone", "custom.grade", "name"), List.of()))
                .hasStatus(204);
        assertThat(fields("li", "customers")).isEqualTo("[\"phone\",\"custom.grade\",\"name\"]");
        assertThat(fields("zhou", "customers")).isEqualTo("[\"name\",\"phone\"]");

        assertThat(save("customers", role, null, List.of("name"), List.of())).hasStatus(409);
        assertThat(save("customers", role, 1, List.of("name"), List.of())).hasStatus(204);
        assertThat(at.body(at.get("admin", "/api/layouts/customers/all"), 200).get("layouts"))
                .hasSize(2);
        assertThat(at.delete("admin", "/api/layouts/customers?role=" + role)).hasStatus(204);
        assertThat(fields("li", "customers")).isEqualTo("[\"name\",\"phone\"]");
        assertThat(at.body(at.get("admin", "/api/lists/audit/rows?" + Desk.filter("type", "IS", "layouts")), 200)
                        .get("total")
                        .asInt())
                .isPositive();
    }

    @Test
    void whatNoFormDoesWithoutIsNotHiddenAndNothingIsThereTwice() {
        assertThat(save("products", null, null, List.of("status"), List.of("name")))
                .hasStatus(422);
        assertThat(save("products", null, null, List.of("name", "name"), List.of()))
                .hasStatus(422);
        assertThat(save("products", null, null, List.of("<script>"), List.of())).hasStatus(422);
        assertThat(save("audit", null, null, List.of("at"), List.of())).hasStatus(404);
        assertThat(at.get("li", "/api/layouts/products")).hasStatus(204);
        assertThat(at.get("li", "/api/layouts/products/all")).hasStatus(403);
    }

    private String fields(String who, String list) {
        return at.body(at.get(who, "/api/layouts/" + list), 200)
                .at("/sections/0/fields")
                .toString();
    }

    private String role(String code) {
        for (JsonNode role : at.body(at.get("admin", "/api/roles"), 200)) {
            if (role.get("code").asString().equals(code)) return role.get("id").asString();
        }
        throw new AssertionError(code);
    }

    private MvcTestResult save(String list, String role, Integer version, List<String> fields, List<String> hidden) {
        var section = new HashMap<String, Object>();
        section.put("title", "基本信息");
        section.put("titleEn", "Basics");
        section.put("folded", false);
        section.put("fields", fields);
        var body = new HashMap<String, Object>();
        body.put("role", role);
        body.put("sections", List.of(section));
        body.put("hidden", hidden);
        body.put("version", version);
        return at.put("admin", "/api/layouts/" + list, body);
    }
}

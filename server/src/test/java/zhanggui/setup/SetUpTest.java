package zhanggui.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import zhanggui.TestApplication;

/** The first start, from the token in the log to the administrator at work. */
@TestPropertySource(properties = "test.database=set-up")
class SetUpTest extends TestApplication {
    @Autowired
    MockMvcTester http;

    @Autowired
    SetupToken token;

    @Test
    void theFirstStartMakesTheCompanyAndItsAdministratorOnce() {
        assertThat(setUp("0000"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("code")
                .isEqualTo("setup-token-wrong");
        var done = setUp(token.value());
        assertThat(done).hasStatus(201);
        var session = java.util.Arrays.stream(done.getResponse().getCookies())
                .filter(c -> c.getName().matches("SESSION|ZHANGGUI"))
                .findFirst()
                .orElseThrow();
        var tree = http.get().uri("/api/organisation").cookie(session).exchange();
        assertThat(tree).bodyJson().extractingPath("$.units[*].name").isEqualTo(List.of("长风机电"));
        assertThat(tree)
                .bodyJson()
                .extractingPath("$.units[0].seats[*].occupant.name")
                .isEqualTo(List.of("管理员甲"));
        assertThat(http.get().uri("/api/session").cookie(session).exchange())
                .bodyJson()
                .extractingPath("me.unit.name")
                .isEqualTo("长风机电");
        assertThat(setUp(token.value())).hasStatus(404);
    }

    private MvcTestResult setUp(String with) {
        return http.post()
                .uri("/api/setup")
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"token":"%s",
                         "administrator":{"name":"管理员甲","username":"boss","password":"correct horse battery"},
                         "company":{"nameZh":"长风机电","nameEn":"Changfeng","currency":"CNY","timeZone":"Asia/Shanghai",
                                    "fiscalYearStartMonth":1,"language":"zh-CN"}}
                        """.formatted(with))
                .exchange();
    }
}

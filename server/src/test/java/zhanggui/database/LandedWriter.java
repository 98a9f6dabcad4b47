package zhanggui.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import zhanggui.TestApplication;
import zhanggui.opportunities.Desk;

/**
 * Has a small company do a little of everything and writes its rows into a file for {@link UpgradeTest}; run once by each
 * version that is released: {@code mvn test -Dtest=LandedWriter -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class LandedWriter extends TestApplication {
    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext db;

    private Desk.At at;

    @Test
    void writesWhatThisVersionKeeps() throws Exception {
        at = desk.at(http);
        for (var who : List.of("li", "wang", "wu", "zhao")) sells(who, desk.product("仪器 " + who, 1200));
        imports();
        at.body(
                at.post(
                        "admin",
                        "/api/me/tokens",
                        Map.of(
                                "name",
                                "接口",
                                "scopes",
                                List.of("customers:read"),
                                "expiresOn",
                                desk.world.today().plusYears(1))),
                201);
        at.body(
                at.post(
                        "admin",
                        "/api/roles",
                        Map.of(
                                "name", "大客户经理",
                                "nameEn", "Key accounts",
                                "allows",
                                        List.of(Map.of(
                                                "permission", "customers:read", "reach", "ALL", "units", List.of())))),
                201);
        var url = db.connectionResult(c -> c.getMetaData().getURL());
        try (var owner = DriverManager.getConnection(url, "postgres", "")) {
            Landed.write(owner, Path.of("src/test/resources/landed"));
        }
    }

    private void sells(String who, UUID product) {
        for (int i = 1; i <= 4; i++) {
            var customer = desk.customer("客户 " + who + " " + i, who);
            at.body(
                    at.post(
                            who,
                            "/api/customers/" + customer + "/contacts",
                            Map.of("name", "联系人 " + who + i, "role", "DECIDES", "mobile", "1380013800" + i)),
                    201);
            var deal = at.created(
                    who,
                    Map.of(
                            "name",
                            "商机 " + who + i,
                            "customer",
                            customer,
                            "expectedClose",
                            desk.world.today().plusDays(30 * i),
                            "lines",
                            List.of(Map.of("product", product, "quantity", i, "discount", 5))));
            if (i > 1) moves(who, deal, i);
            at.body(
                    at.post(
                            who,
                            "/api/activities",
                            Map.of(
                                    "kind",
                                    "CALL",
                                    "text",
                                    "打了电话",
                                    "customer",
                                    customer,
                                    "opportunity",
                                    deal.get("id"))),
                    201);
            at.body(
                    at.post(
                            who,
                            "/api/tasks",
                            Map.of("title", "回访", "dueOn", desk.world.today().plusDays(i), "customer", customer)),
                    201);
        }
    }

    private void moves(String who, JsonNode deal, int i) {
        var to = List.of("Proposal", "Won", "Lost").get(i - 2);
        var body = to.equals("Lost")
                ? Map.of("version", 1, "stage", at.stages().get(to), "lossReason", "price", "note", "太贵")
                : to.equals("Won")
                        ? Map.of("version", 1, "stage", at.stages().get(to))
                        : Map.of("version", 1, "stage", at.stages().get(to), "note", "跳过");
        var moved = at.post(who, "/api/opportunities/" + deal.get("id").asString() + "/move", body);
        assertThat(moved.getResponse().getStatus()).isIn(200, 422);
    }

    private void imports() throws InterruptedException {
        var file = "客户名称,外部编号\n导入客户一,X-1\n导入客户二,X-2\n".getBytes(StandardCharsets.UTF_8);
        var one = at.body(
                http.post()
                        .uri("/api/imports")
                        .multipart()
                        .file(new MockMultipartFile("file", "customers.csv", "text/csv", file))
                        .param("kind", "customers")
                        .with(desk.world.as("ops"))
                        .exchange(),
                201);
        for (var step : List.of("check", "run")) {
            var uri = "/api/imports/" + one.get("id").asString() + "/" + step;
            var job = at.body(at.post("ops", uri, Map.of("withRefused", false)), 202)
                    .get("job")
                    .asString();
            while (!at.body(at.get("ops", "/api/jobs/" + job), 200)
                    .get("state")
                    .asString()
                    .equals("DONE")) {
                Thread.sleep(100);
            }
        }
    }
}

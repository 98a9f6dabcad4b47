package zhanggui.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.problems.Refused;

class ImportRightsTest extends ImportCase {
    @Test
    void whoLosesThePermissionMeanwhileImportsNothing() {
        var one = uploaded("sun", "a.csv", GOOD);
        var sun = world.id("sun");
        var role = db.fetchValue("select role_id from accounts.account_role where person_id = ?", sun);
        var transaction = new TransactionTemplate(transactions);
        try {
            var job = transaction.execute(status -> {
                var started = job(run("sun", one, false));
                db.execute("delete from accounts.account_role where person_id = ?", sun);
                return started;
            });
            var ended = over(job);
            assertThat(ended.at("/state").asString()).isEqualTo("FAILED");
            assertThat(ended.at("/message").asString()).isEqualTo("您已没有导入“物件”的权限，未导入任何数据");
            assertThat(things()).isEmpty();
        } finally {
            db.execute("insert into accounts.account_role (person_id, role_id) values (?, ?)", sun, role);
        }
        assertThat(view("sun", one).at("/state").asString()).isEqualTo("FAILED");
        assertThat(view("sun", one).at("/message").asString()).contains("物件");
    }

    @Test
    void aTokensLimitsHoldForTheWorkItStarts() {
        var one = uploaded("ops", "a.csv", GOOD);
        var job = UUID.randomUUID();
        db.execute("update imports.import set state = 'RUNNING', job_id = ? where id = ?::uuid", job, id(one));
        var asked = new ImportRuns.Asked(UUID.fromString(id(one)), true, false, List.of("imports:run"));
        assertThatThrownBy(() -> runs.work(asked, new Watched(job, world.viewer("ops"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("import-permission-lost");
        assertThat(things()).isEmpty();
    }

    @Test
    void importsAreTheirOwnersAndVisibleToThoseWhoMayReadThem() {
        assertThat(upload("li", "things", "a.csv", GOOD.getBytes(StandardCharsets.UTF_8)))
                .hasStatus(403);
        assertThat(upload("sun", "parts", "a.csv", GOOD.getBytes(StandardCharsets.UTF_8)))
                .hasStatus(403);
        assertThat(upload("ops", "nothing", "a.csv", GOOD.getBytes(StandardCharsets.UTF_8)))
                .hasStatus(404);
        assertThat(http.get().uri("/api/imports/kinds").with(world.as("li"))).hasStatus(403);
        assertThat(http.get().uri("/api/imports/kinds")).hasStatus(401);
        var kinds =
                json(http.get().uri("/api/imports/kinds").with(world.as("sun")).exchange());
        assertThat(kinds.findValuesAsString("name")).contains("things").doesNotContain("parts");

        var ops = uploaded("ops", "a.csv", GOOD);
        var sun = uploaded("sun", "b.csv", GOOD);
        for (var path : List.of("", "/rows", "/refused")) {
            assertThat(http.get().uri("/api/imports/" + id(ops) + path).with(world.as("sun")))
                    .hasStatus(404);
            assertThat(http.get().uri("/api/imports/" + id(sun) + path).with(world.as("ops")))
                    .hasStatus(200);
        }
        assertThat(change("sun", ops, Map.of())).hasStatus(404);
        assertThat(run("sun", ops, false)).hasStatus(404);
        assertThat(http.delete().uri("/api/imports/" + id(ops)).with(world.as("sun")))
                .hasStatus(404);
        assertThat(view("ops", sun).at("/mayEdit").asBoolean()).isFalse();
        assertThat(change("ops", sun, Map.of())).hasStatus(403);
        assertThat(run("ops", sun, false)).hasStatus(403);
        assertThat(check("ops", sun)).hasStatus(403);
        assertThat(http.delete().uri("/api/imports/" + id(sun)).with(world.as("ops")))
                .hasStatus(403);

        var parts = json(upload("ops", "parts", "c.csv", GOOD.getBytes(StandardCharsets.UTF_8)));
        assertThat(http.get().uri("/api/imports/" + id(parts)).with(world.as("ops")))
                .hasStatus(200);
        var listed = json(
                http.get().uri("/api/lists/imports/rows").with(world.as("sun")).exchange());
        assertThat(listed.at("/rows").findValuesAsString("id"))
                .contains(id(sun))
                .doesNotContain(id(ops));
        assertThat(http.delete().uri("/api/imports/" + id(sun)).with(world.as("sun")))
                .hasStatus(204);
        assertThat(http.get().uri("/api/imports/" + id(sun)).with(world.as("sun")))
                .hasStatus(404);
    }
}

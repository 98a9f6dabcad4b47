package zhanggui.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Secrets that people and machines use leave no trace where others read: not in the log, even where it tells most, not
 * in the audit log, not in any table. What somebody sends cannot look like a line of the log.
 */
@TestPropertySource(properties = "zhanggui.database.password=" + SecretsTest.DATABASE)
@ExtendWith(OutputCaptureExtension.class)
class SecretsTest extends RightsCase {
    static final String DATABASE = "canary-of-the-database";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OWN = "canary-of-my-account";
    private static final String WRONG = "canary-that-is-wrong";
    private static final String SET_UP = "canary-of-the-set-up";
    private static final String CELL = "canary-in-a-cell";
    private SmallFirm small;

    @Autowired
    LoggingSystem logging;

    @BeforeAll
    void everythingIsTold() {
        small = new SmallFirm(today());
        settlement.settle(small.firm);
        logging.setLogLevel("zhanggui", LogLevel.DEBUG);
    }

    @AfterAll
    void asBefore() {
        logging.setLogLevel("zhanggui", LogLevel.INFO);
    }

    @Test
    void noSecretIsKeptOrTold(CapturedOutput log) throws Exception {
        var secrets = new LinkedHashMap<String, String>();
        secrets.put("the database's password", DATABASE);
        secrets.put("a password", OWN);
        secrets.put("a wrong password", WRONG);
        secrets.put("a token of set-up", SET_UP);
        var visitor = wire.signedIn("admin", Settlement.PASSWORD);
        var changed = visitor.send(
                "PUT",
                "/api/me/password",
                JSON.writeValueAsString(Map.of("current", Settlement.PASSWORD, "next", OWN)));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
        var answers = new ArrayList<String>();
        answers.add(
                visitor.send("PUT", "/api/me/password", "{\"current\":\"" + WRONG + "\",\"next\":\"" + WRONG + "\"}")
                        .body());
        answers.add(wire.anonymous().get("/api/session").body());
        answers.add(signInWrongly());
        answers.add(visitor.send(
                        "POST",
                        "/api/setup",
                        "{\"token\":\"" + SET_UP
                                + "\",\"administrator\":{\"name\":\"x\",\"username\":\"xx\",\"password\":\"" + WRONG
                                + "\"},\"company\":null}")
                .body());
        answers.add(visitor.send("POST", "/api/setup/token", "{\"token\":\"" + SET_UP + "\"}")
                .body());
        visitor = wire.signedIn("admin", OWN);
        var token = token(visitor);
        secrets.put("a token", token);
        secrets.put("a session", visitor.session());
        assertThat(wire.withToken(token).get("/api/lists/customers/rows").status())
                .isEqualTo(200);
        answers.add(wire.withToken(token).get("/api/lists/accounts/rows").body());
        answers.add(
                wire.withToken(token + WRONG).get("/api/lists/customers/rows").body());

        secrets.forEach((what, secret) -> {
            assertThat(log.getAll()).as(what + " in the log").doesNotContain(secret);
            answers.forEach(
                    answer -> assertThat(answer).as(what + " in an answer").doesNotContain(secret));
        });
        for (var table : tables()) {
            secrets.forEach((what, secret) -> {
                if (!isWhereItMustBe(what, table)) {
                    assertThat(rowsWith(secret, table))
                            .as(what + " in " + table)
                            .isZero();
                }
            });
        }
    }

    /** A session is found by its id. */
    private static boolean isWhereItMustBe(String what, String table) {
        return what.equals("a session") && table.equals("accounts.spring_session");
    }

    @Test
    void whatAFileHoldsStaysInTheImport(CapturedOutput log) {
        var ops = wire.signedIn("ops", Settlement.PASSWORD);
        // The numbers of people are unique in the database: one of the rows is refused there.
        var uploaded = ops.upload(
                "customers",
                "cells.csv",
                ("名称,备注,员工人数,统一社会信用代码\n" + CELL + "," + CELL + ",many " + CELL + "," + CELL + "\n").getBytes(UTF_8),
                true);
        var at = "/api/imports/" + uploaded.json().get("id").asString();
        ops.send("POST", at + "/check", null);
        untilChecked(ops, at);
        assertThat(ops.read(at + "/rows?outcome=REFUSED").get("rows").toString())
                .contains(CELL);
        assertThat(log.getAll()).doesNotContain(CELL);
        for (var table : tables()) {
            if (!table.startsWith("imports."))
                assertThat(rowsWith(CELL, table)).as(table).isZero();
        }
    }

    @Test
    void nothingThatIsSentLooksLikeALineOfTheLog(CapturedOutput log) {
        var forged = "\n12:00:00.000 ERROR Zhanggui forged\u001b[2K\r\u2028forged";
        var name = JSON.writeValueAsString("名" + forged);
        var ops = wire.signedIn("ops", Settlement.PASSWORD);
        ops.send("POST", "/api/session", "{\"username\":" + name + ",\"password\":\"x\"}");
        ops.send("POST", "/api/customers", "{\"name\":" + name + ",\"note\":" + name + "}");
        ops.get("/api/lists/customers/rows?q=" + Wire.encoded(forged));
        ops.get("/api/customers/" + Wire.encoded(forged));
        ops.upload("customers", "a\u0085forged.csv", "名称\n甲\n".getBytes(UTF_8), true);
        RawRequest.of("GET", "/api/x%0d%0aforged")
                .header("User-Agent", "x\tforged")
                .header("Authorization", "Bearer zg_\u0085forged")
                .send(port);
        var logger = org.slf4j.LoggerFactory.getLogger("zhanggui.forging");
        logger.warn("{} said", forged, new IllegalStateException(forged, new IOExceptionOf(forged)));
        assertThat(log.getAll()).contains("forged");
        assertThat(log.getAll().lines())
                .filteredOn(line -> line.contains("forged"))
                .allSatisfy(line -> assertThat(line)
                        .satisfiesAnyOf(l -> assertThat(l).startsWith("    "), l -> assertThat(l)
                                .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} WARN  forging .*")))
                .allSatisfy(line -> assertThat(line).doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}]"));
    }

    private static final class IOExceptionOf extends RuntimeException {
        private IOExceptionOf(String message) {
            super(message);
        }
    }

    private String signInWrongly() {
        var stranger = wire.anonymous();
        stranger.get("/api/session");
        return stranger.send("POST", "/api/session", "{\"username\":\"admin\",\"password\":\"" + WRONG + "\"}")
                .body();
    }

    /** Asked for twice under one key, as a client does that has heard nothing. */
    private String token(Wire.Visitor visitor) {
        var body = "{\"name\":\"t\",\"scopes\":[\"customers:read\"],\"expiresOn\":\"" + today().plusDays(9) + "\"}";
        var first = visitor.once("canary-key-1", "POST", "/api/me/tokens", body);
        var again = visitor.once("canary-key-1", "POST", "/api/me/tokens", body);
        assertThat(again.status()).isEqualTo(409);
        var token = first.json().get("token").asString();
        assertThat(again.body()).doesNotContain(token);
        return token;
    }

    private static void untilChecked(Wire.Visitor visitor, String at) {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (Set.of("CHECKING", "UPLOADED")
                .contains(visitor.read(at).get("state").asString())) {
            assertThat(System.nanoTime()).as("the check ends in time").isLessThan(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private List<String> tables() {
        return db.fetch(
                        "select schemaname || '.' || tablename from pg_tables where schemaname !~ '^(pg_|information_schema)'")
                .getValues(0, String.class);
    }

    /** How many rows hold a text, also as bytes. */
    private long rowsWith(String text, String table) {
        var sql = "select count(*) from " + table + " t where strpos(to_jsonb(t)::text, ?) > 0"
                + " or strpos(to_jsonb(t)::text, ?) > 0";
        var url = db.connectionResult(c -> c.getMetaData().getURL());
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, text);
            statement.setString(2, HexFormat.of().formatHex(text.getBytes(UTF_8)));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(table, e);
        }
    }
}

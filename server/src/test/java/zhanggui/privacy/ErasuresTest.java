package zhanggui.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.TestApplication;
import zhanggui.opportunities.Desk;

/** A person is forgotten: nowhere in the database is their name or number afterwards, and what they were part of stays. */
@TestPropertySource(properties = "test.database=privacy")
class ErasuresTest extends TestApplication {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    @Autowired
    DSLContext db;

    @Autowired
    JsonMapper json;

    private Desk.At at;
    private int made;

    @BeforeAll
    void company() {
        at = desk.at(http);
    }

    /** Somebody of whom much is told, at a customer of their own. */
    private record Somebody(UUID id, UUID customer, String name, String mobile, String email, String wechat) {}

    private Somebody somebody() {
        int n = ++made;
        var name = "司徒" + (char) ('甲' + n) + "铭" + n;
        var mobile = "+861391234%04d".formatted(n);
        var email = "situ%d@example.com".formatted(n);
        var wechat = "wx_situ_%d".formatted(n);
        var customer = desk.customer("被遗忘者的公司" + n, "li");
        var body = new HashMap<String, Object>();
        body.put("name", name);
        body.put("mobile", mobile);
        body.put("email", email);
        body.put("wechat", wechat);
        body.put("note", "爱喝茶");
        var id = UUID.fromString(at.body(at.post("li", "/api/customers/" + customer + "/contacts", body), 201)
                .get("id")
                .asString());
        return new Somebody(id, customer, name, mobile, email, wechat);
    }

    private UUID followUp(Somebody one, String text) {
        return UUID.fromString(at.body(
                        at.post(
                                "li",
                                "/api/activities",
                                Map.of(
                                        "kind",
                                        "CALL",
                                        "text",
                                        text,
                                        "customer",
                                        one.customer().toString(),
                                        "contact",
                                        one.id().toString())),
                        201)
                .get("id")
                .asString());
    }

    private JsonNode erase(Somebody one) {
        return erase(one, at.body(at.post("ops", "/api/contacts/" + one.id() + "/erasure/preview", Map.of()), 200));
    }

    private JsonNode erase(Somebody one, JsonNode preview) {
        var words = preview.get("words")
                .valueStream()
                .map(w -> Map.of(
                        "text", w.get("text").asString(), "kind", w.get("kind").asString()))
                .toList();
        var started = at.body(
                at.post(
                        "ops",
                        "/api/contacts/" + one.id() + "/erasure",
                        Map.of("words", words, "reason", "来信要求", "requestedOn", "2026-11-01", "uploads", true)),
                202);
        return ended(started.get("id").asString());
    }

    private JsonNode ended(String erasure) {
        await().atMost(LONG).until(() -> !at.body(at.get("ops", "/api/erasures/" + erasure), 200)
                .get("state")
                .asString()
                .equals("RUNNING"));
        return at.body(at.get("ops", "/api/erasures/" + erasure), 200);
    }

    /** Every place of the database where a text stands, as schema.table.column. */
    private List<String> placesThatSay(String text) {
        var columns = db.fetch("""
                select n.nspname || '.' || c.relname as t, a.attname::text as c
                from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                join pg_type y on y.oid = a.atttypid
                where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|public)' and a.attnum > 0 and not a.attisdropped
                  and y.typname in ('text', 'varchar', '_text', 'jsonb', 'json')""");
        return columns.stream()
                .filter(r -> db.fetchExists(db.selectOne()
                        .from("%s t where t.\"%s\"::text ilike '%%%s%%'".formatted(r.get("t"), r.get("c"), text))))
                .map(r -> r.get("t") + "." + r.get("c"))
                .toList();
    }

    @Test
    void nothingTellsOfThemAfterwardsAndWhatTheyWerePartOfStays() {
        var one = somebody();
        var other = somebody();
        var call = followUp(one, "与" + one.name() + "通话，回电 139 1234 %04d 或 %s".formatted(made - 1, one.email()));
        var elsewhere = followUp(other, "转介绍人的电话是 139-1234-%04d，姓" + "司徒");
        at.body(
                at.put(
                        "li",
                        "/api/activities/" + elsewhere,
                        Map.of(
                                "kind",
                                "CALL",
                                "happenedAt",
                                "2026-01-01T00:00:00Z",
                                "text",
                                "转介绍人的电话是 139-1234-%04d，名叫 %s".formatted(made - 1, one.name()),
                                "customer",
                                other.customer().toString(),
                                "version",
                                1)),
                200);
        var deal = UUID.fromString(at.created(
                        "li",
                        Map.of(
                                "name",
                                one.name() + "的项目",
                                "customer",
                                one.customer().toString(),
                                "lines",
                                List.of(),
                                "contacts",
                                List.of(Map.of("contact", one.id().toString(), "role", "DECIDES"))))
                .get("id")
                .asString());
        at.body(
                at.post(
                        "li",
                        "/api/comments/contacts/" + one.id(),
                        Map.of("text", "生日快到了，" + one.name(), "mentions", List.of())),
                201);
        var preview = at.body(at.post("ops", "/api/contacts/" + one.id() + "/erasure/preview", Map.of()), 200);
        assertThat(preview.get("words")).hasSize(4);
        assertThat(preview.at("/words/0/found").asInt()).isPositive();
        assertThat(preview.get("entries").asInt()).isPositive();
        assertThat(preview.get("openDeals").asInt()).isEqualTo(1);
        assertThat(preview.get("passages").toString()).contains(one.name());
        assertThat(preview.get("goes").toString()).contains("评论");

        var erasure = erase(one, preview);
        assertThat(erasure.get("state").asString()).as(erasure.toString()).isEqualTo("DONE");
        assertThat(erasure.get("passages").asInt()).isPositive();
        assertThat(erasure.get("entries").asInt()).isPositive();
        assertThat(erasure.get("remains")).isEmpty();

        for (var word : List.of(one.email(), one.wechat(), one.mobile().substring(3))) {
            assertThat(placesThatSay(word)).as(word).isEmpty();
        }
        assertThat(placesThatSay("139 1234 %04d".formatted(made - 1))).isEmpty();
        // A name is nobody's alone: where another customer is talked of, it stays.
        assertThat(placesThatSay(one.name()))
                .containsOnly("activities.activity.text", "audit.entry.subject_name", "audit.entry.changes");
        assertThat(at.body(at.get("li", "/api/activities/" + elsewhere), 200)
                        .get("text")
                        .asString())
                .isEqualTo("转介绍人的电话是 ▮▮▮，名叫 " + one.name());

        assertThat(at.get("ops", "/api/contacts/" + one.id())).hasStatus(404);
        assertThat(at.body(at.get("li", "/api/activities/" + call), 200)
                        .get("text")
                        .asString())
                .isEqualTo("与▮▮▮通话，回电 ▮▮▮ 或 ▮▮▮");
        assertThat(at.body(at.get("li", "/api/opportunities/" + deal), 200)
                        .get("name")
                        .asString())
                .isEqualTo("▮▮▮的项目");
        assertThat(at.get("li", "/api/contacts/" + other.id())).hasStatusOk();
    }

    @Test
    void theSealedLogTellsWhatWasErasedAndWhatWasForged() {
        var one = somebody();
        verified();
        assertThat(erase(one).get("state").asString()).isEqualTo("DONE");
        var after = verified();
        assertThat(after.get("found").asInt()).as(after.toString()).isZero();
        assertThat(after.get("erased").asInt()).isPositive();
        var entry = db.fetchSingle(
                "select id, changes::text, subject_name from audit.entry where subject_type = 'contacts'"
                        + " and subject_id = ? order by id limit 1",
                one.id());
        assertThat(entry.get("subject_name")).isNull();
        assertThat(entry.get("changes", String.class))
                .contains("\"field\": \"name\"")
                .doesNotContain(one.name());
    }

    private JsonNode verified() {
        var number = db.fetchSingle("select count(*) from seals.verification").get(0, int.class);
        at.body(at.post("admin", "/api/audit/seal/verifications", Map.of()), 202);
        await().atMost(LONG)
                .until(() -> db.fetchSingle("select count(*) from seals.verification")
                                .get(0, int.class)
                        > number);
        return at.body(at.get("admin", "/api/audit/seal"), 200).get("verified");
    }

    @Test
    void allThatIsStoredIsHandedOutInOneArchive() throws IOException {
        var one = somebody();
        followUp(one, "约" + one.name() + "周五见");
        assertThat(http.post()
                        .uri("/api/files/contacts/" + one.id())
                        .with(desk.world.as("li"))
                        .multipart()
                        .file(new MockMultipartFile(
                                "file", "名片.txt", "text/plain", "司徒的名片".getBytes(StandardCharsets.UTF_8)))
                        .exchange())
                .hasStatus(201);
        var result = at.get("ops", "/api/contacts/" + one.id() + "/personal-data");
        assertThat(result).hasStatusOk();
        var entries = new HashMap<String, String>();
        try (var zip = new ZipInputStream(
                new ByteArrayInputStream(result.getResponse().getContentAsByteArray()), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(entries.get("index.html")).contains(one.name(), one.mobile(), "爱喝茶", "周五见", "备注", "变更历史");
        var data = json.readTree(entries.get("data.json"));
        assertThat(data.at("/customers.contact/0/wechat").asString()).isEqualTo(one.wechat());
        assertThat(data.get("activities.activity")).hasSize(1);
        assertThat(data.get("history")).isNotEmpty();
        assertThat(entries.get("files/1 名片.txt")).isEqualTo("司徒的名片");
        assertThat(at.get("li", "/api/contacts/" + one.id() + "/personal-data")).hasStatus(403);
        assertThat(at.body(at.get("ops", "/api/history/contacts/" + one.id()), 200)
                        .toString())
                .contains("提供个人数据");
    }

    @Test
    void whoMayNotEraseDoesNotAndNobodyTwiceAtOnce() {
        var one = somebody();
        var asked = Map.of("words", List.of(), "reason", "来信", "uploads", false);
        assertThat(at.post("li", "/api/contacts/" + one.id() + "/erasure", asked))
                .hasStatus(403);
        assertThat(at.post("ops", "/api/contacts/" + UUID.randomUUID() + "/erasure", asked))
                .hasStatus(404);
        assertThat(at.post(
                        "ops", "/api/contacts/" + one.id() + "/erasure", Map.of("words", List.of(), "uploads", false)))
                .hasStatus(422);
        db.execute(
                "insert into privacy.erasure (record_id, reason, uploads, words, state, created_by)"
                        + " values (?, '先来的', false, '[]', 'RUNNING', ?)",
                one.id(),
                desk.world.id("ops"));
        assertThat(at.post("ops", "/api/contacts/" + one.id() + "/erasure", asked))
                .hasStatus(409);
    }

    @Test
    void whatWasInterruptedGoesOnWhereItStopped() {
        var one = somebody();
        var id = db.fetchSingle(
                        "insert into privacy.erasure (record_id, customer_id, reason, uploads, words, state, created_by,"
                                + " ended_at) values (?, ?, '断电', false, ?::jsonb, 'FAILED', ?, now()) returning id",
                        one.id(),
                        one.customer(),
                        "[{\"text\":\"" + one.name() + "\",\"kind\":\"NAME\"}]",
                        desk.world.id("ops"))
                .get(0, UUID.class);
        assertThat(at.delete("li", "/api/contacts/" + one.id())).hasStatus(204);
        assertThat(at.post("ops", "/api/erasures/" + id + "/resume", Map.of())).hasStatus(202);
        assertThat(ended(id.toString()).get("state").asString()).isEqualTo("DONE");
        assertThat(placesThatSay(one.name())).isEmpty();
        assertThat(at.post("ops", "/api/erasures/" + id + "/resume", Map.of())).hasStatus(409);
    }

    @Test
    void whoeverWasKeptLongEnoughIsDueUnlessHeldOrInADeal() {
        var old = somebody();
        var held = somebody();
        var busy = somebody();
        for (var one : List.of(old, held, busy)) {
            db.execute("update customers.contact set created_at = now() - interval '5 years' where id = ?", one.id());
        }
        at.created("li", Map.of("name", "还在谈", "customer", busy.customer().toString(), "lines", List.of()));
        assertThat(at.put(
                        "ops", "/api/contacts/" + held.id() + "/hold", Map.of("until", "2099-01-01", "reason", "诉讼未结")))
                .hasStatus(204);
        var rule = at.body(at.get("ops", "/api/retention"), 200);
        assertThat(rule.get("months").isNull()).isTrue();
        assertThat(due()).isEmpty();
        var changed = at.body(
                at.put(
                        "ops",
                        "/api/retention",
                        Map.of(
                                "months",
                                36,
                                "automatic",
                                false,
                                "version",
                                rule.get("version").asInt())),
                200);
        assertThat(changed.get("due").asInt()).isEqualTo(1);
        assertThat(due()).containsExactly(old.id().toString());
        assertThat(at.put(
                        "ops",
                        "/api/retention",
                        Map.of(
                                "automatic",
                                true,
                                "version",
                                changed.get("version").asInt())))
                .hasStatus(422);
        assertThat(at.put("ops", "/api/retention", Map.of("months", 1, "automatic", false, "version", 0)))
                .hasStatus(409);

        assertThat(at.body(at.post("ops", "/api/retention/erase-due", Map.of()), 202)
                        .get("number")
                        .asInt())
                .isEqualTo(1);
        var erasure = db.fetchSingle("select id from privacy.erasure where record_id = ?", old.id())
                .get(0, UUID.class);
        var over = ended(erasure.toString());
        assertThat(over.get("state").asString()).isEqualTo("DONE");
        assertThat(over.get("byRule").asBoolean()).isTrue();
        assertThat(placesThatSay(old.name())).isEmpty();
        assertThat(at.delete("ops", "/api/contacts/" + held.id() + "/hold")).hasStatus(204);
        assertThat(due()).containsExactly(held.id().toString());
        at.body(
                at.put(
                        "ops",
                        "/api/retention",
                        Map.of(
                                "automatic",
                                false,
                                "version",
                                changed.get("version").asInt())),
                200);
        assertThat(due()).isEmpty();
    }

    private List<String> due() {
        return at.body(at.get("ops", "/api/lists/due-contacts/rows"), 200)
                .get("rows")
                .valueStream()
                .map(row -> row.get("id").asString())
                .toList();
    }
}

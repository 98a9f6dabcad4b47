package zhanggui.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.TestApplication;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession.Outcome;
import zhanggui.opportunities.Desk;

class ActivityImportTest extends TestApplication {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 3);
    private static final Instant NOON = Instant.parse("2026-02-03T04:00:00Z");

    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    @Autowired
    ActivityImport importing;

    @Autowired
    Activities activities;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    private Desk.At at;
    private UUID customer;

    @BeforeAll
    void company() {
        at = desk.at(http);
        customer = desk.customer("导入跟进的客户", "li");
    }

    @Test
    void aFileIsTakenInOnce() {
        var one = desk.customer("只导一次", "li");
        var rows = IntStream.range(0, 30)
                .mapToObj(i -> row(
                        "once-" + i,
                        Map.of("text", "第 " + i, "customer", one.toString(), "happenedOn", DAY.minusDays(i))))
                .toList();
        assertThat(take("li", rows)).allMatch(o -> o instanceof Outcome.Created);
        assertThat(lastFollowed(one)).isEqualTo(NOON);
        assertThat(take("li", rows)).allMatch(o -> o instanceof Outcome.Skipped);
        assertThat(db.fetchCount(db.selectFrom("activities.activity where customer_id = '" + one + "'")))
                .isEqualTo(30);
    }

    @Test
    void whatIsHeardOfAgainIsChangedAndWhatTheFileDoesNotMentionStays() {
        var contact = desk.contact(customer, "王工");
        var made = at.body(
                at.post(
                        "li",
                        "/api/activities",
                        Map.of(
                                "kind",
                                "VISIT",
                                "text",
                                "拜访",
                                "nextStep",
                                "报价",
                                "customer",
                                customer,
                                "contact",
                                contact,
                                "happenedAt",
                                "2026-01-02T03:00:00Z",
                                "externalId",
                                "kept-1")),
                201);
        var id = UUID.fromString(made.get("id").asString());
        assertThat(take("zhou", List.of(row("kept-1", Map.of("text", "拜访")))))
                .allMatch(o -> o instanceof Outcome.Skipped);
        assertThat(take("zhou", List.of(row("kept-1", Map.of("text", "拜访并演示")))))
                .containsExactly(new Outcome.Updated(id));
        var now = activities.get(id, desk.world.viewer("li"));
        assertThat(now.text()).isEqualTo("拜访并演示");
        assertThat(now.kind()).isEqualTo(ActivityKind.VISIT);
        assertThat(now.nextStep()).isEqualTo("报价");
        assertThat(now.happenedAt()).isEqualTo(Instant.parse("2026-01-02T03:00:00Z"));
        assertThat(now.owner().name()).isEqualTo("李雷");
        assertThat(now.contact()).isNotNull();
        assertThat(now.version()).isEqualTo(2);
        var history = at.body(at.get("li", "/api/history/activities/" + id), 200);
        assertThat(history.at("/0/action").asString()).isEqualTo("changed");
        assertThat(history.at("/0/actor/name").asString()
                        + history.at("/0/actorName").asString())
                .contains("周组长");
    }

    @Test
    void anEarlierDayMovesWhenTheCustomerWasLastFollowedUp() {
        var one = desk.customer("改日期", "li");
        take("li", List.of(row("moved-1", Map.of("text", "x", "customer", one.toString(), "happenedOn", DAY))));
        take("li", List.of(row("moved-1", Map.of("text", "x", "happenedOn", DAY.minusDays(3)))));
        assertThat(lastFollowed(one)).isEqualTo(NOON.minusSeconds(3 * 86_400));
    }

    @Test
    void rowsAreRefusedByTheSameRulesAsTheScreens() {
        var theirs = desk.customer("赵南导入的客户", "zhao").toString();
        var deal = at.created("li", Map.of("name", "导入商机", "customer", customer))
                .get("id")
                .asString();
        var loose = at.created("li", Map.of("name", "没有客户")).get("id").asString();
        var hidden = at.created("zhao", Map.of("name", "看不见")).get("id").asString();
        var other = desk.customer("又一个客户", "li").toString();
        take("zhao", List.of(row("zhao-1", Map.of("text", "赵南的", "customer", theirs))));
        var outcomes = take(
                "li",
                List.of(
                        row("r-1", Map.of("text", "x", "customer", theirs)),
                        row("r-2", Map.of("text", "x", "opportunity", hidden)),
                        row("r-3", Map.of("text", "x", "opportunity", deal, "customer", other)),
                        row("r-4", Map.of("text", "x", "opportunity", loose, "customer", theirs)),
                        row("r-5", Map.of("text", "x")),
                        row("r-6", Map.of("text", "x".repeat(10_001), "customer", other)),
                        row("r-7", Map.of("text", "x", "nextStep", "y".repeat(1001), "customer", other)),
                        row("r-8", Map.of("text", "x", "customer", other, "happenedOn", LocalDate.of(2999, 1, 1))),
                        row(
                                "r-9",
                                Map.of(
                                        "text",
                                        "x",
                                        "customer",
                                        other,
                                        "owner",
                                        desk.world.id("wang").toString())),
                        row("zhao-1", Map.of("text", "李雷改的")),
                        row("r-10", Map.of("text", "x", "customer", other)),
                        row("r-10", Map.of("text", "y", "customer", other)),
                        row("r-11", Map.of("text", "x", "opportunity", loose, "customer", other))));
        assertThat(outcomes.stream()
                        .map(o -> o instanceof Outcome.Refused(var problems)
                                ? problems.getFirst().field() + " "
                                        + problems.getFirst().code()
                                : "created"))
                .containsExactly(
                        "customer unreachable",
                        "opportunity unreachable",
                        "customer not-its-customer",
                        "customer unreachable",
                        "customer required",
                        "text size",
                        "nextStep size",
                        "happenedOn past-or-present",
                        "owner unreachable",
                        "externalId unreachable",
                        "created",
                        "externalId repeated",
                        "created");
        assertThat(db.fetchSingle("select text from activities.activity where external_id = 'zhao-1'")
                        .get(0))
                .isEqualTo("赵南的");
        assertThat(db.fetchSingle("select customer_id from activities.activity where external_id = 'r-11'")
                        .get(0))
                .isEqualTo(UUID.fromString(other));
    }

    @Test
    void aContactIsTheOneOfThatNameOrNumberAtTheCustomer() {
        var one = desk.customer("有联系人的客户", "li");
        var other = desk.customer("也有联系人的客户", "li");
        var wang = desk.contact(one, "王工程师");
        desk.contact(other, "王工程师");
        var twins = List.of(desk.contact(one, "双胞胎"), desk.contact(one, "双胞胎"));
        db.execute("update customers.contact set mobile = '+8613800138123' where id = ?", twins.getLast());
        desk.contact(desk.customer("赵南的客户们", "zhao"), "只有赵南认识");
        var outcomes = take(
                "li",
                List.of(
                        row("c-1", Map.of("text", "x", "customer", one.toString(), "contact", "王工程师")),
                        row("c-2", Map.of("text", "x", "contact", "138 0013 8123")),
                        row("c-3", Map.of("text", "x", "customer", one.toString(), "contact", "双胞胎")),
                        row("c-4", Map.of("text", "x", "contact", "王工程师")),
                        row("c-5", Map.of("text", "x", "customer", other.toString(), "contact", "双胞胎")),
                        row("c-6", Map.of("text", "x", "contact", "只有赵南认识")),
                        row("c-7", Map.of("text", "x", "contact", "谁也不认识"))));
        assertThat(outcomes.stream().map(ActivityImportTest::word))
                .containsExactly(
                        "created",
                        "created",
                        "contact several-contacts",
                        "contact several-contacts",
                        "contact not-its-contact",
                        "contact unknown",
                        "contact unknown");
        assertThat(about("c-1")).containsExactly(one, wang);
        assertThat(about("c-2")).containsExactly(one, twins.getLast());
        assertThat(db.fetchSingle("select last_followed_at from customers.contact where id = ?", wang)
                        .get(0))
                .isNotNull();
    }

    @Test
    void whatIsStoredAlreadyIsNotTakenInAgainAndTheFileItselfMayRepeat() {
        var one = desk.customer("同一份文件两次", "li").toString();
        var rows = List.of(
                nameless(Map.of("text", "无人接听", "customer", one, "happenedOn", DAY)),
                nameless(Map.of("text", "无人接听", "customer", one, "happenedOn", DAY)));
        assertThat(take("li", rows)).allMatch(o -> o instanceof Outcome.Created);
        assertThat(take("li", rows).stream().map(ActivityImportTest::word))
                .containsExactly("skipped there-already", "skipped there-already");
        assertThat(take("li", List.of(nameless(Map.of("text", "无人接听", "customer", one)))))
                .allMatch(o -> o instanceof Outcome.Created);
    }

    private List<UUID> about(String externalId) {
        return db.fetchSingle(
                        "select customer_id, contact_id from activities.activity where external_id = ?", externalId)
                .map(r -> List.of(r.get(0, UUID.class), r.get(1, UUID.class)));
    }

    private static ImportRow nameless(Map<String, Object> cells) {
        return new ImportRow(2, cells);
    }

    static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Created created -> "created";
            case Outcome.Updated updated -> "updated";
            case Outcome.Skipped(var why) -> "skipped " + why.code();
            case Outcome.Refused(var problems) ->
                problems.getFirst().field() + " " + problems.getFirst().code();
        };
    }

    private List<Outcome> take(String who, List<ImportRow> rows) {
        return transaction.execute(
                status -> importing.open(desk.world.viewer(who)).take(rows));
    }

    private static ImportRow row(String externalId, Map<String, Object> cells) {
        var all = new HashMap<>(cells);
        all.put("externalId", externalId);
        return new ImportRow(2, all);
    }

    private Instant lastFollowed(UUID id) {
        return db.fetchSingle("select last_followed_at from customers.customer where id = ?", id)
                .get(0, Instant.class);
    }
}

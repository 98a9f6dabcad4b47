package zhanggui.opportunities;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.TestApplication;
import zhanggui.access.Viewer;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession.Outcome;

/** On a database of its own, since it retires a stage. */
@TestPropertySource(properties = "test.database=opportunity-import-rules")
class OpportunityImportRulesTest extends TestApplication {
    private static final LocalDate JAN = LocalDate.of(2025, 1, 5);

    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    @Autowired
    OpportunityImport importing;

    @Autowired
    Pipelines pipelines;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    private Viewer ops;

    @BeforeAll
    void company() {
        desk.at(http);
        ops = desk.world.viewer("ops");
    }

    @Test
    void anOpenStageAsksFilesForWhatItAsksPeopleFor() {
        assertThat(take("req-1", Map.of("name", "x", "stage", stage("Proposal"))))
                .isEqualTo("amount required-by-stage, expectedClose required-by-stage");
        assertThat(take(
                        "req-2",
                        Map.of(
                                "name",
                                "x",
                                "stage",
                                stage("Proposal"),
                                "amount",
                                BigDecimal.TEN,
                                "expectedClose",
                                LocalDate.of(2030, 1, 1))))
                .isEqualTo("created");
        assertThat(take(
                        "req-3",
                        Map.of("name", "x", "stage", stage("Proposal"), "stageHistory", "Proposal@2025-01-05")))
                .isEqualTo("created");
        assertThat(take("req-4", Map.of("name", "x", "stage", stage("Won"), "closedOn", JAN)))
                .isEqualTo("created");
        assertThat(take("req-5", Map.of("name", "x"))).isEqualTo("created");
        assertThat(take("req-5", Map.of("stage", stage("Proposal")))).contains("required-by-stage");
    }

    @Test
    void filesKeepWithinTheLimitsOfTheScreen() {
        var product = desk.product("限量", 10).toString();
        assertThat(take("l-1", Map.of("name", "x".repeat(201)))).isEqualTo("name size");
        assertThat(take("l-2", Map.of("name", "x", "competitor", "y".repeat(201))))
                .isEqualTo("competitor size");
        assertThat(take("l-3", Map.of("name", "x", "nextStep", "y".repeat(501))))
                .isEqualTo("nextStep size");
        assertThat(take("l-4", Map.of("name", "x", "description", "y".repeat(4001))))
                .isEqualTo("description size");
        assertThat(take("l-5", Map.of("name", "x", "amount", new BigDecimal("1.234"))))
                .isEqualTo("amount digits");
        assertThat(take("l-6", Map.of("name", "x", "amount", new BigDecimal("1e20"))))
                .isEqualTo("amount digits");
        assertThat(take("l-7", Map.of("name", "x", "product", product, "discount", new BigDecimal("101"))))
                .isEqualTo("discount decimal-max");
        assertThat(take("l-8", Map.of("name", "x", "product", product, "quantity", BigDecimal.ZERO)))
                .isEqualTo("quantity positive");
        assertThat(take("l".repeat(101), Map.of("name", "x"))).isEqualTo("externalId size");
    }

    @Test
    void currencyAndDiscountComeWithTheRow() {
        var product = desk.product("打折的", 200).toString();
        db.execute(
                "insert into products.price (product_id, currency, amount, valid) values (?::uuid, 'USD', 30, '[2000-01-01,)')",
                product);
        db.execute(
                "insert into rates.rate (currency, valid_from, rate, created_by) values ('USD', '2020-01-01', 7, ?)",
                desk.world.id("ops"));
        assertThat(take(
                        "cur-1",
                        Map.of("name", "美元", "product", product, "currency", "usd", "discount", BigDecimal.TEN)))
                .isEqualTo("created");
        assertThat(db.fetchSingle("select currency || ' ' || amount from opportunities.opportunity where name = '美元'")
                        .get(0))
                .isEqualTo("USD 27.00");
        assertThat(take("cur-2", Map.of("name", "x", "currency", "US$"))).isEqualTo("currency unknown");
        assertThat(take("cur-1", Map.of("product", product))).isEqualTo("unchanged");
    }

    @Test
    void daysThatTheFileKnowsBetterMoveTheHistory() {
        var rows = Map.<String, Object>of(
                "name", "改日子", "stage", stage("Won"), "engagedOn", JAN, "closedOn", JAN.plusDays(40));
        assertThat(take("d-1", rows)).isEqualTo("created");
        assertThat(take("d-1", with(rows, "closedOn", JAN.plusDays(50)))).isEqualTo("updated");
        assertThat(spans("d-1")).containsExactly(start(JAN), start(JAN.plusDays(50)));
        assertThat(take("d-1", Map.of("engagedOn", JAN.plusDays(2)))).isEqualTo("updated");
        assertThat(spans("d-1")).containsExactly(start(JAN.plusDays(2)), start(JAN.plusDays(50)));
        assertThat(take("d-1", Map.of("createdOn", JAN.minusDays(9)))).isEqualTo("updated");
        assertThat(spans("d-1"))
                .containsExactly(start(JAN.minusDays(9)), start(JAN.plusDays(2)), start(JAN.plusDays(50)));
        assertThat(db.fetchSingle("select created_at from opportunities.opportunity where external_id = 'd-1'")
                        .get(0, Instant.class))
                .isEqualTo(start(JAN.minusDays(9)));
        assertThat(take("d-1", Map.of("createdOn", JAN.minusDays(9)))).isEqualTo("unchanged");
        assertThat(db.fetchSingle("select count(*)::int from audit.entry e join opportunities.opportunity o"
                                + " on o.id = e.subject_id where o.external_id = 'd-1'")
                        .get(0))
                .isEqualTo(4);
    }

    @Test
    void aHistoryThatCannotBeIsRefused() {
        var today = desk.world.today();
        assertThat(history("Prospecting@" + today.plusDays(1))).isEqualTo("stageHistory stage-to-come");
        assertThat(history("Prospecting@2025-02-01; Engaging@2025-01-01")).isEqualTo("stageHistory stage-out-of-order");
        assertThat(history("Nowhere@2025-02-01")).isEqualTo("stageHistory value-unreadable");
        db.execute("update opportunities.stage set retired = true where name_en = 'Negotiation'");
        assertThat(history("Negotiation@2025-02-01")).isEqualTo("stageHistory stage-retired");
        db.execute("update opportunities.stage set retired = false where name_en = 'Negotiation'");
        assertThat(take(
                        "h-won",
                        Map.of(
                                "name",
                                "x",
                                "stage",
                                stage("Won"),
                                "closedOn",
                                JAN,
                                "stageHistory",
                                "Engaging@" + JAN.plusDays(1))))
                .isEqualTo("stageHistory stage-out-of-order");
        assertThat(history("Prospecting@2025-01-01；Engaging@2025-02-01")).isEqualTo("created");
    }

    @Test
    void anotherCustomerLeavesTheContactsBehind() {
        var old = desk.customer("导入旧客户", "ops");
        var contact = desk.contact(old, "导入旧联系人");
        take("c-1", Map.of("name", "换", "customer", old.toString()));
        db.execute(
                "insert into opportunities.contact_role select id, ?, 'USES' from opportunities.opportunity where external_id = 'c-1'",
                contact);
        var other = desk.customer("导入新客户", "ops").toString();
        assertThat(take("c-1", Map.of("customer", other))).isEqualTo("updated");
        assertThat(db.fetchCount(db.selectFrom("opportunities.contact_role where contact_id = '" + contact + "'")))
                .isZero();
    }

    @Test
    void whatIsNoLongerSoldComesInOnlyWithWhatIsPast() {
        var product = desk.product("导入停产", 10);
        db.execute("update products.product set status = 'RETIRED' where id = ?", product);
        var row = Map.<String, Object>of("name", "x", "product", product.toString());
        assertThat(take("p-1", row)).isEqualTo("product product-retired");
        assertThat(take("p-2", with(with(row, "stage", stage("Won")), "closedOn", JAN)))
                .isEqualTo("created");
    }

    private String history(String told) {
        return take("h-" + UUID.randomUUID(), Map.of("name", "x", "stage", stage("Engaging"), "stageHistory", told));
    }

    private String take(String externalId, Map<String, Object> cells) {
        var row = new ImportRow(2, with(cells, "externalId", externalId));
        var outcome = transaction.execute(
                status -> importing.open(ops).take(List.of(row)).getFirst());
        return switch (outcome) {
            case Outcome.Created created -> "created";
            case Outcome.Updated updated -> "updated";
            case Outcome.Skipped skipped -> skipped.why().code();
            case Outcome.Refused(var problems) ->
                String.join(
                        ", ",
                        problems.stream().map(p -> p.field() + " " + p.code()).toList());
        };
    }

    private static Map<String, Object> with(Map<String, Object> cells, String key, Object value) {
        var all = new HashMap<>(cells);
        all.put(key, value);
        return all;
    }

    private String stage(String name) {
        return new StageVocabulary(pipelines).find(List.of(name), ops).get(name);
    }

    private List<Instant> spans(String externalId) {
        return db.fetch(
                        "select lower(s.during) from opportunities.stage_span s join opportunities.opportunity o"
                                + " on o.id = s.opportunity_id where o.external_id = ? order by 1",
                        externalId)
                .map(r -> r.get(0, Instant.class));
    }

    private Instant start(LocalDate day) {
        return ops.calendar().start(day);
    }
}

package zhanggui.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.people.People;

/**
 * Figures and the lists behind them, in a company that changed: li moved from 华东一组 to 华南 on 1 July 2025, wu left on 1
 * June 2025, 华东二组 with qian moved below 华南 on 1 September 2025. On a database of its own, since it counts.
 */
@TestPropertySource(properties = "test.database=reports")
class ReportsTest extends TestApplication {
    @Autowired
    World world;

    @Autowired
    MockMvcTester http;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    private final Map<String, UUID> ids = new HashMap<>();
    private List<UUID> pipelines = List.of();
    private final List<UUID> products = new ArrayList<>();

    @BeforeAll
    void company() {
        world.exists();
        for (var name : List.of("chen", "admin", "sun", "zhou", "li", "wang", "wu", "zhao"))
            ids.put(name, world.id(name));
        transaction.executeWithoutResult(status -> {
            ids.put("qian", people.add(People.NewPerson.named("钱多", null)));
            seat("qian", "east2", "2020-01-01");
            db.execute(
                    "update people.occupation set valid = '[2020-01-01,2025-07-01)' where person_id = ?",
                    ids.get("li"));
            seat("li", "south", "2025-07-01");
            db.execute(
                    "update people.occupation set valid = '[2020-01-01,2025-06-01)' where person_id = ?",
                    ids.get("wu"));
            db.execute(
                    "update people.unit_state set valid = '[2020-01-01,2025-09-01)' where unit_id = ?",
                    world.id("east2"));
            db.execute(
                    "insert into people.unit_state (unit_id, parent_id, name, valid) values (?, ?, '华东二组', '[2025-09-01,)')",
                    world.id("east2"),
                    world.id("south"));
        });
        pipelines = db.fetch("select id from opportunities.pipeline order by position")
                .getValues(0, UUID.class);
        for (var name : List.of("甲", "乙", "丙")) {
            products.add(db.fetchSingle("insert into products.product (name) values (?) returning id", name)
                    .get(0, UUID.class));
        }
        transaction.executeWithoutResult(status -> manyDeals());
        transaction.executeWithoutResult(status -> dealsOfTheSecondPipeline());
        var stages = openStages(pipelines.getFirst());
        db.execute(
                "update opportunities.stage set retired = true, position = 99 where id = ?",
                stages.get(stages.size() - 2));
    }

    @ParameterizedTest
    @CsvSource({
        "li, '', ''",
        "li, '', from=2025-01-01&to=2026-01-01",
        "sun, '', from=2025-03-10&to=2025-08-15",
        "sun, east1, from=2025-01-01&to=2026-01-01",
        "zhou, east1, from=2024-02-29&to=2025-09-01",
        "chen, '', ''",
        "chen, east, from=2025-03-10&to=2025-09-15",
        "chen, south, from=2025-01-01&to=2026-01-01",
        "chen, east2, from=2024-07-01",
        "admin, '', from=2025-01-01&to=2026-01-01",
        "admin, company, to=2025-06-15",
    })
    void everyFigureIsItsListAndPartsMakeUpTheWhole(String who, String unit, String period) {
        var query = "?" + period + (unit.isEmpty() ? "" : "&unit=" + world.id(unit));
        var asking = as(who);
        var report = asking.report(query);
        assertThat(report.at("/winRate/n").asLong()).isPositive();
        asking.everyFigureIsItsList(report);
    }

    @Test
    void aDealCountsWhereItsOwnerWorkedOnTheDayOfClosing() {
        assertThat(parts(second("chen", ""), "units")).isEqualTo(Map.of("华东", "1621", "华南", "12"));
        assertThat(parts(second("chen", "&unit=" + world.id("east")), "units"))
                .isEqualTo(Map.of("华东一组", "1600", "华东二组", "21"));
        assertThat(parts(second("chen", "&unit=" + world.id("south")), "units"))
                .isEqualTo(Map.of("华南（直属）", "10", "华东二组", "2"));
        assertThat(parts(second("sun", ""), "units")).isEqualTo(Map.of("华东一组", "500"));
    }

    @Test
    void dealsInOtherCurrenciesAreCountedButNotSummed() {
        var report = second("chen", "");
        assertThat(report.at("/won/count").asInt()).isEqualTo(8);
        assertThat(report.at("/won/otherCurrencies").asInt()).isEqualTo(1);
        assertThat(report.at("/winRate/n").asInt()).isEqualTo(9);
        assertThat(Asking.number(report.at("/won/amount"))).isEqualByComparingTo("1633");
        assertThat(Asking.number(report.at("/averageWon"))).isEqualByComparingTo("233.29");
        assertThat(report.get("otherCurrencies").asInt()).isEqualTo(1);
        assertThat(as("chen").open(report.get("otherCurrenciesDrill"), "CNY").amount())
                .isEqualByComparingTo("0");
    }

    @Test
    void aDealIsSharedAmongItsProductsToTheCent() {
        assertThat(parts(second("chen", "&from=2025-02-01&to=2025-02-02"), "products"))
                .isEqualTo(Map.of("甲", "166.67", "乙", "166.66", "丙", "166.67"));
    }

    @Test
    void retiredStagesAreNoStepsOfTheFunnel() {
        var stages = openStages(pipelines.getFirst());
        var funnel = as("chen").report("?pipeline=" + pipelines.getFirst()).get("funnel");
        assertThat(funnel).hasSize(stages.size() - 1);
        long before = Long.MAX_VALUE;
        for (var step : funnel) {
            assertThat(step.get("reached").asLong()).isLessThanOrEqualTo(before);
            before = step.get("reached").asLong();
        }
    }

    @Test
    void theSameDaysOfTheYearBeforeStandBesideAMonth() {
        var whole =
                second("chen", "&from=2026-02-01&to=2026-03-01").get("months").get(0);
        assertThat(Asking.number(whole.get("amount"))).isZero();
        assertThat(Asking.number(whole.get("lastYear"))).isEqualByComparingTo("500");
        var half =
                second("chen", "&from=2026-02-02&to=2026-03-01").get("months").get(0);
        assertThat(Asking.number(half.get("lastYear"))).isZero();
    }

    @Test
    void ofManyMonthsTheLastAreShownAndTheEarlierOnesSummed() {
        var report = second("chen", "");
        assertThat(report.get("months")).hasSize(24);
        assertThat(report.at("/months/23/month").asString()).isEqualTo("2025-09");
        assertThat(Asking.number(report.at("/earlier/amount"))).isEqualByComparingTo("1000");
    }

    @Test
    void onlyWhatIsAskedForIsAnswered() {
        var report = as("chen").report("?parts=FIGURES");
        assertThat(report.at("/won/count").asLong()).isPositive();
        for (var part : List.of("funnel", "months", "units", "people", "products")) {
            assertThat(report.get(part)).as(part).isEmpty();
        }
        var people = as("chen").report("?parts=PEOPLE,FUNNEL");
        assertThat(people.get("people")).isNotEmpty();
        assertThat(people.get("funnel")).isNotEmpty();
        assertThat(people.get("months")).isEmpty();
    }

    @Test
    void impossiblePeriodsAreRefused() {
        for (var query : List.of("from=2025-02-01&to=2025-02-01", "from=1000-01-01", "to=%2B99999-01-01")) {
            assertThat(http.get()
                            .uri(java.net.URI.create("/api/reports/sales?" + query))
                            .with(world.as("chen"))
                            .exchange())
                    .as(query)
                    .hasStatus(422);
        }
    }

    private Asking as(String who) {
        return new Asking(http, world.id(who));
    }

    private JsonNode second(String who, String more) {
        return as(who).report("?pipeline=" + pipelines.get(1) + more);
    }

    /** What was won by each part, in round figures where it is round. */
    private static Map<String, String> parts(JsonNode report, String kind) {
        var parts = new HashMap<String, String>();
        report.get(kind)
                .forEach(p -> parts.put(
                        p.get("name").asString(),
                        Asking.number(p.get("amount")).stripTrailingZeros().toPlainString()));
        return parts;
    }

    private void dealsOfTheSecondPipeline() {
        var p = pipelines.get(1);
        deal(p, "li", "WON", "100", "CNY", "2025-06-30", 1);
        deal(p, "li", "WON", "10", "CNY", "2025-07-01", 1);
        deal(p, "li", "WON", "1000", "CNY", "2018-05-05", 1);
        deal(p, "wu", "WON", "1", "CNY", "2025-08-01", 1);
        deal(p, "qian", "WON", "20", "CNY", "2025-08-31", 1);
        deal(p, "qian", "WON", "2", "CNY", "2025-09-01", 1);
        deal(p, "wang", "WON", "500", "CNY", "2025-02-01", 3);
        deal(p, "wang", "WON", "70", "USD", "2025-03-03", 1);
        deal(p, "wang", "LOST", "5", "CNY", "2025-03-04", 1);
    }

    private void manyDeals() {
        var random = new Random(7);
        var owners = Arrays.asList("chen", "sun", "zhou", "li", "li", "wang", "wu", "qian", "zhao", null);
        for (int i = 0; i < 400; i++) {
            var closed = LocalDate.of(2023, 6, 1).plusDays(random.nextInt(940));
            if (i % 50 == 0) closed = closed.minusYears(6);
            var id = deal(
                    pipelines.getFirst(),
                    owners.get(random.nextInt(owners.size())),
                    List.of("OPEN", "WON", "WON", "LOST").get(random.nextInt(4)),
                    i % 17 == 0
                            ? null
                            : BigDecimal.valueOf(random.nextInt(100_000_00), 2).toPlainString(),
                    i % 7 == 0 ? "USD" : "CNY",
                    closed.toString(),
                    random.nextInt(4));
            if (i % 6 == 0) {
                db.execute(
                        "insert into opportunities.collaborator (opportunity_id, person_id) values (?, ?)",
                        id,
                        ids.get("li"));
            }
        }
    }

    private UUID deal(
            UUID pipeline,
            @Nullable String owner,
            String outcome,
            @Nullable String amount,
            String currency,
            String day,
            int lines) {
        var stages = openStages(pipeline);
        var random = new Random((day + amount).hashCode());
        var passed = new ArrayList<>(stages.subList(0, 1 + random.nextInt(stages.size())));
        if (!outcome.equals("OPEN")) {
            passed.add(db.fetchSingle(
                            "select id from opportunities.stage where pipeline_id = ? and outcome = ? limit 1",
                            pipeline,
                            outcome)
                    .get(0, UUID.class));
        }
        var closed = LocalDate.parse(day);
        var engaged = closed.minusDays(random.nextInt(90));
        var id = db.fetchSingle(
                        """
                        insert into opportunities.opportunity (name, pipeline_id, stage_id, outcome, stage_since, amount, currency,
                          engaged_on, closed_on, loss_reason, owner_id, created_by, created_at)
                        values ('商机', ?, ?, ?, now(), ?::numeric, ?, ?, ?, ?, ?, ?, ?::date) returning id""",
                        pipeline,
                        passed.getLast(),
                        outcome,
                        amount,
                        currency,
                        engaged,
                        outcome.equals("OPEN") ? null : closed,
                        outcome.equals("LOST") ? "price" : null,
                        owner == null ? null : ids.get(owner),
                        ids.get("admin"),
                        engaged)
                .get(0, UUID.class);
        for (int i = 0; i < passed.size(); i++) {
            db.execute(
                    "insert into opportunities.stage_span (opportunity_id, stage_id, during) values (?, ?, tstzrange(?::date + ? * interval '1 hour', ?::date + ? * interval '1 hour'))",
                    id,
                    passed.get(i),
                    engaged,
                    i,
                    i + 1 < passed.size() ? engaged : null,
                    i + 1);
        }
        for (int i = 0; i < lines; i++) {
            db.execute(
                    "insert into opportunities.line (opportunity_id, position, product_id, quantity, price, amount) values (?, ?, ?, 1, ?, ?)",
                    id,
                    i + 1,
                    products.get(i),
                    lines == 2 ? 0 : 10,
                    lines == 2 ? 0 : 10);
        }
        return id;
    }

    private List<UUID> openStages(UUID pipeline) {
        return db.fetch(
                        "select id from opportunities.stage where pipeline_id = ? and outcome = 'OPEN' order by retired, position",
                        pipeline)
                .getValues(0, UUID.class);
    }

    private void seat(String person, String unit, String from) {
        var seat = UUID.randomUUID();
        db.execute("insert into people.seat (id) values (?)", seat);
        db.execute(
                "insert into people.seat_state (seat_id, unit_id, title, valid) values (?, ?, '岗位', '[2020-01-01,)')",
                seat,
                world.id(unit));
        db.execute(
                "insert into people.occupation (seat_id, person_id, valid) values (?, ?, daterange(?::date, null))",
                seat,
                ids.get(person),
                from);
    }
}

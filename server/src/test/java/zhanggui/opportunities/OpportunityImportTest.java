package zhanggui.opportunities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.TestApplication;
import zhanggui.access.Viewer;
import zhanggui.imports.ImportField;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession.Outcome;
import zhanggui.people.People;
import zhanggui.products.ProductVocabulary;

/** On a database of its own, since it counts. */
@TestPropertySource(properties = "test.database=opportunity-import")
class OpportunityImportTest extends TestApplication {
    private static final Map<String, String> FIELDS = Map.of(
            "opportunity_id", "externalId",
            "sales_agent", "owner",
            "product", "product",
            "account", "customer",
            "deal_stage", "stage",
            "engage_date", "engagedOn",
            "close_date", "closedOn",
            "close_value", "amount");

    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    @Autowired
    OpportunityImport importing;

    @Autowired
    ProductVocabulary products;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    Viewer ops;

    @BeforeAll
    void company() {
        desk.at(http);
        ops = desk.world.viewer("ops");
    }

    @Test
    void aRealPipelineComesInAsItIsAndOnlyOnce() throws IOException {
        var data = realFiles();
        assumeTrue(data.isPresent(), "shared/data/crm-sales-opportunities is not on this machine");
        prepare(data.get());
        var rows = rows(data.get().resolve("sales_pipeline.csv"));

        var outcomes = take(rows, ops);
        assertThat(outcomes).hasSize(8800).allMatch(o -> o instanceof Outcome.Created);

        var real =
                "from opportunities.opportunity o where o.created_by = '" + ops.id() + "' and length(external_id) = 8";
        assertThat(one("select count(*) " + real)).isEqualByComparingTo("8800");
        assertThat(one("select count(*) " + real + " and outcome = 'WON'")).isEqualByComparingTo("4238");
        assertThat(one("select count(*) " + real + " and outcome = 'LOST'")).isEqualByComparingTo("2473");
        assertThat(inStage(real, "Engaging")).isEqualByComparingTo("1589");
        assertThat(inStage(real, "Prospecting")).isEqualByComparingTo("500");
        assertThat(one("select sum(amount) " + real + " and outcome = 'WON'")).isEqualByComparingTo("10005534");
        assertThat(one("select round(avg(closed_on - engaged_on), 2) " + real + " and outcome = 'WON'"))
                .isEqualByComparingTo("51.78");
        assertThat(one("select count(*) " + real + " and customer_id is null")).isEqualByComparingTo("1425");
        assertThat(one("select count(*) " + real + " and loss_reason = 'no-reason-given'"))
                .isEqualByComparingTo("2473");
        assertThat(one("select count(*) from opportunities.line where opportunity_id in (select id " + real + ")"))
                .isEqualByComparingTo("8800");
        assertThat(one("select count(*) from audit.entry where subject_id in (select id " + real + ")"))
                .isEqualByComparingTo("8800");
        assertThat(db.fetchSingle(
                                "select name, (created_at at time zone 'Asia/Shanghai')::text from opportunities.opportunity"
                                        + " where external_id = '1C1I7A6R'")
                        .intoList())
                .hasToString("[Cancity – GTX Plus Basic, 2016-10-20 00:00:00]");

        assertThat(take(rows, ops)).allMatch(o -> o instanceof Outcome.Skipped);
    }

    @Test
    void whatIsHeardOfAgainIsBroughtUpToDate() {
        var engaging = row(Map.of(
                "externalId", "up-1", "name", "更新", "stage", stage("engaging"), "engagedOn", LocalDate.of(2025, 1, 5)));
        assertThat(take(List.of(engaging), ops).getFirst()).isInstanceOf(Outcome.Created.class);
        var won = row(Map.of(
                "externalId",
                "up-1",
                "stage",
                stage("won"),
                "closedOn",
                LocalDate.of(2025, 2, 5),
                "amount",
                new BigDecimal("12")));
        var updated = take(List.of(won), ops).getFirst();
        assertThat(updated).isInstanceOf(Outcome.Updated.class);
        var id = ((Outcome.Updated) updated).id();
        assertThat(one("select count(*) from opportunities.stage_span where opportunity_id = '" + id + "'"))
                .isEqualByComparingTo("2");
        assertThat(one("select closed_on - engaged_on from opportunities.opportunity where id = '" + id + "'"))
                .isEqualByComparingTo("31");
        assertThat(take(List.of(won), ops).getFirst()).isInstanceOf(Outcome.Skipped.class);
        assertThat(take(List.of(won), desk.world.viewer("li")).getFirst()).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void rowsAreRefusedByTheSameRulesAsTheScreens() {
        var theirs = desk.customer("别人的客户", "zhao").toString();
        var zhou = desk.world.viewer("zhou");
        var wang = desk.world.id("wang").toString();
        var zhao = desk.world.id("zhao").toString();
        var outcomes = take(
                List.of(
                        row(Map.of("name", "好", "owner", wang)),
                        row(Map.of("name", "远", "owner", zhao)),
                        row(Map.of("name", "看不见", "customer", theirs)),
                        row(Map.of("name", "未来", "engagedOn", LocalDate.of(2999, 1, 1))),
                        row(Map.of("name", "没日期", "stage", stage("won"))),
                        row(Map.of(
                                "name",
                                "反了",
                                "stage",
                                stage("lost"),
                                "engagedOn",
                                LocalDate.of(2025, 3, 1),
                                "closedOn",
                                LocalDate.of(2025, 2, 1))),
                        row(Map.of("amount", BigDecimal.ONE)),
                        row(Map.of("externalId", "d-1", "name", "一")),
                        row(Map.of("externalId", "d-1", "name", "二"))),
                zhou);
        assertThat(outcomes.stream()
                        .map(o -> o instanceof Outcome.Refused(var problems)
                                ? problems.getFirst().field() + " "
                                        + problems.getFirst().code()
                                : "created"))
                .containsExactly(
                        "created",
                        "owner owner-out-of-reach",
                        "customer unknown",
                        "engagedOn past-or-present",
                        "closedOn required",
                        "closedOn closes-before-engaged",
                        "name required",
                        "created",
                        "externalId twice");
    }

    @Test
    void anEmptyAmountIsTheListPriceOfThatDayAndAGivenOneIsKept() {
        var product = desk.product("导入价", 300).toString();
        db.execute("update products.price set valid = '[2000-01-01,2025-01-01)' where product_id = ?::uuid", product);
        db.execute(
                "insert into products.price (product_id, currency, amount, valid) values (?::uuid, 'CNY', 400, '[2025-01-01,)')",
                product);
        take(
                List.of(
                        row(Map.of(
                                "name",
                                "旧价",
                                "product",
                                product,
                                "stage",
                                stage("engaging"),
                                "engagedOn",
                                LocalDate.of(2024, 6, 1))),
                        row(Map.of("name", "新价", "product", product, "quantity", new BigDecimal("2"))),
                        row(Map.of("name", "零", "product", product, "amount", BigDecimal.ZERO))),
                ops);
        assertThat(one("select amount from opportunities.opportunity where name = '旧价'"))
                .isEqualByComparingTo("300");
        assertThat(one("select amount from opportunities.opportunity where name = '新价'"))
                .isEqualByComparingTo("800");
        assertThat(one("select amount from opportunities.opportunity where name = '零'"))
                .isEqualByComparingTo("0");
    }

    /** People, customers and products of the files, entered beforehand; the other spelling of one is an alias. */
    private void prepare(Path folder) throws IOException {
        for (var record : read(folder.resolve("sales_teams.csv"))) {
            people.add(People.NewPerson.named(record.getField("sales_agent"), null));
        }
        for (var record : read(folder.resolve("accounts.csv"))) desk.customer(record.getField("account"), "ops");
        for (var record : read(folder.resolve("products.csv"))) {
            desk.product(record.getField("product"), Integer.parseInt(record.getField("sales_price")));
        }
        var pro = products.find(List.of("GTX Pro"), ops).get("GTX Pro");
        transaction.executeWithoutResult(status -> products.decided("GTXPro", pro, ops));
    }

    /** As the import mechanism reads cells: texts are looked up in the vocabularies of their fields. */
    private List<ImportRow> rows(Path file) throws IOException {
        var records = read(file);
        var fields = new HashMap<String, ImportField>();
        importing.fields().forEach(f -> fields.put(f.key(), f));
        var values = new HashMap<String, Map<String, String>>();
        FIELDS.forEach((heading, key) -> {
            var vocabulary = fields.get(key).vocabulary();
            if (vocabulary == null) return;
            Set<String> texts = new HashSet<>();
            records.forEach(r -> texts.add(r.getField(heading)));
            texts.remove("");
            var found = vocabulary.find(texts, ops);
            assertThat(found.keySet()).as(heading).isEqualTo(texts);
            values.put(key, found);
        });
        var rows = new ArrayList<ImportRow>();
        for (var record : records) {
            var cells = new HashMap<String, Object>();
            FIELDS.forEach((heading, key) -> {
                var text = record.getField(heading);
                if (text.isEmpty()) return;
                cells.put(
                        key,
                        switch (fields.get(key).type()) {
                            case NUMBER -> new BigDecimal(text);
                            case DATE -> LocalDate.parse(text);
                            case VALUE -> values.get(key).get(text);
                            case TEXT, FLAG, TAGS -> text;
                        });
            });
            rows.add(new ImportRow(rows.size() + 2, cells));
        }
        return rows;
    }

    private List<Outcome> take(List<ImportRow> rows, Viewer viewer) {
        return transaction.execute(status -> {
            var session = importing.open(viewer);
            session.before(rows);
            var outcomes = new ArrayList<Outcome>();
            for (int i = 0; i < rows.size(); i += 500) {
                outcomes.addAll(session.take(rows.subList(i, Math.min(rows.size(), i + 500))));
            }
            session.after();
            return outcomes;
        });
    }

    private String stage(String name) {
        return new StageVocabulary(pipelines).find(List.of(name), ops).get(name);
    }

    @Autowired
    Pipelines pipelines;

    private static ImportRow row(Map<String, Object> cells) {
        return new ImportRow(2, cells);
    }

    private BigDecimal inStage(String real, String stage) {
        return one("select count(*) " + real + " and stage_id in (select id from opportunities.stage where name_en = '"
                + stage + "')");
    }

    private BigDecimal one(String sql) {
        return db.fetchSingle(sql).get(0, BigDecimal.class);
    }

    private static List<NamedCsvRecord> read(Path file) throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().toList();
        }
    }

    private static Optional<Path> realFiles() {
        return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(p -> p.resolve("shared/data/crm-sales-opportunities"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}

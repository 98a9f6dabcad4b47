package zhanggui.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.TestApplication;
import zhanggui.access.Viewer;
import zhanggui.access.Viewers;
import zhanggui.accounts.Accounts;
import zhanggui.company.CompanySettings;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession.Outcome;
import zhanggui.texts.Language;

/** Organisations out of files, in a company in which there is only the administrator. */
@TestPropertySource(properties = "test.database=people-import")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PeopleImportTest extends TestApplication {
    private static final LocalDate LONG_AGO = LocalDate.of(2016, 10, 20);

    @Autowired
    CompanySettings company;

    @Autowired
    People people;

    @Autowired
    PersonStore persons;

    @Autowired
    Organisations organisations;

    @Autowired
    Accounts accounts;

    @Autowired
    Viewers viewers;

    @Autowired
    PeopleImport peopleImport;

    @Autowired
    PeopleVocabulary vocabulary;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    private Viewer admin;

    @BeforeAll
    void company() {
        company.setUp(new CompanySettings.Details("示例公司", "Example Inc", "USD", "UTC", 1, Language.EN), false);
        accounts.createDefaultRoles();
        var id = people.add(People.NewPerson.named("Ada Admin", null));
        organisations.begin(id);
        accounts.open(new Accounts.NewAccount(id, "ada", null, Language.EN, List.of("administrator")));
        admin = viewers.of(id, new Viewer.Origin(Viewer.Way.SESSION, null)).orElseThrow();
    }

    @Test
    @Order(1)
    void setUpBeginsWithTheCompanyItself() {
        var today = organisations.today();
        assertThat(today.units()).hasSize(1);
        assertThat(today.units().iterator().next().name()).isEqualTo("Example Inc");
        assertThat(today.mainSeat(admin.id()).orElseThrow().title()).isEqualTo("System administrator");
    }

    @Test
    @Order(2)
    void aFileOfSalespeopleManagersAndOfficesBecomesTheOrganisation() throws IOException {
        var outcomes = bring(salesTeams());
        assertThat(outcomes).hasSize(35).allMatch(o -> o instanceof Outcome.Created);
        var today = organisations.today();
        assertThat(today.units()).hasSize(1 + 3 + 6);
        assertThat(persons.all()).hasSize(1 + 41);
        var root = today.units().stream().filter(u -> u.parent() == null).toList();
        assertThat(root).hasSize(1);
        assertThat(today.below(root.getFirst().id()))
                .extracting(Organisation.Unit::name)
                .containsExactlyInAnyOrder("Central", "East", "West");
        var dustin = person("Dustin Brinkmann");
        var team = today.unit(today.mainSeat(dustin).orElseThrow().unit()).orElseThrow();
        assertThat(team.name()).isEqualTo("Dustin Brinkmann team");
        assertThat(today.unit(team.parent()).orElseThrow().name()).isEqualTo("Central");
        assertThat(today.head(team.id()).orElseThrow().occupant()).isEqualTo(dustin);
        assertThat(today.subordinates(dustin)).hasSize(5).contains(person("Anna Snelling"));
        assertThat(today.managerOf(person("Darcel Schlecht"))).contains(person("Melvin Marxen"));
    }

    @Test
    @Order(3)
    void importedPeopleWereThereWhenTheirDealsWereMade() {
        Assumptions.assumeTrue(persons.all().size() > 40, "the file was not imported");
        var then = organisations.on(LONG_AGO);
        assertThat(then.units()).hasSize(10);
        assertThat(then.subordinates(person("Rocco Neubert"))).hasSize(6);
    }

    @Test
    @Order(4)
    void theSameFileAgainDoublesNothing() throws IOException {
        var before = organisations.today();
        var outcomes = bring(salesTeams());
        assertThat(outcomes).hasSize(35).allMatch(o -> o instanceof Outcome.Skipped);
        var after = organisations.on(before.day());
        assertThat(after.units()).containsExactlyInAnyOrderElementsOf(before.units());
        assertThat(after.seats()).containsExactlyInAnyOrderElementsOf(before.seats());
        assertThat(persons.all()).hasSize(42);
    }

    @Test
    @Order(5)
    void whoChangesTeamsMovesFromTheDayOfTheImport() throws IOException {
        salesTeams();
        var anna = person("Anna Snelling");
        var outcomes = bring(List.of(
                row(1, "name", "anna snelling", "manager", "Rocco Neubert", "unit", "East", "title", "Senior")));
        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Updated.class);
        var today = organisations.on(organisations.today().day());
        assertThat(today.managerOf(anna)).contains(person("Rocco Neubert"));
        assertThat(today.mainSeat(anna).orElseThrow().title()).isEqualTo("Senior");
        assertThat(organisations.on(today.day().minusDays(1)).managerOf(anna)).contains(person("Dustin Brinkmann"));
        assertThat(bring(List.of(row(1, "name", "Anna Snelling", "manager", "Rocco Neubert", "unit", "East"))))
                .allMatch(o -> o instanceof Outcome.Skipped);
    }

    @Test
    @Order(6)
    void managersWithRowsOfTheirOwnAreFoundWhereverTheyStand() {
        var outcomes = bring(List.of(
                row(1, "name", "赵四", "unit", "华东/一组", "manager", "王经理", "hiredOn", LocalDate.of(2021, 3, 1)),
                row(2, "name", "王经理", "unit", "华东/一组", "manager", "李总监", "title", "组长"),
                row(3, "name", "李总监", "unit", "华东", "manager", "张总"),
                row(4, "name", "钱五", "unit", "华东/一组", "manager", "王经理", "leftOn", LocalDate.of(2020, 1, 1)),
                row(5, "name", "张总", "manager", "张总", "title", "总经理")));
        assertThat(outcomes).allMatch(o -> o instanceof Outcome.Created);
        var today = organisations.on(organisations.today().day());
        assertThat(today.managerOf(person("赵四"))).contains(person("王经理"));
        assertThat(today.managerOf(person("王经理"))).contains(person("李总监"));
        assertThat(today.managerOf(person("李总监"))).contains(person("张总"));
        assertThat(today.subordinates(person("张总")))
                .as("with those who left under them, so that their records stay in sight")
                .containsExactlyInAnyOrder(person("李总监"), person("王经理"), person("赵四"), person("钱五"));
        assertThat(today.mainSeat(person("王经理")).orElseThrow().title()).isEqualTo("组长");
        assertThat(today.seatsOf(person("钱五"))).isEmpty();
        assertThat(organisations.on(LocalDate.of(2019, 6, 1)).managerOf(person("钱五")))
                .contains(person("王经理"));
        assertThat(organisations.on(LocalDate.of(2020, 6, 1)).seatsOf(person("赵四")))
                .isEmpty();
    }

    @Test
    @Order(7)
    void whatIsWrongWithARowIsSaidAndNothingOfItStays() {
        people.create(People.NewPerson.named("Twin", null), admin);
        people.create(People.NewPerson.named("Twin", null), admin);
        people.create(new People.NewPerson("双一", "Lin Twin", null, null, null, null, null), admin);
        people.create(new People.NewPerson("双二", "Lin Twin", null, null, null, null, null), admin);
        var before = persons.all().size();
        var outcomes = bring(List.of(
                row(1, "name", "Twin"),
                row(2, "name", "New One", "email", "nowhere"),
                row(3, "name", "New Two", "manager", "Lin  twin"),
                row(4, "name", "Chicken", "manager", "Egg"),
                row(5, "name", "Egg", "manager", "Chicken"),
                row(6, "name", "New Three", "hiredOn", LocalDate.of(2026, 2, 1), "leftOn", LocalDate.of(2026, 1, 1))));
        assertThat(codes(outcomes))
                .containsExactly(
                        "name ambiguous",
                        "email email",
                        "manager ambiguous",
                        "manager manager-refused",
                        "manager manager-circle",
                        "leftOn before-hired");
        assertThat(persons.all()).hasSize(before);
    }

    @Test
    @Order(8)
    void numbersDecideWhoARowIsAbout() {
        bring(List.of(
                row(1, "name", "Same Name", "employeeNumber", "N1", "externalId", "E1"),
                row(2, "name", "Same Name", "employeeNumber", "N2", "externalId", "E2")));
        var outcomes = bring(List.of(
                row(1, "name", "Married Name", "externalId", "E1"),
                row(2, "name", "Same Name", "employeeNumber", "N2", "email", "two@example.com"),
                row(3, "name", "Third", "employeeNumber", "N1", "externalId", "E3"),
                row(4, "name", "Fourth", "employeeNumber", "N9", "externalId", "E2")));
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Updated.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Updated.class);
        assertThat(persons.all().stream().filter(p -> "N1".equals(p.employeeNumber())))
                .singleElement()
                .satisfies(p -> assertThat(p.name()).isEqualTo("Third"));
        assertThat(persons.all().stream().filter(p -> "E2".equals(p.externalId())))
                .singleElement()
                .satisfies(p -> assertThat(p.employeeNumber()).isEqualTo("N9"));
    }

    @Test
    @Order(9)
    void aCheckLeavesNoTrace() {
        var before = persons.all().size();
        var units = organisations.on(organisations.today().day()).units().size();
        transaction.executeWithoutResult(status -> {
            var session = peopleImport.open(admin);
            var rows = List.of(row(1, "name", "Ghost", "unit", "Nowhere/Deep", "manager", "Ghost Boss"));
            session.before(rows);
            assertThat(session.take(rows).getFirst()).isInstanceOf(Outcome.Created.class);
            session.after();
            assertThat(organisations.today().units()).hasSizeGreaterThan(units);
            status.setRollbackOnly();
        });
        assertThat(persons.all()).hasSize(before);
        assertThat(organisations.today().units()).hasSize(units);
    }

    @Test
    @Order(10)
    void thousandsOfPeopleAreBroughtInSeconds() {
        var rows = new ArrayList<ImportRow>();
        for (int i = 0; i < 3000; i++) {
            rows.add(row(
                    i + 1, "name", "Crowd " + i, "unit", "Crowd/Hall " + i % 30, "manager", "Crowd Boss " + i % 30));
        }
        var start = System.nanoTime();
        assertThat(bring(rows)).allMatch(o -> o instanceof Outcome.Created);
        assertThat((System.nanoTime() - start) / 1_000_000_000L).isLessThan(30);
    }

    @Test
    @Order(90)
    void whatIsTooLongForTheScreenIsTooLongForAFile() {
        var wrong = Map.<String, Object>of(
                "name", "长".repeat(101),
                "employeeNumber", "n".repeat(51),
                "duties", "d".repeat(4001),
                "title", "t".repeat(101),
                "unit", "总部/" + "u".repeat(101),
                "email", "nobody");
        wrong.forEach((field, value) -> {
            var cells = new HashMap<String, Object>(Map.of("name", "规则员工"));
            cells.put(field, value);
            assertThat(bring(List.of(new ImportRow(2, cells))).getFirst())
                    .as(field)
                    .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.problems())
                            .extracting(p -> p.field())
                            .containsOnly(field));
        });
    }

    private List<Outcome> bring(List<ImportRow> rows) {
        return transaction.execute(status -> {
            var session = peopleImport.open(admin);
            session.before(rows);
            var outcomes = new ArrayList<Outcome>();
            for (int i = 0; i < rows.size(); i += 500) {
                outcomes.addAll(session.take(rows.subList(i, Math.min(i + 500, rows.size()))));
            }
            session.after();
            return outcomes;
        });
    }

    private static List<String> codes(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(o -> ((Outcome.Refused) o).problems().getFirst())
                .map(p -> p.field() + " " + p.code())
                .toList();
    }

    private UUID person(String name) {
        var id = vocabulary.find(List.of(name), admin).get(name);
        assertThat(id).as(name).isNotNull();
        return UUID.fromString(id);
    }

    private static ImportRow row(int line, Object... cells) {
        var all = new HashMap<String, Object>();
        for (int i = 0; i < cells.length; i += 2) all.put((String) cells[i], cells[i + 1]);
        return new ImportRow(line, all);
    }

    /** 35 salespeople under 6 managers in 3 offices; the data stand beside the repository, not in it. */
    private static List<ImportRow> salesTeams() throws IOException {
        var file = Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .flatMap(p -> Stream.of(p.resolve("data"), p.resolve("shared/data")))
                .map(p -> p.resolve("crm-sales-opportunities/sales_teams.csv"))
                .filter(Files::exists)
                .findFirst();
        Assumptions.assumeTrue(file.isPresent(), "no shared/data/crm-sales-opportunities beside the repository");
        var lines = Files.readAllLines(Optional.of(file.get()).get());
        var rows = new ArrayList<ImportRow>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",");
            rows.add(new ImportRow(rows.size() + 2, Map.of("name", cells[0], "manager", cells[1], "unit", cells[2])));
        }
        return rows;
    }
}

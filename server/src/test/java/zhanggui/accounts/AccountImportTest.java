package zhanggui.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession.Outcome;
import zhanggui.people.People;
import zhanggui.people.People.NewPerson;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;

/** Accounts out of files: for people there are, by the rules of the screens, and without passwords. */
@TestPropertySource(properties = "test.database=account-import")
class AccountImportTest extends TestApplication {
    @Autowired
    World world;

    @Autowired
    People people;

    @Autowired
    AccountImport accountImport;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester http;

    private static int number;
    private String name;
    private UUID person;

    @BeforeAll
    void world() {
        world.exists();
    }

    @BeforeEach
    void somebodyNew() {
        name = "新账号" + ++number;
        person = people.add(new NewPerson(name, null, "N" + number, name + "@example.com", null, null, null));
    }

    @Test
    void somebodyGetsAnAccountWithoutPasswordAndASecondPassChangesNothing() {
        var row = Map.<String, Object>of("name", name, "username", "new" + number, "roles", List.of("销售", "Director"));
        assertThat(take(row)).isEqualTo(new Outcome.Created(person));
        var account = account();
        assertThat(account.roles()).containsExactlyInAnyOrder("salesperson", "director");
        assertThat(account.hasPassword()).isFalse();
        assertThat(account.disabled()).isFalse();
        assertThat(take(row)).isEqualTo(new Outcome.Skipped(FieldProblem.of("username", "unchanged")));
        assertThat(account()).isEqualTo(account);
        assertThat(db.fetchCount(
                        org.jooq.impl.DSL.table("audit.entry"),
                        org.jooq.impl.DSL.condition("subject_type = 'accounts' and subject_id = ?", person)))
                .isEqualTo(1);
    }

    @Test
    void whatTheFileDoesNotSayStays() {
        take(Map.of("employeeNumber", "N" + number, "username", "keep" + number, "roles", List.of("manager")));
        assertThat(take(Map.of("email", name + "@EXAMPLE.com", "username", "keep" + number, "active", false)))
                .isEqualTo(new Outcome.Updated(person));
        assertThat(account().disabled()).isTrue();
        assertThat(account().roles()).containsExactly("manager");
        take(Map.of("name", name, "username", "other" + number));
        assertThat(account().username()).isEqualTo("other" + number);
        assertThat(account().disabled()).isTrue();
    }

    @Test
    void rowsSayWhatIsWrongWithThem() {
        var user = "u" + number;
        assertThat(refusal(row("username", user, "roles", List.of("salesperson"))))
                .isEqualTo("name required");
        assertThat(refusal(row("name", "查无此人", "username", user, "roles", List.of("salesperson"))))
                .isEqualTo("name person-unknown");
        assertThat(refusal(row("name", name, "email", "li@example.com", "username", user)))
                .isEqualTo("name person-differs");
        assertThat(refusal(row("name", name, "username", "两 个", "roles", List.of("salesperson"))))
                .startsWith("username");
        assertThat(refusal(row("name", name, "username", user))).isEqualTo("roles role-needed");
        assertThat(refusal(row("name", name, "username", user, "roles", List.of("皇帝"))))
                .isEqualTo("roles role-unknown");
        assertThat(refusal(row("name", name, "username", "LI", "roles", List.of("salesperson"))))
                .isEqualTo("username taken");
        assertThat(refusal(row("name", "管理员", "username", "admin", "roles", List.of("salesperson"))))
                .isEqualTo("username account-refused");
        assertThat(AccountList.find(db, person)).isEmpty();
    }

    @Test
    void namesakesAreToldApartByNumberOrEmail() {
        people.add(new NewPerson(name, null, "X" + number, null, null, null, null));
        assertThat(refusal(row("name", name, "username", "same" + number, "roles", List.of("salesperson"))))
                .isEqualTo("name person-unknown");
        assertThat(take(row(
                        "name",
                        name,
                        "employeeNumber",
                        "N" + number,
                        "username",
                        "same" + number,
                        "roles",
                        List.of("salesperson"))))
                .isEqualTo(new Outcome.Created(person));
    }

    @Test
    void nobodyHasTwoRowsInAFile() {
        var rows = List.of(
                new ImportRow(2, row("name", name, "username", "first" + number, "roles", List.of("salesperson"))),
                new ImportRow(3, row("name", name, "username", "second" + number, "roles", List.of("salesperson"))));
        var outcomes = Objects.requireNonNull(transaction.execute(
                status -> accountImport.open(world.viewer("admin")).take(rows)));
        assertThat(outcomes.getFirst()).isEqualTo(new Outcome.Created(person));
        assertThat(outcomes.getLast())
                .isEqualTo(new Outcome.Refused(List.of(FieldProblem.of("username", "account-twice"))));
    }

    @Test
    void onlyAdministratorsImportAccounts() {
        assertThatThrownBy(() -> accountImport.open(world.viewer("ops"))).isInstanceOf(Refused.class);
        for (var who : List.of("ops", "sun")) {
            assertThat(http.post()
                            .uri("/api/imports")
                            .multipart()
                            .file(new MockMultipartFile("file", "a.csv", "text/csv", "姓名,用户名\n甲,jia\n".getBytes()))
                            .param("kind", "accounts")
                            .with(world.as(who))
                            .exchange())
                    .hasStatus(403);
        }
    }

    private static Map<String, Object> row(Object... cells) {
        var row = new HashMap<String, Object>();
        for (int i = 0; i < cells.length; i += 2) row.put((String) cells[i], cells[i + 1]);
        return row;
    }

    private Outcome take(Map<String, Object> cells) {
        return Objects.requireNonNull(transaction.execute(status -> accountImport
                .open(world.viewer("admin"))
                .take(List.of(new ImportRow(2, cells)))
                .getFirst()));
    }

    private String refusal(Map<String, Object> cells) {
        assertThat(take(cells)).isInstanceOf(Outcome.Refused.class);
        var problem = ((Outcome.Refused) take(cells)).problems().getFirst();
        return problem.field() + " " + problem.code();
    }

    private AccountView account() {
        return AccountList.find(db, person).orElseThrow();
    }
}

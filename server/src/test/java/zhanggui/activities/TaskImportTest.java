package zhanggui.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.TestApplication;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession.Outcome;
import zhanggui.opportunities.Desk;

class TaskImportTest extends TestApplication {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 3);
    private static final Instant NOON = Instant.parse("2026-02-03T04:00:00Z");

    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    @Autowired
    TaskImport importing;

    @Autowired
    Tasks tasks;

    @Autowired
    TransactionTemplate transaction;

    private Desk.At at;
    private UUID customer;

    @BeforeAll
    void company() {
        at = desk.at(http);
        customer = desk.customer("导入待办的客户", "li");
    }

    @Test
    void tasksKeepTheDaysOfTheFile() {
        var contact = desk.contact(customer, "收货人");
        var outcomes = take(
                "zhou",
                List.of(row(
                        "t-1",
                        Map.of(
                                "title",
                                "寄样机",
                                "dueOn",
                                DAY.plusDays(3),
                                "doneOn",
                                DAY,
                                "priority",
                                "HIGH",
                                "customer",
                                customer.toString(),
                                "contact",
                                "收货人",
                                "owner",
                                desk.world.id("li").toString(),
                                "note",
                                "顺丰"))));
        var id = ((Outcome.Created) outcomes.getFirst()).id();
        var task = tasks.get(id, desk.world.viewer("li"));
        assertThat(task.dueOn()).isEqualTo(DAY.plusDays(3));
        assertThat(task.doneAt()).isEqualTo(NOON);
        assertThat(task.priority()).isEqualTo(Task.Priority.HIGH);
        assertThat(task.owner().name()).isEqualTo("李雷");
        assertThat(task.about()).isEqualTo(new About(customer, contact, null));
        assertThat(at.body(at.get("zhou", "/api/history/tasks/" + id), 200).toString())
                .contains("寄样机");
    }

    @Test
    void whatIsHeardOfAgainIsChangedAndWhatTheFileDoesNotMentionStays() {
        take("li", List.of(row("t-2", Map.of("title", "报价", "dueOn", DAY, "note", "含税"))));
        assertThat(words("li", row("t-2", Map.of("title", "报价")))).containsExactly("skipped unchanged");
        assertThat(words("li", row("t-2", Map.of("title", "报价", "doneOn", DAY))))
                .containsExactly("updated");
        assertThat(words("li", row("t-2", Map.of("title", "报价", "dueOn", DAY)))).containsExactly("skipped unchanged");
        assertThat(words("wang", row("t-2", Map.of("title", "抢来的")))).containsExactly("externalId unreachable");
    }

    @Test
    void aTaskMayStandAloneAndTheSameIsNotTakenInTwice() {
        var row = new ImportRow(2, Map.of("title", "写周报", "dueOn", DAY));
        assertThat(words("li", row, row)).containsExactly("created", "created");
        assertThat(words("li", row)).containsExactly("skipped there-already");
        assertThat(words("wang", row)).containsExactly("created");
    }

    @Test
    void rowsAreRefusedByTheSameRulesAsTheScreens() {
        var theirs = desk.customer("赵南的待办客户", "zhao").toString();
        assertThat(words(
                        "li",
                        row("t-3", Map.of("title", "没有日子")),
                        row("t-4", Map.of("title", "x".repeat(201), "dueOn", DAY)),
                        row("t-5", Map.of("title", "x", "dueOn", DAY, "customer", theirs)),
                        row("t-6", Map.of("title", "x", "dueOn", DAY, "doneOn", LocalDate.of(2999, 1, 1))),
                        row(
                                "t-7",
                                Map.of(
                                        "title",
                                        "x",
                                        "dueOn",
                                        DAY,
                                        "owner",
                                        desk.world.id("wang").toString())),
                        row("t-8", Map.of("title", "x", "dueOn", DAY)),
                        row("t-8", Map.of("title", "y", "dueOn", DAY))))
                .containsExactly(
                        "dueOn required",
                        "title size",
                        "customer unreachable",
                        "doneOn past-or-present",
                        "owner unreachable",
                        "created",
                        "externalId repeated");
    }

    private List<String> words(String who, ImportRow... rows) {
        return take(who, List.of(rows)).stream().map(ActivityImportTest::word).toList();
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
}

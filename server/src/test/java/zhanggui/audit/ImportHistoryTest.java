package zhanggui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.TestApplication;
import zhanggui.imports.ImportKind;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession.Outcome;
import zhanggui.opportunities.Desk;

/** What imports bring and change is told by names, as what people enter on screens is. */
class ImportHistoryTest extends TestApplication {
    private static final String AN_ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    @Autowired
    Desk desk;

    @Autowired
    MockMvcTester http;

    @Autowired
    List<ImportKind> kinds;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    private Desk.At at;

    @BeforeAll
    void company() {
        at = desk.at(http);
    }

    @Test
    void customersNameTheirOwnersAndParents() {
        desk.customer("导入史集团", "ops");
        var one = taken(
                "customers",
                row("h-c1", Map.of("name", "导入史公司", "owner", id("li"), "parent", "导入史集团", "contactName", "史工")));
        taken("customers", row("h-c1", Map.of("name", "导入史公司", "owner", id("wang"))));
        var history = history("customers", one);
        assertThat(history).contains("李雷", "王梅", "导入史集团").doesNotContain(id("li"), id("wang"));
        assertThat(history).doesNotContainPattern("\"(before|after)\":\"" + AN_ID);
        var contact = db.fetchSingle("select id from customers.contact where name = '史工'")
                .get(0, UUID.class);
        assertThat(history("contacts", contact))
                .contains("导入史公司", "史工")
                .doesNotContainPattern("\"(before|after)\":\"" + AN_ID);
    }

    @Test
    void opportunitiesNameCustomersProductsStagesAndOwners() {
        var customer = desk.customer("导入史买家", "ops").toString();
        var product = desk.product("导入史产品", 100).toString();
        var stages = at.stages();
        var one = taken(
                "opportunities",
                row(
                        "h-o1",
                        Map.of(
                                "name",
                                "导入史商机",
                                "customer",
                                customer,
                                "product",
                                product,
                                "owner",
                                id("li"),
                                "stage",
                                stages.values().iterator().next())));
        taken("opportunities", row("h-o1", Map.of("name", "导入史商机", "owner", id("wang"))));
        var history = history("opportunities", one);
        assertThat(history)
                .contains("导入史买家", "导入史产品 × 1 @ 100", "李雷", "王梅")
                .doesNotContainPattern("\"(before|after)\":\"" + AN_ID);
    }

    @Test
    void followUpsNameTheirCustomersAndOpportunities() {
        var customer = desk.customer("导入史跟进", "ops");
        var deal = at.created("ops", Map.of("name", "导入史跟进的商机", "customer", customer))
                .get("id")
                .asString();
        var one = taken(
                "activities",
                row("h-a1", Map.of("text", "去过", "opportunity", deal, "happenedOn", LocalDate.of(2026, 1, 5))));
        var history = history("activities", one);
        assertThat(history).contains("导入史跟进", "导入史跟进的商机", "去过").doesNotContainPattern("\"(before|after)\":\"" + AN_ID);
    }

    private String id(String person) {
        return desk.world.id(person).toString();
    }

    private String history(String list, UUID id) {
        return at.body(at.get("ops", "/api/history/" + list + "/" + id), 200).toString();
    }

    private static ImportRow row(String externalId, Map<String, Object> cells) {
        var all = new HashMap<>(cells);
        all.put("externalId", externalId);
        return new ImportRow(2, all);
    }

    /** The record a row made or changed. */
    private UUID taken(String kind, ImportRow row) {
        var importing =
                kinds.stream().filter(k -> k.name().equals(kind)).findFirst().orElseThrow();
        var outcomes = transaction.execute(status -> {
            var session = importing.open(desk.world.viewer("ops"));
            session.before(List.of(row));
            var taken = session.take(List.of(row));
            session.after();
            return taken;
        });
        return switch (outcomes.getFirst()) {
            case Outcome.Created(var id) -> id;
            case Outcome.Updated(var id) -> id;
            case Outcome.Skipped skipped -> throw new AssertionError(skipped.toString());
            case Outcome.Refused refused -> throw new AssertionError(refused.toString());
        };
    }
}

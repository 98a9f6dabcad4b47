package zhanggui.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.TestApplication;
import zhanggui.World;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession.Outcome;

/** How long it takes with many, and by which plans; run with {@code -Dmany=100000}. */
@EnabledIfSystemProperty(named = "many", matches = "\\d+")
@TestPropertySource(properties = "test.database=many")
class ManyCustomersTest extends TestApplication {
    @Autowired
    World world;

    @Autowired
    CustomerImport kind;

    @Autowired
    Duplicates duplicates;

    @Autowired
    DSLContext db;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void manyAreImportedAndListedQuickly() {
        world.exists();
        int count = Integer.getInteger("many");
        var start = System.nanoTime();
        var made = new TransactionTemplate(transactions).execute(status -> {
            var session = kind.open(world.viewer("ops"));
            var rows = rows(count);
            session.before(rows);
            long created = 0;
            for (int i = 0; i < count; i += 500) {
                created += session.take(rows.subList(i, Math.min(count, i + 500))).stream()
                        .filter(o -> o instanceof Outcome.Created)
                        .count();
            }
            session.after();
            return created;
        });
        assertThat(made).isEqualTo(count);
        System.out.printf("%d customers in %.1f s%n", count, (System.nanoTime() - start) / 1e9);
        db.execute(
                "insert into customers.collaborator (customer_id, person_id) select id, ? from customers.customer"
                        + " where owner_id <> ? limit 20",
                world.id("li"),
                world.id("li"));
        db.connection(c -> {
            try (var owner = c.createStatement()) {
                owner.execute("reset role");
                owner.execute("vacuum analyze");
                owner.execute("set role zhanggui_app");
            }
        });
        for (var who : List.of("li", "sun", "ops")) {
            explain(
                    who,
                    db.select(zhanggui.customers.db.Tables.CUSTOMER.ID)
                            .from(zhanggui.customers.db.Tables.CUSTOMER)
                            .where(CustomerStore.SCOPE.of(world.viewer(who), "customers:read"))
                            .orderBy(
                                    zhanggui.customers.db.Tables.CUSTOMER.CREATED_AT.desc(),
                                    zhanggui.customers.db.Tables.CUSTOMER.ID.desc())
                            .limit(50));
        }
        for (int i = 0; i < 3; i++) {
            var at = System.nanoTime();
            duplicates.find(
                    new Duplicates.Probe("上海云帆5000科技有限公司", null, null, "13700137001", "a@firm77.cn", null),
                    world.viewer("li"));
            System.out.printf("duplicates in %.0f ms%n", (System.nanoTime() - at) / 1e6);
        }
        System.out.println(
                db.fetch(
                        "explain (analyze, buffers) select id from customers.customer where name ilike '%云帆5000%'"
                                + " or name_en ilike '%云帆5000%' or short_name ilike '%云帆5000%' or number ilike '%云帆5000%' or credit_code ilike '%云帆5000%'"));
    }

    private void explain(String who, org.jooq.Query query) {
        System.out.println(who + "\n" + db.fetch("explain (analyze, buffers) " + db.renderInlined(query)));
    }

    private List<ImportRow> rows(int count) {
        var owners = List.of("li", "wang", "wu", "zhao", "zhou", "sun", "ops", "chen");
        var cities = List.of("上海", "北京", "广州", "深圳", "杭州");
        var rows = new ArrayList<ImportRow>(count);
        for (int i = 0; i < count; i++) {
            var cells = new HashMap<String, Object>();
            cells.put("name", cities.get(i % 5) + "云帆" + i + "科技有限公司");
            cells.put("nameEn", "Sail " + i + " Technology Co., Ltd.");
            cells.put("industry", "software");
            cells.put("employees", BigDecimal.valueOf(i % 900));
            cells.put("annualRevenue", BigDecimal.valueOf(i * 37L, 2));
            cells.put("city", cities.get(i % 5));
            cells.put("externalId", "X" + i);
            cells.put("owner", world.id(owners.get(i % owners.size())).toString());
            cells.put("createdAt", world.today().minusDays(i % 1000));
            cells.put("contactName", "联系人" + i);
            cells.put("contactMobile", "137" + (10000000 + i));
            cells.put("contactEmail", "a@firm" + i + ".cn");
            rows.add(new ImportRow(i + 2, cells));
        }
        return rows;
    }
}

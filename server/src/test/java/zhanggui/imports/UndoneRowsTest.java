package zhanggui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.test.context.TestPropertySource;

/** What becomes of the other rows of a batch when the database refuses one, for every kind of import. */
@TestPropertySource(properties = "test.database=undone-rows")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UndoneRowsTest extends ImportCase {
    @BeforeAll
    void theDatabaseRefusesSomeWords() throws SQLException {
        try (var owner = asOwner();
                var statement = owner.createStatement()) {
            statement.execute("""
                    create function things.refuse() returns trigger language plpgsql as $$ begin
                      if to_jsonb(new)::text like '%不收%' then raise exception 'too long' using errcode = '54000'; end if;
                      if to_jsonb(new)::text like '%停电%' then raise exception 'no more' using errcode = '53100'; end if;
                      return new; end $$;""");
            for (var table : List.of(
                    "people.person",
                    "products.product",
                    "customers.customer",
                    "opportunities.opportunity",
                    "activities.activity",
                    "activities.task")) {
                statement.execute("create trigger refuse before insert or update on " + table
                        + " for each row execute function things.refuse()");
            }
        }
    }

    private List<Integer> imported(String who, String kind, String file) {
        var one = json(upload(who, kind, "a.csv", file.getBytes(StandardCharsets.UTF_8)));
        return counts(done(run(who, one, true)));
    }

    private List<String> stored(String sql) {
        return db.fetch(sql).getValues(0, String.class);
    }

    @Test
    @Order(1)
    void peopleWithTheirTeamsAreThereWhenTheyAreReported() {
        assertThat(imported("admin", "people", """
                        name,department,manager
                        首甲,撤销部,
                        首乙,撤销部,首甲
                        首不收,撤销部,首甲
                        首丙,撤销二部,首丁
                        """)).containsExactly(3, 0, 0, 1);
        assertThat(stored("select name from people.person where name like '首%'"))
                .containsExactlyInAnyOrder("首甲", "首乙", "首丙", "首丁");
        assertThat(stored("select p.name from people.occupation o join people.person p on p.id = o.person_id"
                        + " where p.name like '首%'"))
                .contains("首甲", "首乙", "首丙");
    }

    @Test
    @Order(2)
    void productsStandInTheirNewCategories() {
        assertThat(imported("ops", "products", "product,category\n撤销甲,新类/一\n撤销不收,新类/二\n撤销乙,新类/二\n"))
                .containsExactly(2, 0, 0, 1);
        assertThat(stored("select c.name from products.product p join products.category c on c.id = p.category_id"
                        + " where p.name like '撤销%' order by p.name"))
                .containsExactlyInAnyOrder("一", "二");
    }

    @Test
    @Order(3)
    void customersHaveTheirParentsAndContacts() {
        assertThat(imported("ops", "customers", """
                        name,parent,id,contact,mobile
                        撤销子,撤销母,C2,张三,13700137101
                        撤销母,,C1,李四,13700137102
                        不收公司,,C3,,
                        不收之子,不收公司,C4,,
                        """)).containsExactly(2, 0, 0, 2);
        assertThat(stored("select c.name || '<' || p.name from customers.customer c"
                        + " join customers.customer p on p.id = c.parent_id where c.name like '撤销%'"))
                .containsExactly("撤销子<撤销母");
        assertThat(stored("select name from customers.contact where mobile like '+861370013710%'"))
                .containsExactlyInAnyOrder("张三", "李四");
    }

    @Test
    @Order(4)
    void opportunitiesAndFollowUpsAreNotTakenForRepeated() {
        assertThat(imported("ops", "opportunities", "opportunity_id,opportunity\nO1,甲\nO2,不收\nO3,丙\n"))
                .containsExactly(2, 0, 0, 1);
        assertThat(imported("ops", "activities", "activity_id,客户,内容\nA1,撤销母,甲\nA2,撤销母,不收\nA3,撤销母,丙\n"))
                .containsExactly(2, 0, 0, 1);
        assertThat(imported("ops", "tasks", "task_id,待办,截止日期\nT1,甲,2026-1-2\nT2,不收,2026-1-2\nT3,丙,2026-1-2\n"))
                .containsExactly(2, 0, 0, 1);
        assertThat(imported("ops", "tasks", "待办,截止日期\n撤销甲,2026-1-2\n撤销甲,2026-1-2\n不收,2026-1-2\n"))
                .containsExactly(2, 0, 0, 1);
    }

    @Test
    @Order(5)
    void onlyTheBatchOfTheRowGoesOneByOne() {
        var file = new StringBuilder("name,id\n");
        IntStream.range(0, 1200).forEach(i -> file.append(i == 700 ? "不收" : "多")
                .append(i)
                .append(",N")
                .append(i)
                .append('\n'));
        assertThat(imported("ops", "customers", file.toString())).containsExactly(1199, 0, 0, 1);
        assertThat(db.fetchValue("select count(*)::int from customers.customer where external_id like 'N%'"))
                .isEqualTo(1199);
    }

    @Test
    @Order(6)
    void aDatabaseThatIsNotThereIsNoFaultOfARow() {
        var one = json(upload("ops", "customers", "a.csv", "name\n停电公司\n".getBytes(StandardCharsets.UTF_8)));
        var job = job(run("ops", one, true));
        waitFor(() -> db.fetchCount(
                        DSL.table("jobs.scheduled_tasks"),
                        DSL.condition("task_instance = ? and not picked and consecutive_failures >= 1", job))
                == 1);
        assertThat(stored("select name from customers.customer where name = '停电公司'"))
                .isEmpty();
        assertThat(http.post().uri("/api/jobs/" + job + "/cancel").with(world.as("ops")))
                .hasStatus(202);
        assertThat(over(job).at("/state").asString()).isEqualTo("CANCELLED");
    }
}

package zhanggui.listings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Deals with their customer, the customer's area, and the deal's owner. */
class JoinsTest {
    private final DSLContext db = DSL.using(SQLDialect.POSTGRES);
    private final Table<?> from = table(name("deal"))
            .leftJoin(table(name("company")).as("customer"))
            .on(of("customer", "id").eq(of("deal", "customer_id")))
            .leftJoin(table(name("region")).as("area"))
            .on(of("area", "id").eq(of("customer", "area_id")))
            .leftJoin(table(name("person")).as("owner"))
            .on(of("owner", "id").eq(of("deal", "owner_id")));

    @Test
    void nothingIsJoinedForColumnsOfTheTableItself() {
        assertThat(joined(of("deal", "customer_id"), count(), noCondition())).isEmpty();
    }

    @Test
    void whatIsGroupedByIsJoinedAlsoUnderAnotherName() {
        assertThat(joined(of("owner", "name").as("by"), count())).containsExactly("owner");
        assertThat(joined(DSL.upper(of("customer", "name")).as("by"))).containsExactly("customer");
    }

    @Test
    void aJoinBringsTheOneItHangsOn() {
        assertThat(joined(of("area", "name").as("by"), count())).containsExactly("customer", "area");
    }

    @Test
    void conditionsJoinWhatTheyAskFor() {
        var within = DSL.exists(
                selectOne().from(table(name("seat"))).where(of("seat", "person").eq(of("owner", "id"))));
        assertThat(joined(of("deal", "id"), of("area", "name").eq("华东").or(within)))
                .containsExactly("customer", "area", "owner");
    }

    private List<String> joined(QueryPart... parts) {
        var sql = db.render(db.selectOne().from(Joins.needed(db, from, List.of(parts))));
        return List.of("customer", "area", "owner").stream()
                .filter(alias -> sql.contains(" as \"" + alias + "\""))
                .toList();
    }

    private static Field<String> of(String table, String column) {
        return field(name(table, column), String.class);
    }
}

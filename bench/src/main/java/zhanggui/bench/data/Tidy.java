package zhanggui.bench.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Takes out again what came into a generated company by measuring, so that every measuring finds the same. */
public final class Tidy {
    private static final List<String> REMOVED = List.of(
            "delete from opportunities.stage_span where opportunity_id = any (array(select id from new_opportunity))",
            "delete from opportunities.line where opportunity_id = any (array(select id from new_opportunity))",
            "delete from opportunities.contact_role where opportunity_id = any (array(select id from new_opportunity))",
            "delete from opportunities.opportunity where id = any (array(select id from new_opportunity))",
            "delete from customers.trait where customer_id = any (array(select id from new_customer))",
            "delete from customers.contact where customer_id = any (array(select id from new_customer))",
            "delete from customers.customer where id = any (array(select id from new_customer))",
            "delete from customers.contact where created_at > '%1$s'",
            "delete from audit.entry where at > '%1$s'",
            "delete from seals.seal where number >= (select min(first) from seals.sealing where at > '%1$s')",
            "delete from seals.sealing where at > '%1$s'",
            "delete from imports.row",
            "delete from imports.file",
            "delete from imports.import",
            "delete from jobs.job where created_at > '%1$s'",
            "delete from requests.answer where created_at > '%1$s'",
            "select setval('customers.number', (select max(substr(number, 2)::bigint) from customers.customer"
                    + " where created_at > now() - interval '1 month'))",
            "select setval('opportunities.number', (select max(substr(number, 2)::bigint) from opportunities.opportunity"
                    + " where created_at > now() - interval '1 month'))");

    private Tidy() {}

    /** Keys and triggers do not watch: what goes goes as a whole. */
    public static void since(Instant made, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (var table : List.of("opportunity", "customer")) {
                var schema = table.equals("customer") ? "customers" : "opportunities";
                statement.execute(String.format(
                        "create temp table new_%s as select id from %s.%s where created_at > '%s'",
                        table, schema, table, made));
            }
            for (var sql : REMOVED) statement.execute(String.format(sql, made));
            statement.execute("drop table new_opportunity; drop table new_customer");
            statement.execute("set session_replication_role = default");
            statement.execute(
                    "vacuum (analyze) opportunities.opportunity, opportunities.stage_span, opportunities.line,"
                            + " customers.customer, customers.contact, customers.trait, audit.entry");
        }
    }
}

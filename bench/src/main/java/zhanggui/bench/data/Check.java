package zhanggui.bench.data;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import zhanggui.bench.server.Server;
import zhanggui.bench.server.Session;

/** Whether the application will find generated data as it would have written them itself. */
final class Check {
    private static final Map<String, String> BREACHES = breaches();

    private Check() {}

    private static Map<String, String> breaches() {
        var all = new LinkedHashMap<String, String>();
        all.put(
                "a stage history has a gap",
                "select count(*) from (select range_agg(during) whole, min(lower(during)) first"
                        + " from opportunities.stage_span group by opportunity_id) h"
                        + " where whole <> tstzmultirange(tstzrange(first, null))");
        all.put(
                "an opportunity is not in the last stage of its history",
                "select count(*) from opportunities.opportunity o left join opportunities.stage_span s"
                        + " on s.opportunity_id = o.id and upper_inf(s.during)"
                        + " where (s.stage_id, lower(s.during)) is distinct from (o.stage_id, o.stage_since)");
        all.put(
                "an opportunity's outcome is not its stage's",
                "select count(*) from opportunities.opportunity o join opportunities.stage s on s.id = o.stage_id"
                        + " where s.outcome <> o.outcome");
        all.put(
                "an amount is not the sum of its lines",
                "select count(*) from opportunities.opportunity o left join (select opportunity_id, sum(amount) amount"
                        + " from opportunities.line group by 1) l on l.opportunity_id = o.id"
                        + " where o.amount_from_lines <> (l.amount is not null) or o.amount <> l.amount");
        all.put(
                "a customer was last followed up at another time",
                "select count(*) from customers.customer c left join (select customer_id, max(happened_at) at"
                        + " from activities.activity group by 1) a on a.customer_id = c.id"
                        + " where c.last_followed_at is distinct from a.at");
        all.put(
                "an opportunity was last followed up at another time",
                "select count(*) from opportunities.opportunity o left join (select opportunity_id, max(happened_at) at"
                        + " from activities.activity group by 1) a on a.opportunity_id = o.id"
                        + " where o.last_followed_at is distinct from a.at");
        all.put(
                "a follow-up is about another customer than its opportunity",
                "select count(*) from activities.activity a join opportunities.opportunity o on o.id = a.opportunity_id"
                        + " where o.customer_id <> a.customer_id");
        all.put(
                "a customer cannot be recognised by name",
                "select count(*) from customers.customer c where not exists"
                        + " (select from customers.trait t where t.customer_id = c.id and t.kind = 'NAME')");
        all.put(
                "something happened in the future",
                "select count(*) from activities.activity where happened_at > now()");
        keeps(all, "opportunities.opportunity", "s.name, s.number");
        keeps(all, "activities.activity", "s.text");
        keeps(all, "activities.task", "s.title");
        return all;
    }

    private static void keeps(Map<String, String> all, String table, String own) {
        all.put(
                "a row of " + table + " is not found by its words",
                "select count(*) from " + table + " s tablesample system (1)"
                        + " left join customers.customer c on c.id = s.customer_id"
                        + " where s.search <> public.searchable(concat_ws(E'\\n', " + own + ", c.name)) collate \"C\"");
    }

    static void consistency(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set work_mem = '256MB'");
            for (var breach : BREACHES.entrySet()) {
                try (var found = statement.executeQuery(breach.getValue())) {
                    found.next();
                    if (found.getLong(1) > 0) {
                        throw new IllegalStateException(
                                "generated data: " + found.getLong(1) + " × " + breach.getKey());
                    }
                }
            }
        }
    }

    /** Saves some customers through the application, which then derives anew how they are recognised: it must not differ. */
    static void application(Server server, String password, Firms firms) throws IOException, SQLException {
        var session = server.signIn(Kept.ADMINISTRATOR, password);
        try (var connection = server.database()) {
            for (int i = 0; i < 40; i++) {
                var firm = firms.firm(i);
                var before = traits(connection, firm);
                save(session, firm);
                var after = traits(connection, firm);
                if (!before.equals(after)) {
                    throw new IllegalStateException(
                            firm.name() + " is recognised by " + before + ", the application says " + after);
                }
            }
        }
    }

    private static void save(Session session, Firms.Firm firm) throws IOException {
        var path = "/api/customers/" + firm.id();
        var stored = session.get(path);
        var entered = new HashMap<String, Object>();
        for (var key : java.util.List.of(
                "name",
                "nameEn",
                "shortName",
                "creditCode",
                "industry",
                "employees",
                "level",
                "source",
                "country",
                "province",
                "city",
                "district",
                "address",
                "site",
                "phone",
                "tags",
                "status",
                "version")) {
            entered.put(key, stored.get(key));
        }
        entered.put("parent", stored.path("parent").get("id"));
        entered.put("annualRevenue", stored.path("annualRevenue").get("amount"));
        entered.put("description", "数据由压测程序生成。");
        session.put(path, entered);
    }

    private static TreeSet<String> traits(Connection connection, Firms.Firm firm) throws SQLException {
        var traits = new TreeSet<String>();
        try (var statement =
                connection.prepareStatement("select kind || ' ' || value from customers.trait where customer_id = ?")) {
            statement.setObject(1, firm.id());
            try (var found = statement.executeQuery()) {
                while (found.next()) traits.add(found.getString(1));
            }
        }
        return traits;
    }
}

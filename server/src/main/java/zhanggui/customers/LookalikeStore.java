package zhanggui.customers;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Pairs that may be one, in PostgreSQL. */
@Repository
class LookalikeStore {
    /** What so many have in common says nothing of any two of them. */
    private static final int COMMON = 20;

    private static final int AT_ONCE = 1000;
    private final DSLContext db;

    LookalikeStore(DSLContext db) {
        this.db = db;
    }

    enum Table {
        CUSTOMERS("customers.lookalike"),
        CONTACTS("customers.contact_lookalike");

        private final String sql;

        Table(String sql) {
            this.sql = sql;
        }
    }

    /** @param first the smaller of the ids, as the database compares them */
    record Pair(UUID first, UUID second) {}

    record Lookalike(Pair pair, int score, List<String> reasons) {}

    /** Every two customers that share a trait few others have, in portions. */
    void sharing(Consumer<List<Pair>> portions) {
        try (var cursor = db.resultQuery(
                        "select distinct a.id, b.id from (select array_agg(distinct t.customer_id) ids"
                                + " from customers.trait t where t.kind <> 'CREDIT_CODE'"
                                + " group by case when t.kind = 'SHORT_NAME' then 'NAME' else t.kind end, t.value"
                                + " having count(distinct t.customer_id) between 2 and {0}) g"
                                + " cross join lateral unnest(g.ids) a (id) cross join lateral unnest(g.ids) b (id)"
                                + " where a.id < b.id",
                        val(COMMON))
                .fetchSize(AT_ONCE)
                .fetchLazy()) {
            while (cursor.hasNext()) {
                portions.accept(
                        cursor.fetchNext(AT_ONCE).map(r -> new Pair(r.get(0, UUID.class), r.get(1, UUID.class))));
            }
        }
    }

    /** Every two contacts of one customer that share a name, a number or an address, with what they share. */
    List<Lookalike> contacts() {
        return db.fetch("""
                        with shared (first_id, second_id, reason) as (
                          select a.id, b.id, 'SAME_NAME' from customers.contact a
                          join customers.contact b on b.customer_id = a.customer_id and lower(b.name) = lower(a.name) and b.id > a.id
                          union
                          select a.id, b.id, 'SAME_PHONE' from customers.contact a
                          join customers.contact b on b.customer_id = a.customer_id and b.mobile = a.mobile and b.id > a.id
                          union
                          select a.id, b.id, 'SAME_EMAIL' from customers.contact a
                          join customers.contact b on b.customer_id = a.customer_id and lower(b.email) = lower(a.email) and b.id > a.id)
                        select first_id, second_id, array_agg(reason order by reason) from shared group by 1, 2""").map(r -> {
            var reasons = List.of(r.get(2, String[].class));
            return new Lookalike(
                    new Pair(r.get(0, UUID.class), r.get(1, UUID.class)), ContactReason.score(reasons), reasons);
        });
    }

    /** What was found before keeps whether it was dismissed. */
    void keep(Table table, Collection<Lookalike> found, Instant at) {
        if (found.isEmpty()) return;
        db.execute(
                "insert into " + table.sql + " as l (first_id, second_id, score, reasons, found_at)"
                        + " select f, s, n, string_to_array(r, ','), {4} from unnest({0}::uuid[], {1}::uuid[], {2}::int[], {3}::text[])"
                        + " as t (f, s, n, r) on conflict (first_id, second_id) do update"
                        + " set score = excluded.score, reasons = excluded.reasons, found_at = excluded.found_at",
                val(found.stream().map(l -> l.pair().first()).toArray(UUID[]::new)),
                val(found.stream().map(l -> l.pair().second()).toArray(UUID[]::new)),
                val(found.stream().map(Lookalike::score).toArray(Integer[]::new)),
                val(found.stream().map(l -> String.join(",", l.reasons())).toArray(String[]::new)),
                val(at.atOffset(ZoneOffset.UTC)));
    }

    /** Forgets what was not found again. */
    void forget(Table table, Instant before) {
        db.execute("delete from " + table.sql + " where found_at < {0}", val(before.atOffset(ZoneOffset.UTC)));
    }

    void dismiss(Table table, UUID id, boolean dismissed, UUID by) {
        db.execute(
                "update " + table.sql
                        + " set dismissed = {1}, dismissed_by = case when {1} then {2} end where id = {0}",
                val(id),
                val(dismissed),
                val(by));
    }
}

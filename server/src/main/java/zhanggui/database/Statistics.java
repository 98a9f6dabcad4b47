package zhanggui.database;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Tells PostgreSQL's planner what a large piece of work has made of its tables.
 *
 * <p>PostgreSQL counts tables by itself, once a minute, and does not see rows that are not committed: a table counted
 * while an import fills it passes for empty until the next time, and reports that take milliseconds take many seconds.
 */
@Component
public class Statistics {
    private static final int FEW = 500;
    private static final double SHARE = 0.05;
    private final DSLContext db;

    Statistics(DSLContext db) {
        this.db = db;
    }

    /**
     * Counts the tables of which this transaction has changed a considerable part, its own rows included. To be called
     * at its end: until then nobody else counts these tables.
     */
    public void renew() {
        var changed =
                db.resultQuery("""
                        select changed.schemaname, changed.relname
                        from pg_stat_xact_user_tables changed join pg_class c on c.oid = changed.relid
                        where n_tup_ins + n_tup_upd + n_tup_del > {0} + {1} * greatest(c.reltuples, 0)
                        order by 1, 2""", FEW, SHARE).fetch(row -> name(row.get(0, String.class), row.get(1, String.class)));
        for (var one : changed) db.execute("analyze {0}", table(one));
    }
}

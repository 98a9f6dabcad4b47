package zhanggui.listings;

import static org.jooq.impl.DSL.select;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.QOM;

/**
 * Leaves out the left joins a statement does not mention. PostgreSQL would not run them either, but still reads the columns
 * they join on, and with those no index alone answers.
 */
final class Joins {
    private Joins() {}

    /** @param parts all the statement mentions beside its tables */
    static Table<?> needed(DSLContext db, Table<?> from, Iterable<? extends QueryPart> parts) {
        var text = new StringBuilder();
        // On its own a named field is only its name; selected, it is what the name stands for.
        for (var part : parts)
            text.append(db.render(part instanceof Field<?> field ? select(field) : part))
                    .append('\n');
        return needed(db, from, text);
    }

    private static Table<?> needed(DSLContext db, Table<?> from, StringBuilder text) {
        if (!(from instanceof QOM.LeftJoin<?> join)) return from;
        var joined = join.$table2();
        if (text.indexOf('"' + joined.getName() + '"') < 0) return needed(db, join.$table1(), text);
        text.append(db.render(join.$on())).append('\n');
        return needed(db, join.$table1(), text).leftJoin(joined).on(join.$on());
    }
}

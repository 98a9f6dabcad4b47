package zhanggui.backups.copying;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import zhanggui.database.Migrations;

/**
 * What would check or follow each row while tables are filled: references, triggers and indexes. They are taken away and
 * put back afterwards, references proved by that; only the tables' owner need be able to, no superuser.
 */
final class Lifted {
    /** Before and after in the order they are run in. */
    private static final String WORK = """
            with ours as (
              select c.oid, c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where c.relkind = 'r' and n.nspname = any (?)),
            work as (
              select 1 as step, o.name,
                format('alter table %s drop constraint %I', o.name, f.conname) as lift,
                format('alter table %s add constraint %I %s', o.name, f.conname, pg_get_constraintdef(f.oid)) as back
              from ours o join pg_constraint f on f.conrelid = o.oid and f.contype = 'f' and f.conparentid = 0
              union all
              select 2, o.name, format('alter table %s disable trigger user', o.name),
                format('alter table %s enable trigger user', o.name)
              from ours o where exists (select from pg_trigger t where t.tgrelid = o.oid and not t.tgisinternal)
              union all
              select 3, o.name, format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
              from ours o join pg_index i on i.indrelid = o.oid
              where not exists (select from pg_constraint k where k.conindid = i.indexrelid))
            select lift, back from work order by step, name, lift""";

    private final List<String> back = new ArrayList<>();

    static Lifted from(Connection connection) throws SQLException {
        var lifted = new Lifted();
        var lifts = new ArrayList<String>();
        try (var asked = connection.prepareStatement(WORK)) {
            asked.setArray(
                    1, connection.createArrayOf("text", Migrations.schemas().toArray()));
            var found = asked.executeQuery();
            while (found.next()) {
                lifts.add(found.getString(1));
                lifted.back.addFirst(found.getString(2));
            }
        }
        run(connection, lifts);
        return lifted;
    }

    /** Puts all of it back: indexes, then triggers, then references. */
    void putBack(Connection connection, Progress progress) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (int i = 0; i < back.size(); i++) {
                statement.execute(back.get(i));
                progress.at(i + 1L, back.size());
            }
        }
    }

    private static void run(Connection connection, List<String> all) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var one : all) statement.execute(one);
        }
    }
}

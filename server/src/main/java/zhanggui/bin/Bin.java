package zhanggui.bin;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Records;
import zhanggui.audit.Subject;
import zhanggui.bin.BinStore.Binned;
import zhanggui.bin.Catalog.Fate;
import zhanggui.bin.Catalog.Table;
import zhanggui.listings.Listing;
import zhanggui.listings.Page.Reference;
import zhanggui.problems.Refused;

/**
 * Keeps what is deleted for a while. A record goes in with everything the database would delete with it, and comes back
 * with all of it, under the same ids.
 */
@Service
@Transactional
public class Bin {
    private static final String UNIQUE_VIOLATION = "23505";
    private final BinStore store;
    private final Catalog catalog;
    private final ObjectProvider<Records> records;
    private final ObjectProvider<Hanging> hanging;
    private final ObjectProvider<Merges> merges;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Bin(
            BinStore store,
            Catalog catalog,
            ObjectProvider<Records> records,
            ObjectProvider<Hanging> hanging,
            ObjectProvider<Merges> merges,
            Audit audit,
            ApplicationEventPublisher events) {
        this.store = store;
        this.catalog = catalog;
        this.records = records;
        this.hanging = hanging;
        this.merges = merges;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Called before a record is deleted, in the transaction that deletes it and with the record locked.
     *
     * @param owner whose it is, for who may see it in the bin
     * @param permission what deleting it needs; putting it back needs the same
     */
    public void keep(Subject subject, @Nullable Reference owner, String permission, Viewer viewer) {
        var entry = store.add(subject, owner, permission, null, viewer.id(), viewer.name());
        keep(entry, subject.type(), Objects.requireNonNull(subject.id()));
    }

    /** Takes in a record and whatever goes with it. */
    void keep(UUID entry, String list, UUID record) {
        var lists = lists();
        keep(entry, catalog.table(table(list)), "id", new UUID[] {record}, byTable(lists), new HashSet<>());
        int count = 0;
        for (var target : store.targets(entry)) {
            if (lists.containsValue(target))
                count += store.records(entry, target).size();
        }
        store.counts(entry, count);
    }

    private void keep(UUID entry, Table table, String column, UUID[] of, Map<String, String> lists, Set<String> path) {
        store.keep(entry, table, column, of);
        var list = lists.get(table.name());
        if (!table.hasFollowers() && list == null) return;
        var ids = column.equals("id") ? of : store.ids(table, column, of);
        if (ids.length == 0) return;
        for (var reference : table.referring()) {
            if (reference.fate() == Fate.FORBID || !path.add(reference.table() + reference.column())) continue;
            var other = catalog.table(reference.table());
            if (reference.fate() == Fate.LET_GO) store.keepLinks(entry, other, reference.column(), ids);
            else keep(entry, other, reference.column(), ids, lists, path);
            path.remove(reference.table() + reference.column());
        }
        if (list != null) hanging.forEach(one -> keepHanging(entry, one, list, ids));
    }

    private void keepHanging(UUID entry, Hanging one, String list, UUID[] records) {
        var table = catalog.table(Catalog.nameOf(one.record()));
        var listColumn = one.list().getName();
        var column = one.record().getName();
        store.keepHanging(entry, table, listColumn, list, column, records);
        if (!table.hasFollowers()) return;
        var ids = store.hangingIds(table, listColumn, list, column, records);
        for (var reference : table.referring()) {
            if (reference.fate() == Fate.GO) {
                store.keep(entry, catalog.table(reference.table()), reference.column(), ids);
            }
        }
    }

    /**
     * Puts a record back with all that went with it, as it was.
     *
     * @throws Refused where it, or what it belongs to, cannot be there any more
     */
    public void restore(UUID id, Viewer viewer) {
        var entry = open(id, viewer);
        if (!viewer.may(entry.permission(), entry.owner()) && !(own(entry, viewer) && viewer.may(entry.permission()))) {
            throw Refused.notAllowed();
        }
        var targets = store.targets(id);
        try {
            if (entry.kept() == null) putBack(id, targets);
            else part(entry, targets, viewer);
        } catch (DataIntegrityViolationException e) {
            throw Refused.because(
                    e.getMostSpecificCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())
                            ? BinReason.TAKEN
                            : BinReason.HOMELESS);
        }
        told(id, targets, viewer);
        store.remove(id);
    }

    private void putBack(UUID entry, Set<String> targets) {
        catalog.inOrder(targets).forEach(table -> store.putBack(entry, table));
        store.references(entry, "LINK")
                .forEach(
                        (table, columns) -> columns.forEach(column -> store.link(entry, catalog.table(table), column)));
    }

    private void part(Binned entry, Set<String> targets, Viewer viewer) {
        var kept = Objects.requireNonNull(entry.kept());
        if (!store.exists(catalog.table(table(entry.subject().type())), kept.id())) {
            throw Refused.because(BinReason.KEPT_GONE);
        }
        merges.getObject().part(entry, () -> putBack(entry.id(), targets), viewer);
    }

    /** Says of each record that it is back. */
    private void told(UUID entry, Set<String> targets, Viewer viewer) {
        byTable(lists()).forEach((table, list) -> {
            if (!targets.contains(table)) return;
            var ids = store.records(entry, table);
            events.publishEvent(new Restored(list, ids, viewer));
            var back = new ArrayList<Audit.Changed>();
            records.getObject()
                    .titles(list, ids)
                    .forEach((id, title) -> back.add(new Audit.Changed(new Subject(list, id, title), null, null)));
            audit.record(viewer, "put-back", back);
        });
    }

    /** Deletes it for good. */
    public void purge(UUID id, Viewer viewer) {
        var entry = open(id, viewer);
        if (!viewer.may(BinRights.PURGE, entry.owner())) throw Refused.notAllowed();
        store.remove(id);
        audit.did(viewer, "purged", entry.subject(), Map.of());
    }

    /** Those of these values that rows in the bin have in a column. */
    @Transactional(readOnly = true)
    public Set<String> holds(TableField<?, String> column, Collection<String> values) {
        return store.holds(Catalog.nameOf(column), column.getName(), values);
    }

    private Binned open(UUID id, Viewer viewer) {
        var entry = store.lock(id).orElseThrow(Refused::notFound);
        if (!BinRights.sees(entry, lists(records), viewer)) throw Refused.notFound();
        return entry;
    }

    /** Lets go what is kept of some records of one list, and whoever was merged into them. */
    public void forget(String list, Collection<UUID> records) {
        store.forget(list, records);
    }

    private static boolean own(Binned entry, Viewer viewer) {
        return entry.by().equals(viewer.id());
    }

    /** The table in which the records of a list stand. */
    String table(String list) {
        return lists().getOrDefault(list, "");
    }

    /** The tables of the lists whose rows are records, by list. */
    private Map<String, String> lists() {
        var tables = new LinkedHashMap<String, String>();
        lists(records).forEach(list -> table(list).ifPresent(table -> tables.put(list.name(), table)));
        return tables;
    }

    static List<Listing> lists(ObjectProvider<Records> records) {
        return records.getObject().lists();
    }

    private static Map<String, String> byTable(Map<String, String> lists) {
        var names = new LinkedHashMap<String, String>();
        lists.forEach((list, table) -> names.putIfAbsent(table, list));
        return names;
    }

    private static Optional<String> table(Listing list) {
        return list.id() instanceof TableField<?, ?> field ? Optional.of(Catalog.nameOf(field)) : Optional.empty();
    }
}

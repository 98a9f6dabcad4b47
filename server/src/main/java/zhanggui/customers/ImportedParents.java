package zhanggui.customers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;
import zhanggui.imports.ImportRow;
import zhanggui.problems.FieldProblem;

/** Which company belongs to which, as a file names them: the parent may stand in the database or on any row. */
final class ImportedParents {
    private final CustomerMatches matches;
    private final CustomerStore store;
    private final Viewer viewer;
    private final Set<String> inFile = new HashSet<>();
    private final Set<String> circular = new HashSet<>();
    private final Map<String, UUID> inDatabase = new HashMap<>();
    private final Map<UUID, @Nullable UUID> above = new HashMap<>();

    ImportedParents(CustomerMatches matches, CustomerStore store, Viewer viewer) {
        this.matches = matches;
        this.store = store;
        this.viewer = viewer;
    }

    /** The parent a row names, or why there is none; neither when it names none. */
    record Parent(@Nullable UUID id, @Nullable FieldProblem problem) {
        static final Parent NONE = new Parent(null, null);

        static Parent problem(String code, Object... arguments) {
            return new Parent(null, FieldProblem.of("parent", code, arguments));
        }
    }

    /** Every company after the one it belongs to, so that a row knows what became of its parent's. */
    List<ImportRow> before(List<ImportRow> rows) {
        var above = new HashMap<String, String>();
        for (var row : rows) {
            var name = normal(row, "name");
            inFile.add(name);
            if (row.has("parent")) above.putIfAbsent(name, normal(row, "parent"));
        }
        circular.addAll(circles(above));
        var depths = new HashMap<String, Integer>();
        inFile.forEach(name -> depth(name, above, depths));
        return rows.stream()
                .sorted(Comparator.comparing(row -> depths.getOrDefault(normal(row, "name"), 0)))
                .toList();
    }

    /** How many companies of the file stand above one. */
    private void depth(String name, Map<String, String> above, Map<String, Integer> depths) {
        var way = new ArrayList<String>();
        @Nullable String at = name;
        while (at != null && !depths.containsKey(at) && !circular.contains(at)) {
            way.add(at);
            at = above.get(at);
        }
        int depth = at == null ? -1 : depths.getOrDefault(at, 0);
        for (var one : way.reversed()) depths.put(one, ++depth);
    }

    /** Everyone who would stand above themselves. */
    static Set<String> circles(Map<String, String> above) {
        var circular = new HashSet<String>();
        var done = new HashSet<String>();
        for (var start : above.keySet()) {
            var way = new ArrayList<String>();
            @Nullable String at = start;
            while (at != null && !done.contains(at) && !way.contains(at)) {
                way.add(at);
                at = above.get(at);
            }
            if (at != null && way.contains(at)) circular.addAll(way.subList(way.indexOf(at), way.size()));
            done.addAll(way);
        }
        return circular;
    }

    /** Looks up the parents that these rows name. */
    void find(List<ImportRow> rows) {
        var names = new HashSet<String>();
        for (var row : rows) {
            var text = row.text("parent");
            if (text != null && !inDatabase.containsKey(text)) names.add(text);
        }
        inDatabase.putAll(matches.parents(names, viewer));
    }

    /** The parent on a row of the file counts first. */
    Parent of(ImportRow row, TakenCustomers taken) {
        var text = row.text("parent");
        if (text == null) return Parent.NONE;
        var name = normal(row, "parent");
        if (circular.contains(normal(row, "name"))) return Parent.problem("customer-cycle");
        var called = taken.called(name);
        if (called.size() > 1) return Parent.problem("customer-ambiguous", text);
        var parent = called.isEmpty() ? inDatabase.get(text) : called.getFirst();
        if (parent != null) return new Parent(parent, null);
        return Parent.problem(inFile.contains(name) ? "customer-parent-refused" : "unknown", text);
    }

    /** Sees to it that what stands above these stays as it is, to know what would close a circle. */
    void look(Collection<UUID> parents) {
        above.clear();
        if (parents.isEmpty()) return;
        store.lock(store.above(parents).keySet());
        above.putAll(store.above(parents));
    }

    /** Whether a company would stand above itself under that parent; else it belongs there from now on. */
    boolean closesCircle(UUID company, UUID parent) {
        for (@Nullable UUID at = parent; at != null; at = above.get(at)) if (at.equals(company)) return true;
        above.put(company, parent);
        return false;
    }

    private static String normal(ImportRow row, String key) {
        var text = SaveCustomer.text(row.text(key));
        return text == null ? "" : CompanyName.of(text).normal();
    }
}

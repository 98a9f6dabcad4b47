package zhanggui.customers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;
import zhanggui.imports.ImportRow;
import zhanggui.problems.FieldProblem;

/** Which company belongs to which, as a file names them: the parent may stand in the database or on any row. */
final class ImportedParents {
    private static final int BATCH = 500;
    private final CustomerMatches matches;
    private final CustomerRegister register;
    private final CustomerStore store;
    private final Viewer viewer;
    private final Set<String> inFile = new HashSet<>();
    private final Set<String> circular = new HashSet<>();
    private final Map<String, UUID> inDatabase = new HashMap<>();
    private final Map<UUID, String> wanted = new LinkedHashMap<>();
    private final Set<UUID> existing = new HashSet<>();

    ImportedParents(CustomerMatches matches, CustomerRegister register, CustomerStore store, Viewer viewer) {
        this.matches = matches;
        this.register = register;
        this.store = store;
        this.viewer = viewer;
    }

    void before(List<ImportRow> rows) {
        var above = new HashMap<String, String>();
        for (var row : rows) {
            var name = normal(row, "name");
            inFile.add(name);
            if (row.has("parent")) above.putIfAbsent(name, normal(row, "parent"));
        }
        circular.addAll(circles(above));
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

    /** Looks up the parents of these rows that stand on no row of the file. */
    void find(List<ImportRow> rows) {
        var names = new HashSet<String>();
        for (var row : rows) {
            var text = row.text("parent");
            if (text != null && !inFile.contains(normal(row, "parent")) && !inDatabase.containsKey(text))
                names.add(text);
        }
        inDatabase.putAll(matches.parents(names, viewer));
    }

    Optional<FieldProblem> problem(ImportRow row) {
        var text = row.text("parent");
        if (text == null) return Optional.empty();
        if (circular.contains(normal(row, "name"))) return Optional.of(FieldProblem.of("parent", "customer-cycle"));
        return inFile.contains(normal(row, "parent")) || inDatabase.containsKey(text)
                ? Optional.empty()
                : Optional.of(FieldProblem.of("parent", "unknown", text));
    }

    /** A new company under one that is in the database belongs to it from the start. */
    CustomerRow apply(ImportRow row, CustomerRow says) {
        var parent = row.has("parent") ? inDatabase.get(Objects.requireNonNull(row.text("parent"))) : null;
        return parent == null ? says : new CustomerRow(says.customer().under(parent), says.contact(), says.problems());
    }

    /** Remembers a row that is stored, to be linked when all are. */
    void want(ImportRow row, UUID id, @Nullable CustomerState before) {
        var text = row.text("parent");
        if (text == null || (before == null && inDatabase.containsKey(text))) return;
        wanted.put(id, text);
        if (before != null) existing.add(id);
    }

    /** @param taken the customers of the file by their keys */
    void link(Map<String, UUID> taken) {
        var links = new LinkedHashMap<UUID, UUID>();
        wanted.forEach((child, text) -> {
            var parent = inDatabase.getOrDefault(
                    text, taken.get("name:" + CompanyName.of(text).normal()));
            if (parent != null && !parent.equals(child)) links.put(child, parent);
        });
        var children = List.copyOf(links.keySet());
        for (int i = 0; i < children.size(); i += BATCH)
            link(children.subList(i, Math.min(children.size(), i + BATCH)), links);
    }

    /** Companies that were there before may stand above their new parent by what the database knows: those stay. */
    private void link(List<UUID> children, Map<UUID, UUID> links) {
        var before = register.states(children);
        var fresh = new LinkedHashMap<UUID, UUID>();
        for (var child : children) {
            var parent = Objects.requireNonNull(links.get(child));
            if (!existing.contains(child)) fresh.put(child, parent);
        }
        store.link(fresh);
        for (var child : children) {
            var parent = Objects.requireNonNull(links.get(child));
            var was = Objects.requireNonNull(before.get(child)).asCommand().parent();
            if (existing.contains(child)
                    && !parent.equals(was)
                    && !store.above(parent).contains(child)) {
                store.link(Map.of(child, parent));
            }
        }
        register.changed(before.values(), register.states(children), "changed", viewer);
    }

    private static String normal(ImportRow row, String key) {
        var text = SaveCustomer.text(row.text(key));
        return text == null ? "" : CompanyName.of(text).normal();
    }
}

package zhanggui.customers;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import zhanggui.access.Viewer;
import zhanggui.imports.ImportRow;
import zhanggui.problems.FieldProblem;

/**
 * Which rows of a file look like a customer that was there before it, by telephone number or domain 查重. Rows that
 * look like each other are the file's own business.
 */
final class KnownElsewhere {
    private static final int BATCH = 5_000;
    private final TraitStore traits;
    private final Duplicates duplicates;
    private final String home;
    private final Viewer viewer;
    private final Map<Trait, UUID> known = new HashMap<>();

    KnownElsewhere(TraitStore traits, Duplicates duplicates, String home, Viewer viewer) {
        this.traits = traits;
        this.duplicates = duplicates;
        this.home = home;
        this.viewer = viewer;
    }

    void before(List<ImportRow> rows) {
        var all = new HashSet<Trait>();
        rows.forEach(row -> all.addAll(traits(row)));
        var open = List.copyOf(all);
        for (int i = 0; i < open.size(); i += BATCH) {
            known.putAll(traits.having(open.subList(i, Math.min(open.size(), i + BATCH))));
        }
    }

    /** By line, whom a row looks like; as far as the viewer may know. */
    Map<Integer, FieldProblem> of(List<ImportRow> rows) {
        var found = new HashMap<Integer, Trait>();
        for (var row : rows) {
            traits(row).stream().filter(known::containsKey).findFirst().ifPresent(t -> found.put(row.line(), t));
        }
        var ids = new HashSet<UUID>();
        found.values().forEach(trait -> ids.add(known.get(trait)));
        var names = duplicates.namesFor(ids, viewer);
        var problems = new HashMap<Integer, FieldProblem>();
        found.forEach((line, trait) -> {
            var name = names.get(known.get(trait));
            var code = trait.kind() == Trait.Kind.PHONE ? "customer-same-phone" : "customer-same-domain";
            if (name != null) problems.put(line, FieldProblem.of("name", code, name, trait.value()));
        });
        return problems;
    }

    /** Companies of one house share a domain: a row that names its parent is not found by it. */
    private Set<Trait> traits(ImportRow row) {
        var region = Phones.region(row.text("country"), home);
        var phones = texts(row, "phone", "contactMobile", "contactPhone")
                .flatMap(text -> Phones.read(text, region).stream())
                .toList();
        var house = row.has("parent");
        return Trait.of(new Trait.Known(
                List.of(),
                null,
                null,
                phones,
                house ? List.of() : texts(row, "contactEmail").toList(),
                house ? null : row.text("site")));
    }

    private static Stream<String> texts(ImportRow row, String... keys) {
        return Stream.of(keys).flatMap(key -> Optional.ofNullable(row.text(key)).stream());
    }
}

package zhanggui.customers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.imports.Vocabulary;

/** Customers as files name them: by their exact name, else by the same name in another spelling, if only one has it. */
@Component
public class CustomerVocabulary implements Vocabulary {
    private static final int BATCH = 5000;
    private final TraitStore traits;
    private final CustomerStore customers;

    CustomerVocabulary(TraitStore traits, CustomerStore customers) {
        this.traits = traits;
        this.customers = customers;
    }

    @Override
    public Map<String, String> find(Collection<String> texts, Viewer viewer) {
        var found = new HashMap<String, String>();
        var all = new ArrayList<>(Set.copyOf(texts));
        for (int i = 0; i < all.size(); i += BATCH) {
            find(all.subList(i, Math.min(all.size(), i + BATCH)), viewer)
                    .forEach((text, id) -> found.put(text, id.toString()));
        }
        return found;
    }

    /** The customers within the viewer's reach that these texts mean. */
    Map<String, UUID> find(List<String> texts, Viewer viewer) {
        var normal = new LinkedHashMap<String, String>();
        texts.forEach(text -> normal.put(text, CompanyName.of(text).normal()));
        var named = traits.byName(Set.copyOf(normal.values()));
        var ids = named.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
        var reached = customers.reached(ids, viewer, CustomerDirectory.READ_PERMISSION);
        var names = customers.names(reached);
        var found = new HashMap<String, UUID>();
        normal.forEach((text, name) -> {
            var candidates = named.getOrDefault(name, Set.of()).stream()
                    .filter(reached::contains)
                    .toList();
            only(candidates.stream()
                            .filter(id -> text.strip().equals(names.get(id)))
                            .toList())
                    .or(() -> only(candidates))
                    .ifPresent(id -> found.put(text, id));
        });
        return found;
    }

    @Override
    public Optional<String> list() {
        return Optional.of("customers");
    }

    private static Optional<UUID> only(List<UUID> ids) {
        return ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty();
    }
}

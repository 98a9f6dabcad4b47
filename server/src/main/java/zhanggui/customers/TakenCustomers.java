package zhanggui.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.customers.CustomerMatches.Keys;
import zhanggui.imports.RowMemory;

/** The customers that rows of a file have dealt with so far, by what identifies them. */
final class TakenCustomers {
    private final Map<String, UUID> byKey;
    private final Map<String, List<Named>> byName;
    private final Set<UUID> all;

    private record Named(
            UUID customer,
            @Nullable String externalId,
            @Nullable String creditCode) {}

    TakenCustomers(RowMemory memory) {
        this.byKey = memory.map();
        this.byName = memory.map();
        this.all = memory.set();
    }

    /** @param before what was known of it, where it was there already */
    void add(Keys keys, UUID customer, @Nullable CustomerState before) {
        keys.certain().forEach(key -> byKey.putIfAbsent(key, customer));
        if (!all.add(customer) || keys.name().isEmpty()) return;
        var id = keys.externalId() == null && before != null ? before.externalId() : keys.externalId();
        var code = keys.creditCode() == null && before != null ? before.creditCode() : keys.creditCode();
        var named = new ArrayList<>(byName.getOrDefault(keys.name(), List.of()));
        named.add(new Named(customer, id, code));
        byName.put(keys.name(), List.copyOf(named));
    }

    /** It was not stored after all. */
    void drop(Keys keys, UUID customer) {
        all.remove(customer);
        keys.certain().forEach(key -> byKey.remove(key, customer));
        byName.computeIfPresent(keys.name(), (name, named) -> named.stream()
                .filter(n -> !n.customer.equals(customer))
                .toList());
    }

    boolean contains(UUID customer) {
        return all.contains(customer);
    }

    /** The one with this external id or credit code. */
    Optional<UUID> keyed(Keys keys) {
        return keys.certain().stream()
                .flatMap(key -> Optional.ofNullable(byKey.get(key)).stream())
                .findFirst();
    }

    /** Those of this name, unless external id or credit code contradict it. */
    List<UUID> named(Keys keys) {
        return byName.getOrDefault(keys.name(), List.of()).stream()
                .filter(n -> !keys.contradict(n.externalId, n.creditCode))
                .map(Named::customer)
                .toList();
    }

    /** Those of this normalised name. */
    List<UUID> called(String name) {
        return byName.getOrDefault(name, List.of()).stream()
                .map(Named::customer)
                .toList();
    }
}

package zhanggui.customers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.problems.FieldProblem;

/** Says which customer a row of a file means, if there is one already: by external id, credit code or name. */
@Component
class CustomerMatches {
    private final CustomerStore customers;
    private final TraitStore traits;
    private final CustomerVocabulary vocabulary;

    CustomerMatches(CustomerStore customers, TraitStore traits, CustomerVocabulary vocabulary) {
        this.customers = customers;
        this.traits = traits;
        this.vocabulary = vocabulary;
    }

    /** @param name normalised */
    record Keys(
            String entered,
            String name,
            @Nullable String externalId,
            @Nullable String creditCode) {
        static Keys of(@Nullable String name, @Nullable String externalId, @Nullable String creditCode) {
            var entered = Objects.requireNonNullElse(SaveCustomer.text(name), "");
            var code = SaveCustomer.text(creditCode);
            return new Keys(
                    entered,
                    CompanyName.of(entered).normal(),
                    SaveCustomer.text(externalId),
                    code == null ? null : CreditCode.read(code).orElse(null));
        }

        /** Any two rows that share one of these mean the same customer. */
        List<String> all() {
            return Stream.of(
                            externalId == null ? null : "id:" + externalId,
                            creditCode == null ? null : "code:" + creditCode,
                            name.isEmpty() ? null : "name:" + name)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
        }
    }

    sealed interface Match {
        record Unknown() implements Match {}

        record Known(CustomerState customer) implements Match {}

        /** There is one, and this viewer may not change it; or it cannot be told which. */
        record Closed(FieldProblem why) implements Match {}
    }

    /** In the order of the keys. */
    List<Match> of(List<Keys> keys, Viewer viewer) {
        var byId = customers.byExternalId(present(keys.stream().map(Keys::externalId)));
        var byCode = customers.byCreditCode(present(keys.stream().map(Keys::creditCode)));
        var byName = traits.byName(keys.stream().map(Keys::name).collect(Collectors.toSet()));
        var ids = new HashSet<UUID>(byId.values());
        ids.addAll(byCode.values());
        byName.values().forEach(ids::addAll);
        var states = ids.isEmpty() ? Map.<UUID, CustomerState>of() : CustomerRegister.byId(customers.states(ids));
        var readable = customers.reached(ids, viewer, CustomerDirectory.READ_PERMISSION);
        var editable = customers.reached(ids, viewer, CustomerDirectory.EDIT_PERMISSION);
        var matches = new ArrayList<Match>();
        for (var key : keys) {
            var one = key.externalId() == null ? null : byId.get(key.externalId());
            var coded = key.creditCode() == null ? null : byCode.get(key.creditCode());
            if (one == null) one = coded;
            if (one != null && coded != null && !one.equals(coded)) {
                matches.add(new Match.Closed(closed("creditCode", "customer-known", state(states, coded), readable)));
                continue;
            }
            var named = byName.getOrDefault(key.name(), Set.of());
            var found = one == null ? named(key, named, states, editable) : List.of(one);
            matches.add(match(key, found, states, readable, editable));
        }
        return matches;
    }

    /** Of several with the same name, those written alike, else those within reach. */
    private static List<UUID> named(Keys key, Set<UUID> named, Map<UUID, CustomerState> states, Set<UUID> editable) {
        if (named.size() < 2) return List.copyOf(named);
        var exact = named.stream()
                .filter(id -> state(states, id).name().equals(key.entered()))
                .toList();
        if (exact.size() == 1) return exact;
        var own = named.stream().filter(editable::contains).toList();
        return own.size() == 1 ? own : List.copyOf(named);
    }

    private static Match match(
            Keys key, List<UUID> found, Map<UUID, CustomerState> states, Set<UUID> readable, Set<UUID> editable) {
        if (found.isEmpty()) return new Match.Unknown();
        var customer = state(states, found.getFirst());
        if (found.size() > 1) return new Match.Closed(FieldProblem.of("name", "customer-ambiguous", key.entered()));
        if (!editable.contains(customer.id())) {
            var code = readable.contains(customer.id()) ? "customer-not-editable" : "customer-out-of-reach";
            return new Match.Closed(closed("name", code, customer, readable));
        }
        return differ(key.externalId(), customer.externalId()) || differ(key.creditCode(), customer.creditCode())
                ? byOther(key, customer, readable)
                : new Match.Known(customer);
    }

    /** Same name, but another company by what else is known; unless it was found by that very key. */
    private static Match byOther(Keys key, CustomerState customer, Set<UUID> readable) {
        boolean meant = key.externalId() != null && key.externalId().equals(customer.externalId());
        return meant
                ? new Match.Known(customer)
                : new Match.Closed(closed("name", "customer-known", customer, readable));
    }

    /** The customers these names of parent companies mean, as far as the viewer may see them. */
    Map<String, UUID> parents(Set<String> names, Viewer viewer) {
        return names.isEmpty() ? new HashMap<>() : vocabulary.find(List.copyOf(names), viewer);
    }

    private static FieldProblem closed(String field, String code, CustomerState customer, Set<UUID> readable) {
        return FieldProblem.of(
                field, code, readable.contains(customer.id()) ? customer.name() : Masked.name(customer.name()));
    }

    private static CustomerState state(Map<UUID, CustomerState> states, UUID id) {
        return Objects.requireNonNull(states.get(id));
    }

    private static boolean differ(@Nullable String a, @Nullable String b) {
        return a != null && b != null && !a.equals(b);
    }

    private static List<String> present(Stream<@Nullable String> values) {
        return values.filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }
}

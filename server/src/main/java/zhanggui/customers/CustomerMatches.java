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

        /** Any two that share one of these are the same customer. */
        List<String> certain() {
            return Stream.of(
                            externalId == null ? null : "id:" + externalId,
                            creditCode == null ? null : "code:" + creditCode)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
        }

        /** Whether a customer of the same name is another one all the same. */
        boolean contradict(@Nullable String otherId, @Nullable String otherCode) {
            return differ(externalId, otherId) || differ(creditCode, otherCode);
        }

        private static boolean differ(@Nullable String a, @Nullable String b) {
            return a != null && b != null && !a.equals(b);
        }
    }

    /** A customer of the same name that is another one by external id or credit code. */
    record Namesake(Keys keys, FieldProblem why) {}

    sealed interface Match {
        record Unknown(List<Namesake> namesakes) implements Match {}

        /** @param byKey by external id or credit code, not only by name */
        record Known(CustomerState customer, boolean byKey) implements Match {}

        /** There is one, and this viewer may not change it; or it cannot be told which. */
        record Closed(FieldProblem why, boolean byKey) implements Match {}
    }

    /** What there is that some keys may mean. */
    private record Found(
            Map<String, UUID> byId,
            Map<String, UUID> byCode,
            Map<String, Set<UUID>> byName,
            Map<UUID, CustomerState> states,
            Set<UUID> readable,
            Set<UUID> editable) {
        CustomerState state(UUID id) {
            return Objects.requireNonNull(states.get(id));
        }

        FieldProblem problem(String field, String code, CustomerState customer) {
            return FieldProblem.of(
                    field, code, readable.contains(customer.id()) ? customer.name() : Masked.name(customer.name()));
        }
    }

    /** In the order of the keys. */
    List<Match> of(List<Keys> keys, Viewer viewer) {
        var byId = customers.byExternalId(present(keys.stream().map(Keys::externalId)));
        var byCode = customers.byCreditCode(present(keys.stream().map(Keys::creditCode)));
        var byName = traits.byName(keys.stream().map(Keys::name).collect(Collectors.toSet()));
        var ids = new HashSet<UUID>(byId.values());
        ids.addAll(byCode.values());
        byName.values().forEach(ids::addAll);
        var found = new Found(
                byId,
                byCode,
                byName,
                ids.isEmpty() ? Map.of() : CustomerRegister.byId(customers.states(ids)),
                customers.reached(ids, viewer, CustomerDirectory.READ_PERMISSION),
                customers.reached(ids, viewer, CustomerDirectory.EDIT_PERMISSION));
        return keys.stream().map(key -> match(key, found)).toList();
    }

    /** External id and credit code decide; only where they say nothing, the name does. */
    private static Match match(Keys key, Found found) {
        var one = key.externalId() == null ? null : found.byId.get(key.externalId());
        var coded = key.creditCode() == null ? null : found.byCode.get(key.creditCode());
        if (coded != null && !coded.equals(one)) {
            var customer = found.state(coded);
            if (one != null || Keys.differ(key.externalId(), customer.externalId())) {
                return new Match.Closed(found.problem("creditCode", "customer-known", customer), true);
            }
            one = coded;
        }
        return one == null ? byName(key, found) : reached(found.state(one), true, found);
    }

    private static Match byName(Keys key, Found found) {
        var namesakes = new ArrayList<Namesake>();
        var same = new ArrayList<CustomerState>();
        for (var id : found.byName.getOrDefault(key.name(), Set.of())) {
            var customer = found.state(id);
            if (!key.contradict(customer.externalId(), customer.creditCode())) same.add(customer);
            else namesakes.add(new Namesake(keys(customer), found.problem("name", "customer-known", customer)));
        }
        if (same.isEmpty()) return new Match.Unknown(namesakes);
        var meant = meant(key, same, found);
        return meant.size() == 1
                ? reached(meant.getFirst(), false, found)
                : new Match.Closed(FieldProblem.of("name", "customer-ambiguous", key.entered()), false);
    }

    /** Of several with the same name, those written alike, else those within reach. */
    private static List<CustomerState> meant(Keys key, List<CustomerState> same, Found found) {
        if (same.size() == 1) return same;
        var exact = same.stream().filter(c -> c.name().equals(key.entered())).toList();
        if (exact.size() == 1) return exact;
        var own = same.stream().filter(c -> found.editable.contains(c.id())).toList();
        return own.size() == 1 ? own : same;
    }

    private static Match reached(CustomerState customer, boolean byKey, Found found) {
        if (found.editable.contains(customer.id())) return new Match.Known(customer, byKey);
        var code = found.readable.contains(customer.id()) ? "customer-not-editable" : "customer-out-of-reach";
        return new Match.Closed(found.problem("name", code, customer), byKey);
    }

    private static Keys keys(CustomerState customer) {
        return new Keys(customer.name(), "", customer.externalId(), customer.creditCode());
    }

    /** The customers these names of parent companies mean, as far as the viewer may see them. */
    Map<String, UUID> parents(Set<String> names, Viewer viewer) {
        return names.isEmpty() ? new HashMap<>() : vocabulary.find(List.copyOf(names), viewer);
    }

    private static List<String> present(Stream<@Nullable String> values) {
        return values.filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }
}

package zhanggui.customers;

import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.RecordOf;
import zhanggui.access.Viewer;
import zhanggui.listings.FieldGuard;
import zhanggui.listings.Page.Reference;
import zhanggui.problems.Refused;

/** Finds customers that are known already 查重. Those out of the viewer's reach are hinted at, not shown. */
@Service
@Transactional(readOnly = true)
public class Duplicates {
    private static final int MOST = 10;
    private final TraitStore traits;
    private final CustomerStore customers;
    private final CustomerRegister register;
    private final FieldGuard guard;

    Duplicates(TraitStore traits, CustomerStore customers, CustomerRegister register, FieldGuard guard) {
        this.traits = traits;
        this.customers = customers;
        this.register = register;
        this.guard = guard;
    }

    /**
     * What has been typed so far.
     *
     * @param except the customer being edited
     */
    record Probe(
            @Nullable @Size(max = 200) String name,
            @Nullable @Size(max = 200) String nameEn,
            @Nullable @Size(max = 40) String creditCode,
            @Nullable @Size(max = 50) String phone,
            @Nullable @Size(max = 200) String email,
            @Nullable UUID except) {
        Set<Trait> traits(String home) {
            return Trait.of(new Trait.Known(
                    present(name, nameEn),
                    null,
                    Optional.ofNullable(SaveCustomer.text(creditCode))
                            .flatMap(CreditCode::read)
                            .orElse(null),
                    present(phone).stream()
                            .flatMap(p -> Phones.read(p, home).stream())
                            .toList(),
                    present(email),
                    null));
        }

        private static List<String> present(@Nullable String... texts) {
            return Stream.of(texts)
                    .map(SaveCustomer::text)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
        }
    }

    /**
     * A customer that may be the same.
     *
     * @param id absent when it is out of the viewer's reach; then the name is masked and the owner not named
     * @param unit the owner's department
     * @param score 0–100
     */
    @RecordOf("customers")
    record Candidate(
            @Nullable UUID id,
            String name,
            @Nullable String owner,
            @Nullable String unit,
            List<Resemblance.Reason> reasons,
            int score,
            boolean visible) {}

    List<Candidate> find(Probe probe, Viewer viewer) {
        var wanted = asked(probe, viewer).traits(register.home());
        var scores = new HashMap<UUID, Resemblance>();
        traits.resembling(wanted, probe.except()).forEach((id, found) -> {
            var resemblance = Resemblance.of(wanted, found);
            if (resemblance.score() > 0) scores.put(id, resemblance);
        });
        var best = scores.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<UUID, Resemblance> e) ->
                                -e.getValue().score())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .toList();
        var ids = best.stream().map(Map.Entry::getKey).toList();
        var states = CustomerRegister.byId(customers.states(ids));
        var reached = customers.reached(ids, viewer, CustomerDirectory.READ_PERMISSION);
        return best.stream()
                .map(e -> candidate(
                        Objects.requireNonNull(states.get(e.getKey())), e.getValue(), reached.contains(e.getKey())))
                .toList();
    }

    /** What somebody may not ask lists by, they may not find out here either. */
    private Probe asked(Probe probe, Viewer viewer) {
        return new Probe(
                probe.name(),
                asks("customers", "nameEn", viewer) ? probe.nameEn() : null,
                asks("customers", "creditCode", viewer) ? probe.creditCode() : null,
                asks("customers", "phone", viewer)
                                && asks("contacts", "mobile", viewer)
                                && asks("contacts", "phone", viewer)
                        ? probe.phone()
                        : null,
                asks("contacts", "email", viewer) ? probe.email() : null,
                probe.except());
    }

    private boolean asks(String list, String field, Viewer viewer) {
        return guard.isAskable(list, field, viewer);
    }

    private static Candidate candidate(CustomerState state, Resemblance resemblance, boolean visible) {
        return new Candidate(
                visible ? state.id() : null,
                visible ? state.name() : Masked.name(state.name()),
                visible ? name(state.owner()) : null,
                name(state.unit()),
                resemblance.reasons(),
                resemblance.score(),
                visible);
    }

    /**
     * Refuses to make a customer whose credit code is taken, or whose name another has, unless that is meant.
     *
     * @throws Refused as {@code customers.duplicate}, naming the other as far as the viewer may know it
     */
    void refuseKnown(Collection<SaveCustomer> commands, Viewer viewer) {
        var codes = customers.byCreditCode(commands.stream()
                .map(SaveCustomer::creditCode)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList());
        var names = traits.byName(commands.stream()
                .filter(c -> !c.meansAnother())
                .map(c -> CompanyName.of(c.name()).normal())
                .toList());
        var known = Stream.concat(
                        codes.values().stream(), names.values().stream().flatMap(Collection::stream))
                .findFirst();
        if (known.isPresent()) throw refused(known.get(), viewer);
    }

    /** Refuses a credit code that another customer has. */
    void refuseCode(@Nullable String code, UUID except, Viewer viewer) {
        if (code == null) return;
        var other = customers.byCreditCode(List.of(code)).get(code);
        if (other != null && !other.equals(except)) throw refused(other, viewer);
    }

    private Refused refused(UUID known, Viewer viewer) {
        return Refused.because(CustomerReasons.DUPLICATE, nameFor(known, viewer));
    }

    /** The name of a customer as far as the viewer may know it. */
    String nameFor(UUID customer, Viewer viewer) {
        return Objects.requireNonNull(namesFor(Set.of(customer), viewer).get(customer));
    }

    /** The names of customers as far as the viewer may know them. */
    Map<UUID, String> namesFor(Collection<UUID> all, Viewer viewer) {
        if (all.isEmpty()) return Map.of();
        var names = new HashMap<>(customers.names(all));
        var reached = customers.reached(all, viewer, CustomerDirectory.READ_PERMISSION);
        names.replaceAll((id, name) -> reached.contains(id) ? name : Masked.name(name));
        return names;
    }

    private static @Nullable String name(@Nullable Reference reference) {
        return reference == null ? null : reference.name();
    }
}

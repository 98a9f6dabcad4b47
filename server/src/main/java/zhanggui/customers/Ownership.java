package zhanggui.customers;

import static zhanggui.customers.CustomerDirectory.EDIT_PERMISSION;
import static zhanggui.customers.CustomerDirectory.READ_PERMISSION;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.listings.Lists;
import zhanggui.listings.Selection;
import zhanggui.problems.Refused;

/** Whose customers are, and who works on them beside their owners. */
@Service
@Transactional
public class Ownership {
    private static final String ASSIGN_PERMISSION = "customers:assign";
    private final Customers customers;
    private final CustomerStore store;
    private final CustomerRegister register;
    private final CollaboratorStore collaborators;
    private final Lists lists;
    private final Audit audit;
    private final Clock clock;

    Ownership(
            Customers customers,
            CustomerStore store,
            CustomerRegister register,
            CollaboratorStore collaborators,
            Lists lists,
            Audit audit,
            Clock clock) {
        this.customers = customers;
        this.store = store;
        this.register = register;
        this.collaborators = collaborators;
        this.lists = lists;
        this.audit = audit;
        this.clock = clock;
    }

    /** A person who works on a customer beside its owner. */
    public record Share(@NotNull UUID person, boolean mayWrite) {}

    /** How many of the selected were given to another owner, and how many the viewer may not give away. */
    @Schema(name = "AssignedCustomers")
    public record Assigned(int assigned, int refused) {}

    public Assigned assign(Selection selection, UUID owner, Viewer viewer) {
        viewer.require(ASSIGN_PERMISSION);
        if (store.people(Set.of(owner)).isEmpty()) throw Refused.invalid("owner", "unknown", owner);
        var list = lists.find("customers", viewer);
        var ids = lists.select(list, selection, viewer, ASSIGN_PERMISSION);
        int wanted = selection.ids().isEmpty()
                ? lists.select(list, selection, viewer, READ_PERMISSION).size()
                : Set.copyOf(selection.ids()).size();
        store.lock(ids);
        var before = store.states(ids).stream()
                .filter(c -> c.owner() == null || !c.owner().id().equals(owner))
                .toList();
        store.assign(ids, owner, clock.instant());
        var after = register.states(before.stream().map(CustomerState::id).toList());
        register.changed(before, after, "assigned", viewer);
        return new Assigned(ids.size(), Math.max(0, wanted - ids.size()));
    }

    /**
     * Only those who reach a customer through its owner may share it, not those it was shared with.
     *
     * @param version of the customer it rests on; not asked for when absent
     */
    public void share(UUID id, List<Share> shares, @Nullable Integer version, Viewer viewer) {
        var customer = customers.locked(id, viewer, EDIT_PERMISSION);
        if (!Customers.mayShare(customer, viewer)) throw Refused.notAllowed();
        if (version != null && version != customer.version()) throw Refused.stale(customers.view(id, viewer));
        var people = shares.stream().map(Share::person).collect(Collectors.toSet());
        if (people.size() < shares.size()) throw Refused.invalid("person", "taken", "");
        if (store.people(people).size() < people.size()) throw Refused.invalid("person", "unknown", "");
        var before = collaborators.of(id);
        collaborators.replace(id, shares);
        var after = collaborators.of(id);
        if (after.equals(before)) return;
        store.touch(id, clock.instant());
        audit.changed(viewer, customer.subject(), named(before), named(after));
    }

    private static Map<String, List<String>> named(List<CustomerView.Collaborator> all) {
        return Map.of(
                "collaborators",
                all.stream()
                        .map(c -> c.person().name() + (c.mayWrite() ? " ✎" : ""))
                        .toList());
    }
}

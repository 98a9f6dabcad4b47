package zhanggui.customers;

import static zhanggui.customers.CustomerDirectory.EDIT_PERMISSION;
import static zhanggui.customers.CustomerDirectory.READ_PERMISSION;
import static zhanggui.customers.db.Tables.CUSTOMER;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.bin.Bin;
import zhanggui.company.CompanyCurrencyChanges;
import zhanggui.customers.CustomerRegister.Checked;
import zhanggui.customers.CustomerRegister.Draft;
import zhanggui.listings.FieldGuard;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;

/** The customers of the company. */
@Service
@Transactional
public class Customers {
    private static final String LIST = "customers";
    private static final String CREATE_PERMISSION = "customers:create";
    private static final String ASSIGN_PERMISSION = "customers:assign";
    static final String DELETE_PERMISSION = "customers:delete";
    private final CustomerRegister register;
    private final CustomerStore store;
    private final CollaboratorStore collaborators;
    private final ContactStore contacts;
    private final Duplicates duplicates;
    private final TraitStore traits;
    private final FieldGuard guard;
    private final Bin bin;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Customers(
            CustomerRegister register,
            CustomerStore store,
            CollaboratorStore collaborators,
            ContactStore contacts,
            Duplicates duplicates,
            TraitStore traits,
            FieldGuard guard,
            Bin bin,
            Audit audit,
            ApplicationEventPublisher events) {
        this.register = register;
        this.store = store;
        this.collaborators = collaborators;
        this.contacts = contacts;
        this.duplicates = duplicates;
        this.traits = traits;
        this.guard = guard;
        this.bin = bin;
        this.audit = audit;
        this.events = events;
    }

    /** @param createdAt when it became a customer, where that was not now */
    public record New(SaveCustomer customer, @Nullable Instant createdAt) {}

    /** @throws Refused as not found when there is no such customer within the viewer's reach */
    @Transactional(readOnly = true)
    public void requireReadable(Viewer viewer, UUID customer) {
        requireReadable(viewer, Set.of(customer));
    }

    /** @throws Refused as not found when any of these is not a customer within the viewer's reach */
    @Transactional(readOnly = true)
    public void requireReadable(Viewer viewer, Collection<UUID> customers) {
        var wanted = Set.copyOf(customers);
        if (store.reached(wanted, viewer, READ_PERMISSION).size() < wanted.size()) throw Refused.notFound();
    }

    /** What customers are called; those that do not exist are left out. Asks for no rights. */
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> customers) {
        return store.names(customers);
    }

    /** Keeps for each customer the latest time it was followed up. */
    public void followedUp(Map<UUID, Instant> times) {
        store.followedUp(times);
    }

    /** Where {@code was} is still the last time it was followed up, it becomes {@code now}. */
    public void lastFollowedUp(UUID customer, Instant was, @Nullable Instant now) {
        store.lastFollowedUp(customer, was, now);
    }

    public UUID create(SaveCustomer command, Viewer viewer) {
        return createAll(List.of(new New(command, null)), viewer).getFirst();
    }

    /** All or none, in the order given. */
    public List<UUID> createAll(List<New> commands, Viewer viewer) {
        viewer.require(CREATE_PERMISSION);
        var drafts = commands.stream()
                .map(c -> guard.guarded(LIST, c.customer(), null, viewer))
                .map(c -> new Draft(owned(c, viewer), null))
                .toList();
        var checked = register.check(drafts, viewer);
        refuse(checked);
        var ready = checked.stream().map(Checked::command).toList();
        duplicates.refuseKnown(ready, viewer);
        refuseExternalIds(ready);
        var ids = register.newIds(ready.size());
        var entries = new ArrayList<CustomerStore.Entry>();
        for (int i = 0; i < ids.size(); i++) {
            entries.add(register.entry(ids.get(i), ready.get(i), commands.get(i).createdAt()));
        }
        register.insert(entries, viewer);
        traits.refresh(ids);
        return ids;
    }

    /** Revenues are in the company's currency. */
    @EventListener
    void on(CompanyCurrencyChanges event) {
        if (store.hasRevenues()) throw Refused.because(CustomerReasons.REVENUES_KEEP_CURRENCY, event.from());
    }

    /** Whoever makes a customer owns it, unless they may give it away, as far as that right reaches. */
    private static SaveCustomer owned(SaveCustomer command, Viewer viewer) {
        if (command.owner() == null) return command.ownedBy(viewer.id());
        if (!command.owner().equals(viewer.id())) viewer.require(ASSIGN_PERMISSION);
        if (!mayGive(command.owner(), viewer)) throw Refused.invalid("owner", "customer-owner");
        return command;
    }

    /** Entering customers for others needs the right to give them away, as far as it reaches. */
    static boolean mayGive(@Nullable UUID owner, Viewer viewer) {
        return viewer.id().equals(owner) || viewer.may(ASSIGN_PERMISSION, owner);
    }

    public void edit(UUID id, SaveCustomer command, Viewer viewer) {
        var before = locked(id, viewer, EDIT_PERMISSION);
        if (command.version() == null) throw Refused.invalid("version", "required");
        if (command.version() != before.version()) throw Refused.stale(view(before, viewer));
        var wanted = guard.guarded(LIST, kept(command, before), before.asCommand(), viewer);
        if (!Objects.equals(wanted.owner(), before.asCommand().owner())) require(id, viewer, ASSIGN_PERMISSION);
        var checked = register.check(List.of(new Draft(wanted, before)), viewer);
        refuse(checked);
        var ready = checked.getFirst().command();
        duplicates.refuseCode(ready.creditCode(), id, viewer);
        if (!Objects.equals(ready.externalId(), before.externalId())) refuseExternalIds(List.of(ready));
        if (!Objects.equals(ready.parent(), before.asCommand().parent())) refuseCycle(id, ready.parent());
        register.update(Map.of(before, ready), viewer);
        traits.refresh(Set.of(id));
    }

    /** Owner and external id stay as they are where a change does not mention them. */
    private static SaveCustomer kept(SaveCustomer command, CustomerState before) {
        var was = before.asCommand();
        return command.keeping(
                command.owner() == null ? was.owner() : command.owner(),
                command.externalId() == null ? was.externalId() : command.externalId());
    }

    /** @throws Refused as long as opportunities or other companies hang on it */
    public void delete(UUID id, Viewer viewer) {
        var before = locked(id, viewer, DELETE_PERMISSION);
        var people = contacts.of(id);
        bin.keep(before.subject(), before.owner(), DELETE_PERMISSION, viewer);
        events.publishEvent(new CustomerRemoved(id, viewer));
        try {
            store.delete(id);
        } catch (DataIntegrityViolationException e) {
            throw Refused.because(
                    holds(e).equals("customers")
                            ? CustomerReasons.HAS_SUBSIDIARIES
                            : CustomerReasons.HAS_OPPORTUNITIES);
        }
        people.forEach(contact -> audit.deleted(viewer, contact.subject(), contact.logged()));
        audit.deleted(viewer, before.subject(), before.logged());
    }

    /** The module whose rows still refer to what was to be deleted. */
    private static String holds(DataIntegrityViolationException e) {
        return e.getMostSpecificCause() instanceof PSQLException sql && sql.getServerErrorMessage() != null
                ? String.valueOf(sql.getServerErrorMessage().getSchema())
                : "";
    }

    @Transactional(readOnly = true)
    CustomerView view(UUID id, Viewer viewer) {
        return view(find(id, viewer), viewer);
    }

    /** The customer as somebody has just saved it, even where it is not, or no longer, within their reach. */
    @Transactional(readOnly = true)
    CustomerView saved(UUID id, Viewer viewer) {
        return view(store.states(CUSTOMER.ID.eq(id)).stream().findFirst().orElseThrow(Refused::notFound), viewer);
    }

    private CustomerView view(CustomerState customer, Viewer viewer) {
        var id = customer.id();
        var can = new CustomerView.Can(
                reaches(id, viewer, EDIT_PERMISSION),
                reaches(id, viewer, DELETE_PERMISSION),
                reaches(id, viewer, ASSIGN_PERMISSION),
                mayShare(customer, viewer));
        return new CustomerView(customer, can, collaborators.of(id), contacts.of(id), store.children(id, viewer));
    }

    static boolean mayShare(CustomerState customer, Viewer viewer) {
        var owner = customer.owner();
        return viewer.may(EDIT_PERMISSION, owner == null ? null : owner.id());
    }

    private CustomerState find(UUID id, Viewer viewer) {
        return store.states(CUSTOMER.ID.eq(id).and(CustomerStore.SCOPE.of(viewer, READ_PERMISSION))).stream()
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    /** The customer as it stays until the transaction ends, if {@code permission} reaches it. */
    CustomerState locked(UUID id, Viewer viewer, String permission) {
        store.lock(Set.of(id));
        var customer = find(id, viewer);
        require(id, viewer, permission);
        return customer;
    }

    private void require(UUID id, Viewer viewer, String permission) {
        if (!reaches(id, viewer, permission)) throw Refused.notAllowed();
    }

    private boolean reaches(UUID id, Viewer viewer, String permission) {
        return !store.reached(Set.of(id), viewer, permission).isEmpty();
    }

    /** Locks the companies above, so that two changes cannot close a circle together. */
    private void refuseCycle(UUID id, @Nullable UUID parent) {
        if (parent == null) return;
        var above = store.above(Set.of(parent)).keySet();
        store.lock(above);
        if (above.contains(id) || store.above(Set.of(parent)).containsKey(id))
            throw Refused.invalid("parent", "customer-cycle");
    }

    private void refuseExternalIds(List<SaveCustomer> commands) {
        var ids = commands.stream()
                .map(SaveCustomer::externalId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        store.byExternalId(ids).keySet().stream().findFirst().ifPresent(id -> {
            throw Refused.invalid("externalId", "taken", id);
        });
    }

    private static void refuse(List<Checked> checked) {
        var problems = new ArrayList<FieldProblem>();
        checked.forEach(c -> problems.addAll(c.problems()));
        if (!problems.isEmpty()) throw Refused.invalid(problems);
    }
}

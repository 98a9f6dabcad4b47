package zhanggui.customers;

import static zhanggui.customers.CustomerDirectory.EDIT_PERMISSION;
import static zhanggui.customers.CustomerDirectory.READ_PERMISSION;
import static zhanggui.customers.db.Tables.CONTACT;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.bin.Bin;
import zhanggui.customers.ContactStore.Entry;
import zhanggui.customfields.CustomFields;
import zhanggui.listings.FieldGuard;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;
import zhanggui.problems.Violations;

/** The people one talks to at customers. Who may read or edit a customer may read or edit its contacts. */
@Service
@Transactional
public class Contacts {
    private static final String LIST = "contacts";
    private final ContactStore store;
    private final CustomerStore customers;
    private final CustomerRegister register;
    private final TraitStore traits;
    private final CustomFields fields;
    private final FieldGuard guard;
    private final Bin bin;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Contacts(
            ContactStore store,
            CustomerStore customers,
            CustomerRegister register,
            TraitStore traits,
            CustomFields fields,
            FieldGuard guard,
            Bin bin,
            Audit audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.customers = customers;
        this.register = register;
        this.traits = traits;
        this.fields = fields;
        this.guard = guard;
        this.bin = bin;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** A contact to be made. */
    public record New(UUID customer, SaveContact contact) {}

    /** @throws Refused as not found when any of these is not a contact of a customer within the viewer's reach */
    @Transactional(readOnly = true)
    public void requireReadable(Viewer viewer, Collection<UUID> contacts) {
        var wanted = Set.copyOf(contacts);
        var found = store.states(
                CustomerStore.among(CONTACT.ID, wanted).and(CustomerStore.SCOPE.of(viewer, READ_PERMISSION)));
        if (found.size() < wanted.size()) throw Refused.notFound();
    }

    /** The customers these contacts belong to, by contact. Asks for no rights. */
    @Transactional(readOnly = true)
    public Map<UUID, UUID> customersOf(Collection<UUID> contacts) {
        return store.states(CustomerStore.among(CONTACT.ID, contacts)).stream()
                .collect(Collectors.toMap(ContactState::id, c -> c.customer().id()));
    }

    /** Keeps for each contact the latest time it was followed up. */
    public void followedUp(Map<UUID, Instant> times) {
        store.followedUp(times);
    }

    /** Where {@code was} is still the last time it was followed up, it becomes {@code now}. */
    public void lastFollowedUp(UUID contact, Instant was, @Nullable Instant now) {
        store.lastFollowedUp(contact, was, now);
    }

    public UUID add(UUID customer, SaveContact command, Viewer viewer) {
        return addAll(List.of(new New(customer, command)), viewer).getFirst();
    }

    /** All or none, in the order given. */
    public List<UUID> addAll(List<New> commands, Viewer viewer) {
        var wanted = commands.stream().map(New::customer).collect(Collectors.toSet());
        requireEditable(wanted, viewer);
        var regions = regions(wanted);
        var ready = new ArrayList<New>();
        var problems = new ArrayList<FieldProblem>();
        for (var command : commands) {
            var checked = check(
                    guard.guarded(LIST, command.contact(), null, viewer),
                    null,
                    Objects.requireNonNull(regions.get(command.customer())),
                    viewer);
            problems.addAll(checked.problems());
            ready.add(new New(command.customer(), checked.command()));
        }
        if (!problems.isEmpty()) throw Refused.invalid(problems);
        ready.forEach(c -> refuseTaken(c.contact().externalId(), null));
        var ids = insert(ready, viewer);
        traits.refresh(wanted);
        return ids;
    }

    public void edit(UUID id, SaveContact command, Viewer viewer) {
        var before = locked(id, viewer);
        var customer = before.customer().id();
        if (command.version() == null) throw Refused.invalid("version", "required");
        if (command.version() != before.version()) throw Refused.stale(before);
        var checked = check(
                guard.guarded(LIST, command, before.asCommand(), viewer),
                before,
                Objects.requireNonNull(regions(Set.of(customer)).get(customer)),
                viewer);
        if (!checked.problems().isEmpty()) throw Refused.invalid(checked.problems());
        var ready = checked.command();
        refuseTaken(ready.externalId(), before.externalId());
        update(
                Map.of(before, ready.keeping(command.externalId() == null ? before.externalId() : ready.externalId())),
                viewer);
        traits.refresh(Set.of(before.customer().id()));
    }

    public void delete(UUID id, Viewer viewer) {
        var before = locked(id, viewer);
        var owner = customers.states(Set.of(before.customer().id())).getFirst().owner();
        bin.keep(before.subject(), owner, EDIT_PERMISSION, viewer);
        events.publishEvent(new ContactRemoved(id, viewer));
        store.delete(id);
        traits.refresh(Set.of(before.customer().id()));
        audit.deleted(viewer, before.subject(), before.logged());
    }

    @Transactional(readOnly = true)
    ContactState find(UUID id, Viewer viewer) {
        return store.states(CONTACT.ID.eq(id).and(CustomerStore.SCOPE.of(viewer, READ_PERMISSION))).stream()
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    private SaveContact.Cleaned check(
            SaveContact command, @Nullable ContactState before, String region, Viewer viewer) {
        var checked = check(command, region);
        var custom = fields.check("contacts", viewer)
                .check(
                        command.custom(),
                        before == null ? null : before.custom().stored(),
                        checked.command().facts());
        var problems = new ArrayList<>(checked.problems());
        problems.addAll(custom.problems());
        return new SaveContact.Cleaned(checked.command().with(custom.values()), problems);
    }

    /** A command in stored form, and why it may not be stored; what it says of custom fields is not looked at. */
    SaveContact.Cleaned check(SaveContact command, String region) {
        var cleaned = command.cleaned(region);
        var problems = new ArrayList<>(cleaned.problems());
        problems.addAll(Violations.of(cleaned.command(), register.validator()));
        return new SaveContact.Cleaned(cleaned.command(), problems);
    }

    /** Without questions and without traits: for callers that have seen to both. */
    List<UUID> insert(List<New> commands, Viewer viewer) {
        if (commands.isEmpty()) return List.of();
        var ids = register.newIds(commands.size());
        var lastMain = new java.util.HashMap<UUID, Integer>();
        for (int i = 0; i < commands.size(); i++) {
            if (commands.get(i).contact().isMain()) lastMain.put(commands.get(i).customer(), i);
        }
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < commands.size(); i++) {
            var command = commands.get(i);
            boolean main = Objects.equals(lastMain.get(command.customer()), i);
            entries.add(
                    new Entry(ids.get(i), command.customer(), command.contact().main(main)));
        }
        store.noMain(lastMain.keySet());
        store.insert(entries, viewer.id(), clock.instant());
        audit.record(
                viewer,
                "created",
                store.states(CustomerStore.among(CONTACT.ID, ids)).stream()
                        .map(c -> new Audit.Changed(c.subject(), null, c.logged()))
                        .toList());
        return ids;
    }

    /** Without questions and without traits: for callers that have seen to both. */
    void update(Map<ContactState, SaveContact> changes, Viewer viewer) {
        if (changes.isEmpty()) return;
        store.noMain(changes.entrySet().stream()
                .filter(c -> c.getValue().isMain() && !c.getKey().main())
                .map(c -> c.getKey().customer().id())
                .collect(Collectors.toSet()));
        store.update(changes, clock.instant());
        var ids = changes.keySet().stream().map(ContactState::id).toList();
        var after = store.states(CustomerStore.among(CONTACT.ID, ids)).stream()
                .collect(Collectors.toMap(ContactState::id, c -> c));
        audit.record(
                viewer,
                "changed",
                changes.keySet().stream()
                        .map(b -> new Audit.Changed(
                                b.subject(),
                                b.logged(),
                                Objects.requireNonNull(after.get(b.id())).logged()))
                        .toList());
    }

    /** The contact as it stays until the transaction ends, if the viewer may change it. */
    ContactState locked(UUID id, Viewer viewer) {
        store.lock(id);
        var contact = find(id, viewer);
        requireEditable(Set.of(contact.customer().id()), viewer);
        return contact;
    }

    private void requireEditable(Set<UUID> wanted, Viewer viewer) {
        if (customers.reached(wanted, viewer, READ_PERMISSION).size() < wanted.size()) throw Refused.notFound();
        if (customers.reached(wanted, viewer, EDIT_PERMISSION).size() < wanted.size()) throw Refused.notAllowed();
    }

    private void refuseTaken(@Nullable String externalId, @Nullable String before) {
        if (externalId != null && !externalId.equals(before) && store.taken(externalId)) {
            throw Refused.invalid("externalId", "taken", externalId);
        }
    }

    private Map<UUID, String> regions(Collection<UUID> wanted) {
        var home = register.home();
        return customers.states(wanted).stream()
                .collect(Collectors.toMap(CustomerState::id, c -> Phones.region(c.country(), home)));
    }
}

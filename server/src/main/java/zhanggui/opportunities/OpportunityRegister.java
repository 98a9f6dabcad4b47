package zhanggui.opportunities;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Audit.Changed;
import zhanggui.customers.Customers;
import zhanggui.opportunities.OpportunityStore.Arrival;

/** Stores any number of opportunities that were checked already, says so in the log, and keeps what hangs on them. */
@Component
class OpportunityRegister {
    private final OpportunityStore store;
    private final ContactRoles contacts;
    private final FollowedUp followedUp;
    private final Customers customers;
    private final Wording wording;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    OpportunityRegister(
            OpportunityStore store,
            ContactRoles contacts,
            FollowedUp followedUp,
            Customers customers,
            Wording wording,
            Audit audit,
            ApplicationEventPublisher events) {
        this.store = store;
        this.contacts = contacts;
        this.followedUp = followedUp;
        this.customers = customers;
        this.wording = wording;
        this.audit = audit;
        this.events = events;
    }

    /** What the log keeps of the moment one was created, where that is corrected. */
    record Created(Instant createdAt) {}

    void bring(List<Arrival> arrivals, String action, Viewer viewer) {
        if (arrivals.isEmpty()) return;
        store.insert(arrivals, viewer.id());
        var all = arrivals.stream().map(Arrival::opportunity).toList();
        var names = wording.of(all, viewer.language());
        audit.record(
                viewer,
                action,
                all.stream()
                        .map(o -> new Changed(Wording.subject(o), null, names.state(o)))
                        .toList());
    }

    /** @param before the same ones as stored, by id */
    void save(List<Opportunity> after, Map<UUID, Opportunity> before, String action, Viewer viewer) {
        if (after.isEmpty()) return;
        store.update(after, before);
        var all = new ArrayList<>(after);
        all.addAll(before.values());
        var names = wording.of(all, viewer.language());
        audit.record(
                viewer,
                action,
                after.stream()
                        .map(o -> {
                            var old = before.get(o.id());
                            return new Changed(
                                    Wording.subject(o), old == null ? null : names.state(old), names.state(o));
                        })
                        .toList());
        changeCustomers(
                after.stream()
                        .filter(o -> !Objects.equals(customer(o), customer(before.get(o.id()))))
                        .toList(),
                before,
                viewer);
    }

    /** The contacts of the old customer stay behind; the new one was followed up when the opportunity was. */
    private void changeCustomers(List<Opportunity> changed, Map<UUID, Opportunity> before, Viewer viewer) {
        if (changed.isEmpty()) return;
        var ids = changed.stream().map(Opportunity::id).toList();
        var had = contacts.of(ids);
        if (!had.isEmpty()) {
            contacts.leaveBehind(ids);
            var have = contacts.of(ids);
            audit.record(
                    viewer,
                    "changed",
                    changed.stream()
                            .map(o -> new Changed(
                                    Wording.subject(o),
                                    had.getOrDefault(o.id(), ContactRoles.State.NOBODY),
                                    have.getOrDefault(o.id(), ContactRoles.State.NOBODY)))
                            .toList());
        }
        customers.followedUp(followedUp.ofCustomers(ids));
        var left = new HashMap<UUID, UUID>();
        for (var id : ids) {
            var customer = customer(before.get(id));
            if (customer != null) left.put(id, customer);
        }
        if (!left.isEmpty()) events.publishEvent(new OpportunitiesLeft(Map.copyOf(left)));
    }

    private static @Nullable UUID customer(@Nullable Opportunity o) {
        return o == null ? null : o.details().customer();
    }

    /** Corrects when some were created. */
    void created(Map<Opportunity, Instant> moments, Map<UUID, Instant> before, Viewer viewer) {
        if (moments.isEmpty()) return;
        store.created(moments);
        audit.record(
                viewer,
                "changed",
                moments.entrySet().stream()
                        .map(e -> new Changed(
                                Wording.subject(e.getKey()),
                                new Created(Objects.requireNonNull(
                                        before.get(e.getKey().id()))),
                                new Created(e.getValue())))
                        .toList());
    }
}

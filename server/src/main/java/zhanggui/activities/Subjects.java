package zhanggui.activities;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.customers.Contacts;
import zhanggui.customers.Customers;
import zhanggui.listings.Lists;
import zhanggui.listings.Selection;
import zhanggui.opportunities.Opportunities;
import zhanggui.problems.Refused;

/** Checks what follow-ups are about, under the rights on those records, and keeps "last followed up" there. */
@Component
class Subjects {
    private static final String READ = "activities:read";
    private final ActivityStore store;
    private final Lists lists;
    private final Customers customers;
    private final Contacts contacts;
    private final Opportunities opportunities;

    Subjects(ActivityStore store, Lists lists, Customers customers, Contacts contacts, Opportunities opportunities) {
        this.store = store;
        this.lists = lists;
        this.customers = customers;
        this.contacts = contacts;
        this.opportunities = opportunities;
    }

    /**
     * Completes and checks: all within the viewer's sight, the contact of that customer, the customer of that
     * opportunity; where none is named, the customer of that contact.
     *
     * @throws Refused naming the field that is wrong
     */
    About checked(About about, Viewer viewer) {
        if (about.isNothing()) throw Refused.invalid("customer", "required");
        var opportunity = about.opportunity();
        if (opportunity != null && !sees("opportunities", opportunity, viewer))
            throw unknown("opportunity", opportunity);
        var its = opportunity == null
                ? null
                : opportunities.customerOf(opportunity).orElse(null);
        var customer = about.customer() == null ? its : about.customer();
        if (customer != null && !customer.equals(its)) {
            if (!sees("customers", customer, viewer)) throw unknown("customer", customer);
            if (its != null) throw Refused.invalid("customer", "not-its-customer");
        }
        var contact = about.contact();
        if (contact != null) customer = customerOf(contact, customer, opportunity, viewer);
        return new About(customer, contact, opportunity);
    }

    /**
     * Contacts are known to those who may read their customer; where that is named already, also to those who may read
     * an opportunity in which they play a part.
     */
    private UUID customerOf(UUID contact, @Nullable UUID named, @Nullable UUID opportunity, Viewer viewer) {
        var its = contacts.customersOf(List.of(contact)).get(contact);
        if (its == null || (named != null && !named.equals(its))) throw unknown("contact", contact);
        boolean involved = named != null && opportunity != null && opportunities.involves(opportunity, contact);
        if (!involved && !sees("customers", its, viewer)) throw unknown("contact", contact);
        return its;
    }

    /** Whether a follow-up or task may be read: within reach of its owner, or on a record within sight. */
    boolean visible(UUID owner, About about, Viewer viewer) {
        if (!viewer.may(READ)) return false;
        if (viewer.may(READ, owner)) return true;
        var opportunity = about.opportunity();
        if (opportunity != null) return sees("opportunities", opportunity, viewer);
        return about.customer() != null && sees("customers", about.customer(), viewer);
    }

    /** Those of some records of a list that the viewer sees. */
    Set<UUID> seen(String list, Collection<UUID> ids, Viewer viewer) {
        var permission = list + ":read";
        if (ids.isEmpty() || !viewer.may(permission)) return Set.of();
        return Set.copyOf(lists.select(lists.find(list, viewer), Selection.of(List.copyOf(ids)), viewer, permission));
    }

    /** Who may read a customer may read its contacts. */
    boolean seesContact(UUID id, Viewer viewer) {
        var its = contacts.customersOf(List.of(id)).get(id);
        return its != null && sees("customers", its, viewer);
    }

    boolean sees(String list, UUID id, Viewer viewer) {
        var permission = list + ":read";
        return viewer.may(permission) && lists.reaches(lists.find(list, viewer), id, viewer, permission);
    }

    /** That something was done about a record. */
    record Done(About about, Instant at) {}

    void followedUp(About about, Instant at) {
        followedUp(List.of(new Done(about, at)));
    }

    /** When each customer, contact and opportunity was last followed up; earlier moments change nothing. */
    void followedUp(Collection<Done> done) {
        var customerOf = customersOf(done.stream().map(Done::about).toList());
        var ofCustomers = new HashMap<UUID, Instant>();
        var ofContacts = new HashMap<UUID, Instant>();
        var ofOpportunities = new HashMap<UUID, Instant>();
        for (var one : done) {
            var contact = one.about().contact();
            if (contact != null) keepLatest(ofContacts, contact, one.at());
            for (var customer : customers(one.about(), customerOf)) keepLatest(ofCustomers, customer, one.at());
            var opportunity = one.about().opportunity();
            if (opportunity != null) keepLatest(ofOpportunities, opportunity, one.at());
        }
        customers.followedUp(ofCustomers);
        contacts.followedUp(ofContacts);
        opportunities.followedUp(ofOpportunities);
    }

    /** After follow-ups moved or went: the ones before them become the last, where these had been it. */
    void noLongerFollowedUp(Collection<Activity> gone) {
        var customerOf = customersOf(gone.stream().map(Activity::about).toList());
        var ofCustomers = new HashMap<UUID, Set<Instant>>();
        var ofContacts = new HashMap<UUID, Set<Instant>>();
        var ofOpportunities = new HashMap<UUID, Set<Instant>>();
        for (var one : gone) {
            var contact = one.about().contact();
            if (contact != null) add(ofContacts, contact, one.happenedAt());
            for (var customer : customers(one.about(), customerOf)) add(ofCustomers, customer, one.happenedAt());
            var opportunity = one.about().opportunity();
            if (opportunity != null) add(ofOpportunities, opportunity, one.happenedAt());
        }
        ofCustomers.forEach((id, moments) -> {
            var latest = store.latestOfCustomer(id);
            moments.forEach(was -> customers.lastFollowedUp(id, was, latest));
        });
        ofContacts.forEach((id, moments) -> {
            var latest = store.latestOfContact(id);
            moments.forEach(was -> contacts.lastFollowedUp(id, was, latest));
        });
        ofOpportunities.forEach((id, moments) -> {
            var latest = store.latestOfOpportunity(id);
            moments.forEach(was -> opportunities.lastFollowedUp(id, was, latest));
        });
    }

    /** @param customers the customers that opportunities were with until now, by opportunity */
    void left(Map<UUID, UUID> customers) {
        customers.forEach((opportunity, customer) -> {
            var was = store.latestOfOpportunity(opportunity);
            if (was != null) this.customers.lastFollowedUp(customer, was, store.latestOfCustomer(customer));
        });
    }

    /** Where the last that was done about what is kept had been done about what came back, the one before it counts. */
    void parted(String list, UUID kept, UUID back) {
        if (list.equals("customers")) {
            var was = store.latestOfCustomer(back);
            if (was != null) customers.lastFollowedUp(kept, was, store.latestOfCustomer(kept));
        } else if (list.equals("contacts")) {
            var was = store.latestOfContact(back);
            if (was != null) contacts.lastFollowedUp(kept, was, store.latestOfContact(kept));
        }
    }

    private Map<UUID, UUID> customersOf(Collection<About> about) {
        var ids = about.stream()
                .map(About::opportunity)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return ids.isEmpty() ? Map.of() : opportunities.customersOf(ids);
    }

    /** The customer it was written down for, and the one its opportunity is with now. */
    private static Set<UUID> customers(About about, Map<UUID, UUID> customerOf) {
        return Stream.of(
                        Optional.ofNullable(about.customer()),
                        Optional.ofNullable(about.opportunity()).map(customerOf::get))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static void keepLatest(Map<UUID, Instant> latest, UUID id, Instant at) {
        latest.merge(id, at, (a, b) -> a.isAfter(b) ? a : b);
    }

    private static void add(Map<UUID, Set<Instant>> moments, UUID id, Instant at) {
        moments.computeIfAbsent(id, any -> new HashSet<>()).add(at);
    }

    private static Refused unknown(String field, UUID id) {
        return Refused.invalid(field, "unreachable", id);
    }
}

package zhanggui.activities;

import static zhanggui.activities.db.Tables.KNOWN_CONTACT;

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
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.customers.Customers;
import zhanggui.listings.Lists;
import zhanggui.listings.Selection;
import zhanggui.opportunities.Opportunities;
import zhanggui.problems.Refused;

/** Checks what follow-ups are about, under the rights on those records, and keeps "last followed up" there. */
@Component
class Subjects {
    private static final String READ = "activities:read";
    private final DSLContext db;
    private final ActivityStore store;
    private final Lists lists;
    private final Customers customers;
    private final Opportunities opportunities;

    Subjects(DSLContext db, ActivityStore store, Lists lists, Customers customers, Opportunities opportunities) {
        this.db = db;
        this.store = store;
        this.lists = lists;
        this.customers = customers;
        this.opportunities = opportunities;
    }

    /**
     * Completes and checks: all within the viewer's sight, the contact of that customer, the customer of that
     * opportunity.
     *
     * @throws Refused naming the field that is wrong
     */
    About checked(About about, Viewer viewer) {
        if (about.isNothing()) throw Refused.invalid("customer", "required");
        var opportunity = about.opportunity();
        if (opportunity != null && !sees("opportunities", opportunity, viewer)) throw unknown("opportunity");
        var its = opportunity == null
                ? null
                : opportunities.customerOf(opportunity).orElse(null);
        var customer = about.customer() == null ? its : about.customer();
        if (customer != null && !customer.equals(its)) {
            if (!sees("customers", customer, viewer)) throw unknown("customer");
            if (its != null) throw Refused.invalid("customer", "not-its-customer");
        }
        if (about.contact() != null) checkContact(about.contact(), customer, opportunity, viewer);
        return new About(customer, about.contact(), opportunity);
    }

    /** Contacts are known to those who may read their customer, or an opportunity in which they play a part. */
    private void checkContact(UUID contact, @Nullable UUID customer, @Nullable UUID opportunity, Viewer viewer) {
        var its = db.select(KNOWN_CONTACT.CUSTOMER_ID)
                .from(KNOWN_CONTACT)
                .where(KNOWN_CONTACT.ID.eq(contact))
                .fetchOne(KNOWN_CONTACT.CUSTOMER_ID);
        if (its == null || !its.equals(customer)) throw unknown("contact");
        if (opportunity != null && opportunities.involves(opportunity, contact)) return;
        if (!sees("customers", its, viewer)) throw unknown("contact");
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

    boolean sees(String list, UUID id, Viewer viewer) {
        var permission = list + ":read";
        return viewer.may(permission) && lists.reaches(lists.find(list, viewer), id, viewer, permission);
    }

    /** That something was done about a record. */
    record Done(About about, Instant at) {}

    void followedUp(About about, Instant at) {
        followedUp(List.of(new Done(about, at)));
    }

    /** When each customer and each opportunity was last followed up; earlier moments change nothing. */
    void followedUp(Collection<Done> done) {
        var customerOf = customersOf(done.stream().map(Done::about).toList());
        var ofCustomers = new HashMap<UUID, Instant>();
        var ofOpportunities = new HashMap<UUID, Instant>();
        for (var one : done) {
            for (var customer : customers(one.about(), customerOf)) keepLatest(ofCustomers, customer, one.at());
            var opportunity = one.about().opportunity();
            if (opportunity != null) keepLatest(ofOpportunities, opportunity, one.at());
        }
        customers.followedUp(ofCustomers);
        opportunities.followedUp(ofOpportunities);
    }

    /** After follow-ups moved or went: the ones before them become the last, where these had been it. */
    void noLongerFollowedUp(Collection<Activity> gone) {
        var customerOf = customersOf(gone.stream().map(Activity::about).toList());
        var ofCustomers = new HashMap<UUID, Set<Instant>>();
        var ofOpportunities = new HashMap<UUID, Set<Instant>>();
        for (var one : gone) {
            for (var customer : customers(one.about(), customerOf)) add(ofCustomers, customer, one.happenedAt());
            var opportunity = one.about().opportunity();
            if (opportunity != null) add(ofOpportunities, opportunity, one.happenedAt());
        }
        ofCustomers.forEach((id, moments) -> {
            var latest = store.latestOfCustomer(id);
            moments.forEach(was -> customers.lastFollowedUp(id, was, latest));
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

    private static Refused unknown(String field) {
        return Refused.invalid(field, "unreachable");
    }
}

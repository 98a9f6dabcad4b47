package zhanggui.activities;

import static zhanggui.activities.db.Tables.KNOWN_CONTACT;
import static zhanggui.activities.db.Tables.KNOWN_OPPORTUNITY;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.customers.Customers;
import zhanggui.listings.Lists;
import zhanggui.opportunities.Opportunities;
import zhanggui.problems.Refused;

/** Checks what follow-ups are about, under the rights on those records, and keeps "last followed up" there. */
@Component
class Subjects {
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
        var customer = about.customer();
        if (about.opportunity() != null) {
            if (!sees("opportunities", about.opportunity(), viewer)) throw unknown("opportunity");
            var itsCustomer = customerOf(about.opportunity());
            if (customer != null && itsCustomer != null && !customer.equals(itsCustomer)) throw unknown("opportunity");
            if (customer == null) customer = itsCustomer;
        } else if (customer != null && !sees("customers", customer, viewer)) {
            throw unknown("customer");
        }
        if (about.contact() != null) {
            var itsCustomer = db.select(KNOWN_CONTACT.CUSTOMER_ID)
                    .from(KNOWN_CONTACT)
                    .where(KNOWN_CONTACT.ID.eq(about.contact()))
                    .fetchOne(KNOWN_CONTACT.CUSTOMER_ID);
            if (itsCustomer == null || !itsCustomer.equals(customer)) throw unknown("contact");
        }
        return new About(customer, about.contact(), about.opportunity());
    }

    boolean sees(String list, UUID id, Viewer viewer) {
        var permission = list + ":read";
        return viewer.may(permission) && lists.reaches(lists.find(list, viewer), id, viewer, permission);
    }

    void followedUp(About about, Instant at) {
        followedUp(
                about.customer() == null ? Map.of() : Map.of(about.customer(), at),
                about.opportunity() == null ? Map.of() : Map.of(about.opportunity(), at));
    }

    /** When each customer and each opportunity was last followed up; earlier moments change nothing. */
    void followedUp(Map<UUID, Instant> ofCustomers, Map<UUID, Instant> ofOpportunities) {
        if (!ofCustomers.isEmpty()) customers.followedUp(ofCustomers);
        if (!ofOpportunities.isEmpty()) opportunities.followedUp(ofOpportunities);
    }

    /** After a follow-up moved or went: the one before it becomes the last, where this had been it. */
    void noLongerFollowedUp(Activity gone) {
        var about = gone.about();
        if (about.customer() != null) {
            customers.lastFollowedUp(about.customer(), gone.happenedAt(), store.latestOfCustomer(about.customer()));
        }
        if (about.opportunity() != null) {
            opportunities.lastFollowedUp(
                    about.opportunity(), gone.happenedAt(), store.latestOfOpportunity(about.opportunity()));
        }
    }

    private @Nullable UUID customerOf(UUID opportunity) {
        return db.select(KNOWN_OPPORTUNITY.CUSTOMER_ID)
                .from(KNOWN_OPPORTUNITY)
                .where(KNOWN_OPPORTUNITY.ID.eq(opportunity))
                .fetchOne(KNOWN_OPPORTUNITY.CUSTOMER_ID);
    }

    private static Refused unknown(String field) {
        return Refused.invalid(field, "unreachable");
    }
}

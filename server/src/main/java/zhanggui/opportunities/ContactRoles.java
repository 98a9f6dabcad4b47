package zhanggui.opportunities;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.selectOne;
import static zhanggui.opportunities.db.Tables.CONTACT_ROLE;
import static zhanggui.opportunities.db.Tables.OPPORTUNITY;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.customers.ContactDirectory;
import zhanggui.opportunities.OpportunityCommands.EnteredContact;
import zhanggui.problems.Refused;

/** The parts that contacts of the customer play in opportunities. */
@Repository
class ContactRoles {
    private static final ContactDirectory.ContactsAs CONTACT = ContactDirectory.as("contact");
    private final DSLContext db;

    ContactRoles(DSLContext db) {
        this.db = db;
    }

    /** What the log keeps. */
    record State(List<String> contacts) {
        static final State NOBODY = new State(List.of());
    }

    State of(UUID id) {
        return of(List.of(id)).getOrDefault(id, State.NOBODY);
    }

    /** Opportunities without contacts are missing. */
    Map<UUID, State> of(Collection<UUID> ids) {
        var states = new HashMap<UUID, State>();
        db.select(CONTACT_ROLE.OPPORTUNITY_ID, CONTACT.name(), CONTACT_ROLE.ROLE)
                .from(CONTACT_ROLE)
                .join(CONTACT.table())
                .on(CONTACT.id().eq(CONTACT_ROLE.CONTACT_ID))
                .where(CONTACT_ROLE.OPPORTUNITY_ID.eq(any(ids.toArray(UUID[]::new))))
                .orderBy(CONTACT.name(), CONTACT.id())
                .fetchGroups(CONTACT_ROLE.OPPORTUNITY_ID, r -> r.value2() + " " + r.value3())
                .forEach((id, contacts) -> states.put(id, new State(contacts)));
        return states;
    }

    boolean has(UUID id, UUID contact) {
        return db.fetchExists(CONTACT_ROLE, CONTACT_ROLE.OPPORTUNITY_ID.eq(id), CONTACT_ROLE.CONTACT_ID.eq(contact));
    }

    void remove(UUID contact) {
        db.deleteFrom(CONTACT_ROLE).where(CONTACT_ROLE.CONTACT_ID.eq(contact)).execute();
    }

    /** The opportunities in which a contact plays a part. */
    Set<UUID> playing(UUID contact) {
        return db.select(CONTACT_ROLE.OPPORTUNITY_ID)
                .from(CONTACT_ROLE)
                .where(CONTACT_ROLE.CONTACT_ID.eq(contact))
                .fetchSet(CONTACT_ROLE.OPPORTUNITY_ID);
    }

    /** Contacts are of the opportunity's customer. */
    void set(UUID id, @Nullable UUID customer, List<EnteredContact> contacts, String field) {
        check(customer, contacts, field);
        db.deleteFrom(CONTACT_ROLE).where(CONTACT_ROLE.OPPORTUNITY_ID.eq(id)).execute();
        var insert =
                db.insertInto(CONTACT_ROLE, CONTACT_ROLE.OPPORTUNITY_ID, CONTACT_ROLE.CONTACT_ID, CONTACT_ROLE.ROLE);
        for (var c : contacts) insert = insert.values(id, c.contact(), c.role().name());
        if (!contacts.isEmpty()) insert.execute();
    }

    private void check(@Nullable UUID customer, List<EnteredContact> contacts, String field) {
        var wanted = contacts.stream().map(EnteredContact::contact).distinct().toArray(UUID[]::new);
        var known = customer == null
                ? 0
                : db.fetchCount(
                        CONTACT.table(),
                        CONTACT.id().eq(any(wanted)).and(CONTACT.customerId().eq(customer)));
        if (known != wanted.length || wanted.length != contacts.size()) {
            throw Refused.invalid(field, "contact-of-other-customer");
        }
    }

    /** When opportunities go to another customer, the contacts of the old one stay behind. */
    void leaveBehind(Collection<UUID> ids) {
        db.deleteFrom(CONTACT_ROLE)
                .where(CONTACT_ROLE.OPPORTUNITY_ID.eq(any(ids.toArray(UUID[]::new))))
                .and(DSL.notExists(selectOne()
                        .from(CONTACT.table())
                        .join(OPPORTUNITY)
                        .on(OPPORTUNITY.CUSTOMER_ID.eq(CONTACT.customerId()))
                        .where(CONTACT.id().eq(CONTACT_ROLE.CONTACT_ID))
                        .and(OPPORTUNITY.ID.eq(CONTACT_ROLE.OPPORTUNITY_ID))))
                .execute();
    }
}

package zhanggui.customers;

import static org.jooq.impl.DSL.val;
import static zhanggui.customers.db.Tables.COLLABORATOR;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import zhanggui.listings.Page.Reference;
import zhanggui.people.Directory;

/** The people beside the owner who work on a customer, in PostgreSQL. */
@Repository
class CollaboratorStore {
    private final DSLContext db;

    CollaboratorStore(DSLContext db) {
        this.db = db;
    }

    List<CustomerView.Collaborator> of(UUID customer) {
        var person = Directory.as("person");
        return db.select(person.id(), person.name(), COLLABORATOR.MAY_WRITE)
                .from(COLLABORATOR)
                .join(person.table())
                .on(person.id().eq(COLLABORATOR.PERSON_ID))
                .where(COLLABORATOR.CUSTOMER_ID.eq(customer))
                .orderBy(person.name(), person.id())
                .fetch(r -> new CustomerView.Collaborator(new Reference(r.value1(), r.value2()), r.value3()));
    }

    void replace(UUID customer, List<Ownership.Share> shares) {
        db.deleteFrom(COLLABORATOR).where(COLLABORATOR.CUSTOMER_ID.eq(customer)).execute();
        if (shares.isEmpty()) return;
        var insert =
                db.insertInto(COLLABORATOR, COLLABORATOR.CUSTOMER_ID, COLLABORATOR.PERSON_ID, COLLABORATOR.MAY_WRITE);
        for (var share : shares) insert = insert.values(customer, share.person(), share.mayWrite());
        insert.execute();
    }

    /** Those of some customers on which a person works beside the owner. */
    Set<UUID> among(Collection<UUID> customers, UUID person) {
        return db.select(COLLABORATOR.CUSTOMER_ID)
                .from(COLLABORATOR)
                .where(CustomerStore.among(COLLABORATOR.CUSTOMER_ID, customers), COLLABORATOR.PERSON_ID.eq(person))
                .fetchSet(COLLABORATOR.CUSTOMER_ID);
    }

    /** Their names, with a mark on those who may write, by customer. */
    Map<UUID, List<String>> named(Collection<UUID> customers) {
        var person = Directory.as("person");
        return db.select(COLLABORATOR.CUSTOMER_ID, person.name(), COLLABORATOR.MAY_WRITE)
                .from(COLLABORATOR)
                .join(person.table())
                .on(person.id().eq(COLLABORATOR.PERSON_ID))
                .where(CustomerStore.among(COLLABORATOR.CUSTOMER_ID, customers))
                .orderBy(person.name(), person.id())
                .fetchGroups(COLLABORATOR.CUSTOMER_ID, r -> r.value2() + (r.value3() ? " ✎" : ""));
    }

    /**
     * Puts others in a person's place, with what the person might do. Who owns a customer already needs no place beside
     * the owner.
     *
     * @param heirs in the order of the customers
     */
    void succeed(UUID person, List<UUID> customers, List<UUID> heirs) {
        db.execute("""
                insert into customers.collaborator as there (customer_id, person_id, may_write)
                select old.customer_id, v.heir, old.may_write
                from customers.collaborator old
                join unnest({0}::uuid[], {1}::uuid[]) as v (id, heir) on v.id = old.customer_id
                join customers.customer c on c.id = old.customer_id
                where old.person_id = {2} and v.heir <> old.person_id and c.owner_id is distinct from v.heir
                on conflict (customer_id, person_id) do update set may_write = there.may_write or excluded.may_write""", val(customers.toArray(UUID[]::new)), val(heirs.toArray(UUID[]::new)), val(person));
        db.deleteFrom(COLLABORATOR)
                .where(CustomerStore.among(COLLABORATOR.CUSTOMER_ID, customers), COLLABORATOR.PERSON_ID.eq(person))
                .execute();
    }
}

package zhanggui.customers;

import static zhanggui.customers.db.Tables.COLLABORATOR;

import java.util.List;
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
}

package zhanggui.opportunities;

import static org.jooq.impl.DSL.any;
import static zhanggui.opportunities.db.Tables.SOLD_PRODUCT;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import zhanggui.people.Directory;

/** Whether products are still sold and people still work here. */
@Repository
class Standing {
    private static final Directory.People PERSON = Directory.as("person");
    private final DSLContext db;

    Standing(DSLContext db) {
        this.db = db;
    }

    /** Those of some products that are no longer sold. */
    Set<UUID> retired(Collection<UUID> products) {
        if (products.isEmpty()) return Set.of();
        return db.select(SOLD_PRODUCT.ID)
                .from(SOLD_PRODUCT)
                .where(SOLD_PRODUCT.ID.eq(any(products.toArray(UUID[]::new))), SOLD_PRODUCT.RETIRED.isTrue())
                .fetchSet(SOLD_PRODUCT.ID);
    }

    boolean worksHere(UUID person) {
        return db.fetchExists(PERSON.table(), PERSON.id().eq(person).and(PERSON.present()));
    }
}

package zhanggui.opportunities;

import static org.jooq.impl.DSL.any;

import jakarta.validation.Validator;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.customers.CustomerDirectory;
import zhanggui.customfields.CustomFields;
import zhanggui.products.Products;
import zhanggui.rates.Rates;

/** What imports of opportunities stand on. */
@Component
record ImportGround(
        OpportunityRegister register,
        OpportunityStore store,
        OpportunityReach reach,
        Wording wording,
        Products products,
        Rates rates,
        Standing standing,
        CustomFields fields,
        Validator validator,
        DSLContext db) {

    private static final CustomerDirectory.CustomersAs CUSTOMER = CustomerDirectory.as("customer");

    /** The names of those customers the viewer may read. */
    Map<UUID, String> readable(Collection<UUID> customers, Viewer viewer) {
        if (customers.isEmpty()) return Map.of();
        return db.select(CUSTOMER.id(), CUSTOMER.name())
                .from(CUSTOMER.table())
                .where(CUSTOMER.id().eq(any(customers.toArray(UUID[]::new))))
                .and(CustomerDirectory.READ.of(viewer, "customers:read"))
                .fetchMap(CUSTOMER.id(), CUSTOMER.name());
    }
}

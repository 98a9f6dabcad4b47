package zhanggui.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static zhanggui.customers.db.Tables.COLLABORATOR;
import static zhanggui.customers.db.Tables.CUSTOMER;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import zhanggui.access.Scope;
import zhanggui.access.Viewer;
import zhanggui.customers.db.tables.Customer;

/** Customers as a relation others may join, and who may reach which of them. */
public final class CustomerDirectory {
    static final String READ_PERMISSION = "customers:read";
    static final String EDIT_PERMISSION = "customers:edit";

    /** Which customers a viewer may reach; speaks of the customers under the alias {@code customer}. */
    public static final Scope READ = scope(CUSTOMER.as("customer"));

    private CustomerDirectory() {}

    /**
     * Customers under an alias of their own; join {@link #table} on {@link #id}.
     *
     * @param scope which of them a viewer may reach by a permission of this module
     */
    public record CustomersAs(Table<?> table, Field<UUID> id, Field<String> name, Field<UUID> ownerId, Scope scope) {}

    public static CustomersAs as(String alias) {
        var customer = CUSTOMER.as(alias);
        return new CustomersAs(customer, customer.ID, customer.NAME, customer.OWNER_ID, scope(customer));
    }

    /** Whether the customer of a row is one the viewer may read; rows without a customer are not. */
    public static Condition readable(Field<UUID> customer, Viewer viewer) {
        var c = CUSTOMER.as("readable_customer");
        var reach = scope(c).of(viewer, READ_PERMISSION);
        return reach.equals(noCondition())
                ? customer.isNotNull()
                : exists(selectOne().from(c).where(c.ID.eq(customer)).and(reach));
    }

    /** A customer is reached through its owner, and to read or edit also by those it was shared with. */
    static Scope scope(Customer customer) {
        var owned = Scope.ownedBy(customer.OWNER_ID);
        return (viewer, permission) -> {
            if (!viewer.may(permission)) return falseCondition();
            var scope =
                    switch (permission) {
                        case EDIT_PERMISSION -> owned.or(shared(customer, COLLABORATOR.MAY_WRITE.isTrue()));
                        case READ_PERMISSION, "customers:export" -> owned.or(shared(customer, noCondition()));
                        default -> owned;
                    };
            return scope.of(viewer, permission);
        };
    }

    /** An array read once, so that the database can use its indexes for both ways of reaching a customer. */
    private static Scope shared(Customer customer, Condition as) {
        return (viewer, permission) -> customer.ID.eq(any(array(select(COLLABORATOR.CUSTOMER_ID)
                .from(COLLABORATOR)
                .where(COLLABORATOR.PERSON_ID.eq(viewer.id()))
                .and(as))));
    }
}

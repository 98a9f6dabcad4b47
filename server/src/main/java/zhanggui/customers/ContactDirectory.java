package zhanggui.customers;

import static zhanggui.customers.db.Tables.CONTACT;

import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;

/** Contacts as a relation others may join; who may read the customer may read its contacts. */
public final class ContactDirectory {
    private ContactDirectory() {}

    /** Contacts under an alias of their own; join {@link #table} on {@link #id}. */
    public record ContactsAs(
            Table<?> table, Field<UUID> id, Field<String> name, Field<String> title, Field<UUID> customerId) {}

    public static ContactsAs as(String alias) {
        var contact = CONTACT.as(alias);
        return new ContactsAs(contact, contact.ID, contact.NAME, contact.TITLE, contact.CUSTOMER_ID);
    }
}

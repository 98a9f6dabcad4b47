package zhanggui.activities;

import static zhanggui.activities.db.Tables.KNOWN_CONTACT;
import static zhanggui.activities.db.Tables.KNOWN_CUSTOMER;
import static zhanggui.activities.db.Tables.KNOWN_OPPORTUNITY;

import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import zhanggui.listings.Page.Reference;
import zhanggui.people.Directory;

/** The names that stand beside follow-ups and tasks. */
final class Relations {
    static final Directory.People OWNER = Directory.as("owner");
    static final Field<String> CUSTOMER = KNOWN_CUSTOMER.NAME;
    static final Field<String> CONTACT = KNOWN_CONTACT.NAME;
    static final Field<String> OPPORTUNITY = KNOWN_OPPORTUNITY.NAME;

    private Relations() {}

    static @Nullable Reference reference(Record r, Field<UUID> id, Field<String> name) {
        var value = r.get(id);
        return value == null ? null : new Reference(value, r.get(name));
    }
}

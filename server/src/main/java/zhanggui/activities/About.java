package zhanggui.activities;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a follow-up or task is about: a customer, a contact, an opportunity, or several that belong together. */
record About(
        @Nullable UUID customer,
        @Nullable UUID contact,
        @Nullable UUID opportunity) {
    static final About NOTHING = new About(null, null, null);

    boolean isNothing() {
        return customer == null && contact == null && opportunity == null;
    }
}

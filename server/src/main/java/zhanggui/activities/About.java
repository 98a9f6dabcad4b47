package zhanggui.activities;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a follow-up or task is about: a customer, an opportunity or both, and perhaps a contact. */
record About(
        @Nullable UUID customer,
        @Nullable UUID contact,
        @Nullable UUID opportunity) {
    boolean isNothing() {
        return customer == null && opportunity == null;
    }
}

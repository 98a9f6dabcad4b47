package zhanggui.accounts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.texts.Language;

/**
 * An account as administrators see it.
 *
 * @param id the person's
 * @param state whether it works: a person who left cannot sign in, though nobody disabled their account
 * @param roles codes of roles
 * @param secondFactor whether one is asked for
 */
record AccountView(
        UUID id,
        String name,
        String username,
        Language language,
        boolean disabled,
        State state,
        List<String> roles,
        boolean hasPassword,
        boolean secondFactor,
        @Nullable Instant lastSeenAt,
        Instant createdAt,
        int version) {
    enum State {
        ACTIVE,
        DISABLED
    }
}

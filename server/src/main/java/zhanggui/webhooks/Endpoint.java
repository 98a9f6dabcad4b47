package zhanggui.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where messages go.
 *
 * @param types which messages it gets
 * @param secret what they are signed with, encrypted
 * @param formerSecret the one before, with which they are signed too until {@code formerUntil}
 * @param failingSince since when nothing has arrived; absent while all is well
 * @param disabledBecause why it was switched off by itself
 */
record Endpoint(
        UUID id,
        String name,
        String url,
        List<String> types,
        boolean enabled,
        byte[] secret,
        byte @Nullable [] formerSecret,
        @Nullable Instant formerUntil,
        @Nullable Instant failingSince,
        @Nullable String disabledBecause,
        int version) {
    /** What the log keeps. */
    record State(String name, String url, List<String> types, boolean enabled) {}

    State state() {
        return new State(name, url, types, enabled);
    }
}

package zhanggui.notices;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person was told.
 *
 * @param actor who did it; absent where that is nobody
 */
record Notice(
        UUID id,
        UUID person,
        News news,
        @Nullable UUID actor,
        @Nullable String actorName,
        Instant at,
        @Nullable Instant readAt) {}

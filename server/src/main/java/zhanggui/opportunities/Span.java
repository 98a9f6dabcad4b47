package zhanggui.opportunities;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How long an opportunity was in a stage.
 *
 * @param to the moment it left; absent while it is there
 * @param by who moved it there
 */
record Span(
        UUID stage,
        Instant from,
        @Nullable Instant to,
        @Nullable UUID by) {}

package zhanggui.jobs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job is over: published in the transaction that says so.
 *
 * @param awaited whether its owner waits for its result
 * @param message why it failed, in its owner's language
 */
public record JobEnded(
        UUID id,
        String kind,
        String title,
        UUID owner,
        Job.State state,
        boolean awaited,
        @Nullable String message) {}

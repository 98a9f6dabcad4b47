package zhanggui.jobs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job as people see it.
 *
 * @param message why it failed, in its owner's language
 * @param result its report, once done
 */
public record Job(
        UUID id,
        String kind,
        String title,
        UUID owner,
        String ownerName,
        State state,
        long done,
        long total,
        boolean cancelRequested,
        @Nullable String message,
        @Nullable JsonNode result,
        Instant createdAt,
        @Nullable Instant finishedAt) {
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        boolean isOver() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }
}

package zhanggui.jobs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import zhanggui.access.Viewer;

/**
 * A job as people see it.
 *
 * @param message why it failed, in its owner's language
 * @param result its report, once done
 * @param mayCancel whether the person who asks may stop it now
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
        @Nullable Instant finishedAt,
        boolean mayCancel) {
    Job seenBy(Viewer viewer) {
        return new Job(
                id,
                kind,
                title,
                owner,
                ownerName,
                state,
                done,
                total,
                cancelRequested,
                message,
                result,
                createdAt,
                finishedAt,
                !state.isOver() && JobRights.mayCancel(this, viewer));
    }

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

package zhanggui.jobs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One kind of long work. Its name in the API is {@link #name()}; its words stand under {@code job.<name>}. */
public interface JobKind {
    String name();

    /**
     * Does the work and says so by {@link JobRun#done}. Runs again from the start after a crash. Refusals end the job with
     * their text.
     *
     * @param input what {@link Jobs#start} was given
     */
    void run(JsonNode input, JobRun run) throws Exception;

    /**
     * Told, in the transaction that writes it down, when a job of this kind ended otherwise than done: cancelled, perhaps before it began, or failed.
     *
     * @param message why it failed, in its owner's language
     */
    default void ended(UUID job, JsonNode input, Job.State state, @Nullable String message) {}

    /** Whether people wait for what it brings, so that its owner is told when it is done. */
    default boolean isAwaited() {
        return false;
    }
}

package zhanggui.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task as a file has it. */
record ImportedTask(
        UUID id,
        String title,
        LocalDate dueOn,
        @Nullable Instant doneAt,
        Task.Priority priority,
        @Nullable String note,
        About about,
        UUID owner,
        @Nullable String externalId)
        implements Arrival<Task> {

    @Override
    public boolean isLike(Task stored) {
        return equals(new ImportedTask(
                stored.id(),
                stored.title(),
                stored.dueOn(),
                stored.doneAt(),
                stored.priority(),
                stored.note(),
                stored.about(),
                stored.owner().id(),
                externalId));
    }

    /** The command that would enter it on screen, to be held to the same limits. */
    Tasks.NewTask command() {
        return new Tasks.NewTask(
                title,
                dueOn,
                priority,
                note,
                about.customer(),
                about.contact(),
                about.opportunity(),
                owner,
                externalId);
    }
}

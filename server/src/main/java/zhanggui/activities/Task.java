package zhanggui.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.RecordOf;
import zhanggui.listings.Page.Reference;

/** Something to be done by a day. */
@RecordOf("tasks")
public record Task(
        UUID id,
        String title,
        LocalDate dueOn,
        @Nullable Instant doneAt,
        Priority priority,
        @Nullable String note,
        @Nullable Reference customer,
        @Nullable Reference contact,
        @Nullable Reference opportunity,
        Reference owner,
        Instant createdAt,
        int version) {
    public enum Priority {
        HIGH,
        NORMAL,
        LOW
    }

    About about() {
        return new About(id(customer), id(contact), id(opportunity));
    }

    Task withoutContact() {
        return new Task(
                id, title, dueOn, doneAt, priority, note, customer, null, opportunity, owner, createdAt, version);
    }

    private static @Nullable UUID id(@Nullable Reference reference) {
        return reference == null ? null : reference.id();
    }
}

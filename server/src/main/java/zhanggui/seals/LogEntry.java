package zhanggui.seals;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log as it is stored.
 *
 * @param changes JSON
 * @param writtenIn the transaction that wrote it; not part of what is sealed
 * @param erased whether something personal was taken out of it since; not part of what is sealed
 */
record LogEntry(
        UUID id,
        OffsetDateTime at,
        @Nullable UUID actor,
        String actorName,
        String way,
        @Nullable String address,
        String action,
        String subjectType,
        @Nullable UUID subject,
        @Nullable String subjectName,
        String changes,
        long writtenIn,
        boolean erased) {}

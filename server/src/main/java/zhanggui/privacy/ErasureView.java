package zhanggui.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.listings.Page.Reference;

/**
 * That somebody was erased, and how; nothing in it tells who.
 *
 * @param contact the id the contact had
 * @param passages texts in which words were replaced
 * @param entries entries of the history something was taken out of
 * @param remains what could not be changed and has to be looked at by hand
 */
@Schema(name = "Erasure")
record ErasureView(
        UUID id,
        String number,
        UUID contact,
        String reason,
        @Nullable LocalDate requestedOn,
        boolean byRule,
        ErasureState state,
        int passages,
        int entries,
        List<Remains> remains,
        @Nullable UUID job,
        @Nullable String message,
        Reference createdBy,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** @param label what it is, in the reader's language */
    @Schema(name = "ErasureRemains")
    record Remains(
            String table,
            String key,
            @Nullable String label,
            @Nullable String list) {}
}

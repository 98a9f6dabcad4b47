package zhanggui.handovers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.listings.Page.Reference;

/**
 * A hand-over as its page shows it.
 *
 * @param message why it failed, in the words of whoever started it
 * @param mayResume whether the viewer may take it up again
 */
record HandoverView(
        UUID id,
        String number,
        Reference leaver,
        String reason,
        @Nullable LocalDate leftOn,
        boolean blocked,
        HandoverState state,
        @Nullable UUID job,
        @Nullable String message,
        int total,
        int moved,
        int skipped,
        Reference createdBy,
        Instant createdAt,
        @Nullable Instant endedAt,
        List<Share> shares,
        boolean mayResume) {
    /** What one person got of one kind. */
    @io.swagger.v3.oas.annotations.media.Schema(name = "HandoverShare")
    record Share(Reference heir, String kind, String label, int moved, int skipped, int waiting) {}

    /** @param reason why it stayed, in words */
    @io.swagger.v3.oas.annotations.media.Schema(name = "HandoverItem")
    record Item(
            int place,
            String kind,
            String label,
            String list,
            UUID record,
            @Nullable String name,
            Reference heir,
            ItemState state,
            @Nullable String reason) {}

    @io.swagger.v3.oas.annotations.media.Schema(name = "HandoverItems")
    record Items(List<Item> items, int total) {}

    @io.swagger.v3.oas.annotations.media.Schema(name = "HandoverItemState")
    enum ItemState {
        WAITING,
        MOVED,
        SKIPPED
    }
}

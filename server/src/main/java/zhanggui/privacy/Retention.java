package zhanggui.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import zhanggui.listings.Page.Reference;

/**
 * For how long contacts are kept after the last sign of anybody having to do with them 保留期限: their creation, the last
 * follow-up, the last change of an opportunity they have a part in. Those of customers with open opportunities stay.
 *
 * @param months absent where they are kept for ever
 * @param automatic whether they are then erased without anybody looking
 * @param changedBy in whose name they are erased
 * @param due how many have been kept for longer, as far as the reader may see them
 */
@Schema(name = "Retention")
record Retention(
        @Nullable Integer months,
        boolean automatic,
        @Nullable Reference changedBy,
        int due,
        int version) {

    /** @param months absent to keep them for ever */
    @Schema(name = "SaveRetention")
    record Save(
            @Nullable @Min(1) @Max(600) Integer months,
            boolean automatic,
            @NotNull Integer version) {}

    /** A contact that is kept nevertheless, until the end of a day. */
    @Schema(name = "RetentionHold")
    record Hold(LocalDate until, String reason, Reference by, Instant at) {}

    @Schema(name = "SaveRetentionHold")
    record SaveHold(
            @NotNull LocalDate until,
            @NotBlank @Size(max = 500) String reason) {}

    /** How many erasures were started. */
    @Schema(name = "DueErased")
    record Started(int number) {}
}

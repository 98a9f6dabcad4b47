package zhanggui.reorganisations;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.listings.Page.Reference;
import zhanggui.people.OrganisationView;

/**
 * A draft of the organisation as its page shows it.
 *
 * @param organisation as the draft would have it on its day; absent once the draft is done with
 */
record ReorganisationView(
        Summary draft, List<StepView> steps, @Nullable OrganisationView organisation) {
    /**
     * A draft in the list of drafts.
     *
     * @param steps how many changes it makes
     * @param endedAt when it was applied or discarded
     */
    @Schema(name = "ReorganisationSummary")
    record Summary(
            UUID id,
            String name,
            LocalDate day,
            DraftState state,
            int version,
            int steps,
            Reference createdBy,
            Instant createdAt,
            @Nullable Reference endedBy,
            @Nullable Instant endedAt) {
        static Summary of(DraftStore.Kept kept) {
            return new Summary(
                    kept.id(),
                    kept.name(),
                    kept.day(),
                    kept.state(),
                    kept.version(),
                    kept.steps(),
                    kept.createdBy(),
                    kept.createdAt(),
                    kept.endedBy(),
                    kept.endedAt());
        }
    }

    /**
     * One change in words.
     *
     * @param about the unit or seat
     * @param subject what that is called
     * @param person who sits there, or is to sit there
     * @param head of a seat that is made, or made to lead or not
     * @param problem why it does not fit any more
     */
    @Schema(name = "ReorganisationStep")
    record StepView(
            UUID id,
            StepKind kind,
            UUID about,
            String subject,
            @Nullable Reference person,
            @Nullable String from,
            @Nullable String to,
            boolean head,
            @Nullable String problem) {}
}

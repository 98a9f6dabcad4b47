package zhanggui.opportunities;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.RecordOf;
import zhanggui.customfields.CustomValues;
import zhanggui.listings.Page.Money;
import zhanggui.listings.Page.Reference;

/**
 * An opportunity as its page shows it, in the viewer's language.
 *
 * @param cycleDays from engaged to closed
 * @param stages every stage of the pipeline in order, whether it was there or not
 * @param history each stay, the oldest first
 */
@RecordOf("opportunities")
record OpportunityPage(
        UUID id,
        String number,
        String name,
        @Nullable Reference customer,
        Reference pipeline,
        Reference stage,
        Outcome outcome,
        BigDecimal probability,
        ForecastCategory category,
        @Nullable Money amount,
        String currency,
        boolean amountFromLines,
        @Nullable Money baseAmount,
        @Nullable BigDecimal rate,
        @Nullable LocalDate rateFrom,
        String companyCurrency,
        @Nullable LocalDate expectedClose,
        @Nullable LocalDate engagedOn,
        @Nullable LocalDate closedOn,
        @Nullable Integer cycleDays,
        @Nullable Choice lossReason,
        @Nullable String outcomeNote,
        @Nullable Choice source,
        @Nullable String competitor,
        @Nullable String nextStep,
        @Nullable LocalDate nextStepOn,
        @Nullable String description,
        @Nullable Reference owner,
        List<Collaborator> collaborators,
        List<Contact> contacts,
        List<SoldLine> lines,
        List<Step> stages,
        List<Stay> history,
        @Nullable Instant lastFollowedAt,
        @Nullable String externalId,
        CustomValues custom,
        Instant createdAt,
        Instant updatedAt,
        int version,
        Can can) {

    @Schema(name = "StageChoice")
    record Choice(String code, String name) {}

    @Schema(name = "OpportunityCollaborator")
    record Collaborator(UUID id, String name, boolean mayWrite) {}

    /** @param role the part in this deal */
    @RecordOf("contacts")
    record Contact(UUID id, String name, @Nullable String title, ContactRole role) {}

    record SoldLine(Reference product, BigDecimal quantity, BigDecimal price, BigDecimal discount, BigDecimal amount) {}

    /**
     * @param entered when it last came here
     * @param days how long it was here, all stays together; absent when it never was
     * @param overdue whether it is here longer than is normal
     */
    @Schema(name = "StageStep")
    record Step(
            UUID id,
            String name,
            Outcome outcome,
            BigDecimal probability,
            @Nullable Integer normalDays,
            List<Requirement> required,
            @Nullable Instant entered,
            @Nullable Instant left,
            @Nullable Long days,
            boolean present,
            boolean overdue,
            String color) {}

    record Stay(
            Reference stage,
            Instant entered,
            @Nullable Instant left,
            long days,
            @Nullable String movedBy) {}

    /** @param share choose its collaborators */
    @Schema(name = "OpportunityRights")
    record Can(boolean edit, boolean delete, boolean assign, boolean share) {}
}

package zhanggui.opportunities;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import zhanggui.listings.Selection;

/** What people enter of opportunities. */
final class OpportunityCommands {
    private OpportunityCommands() {}

    /**
     * @param price for one unit; the list price of today where none is given
     * @param discount in percent
     */
    record EnteredLine(
            @NotNull UUID product,

            @NotNull @Positive @Digits(integer = 11, fraction = 3) BigDecimal quantity,

            @Nullable @PositiveOrZero @Digits(integer = 16, fraction = 2) BigDecimal price,

            @Nullable @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) BigDecimal discount) {}

    /**
     * @param amount left out, it is the sum of the lines
     * @param custom the custom fields it mentions, by code; the others stay as they are
     * @param currency left out, the company's
     */
    record EnteredDetails(
            @NotBlank @Size(max = 200) String name,
            @Nullable UUID customer,
            @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,

            @Nullable @PositiveOrZero @Digits(integer = 16, fraction = 2) BigDecimal amount,

            @Nullable LocalDate expectedClose,
            @Nullable String source,
            @Nullable @Size(max = 200) String competitor,
            @Nullable @Size(max = 500) String nextStep,
            @Nullable LocalDate nextStepOn,
            @Nullable @Size(max = 4000) String description,
            @Size(max = 200) List<@NotNull @Valid EnteredLine> lines,
            @Nullable Map<String, @Nullable Object> custom) {
        EnteredDetails {
            lines = lines == null ? List.of() : List.copyOf(lines);
        }

        /** What would change nothing. */
        static EnteredDetails of(Details d) {
            return new EnteredDetails(
                    d.name(),
                    d.customer(),
                    d.currency(),
                    d.amountFromLines() ? null : d.amount(),
                    d.expectedClose(),
                    d.source(),
                    d.competitor(),
                    d.nextStep(),
                    d.nextStepOn(),
                    d.description(),
                    d.lines().stream()
                            .map(l -> new EnteredLine(l.product(), l.quantity(), l.price(), l.discount()))
                            .toList(),
                    Collections.unmodifiableMap(d.custom()));
        }
    }

    /**
     * @param pipeline left out, the company's first
     * @param stage left out, the first of the pipeline
     * @param owner left out, whoever enters it
     */
    record NewOpportunity(
            @NotBlank @Size(max = 200) String name,
            @Nullable UUID customer,
            @Nullable UUID pipeline,
            @Nullable UUID stage,
            @Nullable UUID owner,
            @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,

            @Nullable @PositiveOrZero @Digits(integer = 16, fraction = 2) BigDecimal amount,

            @Nullable LocalDate expectedClose,
            @Nullable String source,
            @Nullable @Size(max = 200) String competitor,
            @Nullable @Size(max = 500) String nextStep,
            @Nullable LocalDate nextStepOn,
            @Nullable @Size(max = 4000) String description,
            @Size(max = 200) List<@NotNull @Valid EnteredLine> lines,
            @Nullable @Size(max = 100) List<@NotNull @Valid EnteredContact> contacts,
            @Nullable Map<String, @Nullable Object> custom) {
        EnteredDetails details() {
            return new EnteredDetails(
                    name,
                    customer,
                    currency,
                    amount,
                    expectedClose,
                    source,
                    competitor,
                    nextStep,
                    nextStepOn,
                    description,
                    lines,
                    custom);
        }
    }

    record EditOpportunity(
            @NotNull Integer version,
            @NotBlank @Size(max = 200) String name,
            @Nullable UUID customer,
            @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,

            @Nullable @PositiveOrZero @Digits(integer = 16, fraction = 2) BigDecimal amount,

            @Nullable LocalDate expectedClose,
            @Nullable String source,
            @Nullable @Size(max = 200) String competitor,
            @Nullable @Size(max = 500) String nextStep,
            @Nullable LocalDate nextStepOn,
            @Nullable @Size(max = 4000) String description,
            @Size(max = 200) List<@NotNull @Valid EnteredLine> lines,
            @Nullable Map<String, @Nullable Object> custom) {
        EnteredDetails details() {
            return new EnteredDetails(
                    name,
                    customer,
                    currency,
                    amount,
                    expectedClose,
                    source,
                    competitor,
                    nextStep,
                    nextStepOn,
                    description,
                    lines,
                    custom);
        }
    }

    /** What a stage asked for on entry, given with the move; what is left out stays as it is. */
    record MoveFields(
            @Nullable UUID customer,

            @Nullable @PositiveOrZero @Digits(integer = 16, fraction = 2) BigDecimal amount,

            @Nullable LocalDate expectedClose,
            @Nullable String source,
            @Nullable @Size(max = 200) String competitor,
            @Nullable @Size(max = 500) String nextStep,
            @Nullable LocalDate nextStepOn,
            @Nullable @Size(max = 200) List<@NotNull @Valid EnteredLine> lines,
            @Nullable @Size(max = 100) List<@NotNull @Valid EnteredContact> contacts) {}

    /** @param closedOn the day it was won or lost; today where none is given */
    record MoveOpportunity(
            @NotNull UUID stage,
            @NotNull Integer version,
            @Valid @Nullable MoveFields fields,
            @Nullable String lossReason,
            @Nullable @Size(max = 2000) String note,
            @Nullable LocalDate closedOn) {}

    record EnteredCollaborator(@NotNull UUID person, boolean mayWrite) {}

    record SetCollaborators(
            @NotNull Integer version,
            @NotNull @Size(max = 100) List<@NotNull @Valid EnteredCollaborator> collaborators) {}

    record EnteredContact(@NotNull UUID contact, @NotNull ContactRole role) {}

    record SetContacts(
            @NotNull Integer version,
            @NotNull @Size(max = 100) List<@NotNull @Valid EnteredContact> contacts) {}

    /** The selection as lists know it, and who gets it. */
    record AssignOpportunities(
            @Nullable List<@NotNull UUID> ids,
            @Nullable JsonNode filter,
            @Nullable String q,
            boolean all,
            @NotNull UUID owner) {
        Selection selection() {
            return new Selection(ids == null ? List.of() : ids, filter, q, all);
        }
    }
}

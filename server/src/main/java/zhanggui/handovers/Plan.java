package zhanggui.handovers;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who is to get what of somebody. The rules of one kind are asked in turn; what none of them speaks of stays. */
@Schema(name = "HandoverPlan")
record Plan(@NotNull UUID leaver, @NotNull @Size(max = 100) List<@NotNull @Valid Rule> rules) {
    /**
     * @param kind the name of a holding
     * @param filter for which of it, as a filter of its list; all where absent
     * @param withCustomer whether each goes to whoever gets its customer, as far as the customer is handed over too
     * @param heirs between whom the rest is dealt out evenly; it stays where there are none
     */
    @Schema(name = "HandoverRule")
    record Rule(
            @NotBlank String kind,
            @Nullable JsonNode filter,
            boolean withCustomer,
            @NotNull @Size(max = 50) List<@NotNull UUID> heirs) {}

    /**
     * @param reason why, kept with every record that moves
     * @param leftOn the first day on which they no longer work here; nothing is said of it where absent
     * @param block whether they cannot sign in from now on
     */
    @Schema(name = "StartHandover")
    record Start(
            @NotNull @Valid Plan plan,
            @NotBlank @Size(max = 500) String reason,
            @Nullable LocalDate leftOn,
            boolean block) {}
}

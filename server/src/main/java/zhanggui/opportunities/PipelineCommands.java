package zhanggui.opportunities;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people enter of pipelines. */
final class PipelineCommands {
    private PipelineCommands() {}

    record NewPipeline(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,
            @NotEmpty @Size(max = 30) List<@NotNull @Valid EnteredStage> stages) {}

    /** @param stages all that shall be, in order; one left out is removed, or retired when opportunities were in it */
    record EditPipeline(
            @NotNull Integer version,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,
            int position,
            boolean retired,
            @NotEmpty @Size(max = 30) List<@NotNull @Valid EnteredStage> stages) {}

    /** @param id of a stage that is there already */
    record EnteredStage(
            @Nullable UUID id,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String nameEn,
            @NotNull Outcome outcome,

            @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) BigDecimal probability,

            @NotNull ForecastCategory category,
            @Nullable @Positive Integer normalDays,
            Set<@NotNull Requirement> required) {
        EnteredStage {
            required = required == null ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(required));
        }

        Stage stage(UUID id, int position) {
            return new Stage(id, position, name, nameEn, outcome, probability, category, normalDays, required, false);
        }
    }
}

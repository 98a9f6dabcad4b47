package zhanggui.commissions;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhanggui.commissions.calculation.Component.Payout;
import zhanggui.commissions.calculation.Component.Return;
import zhanggui.commissions.calculation.Component.Spiff;
import zhanggui.commissions.calculation.Credit;
import zhanggui.commissions.calculation.Measure.Base;
import zhanggui.commissions.calculation.Measure.Scope;
import zhanggui.commissions.calculation.RateTable.Mode;
import zhanggui.commissions.calculation.SalesEvent.Kind;
import zhanggui.periods.Period;

/**
 * A plan with people and deals, to see what it would pay; nothing of it is kept.
 *
 * @param fiscalYear which is computed, and the one after it
 * @param explain whose earnings come with their explanations; nobody's where absent
 */
@Schema(name = "CommissionTrial", example = Trial.EXAMPLE)
record Trial(
        @NotNull @Valid Plan plan,
        @Min(2000) @Max(2098) int fiscalYear,
        @NotEmpty @Size(max = 30) List<@Valid @NotNull Person> people,
        @NotNull @Size(max = 100) List<@Valid @NotNull Line> hierarchy,
        @NotNull @Size(max = 200) List<@Valid @NotNull Sale> deals,
        @NotNull @Size(max = 500) List<@Valid @NotNull Measured> metrics,
        @Nullable @Size(max = 100) String explain) {
    static final String EXAMPLE = """
            {"plan": {"currency": "CNY", "components": [{"code": "own", "base": "AMOUNT", "scope": "QUARTER",
              "kinds": [], "credits": ["DIRECT"], "condition": null, "payout": "RATE_OF_AMOUNT", "mode": "STEP",
              "tiers": [{"from": 0, "to": 1000, "rate": 0.01}, {"from": 1000, "to": null, "rate": 0.02}],
              "weight": 1, "multipliers": [], "retiring": false, "gates": [], "paces": [], "dealCap": null,
              "cap": null, "floor": null, "spiffs": [], "returns": "RESTATES"}]},
             "fiscalYear": 2026,
             "people": [{"name": "anna", "from": "2026-01-01", "to": "2027-01-01", "quotas": {}, "incentive": 0}],
             "hierarchy": [], "metrics": [], "explain": "anna",
             "deals": [{"document": "S-1", "shares": [{"person": "anna", "part": 1}], "overlays": [],
               "events": [{"id": "S-1/1", "kind": "ORDER", "date": "2026-02-03", "original": null, "grade": "HIGH",
                 "customerType": null, "amount": 1500, "quantity": 1, "margin": 0, "rate": 1}]}]}""";

    @Schema(name = "TriedPlan")
    record Plan(
            @NotBlank @Size(min = 3, max = 3) String currency,
            @NotEmpty @Size(max = 10) List<@Valid @NotNull Part> components) {}

    /** @param tiers for POINTS, points of the curve */
    @Schema(name = "TriedComponent")
    record Part(
            @NotBlank @Size(max = 50) String code,
            @NotNull Base base,
            @NotNull Scope scope,
            @NotNull Set<Kind> kinds,
            @NotEmpty Set<Credit.Type> credits,
            @Nullable @Size(max = 1000) String condition,
            @NotNull Payout payout,
            @NotNull Mode mode,
            @NotNull @Size(max = 50) List<@Valid @NotNull Step> tiers,

            @NotNull @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 6) BigDecimal weight,

            @NotNull @Size(max = 20) List<@Valid @NotNull Factor> multipliers,
            boolean retiring,
            @NotNull @Size(max = 10) List<@Valid @NotNull Threshold> gates,
            @NotNull @Size(max = 20) List<@Valid @NotNull Threshold> paces,

            @Nullable @DecimalMin("0") @Digits(integer = 14, fraction = 4) BigDecimal dealCap,

            @Nullable @Valid Most cap,

            @Nullable @DecimalMin("0") @Digits(integer = 14, fraction = 4) BigDecimal floor,

            @NotNull @Size(max = 10) List<@Valid @NotNull Extra> spiffs,
            @NotNull Return returns) {}

    @Schema(name = "TriedTier")
    record Step(
            @NotNull @Digits(integer = 14, fraction = 6) BigDecimal from,
            @Nullable @Digits(integer = 14, fraction = 6) BigDecimal to,
            @NotNull @Digits(integer = 14, fraction = 6) BigDecimal rate) {}

    @Schema(name = "TriedMultiplier")
    record Factor(
            @Nullable @Size(max = 50) String grade,
            @Nullable @Size(max = 50) String customerType,
            @NotNull @Digits(integer = 4, fraction = 6) BigDecimal factor) {}

    /** @param factor of a gate, which part is paid below it; of a pace, by what it multiplies from there on */
    @Schema(name = "TriedThreshold")
    record Threshold(
            @NotBlank @Size(max = 50) String metric,
            @NotNull @Digits(integer = 14, fraction = 6) BigDecimal from,
            @NotNull @Digits(integer = 4, fraction = 6) BigDecimal factor) {}

    @Schema(name = "TriedCap")
    record Most(
            @NotNull @DecimalMin("0") @Digits(integer = 14, fraction = 4) BigDecimal most,

            Period.@NotNull Kind in,
            boolean carried) {}

    @Schema(name = "TriedSpiff")
    record Extra(
            @NotBlank @Size(max = 50) String code,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            Spiff.@NotNull Per per,
            @NotNull @Digits(integer = 14, fraction = 6) BigDecimal value,
            boolean capped) {}

    /** @param quotas by component, or {@code component@period} for one period */
    @Schema(name = "TriedPerson")
    record Person(
            @NotBlank @Size(max = 100) String name,
            @NotNull LocalDate from,
            @NotNull LocalDate to,

            @NotNull @Size(max = 50) Map<@Size(max = 80) String, @NotNull @Digits(integer = 14, fraction = 4) BigDecimal> quotas,

            @NotNull @DecimalMin("0") @Digits(integer = 14, fraction = 4) BigDecimal incentive) {}

    @Schema(name = "TriedLine")
    record Line(
            @NotBlank @Size(max = 100) String person,
            @NotBlank @Size(max = 100) String leader,
            @NotNull LocalDate from,
            @NotNull LocalDate to) {}

    @Schema(name = "TriedDeal")
    record Sale(
            @NotBlank @Size(max = 100) String document,
            @NotEmpty @Size(max = 10) List<@Valid @NotNull Split> shares,
            @NotNull @Size(max = 10) List<@Valid @NotNull Split> overlays,
            @NotNull @Size(max = 20) List<@Valid @NotNull Happening> events) {}

    @Schema(name = "TriedShare")
    record Split(
            @NotBlank @Size(max = 100) String person,

            @NotNull @DecimalMin("0") @DecimalMax("10") @Digits(integer = 2, fraction = 6) BigDecimal part) {}

    /** @param original when what it takes back had counted */
    @Schema(name = "TriedEvent")
    record Happening(
            @NotBlank @Size(max = 100) String id,
            @NotNull Kind kind,
            @NotNull LocalDate date,
            @Nullable LocalDate original,
            @Nullable @Size(max = 50) String grade,
            @Nullable @Size(max = 50) String customerType,
            @NotNull @Digits(integer = 14, fraction = 2) BigDecimal amount,
            @NotNull @Digits(integer = 14, fraction = 4) BigDecimal quantity,
            @NotNull @Digits(integer = 14, fraction = 2) BigDecimal margin,

            @NotNull @DecimalMin("0.0000000001") @Digits(integer = 10, fraction = 10) BigDecimal rate) {}

    /** @param month such as 2026-04 */
    @Schema(name = "TriedMetric")
    record Measured(
            @NotBlank @Size(max = 100) String person,
            @NotBlank @Size(max = 50) String metric,
            @NotBlank @Size(max = 7) String month,
            @NotNull @Digits(integer = 14, fraction = 6) BigDecimal value) {}
}

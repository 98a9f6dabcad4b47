package zhanggui.reports;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How selling went and stands. Amounts are in the company's currency; deals in others are only counted in {@code
 * otherCurrencies}.
 *
 * @param cycleDays mean days from engaging to winning, of won deals
 */
record Report(
        String currency,
        Figure won,
        Figure lost,
        Figure open,
        WinRate winRate,
        @Nullable BigDecimal averageWon,
        @Nullable Double cycleDays,
        List<Step> funnel,
        List<Month> months,
        List<Part> units,
        List<Part> people,
        List<Part> products,
        long otherCurrencies) {

    record Figure(long count, BigDecimal amount, Drill drill) {}

    /**
     * One stage of the funnel.
     *
     * @param now how many stand there now
     * @param weighted their amount times the stage's probability
     * @param reached how many of those created in the period came this far or further
     * @param conversion of those that reached this stage, how many percent reached the next
     */
    @Schema(name = "FunnelStep")
    record Step(
            UUID stage,
            String name,
            BigDecimal probability,
            long now,
            BigDecimal amount,
            BigDecimal weighted,
            long reached,
            @Nullable Double conversion,
            Drill drill) {}

    /** @param lastYear won amount of the same month a year before */
    record Month(String month, BigDecimal amount, long count, BigDecimal lastYear, Drill drill) {}

    /** A share of what was won, by unit, person or product. */
    record Part(
            @Nullable UUID id,
            @Nullable String name,
            BigDecimal amount,
            long count,
            @Nullable WinRate winRate,
            Drill drill) {}
}

package zhanggui.reports;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How selling went and stands. Counts are of all deals, amounts in the company's currency and of the deals in it; how many
 * others there are is said beside them. {@code drill} lists what was counted, {@code amountDrill} what was summed.
 *
 * @param closedDrill those won and lost, which the win rate is of
 * @param averageWon mean amount of the deals won in the company's currency
 * @param cycleDays mean days from engaging to winning, of won deals
 * @param earlier what was won before the first of the months shown, where there are too many to show
 * @param units parts add up to what was won
 * @param people parts add up to what was won
 * @param products amounts add up to what was won; a deal counts in each of its products
 * @param otherCurrencies how many of the deals won, lost and open are not in the company's currency
 * @param asOf when it was figured, where that was for an earlier question; absent where it was for this one
 */
record Report(
        String currency,
        Figure won,
        Figure lost,
        Figure open,
        WinRate winRate,
        Drill closedDrill,
        @Nullable BigDecimal averageWon,
        @Nullable Double cycleDays,
        List<Step> funnel,
        List<Month> months,
        @Nullable Figure earlier,
        List<Part> units,
        List<Part> people,
        List<Part> products,
        long otherCurrencies,
        Drill otherCurrenciesDrill,
        @Nullable Instant asOf) {
    Report asOf(Instant moment) {
        return new Report(
                currency,
                won,
                lost,
                open,
                winRate,
                closedDrill,
                averageWon,
                cycleDays,
                funnel,
                months,
                earlier,
                units,
                people,
                products,
                otherCurrencies,
                otherCurrenciesDrill,
                moment);
    }

    /** What can be asked for; the figures always come. */
    enum Section {
        FIGURES,
        FUNNEL,
        MONTHS,
        UNITS,
        PEOPLE,
        PRODUCTS
    }

    record Figure(long count, BigDecimal amount, long otherCurrencies, Drill drill, Drill amountDrill) {}

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
            Drill drill,
            Drill amountDrill,
            Drill reachedDrill) {}

    /** @param lastYear won amount of the same days of the month a year before */
    record Month(
            String month,
            BigDecimal amount,
            long count,
            BigDecimal lastYear,
            Drill drill,
            Drill amountDrill,
            Drill lastYearDrill) {}

    /**
     * A share of what was won, by unit, person or product.
     *
     * @param id absent for what belongs to none of the others
     * @param amount of a product: its share of the deals it was sold in, by the amounts of their lines
     * @param closedDrill those won and lost, where there is a win rate
     */
    record Part(
            @Nullable UUID id,
            @Nullable String name,
            BigDecimal amount,
            long count,
            @Nullable WinRate winRate,
            Drill drill,
            Drill amountDrill,
            @Nullable Drill closedDrill) {}
}

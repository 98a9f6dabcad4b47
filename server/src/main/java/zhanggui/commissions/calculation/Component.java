package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import zhanggui.commissions.calculation.Measure.Filter;
import zhanggui.commissions.calculation.Measure.Scope;
import zhanggui.periods.Period;

/**
 * One way in which a plan pays 方案组成.
 *
 * @param payout over what the table goes and what it pays
 * @param weight which part of the target incentive hangs on it, where it pays of that
 * @param retiring whether multiplied credits count towards the quota as well
 * @param floor what a month pays at least, whatever was sold
 * @param roundsDeals whether what a deal earned is rounded by itself; else only the month is
 */
public record Component(
        String code,
        Measure measure,
        Payout payout,
        RateTable table,
        BigDecimal weight,
        List<Multiplier> multipliers,
        boolean retiring,
        List<Gate> gates,
        List<Pace> paces,
        @Nullable BigDecimal dealCap,
        @Nullable Cap cap,
        @Nullable BigDecimal floor,
        List<Spiff> spiffs,
        boolean roundsDeals,
        Return returns) {

    /** Over what a table goes, and what it pays. */
    public enum Payout {
        /** Over amounts; pays rates of them. */
        RATE_OF_AMOUNT,
        /** Over attainment of the quota; pays rates of the amounts. */
        RATE_BY_ATTAINMENT,
        /** Over attainment of the quota; pays parts of the target incentive. */
        TARGET_INCENTIVE;

        boolean byAttainment() {
            return this != RATE_OF_AMOUNT;
        }
    }

    /** When a sale that is taken back counts 扣回. */
    public enum Return {
        /** Where the sale had counted: that time is computed anew, and the difference posted now. */
        RESTATES,
        /** Now, as a negative sale. */
        NETS,
        /** Not in here: what the sale earned is taken back by itself, see {@link Clawback}. */
        APART
    }

    /**
     * By what credits count more or less.
     *
     * @param grade of the product, absent for any
     * @param customerType absent for any
     */
    public record Multiplier(
            @Nullable String grade, @Nullable String customerType, BigDecimal factor) {
        boolean fits(SalesEvent event) {
            return (grade == null || grade.equals(event.grade()))
                    && (customerType == null || customerType.equals(event.customerType()));
        }
    }

    /**
     * What has to be reached for it to pay at all 门槛.
     *
     * @param metric a measured value such as the collection rate, or {@link #ATTAINMENT}
     * @param otherwise which part is paid below, often nothing
     */
    public record Gate(String metric, BigDecimal atLeast, BigDecimal otherwise) {}

    /**
     * By how much it pays more or less from a value on 加速/减速; of several for one metric, the last that is reached.
     */
    public record Pace(String metric, BigDecimal from, BigDecimal factor) {}

    /**
     * What it pays at most 封顶.
     *
     * @param in per month, quarter or year
     * @param carried whether what is above is paid in the next one instead of not at all
     */
    public record Cap(BigDecimal most, Period.Kind in, boolean carried) {}

    /**
     * Something paid on top for a time 专项奖励.
     *
     * @param capped whether it is under the cap too
     */
    public record Spiff(
            String code, Filter filter, LocalDate from, LocalDate to, Per per, BigDecimal value, boolean capped) {
        public enum Per {
            /** For each document with which something was sold. */
            DEAL,
            UNIT,
            /** A rate of the amount. */
            AMOUNT
        }

        boolean takes(SalesEvent event, LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to) && filter.takes(event);
        }
    }

    /** The metric that is not measured but computed: credits by quota. */
    public static final String ATTAINMENT = "attainment";

    public Component {
        multipliers = List.copyOf(multipliers);
        gates = List.copyOf(gates);
        paces = List.copyOf(paces);
        spiffs = List.copyOf(spiffs);
    }

    /** One that pays by a table and knows nothing else. */
    public static Component of(String code, Measure measure, Payout payout, RateTable table) {
        return new Component(
                code,
                measure,
                payout,
                table,
                BigDecimal.ONE,
                List.of(),
                false,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                false,
                Return.RESTATES);
    }

    boolean byDeal() {
        return measure.scope() == Scope.DEAL;
    }

    /** When an event counts; absent where it does not. */
    @Nullable LocalDate day(SalesEvent event) {
        var original = event.original();
        if (original == null) return event.date();
        return switch (returns) {
            case RESTATES -> original;
            case NETS -> event.date();
            case APART -> null;
        };
    }
}

package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is paid for how much 费率表. A tier begins with its lower bound and ends before its upper one.
 *
 * @param sheets tiers for each kind of credit; each counts for itself, the first that fits is taken
 */
public record RateTable(Mode mode, List<Sheet> sheets) {
    /** How tiers are applied. */
    public enum Mode {
        /** The rate of the tier reached holds from the first unit on 全额累进. */
        FLAT,
        /** Each tier's rate holds for what lies in it 超额累进. */
        STEP,
        /** Each tier pays an amount, in proportion to how far it is filled. */
        INTERPOLATED,
        /** Points with straight lines between them: nothing below the first, level after the last. */
        POINTS
    }

    /**
     * One step of a table.
     *
     * @param to absent where it has no end
     * @param rate a rate; for INTERPOLATED the amount of a full tier, for POINTS what holds at {@code from}
     */
    public record Tier(BigDecimal from, @Nullable BigDecimal to, BigDecimal rate) {}

    /**
     * Tiers for some credits.
     *
     * @param grade of the product, absent for any
     * @param customerType absent for any
     */
    public record Sheet(@Nullable String grade, @Nullable String customerType, List<Tier> tiers) {
        public Sheet {
            tiers = List.copyOf(tiers);
        }

        boolean fits(SalesEvent event) {
            return (grade == null || grade.equals(event.grade()))
                    && (customerType == null || customerType.equals(event.customerType()));
        }
    }

    public RateTable {
        sheets = List.copyOf(sheets);
    }

    public static RateTable of(Mode mode, List<Tier> tiers) {
        return new RateTable(mode, List.of(new Sheet(null, null, tiers)));
    }

    /** Which sheet a credit is counted on; −1 where it is on none. */
    int sheet(SalesEvent event) {
        for (int i = 0; i < sheets.size(); i++) if (sheets.get(i).fits(event)) return i;
        return -1;
    }

    /** Where a flat rate jumps: what is earned a unit below a bound and at it. */
    public record Cliff(BigDecimal at, BigDecimal before, BigDecimal after) {}

    static List<Cliff> cliffs(List<Tier> tiers, BigDecimal unit) {
        var cliffs = new ArrayList<Cliff>();
        for (int i = 1; i < tiers.size(); i++) {
            var at = tiers.get(i).from();
            cliffs.add(new Cliff(
                    at,
                    at.subtract(unit).multiply(tiers.get(i - 1).rate()),
                    at.multiply(tiers.get(i).rate())));
        }
        return List.copyOf(cliffs);
    }
}

package zhanggui.commissions.calculation;

import java.util.List;
import java.util.Locale;

/**
 * Something that is wrong with a plan, or that whoever writes it should know. The words stand under {@code
 * commissions.finding.<code>}.
 *
 * @param where the path of it in the plan, such as {@code components[0].tiers[2]}
 */
public record Finding(Code code, String where, List<Object> arguments) {
    /** What there is to find. */
    public enum Code {
        NO_TIERS(true),
        FIRST_TIER(true),
        EMPTY_TIER(true),
        GAP(true),
        OVERLAP(true),
        LAST_TIER(true),
        POINTS_ORDER(true),
        ON_TARGET(true),
        SHEET_TWICE(true),
        SHEETS_BY_ATTAINMENT(true),
        ATTAINMENT_BY_DEAL(true),
        DEAL_CAP_SCOPE(true),
        CAP_BELOW_FLOOR(true),
        NEGATIVE(true),
        WEIGHTS(false),
        IDLE_MULTIPLIER(false),
        CLIFF(false);

        private final boolean forbids;

        Code(boolean forbids) {
            this.forbids = forbids;
        }

        /** Whether a plan with it cannot be published. */
        public boolean forbids() {
            return forbids;
        }

        public String key() {
            return "commissions.finding." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Finding of(Code code, String where, Object... arguments) {
        return new Finding(code, where, List.of(arguments));
    }
}

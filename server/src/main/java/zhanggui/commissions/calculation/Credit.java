package zhanggui.commissions.calculation;

import java.math.BigDecimal;

/**
 * What somebody is credited with of an event 业绩归属.
 *
 * @param amount in the currency of the document
 */
public record Credit(
        SalesEvent event, String person, Type type, BigDecimal amount, BigDecimal quantity, BigDecimal margin) {
    /** Why. */
    public enum Type {
        /** Made the sale, alone or with others. */
        DIRECT,
        /** Leads somebody who did. */
        ROLLUP,
        /** Is credited beside those who did. */
        OVERLAY
    }

    /** Whether it counts for the company's total: each event does once. */
    public boolean counts() {
        return type == Type.DIRECT;
    }
}

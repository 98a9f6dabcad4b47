package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened with a sale 业绩事件; taken once for each id.
 *
 * @param id source, document, line and version in one
 * @param date when it counts, by the business
 * @param original when what it takes back had counted; absent where it takes nothing back
 * @param amount net, in the currency of the document; negative where something is taken back
 * @param rate what one unit of that is worth in the plan's currency
 * @param rateId which rate that is; computed again, the same is taken
 */
public record SalesEvent(
        String id,
        Kind kind,
        LocalDate date,
        @Nullable LocalDate original,
        @Nullable String grade,
        @Nullable String customerType,
        BigDecimal amount,
        BigDecimal quantity,
        BigDecimal margin,
        BigDecimal rate,
        @Nullable String rateId) {

    /** What happened. */
    public enum Kind {
        ORDER,
        SHIPMENT,
        INVOICE,
        RECEIPT,
        RETURN,
        CREDIT_NOTE,
        CANCELLATION,
        BAD_DEBT,
        RENEWAL
    }

    public static SalesEvent of(String id, Kind kind, LocalDate date, String amount) {
        return new SalesEvent(
                id,
                kind,
                date,
                null,
                null,
                null,
                new BigDecimal(amount),
                BigDecimal.ONE,
                BigDecimal.ZERO,
                BigDecimal.ONE,
                null);
    }

    /** The same taken back. */
    public SalesEvent reversed(String newId, Kind as, LocalDate on) {
        return new SalesEvent(
                newId,
                as,
                on,
                original == null ? date : original,
                grade,
                customerType,
                amount.negate(),
                quantity.negate(),
                margin.negate(),
                rate,
                rateId);
    }
}

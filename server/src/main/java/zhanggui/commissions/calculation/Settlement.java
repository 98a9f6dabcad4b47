package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Receipts against invoices 核销: what somebody said goes first, then what the receipt names, then the oldest due date.
 */
public final class Settlement {
    private Settlement() {}

    /** An invoice with what is open of it. */
    public record Invoice(String id, LocalDate due, BigDecimal open) {}

    /**
     * What of a receipt goes to which invoice; what no invoice takes stays out.
     *
     * @param told what somebody said, by invoice
     * @param named invoices the receipt names
     */
    public static Map<String, BigDecimal> of(
            BigDecimal receipt, List<Invoice> invoices, Map<String, BigDecimal> told, List<String> named) {
        var open = new TreeMap<String, BigDecimal>();
        for (var invoice : invoices) open.put(invoice.id(), invoice.open());
        var settled = new TreeMap<String, BigDecimal>();
        var left = receipt;
        for (var one : new TreeMap<>(told).entrySet())
            left = left.subtract(take(one.getKey(), one.getValue().min(left), open, settled));
        for (var id : named) left = left.subtract(take(id, left, open, settled));
        var byAge = invoices.stream()
                .sorted(Comparator.comparing(Invoice::due).thenComparing(Invoice::id))
                .toList();
        for (var invoice : byAge) left = left.subtract(take(invoice.id(), left, open, settled));
        return settled;
    }

    private static BigDecimal take(
            String id, BigDecimal most, Map<String, BigDecimal> open, Map<String, BigDecimal> settled) {
        var taken = open.getOrDefault(id, BigDecimal.ZERO).min(most).max(BigDecimal.ZERO);
        if (taken.signum() == 0) return BigDecimal.ZERO;
        open.merge(id, taken.negate(), BigDecimal::add);
        settled.merge(id, taken, BigDecimal::add);
        return taken;
    }
}

package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An earning that is paid as the customer pays 回款提成.
 *
 * @param lateness from so many days late on, which part is still paid; 1 before the first
 */
public record Release(List<Late> lateness, BigDecimal quantum) {
    /** @param part 1 is all of it */
    public record Late(int days, BigDecimal part) {}

    /**
     * Money that came.
     *
     * @param due when it should have
     * @param invoiced before that nothing is released for it
     * @param bounced which earlier one is undone by this; absent where none is
     */
    public record Receipt(
            String id,
            LocalDate on,
            LocalDate due,
            @Nullable LocalDate invoiced,
            BigDecimal amount,
            @Nullable String bounced) {}

    /**
     * What is paid for a receipt.
     *
     * @param on when
     * @param amount with what lateness left of it
     * @param lost what lateness took
     */
    public record Released(String receipt, LocalDate on, BigDecimal amount, BigDecimal lost) {}

    public Release {
        lateness = List.copyOf(lateness);
    }

    /**
     * What each receipt releases; the last one what rounding left over, so that all of it paid in time releases all. What
     * comes beyond the contract releases nothing.
     *
     * @param net what the customer owes altogether
     */
    public List<Released> of(BigDecimal earning, BigDecimal net, List<Receipt> receipts) {
        var released = new ArrayList<Released>();
        var parts = new HashMap<String, BigDecimal>();
        var come = BigDecimal.ZERO;
        var told = BigDecimal.ZERO;
        var sorted = receipts.stream()
                .sorted(Comparator.comparing(Receipt::on).thenComparing(Receipt::id))
                .toList();
        for (var receipt : sorted) {
            come = come.add(receipt.amount());
            var counted = come.max(BigDecimal.ZERO).min(net);
            var due = round(earning.multiply(counted), net);
            var whole = due.subtract(told);
            told = due;
            var part = receipt.bounced() != null && parts.containsKey(receipt.bounced())
                    ? parts.getOrDefault(receipt.bounced(), BigDecimal.ONE)
                    : part(receipt);
            parts.put(receipt.id(), part);
            var paid = round(whole.multiply(part), BigDecimal.ONE);
            released.add(new Released(receipt.id(), day(receipt), paid, whole.subtract(paid)));
        }
        return List.copyOf(released);
    }

    private BigDecimal part(Receipt receipt) {
        var late = ChronoUnit.DAYS.between(receipt.due(), receipt.on());
        var part = BigDecimal.ONE;
        for (var step : lateness) if (late >= step.days()) part = step.part();
        return part;
    }

    private static LocalDate day(Receipt receipt) {
        return receipt.invoiced() != null && receipt.invoiced().isAfter(receipt.on())
                ? receipt.invoiced()
                : receipt.on();
    }

    private BigDecimal round(BigDecimal number, BigDecimal by) {
        return number.divide(by.multiply(quantum), 0, RoundingMode.HALF_UP).multiply(quantum);
    }
}

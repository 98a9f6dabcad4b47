package zhanggui.commissions.calculation;

import java.math.BigDecimal;
import java.util.List;

/**
 * All that happened with one document, and who shares in it. A run takes whole deals, in any order.
 *
 * @param shares who made the sale; together the whole of it
 * @param overlays who is credited beside them, such as product specialists, without limit
 */
public record Deal(String document, List<Share> shares, List<Share> overlays, List<SalesEvent> events) {
    /** @param part 1 is the whole */
    public record Share(String person, BigDecimal part) {
        public Share {
            if (part.signum() < 0) throw new IllegalArgumentException("a share is negative");
        }
    }

    public Deal {
        shares = List.copyOf(shares);
        overlays = List.copyOf(overlays);
        events = List.copyOf(events);
        var all = shares.stream().map(Share::part).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.compareTo(BigDecimal.ONE) != 0)
            throw new IllegalArgumentException("the shares of " + document + " come to " + all.toPlainString());
        if (shares.stream().map(Share::person).distinct().count() != shares.size())
            throw new IllegalArgumentException("somebody shares twice in " + document);
    }

    public static Deal of(String document, String person, List<SalesEvent> events) {
        return new Deal(document, List.of(new Share(person, BigDecimal.ONE)), List.of(), events);
    }
}

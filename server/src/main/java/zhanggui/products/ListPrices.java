package zhanggui.products;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The list prices of some products in one currency, for any day. */
public record ListPrices(String currency, Map<UUID, List<Price>> prices) {
    /** For one unit; empty when the product has no list price that day. */
    public Optional<BigDecimal> on(LocalDate day, UUID product) {
        return prices.getOrDefault(product, List.of()).stream()
                .filter(p -> p.holdsOn(day))
                .map(Price::amount)
                .findFirst();
    }
}

package zhanggui.products;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The list prices of one product over time: of each currency at most one on any day, in order of currency and day. */
record PriceHistory(List<Price> prices) {
    private static final Comparator<Price> ORDER =
            Comparator.comparing(Price::currency).thenComparing(Price::from);

    PriceHistory {
        prices = prices.stream().sorted(ORDER).toList();
    }

    /** A price from a day on closes the one before; it holds until its own end, or until the next one known begins. */
    PriceHistory with(Price next) {
        var result = new ArrayList<Price>();
        var end = next.to();
        for (var price : prices) {
            if (!price.currency().equals(next.currency())) {
                result.add(price);
            } else if (price.from().isBefore(next.from())) {
                result.add(price.holdsOn(next.from()) ? price.until(next.from()) : price);
            } else if (price.from().isAfter(next.from())) {
                result.add(price);
                if (end == null || price.from().isBefore(end)) end = price.from();
            }
        }
        result.add(new Price(next.currency(), next.amount(), next.from(), end));
        return new PriceHistory(result);
    }

    PriceHistory with(List<Price> all) {
        var result = this;
        for (var price : all) if (!result.prices.contains(price)) result = result.with(price);
        return result;
    }

    Optional<Price> on(LocalDate day, String currency) {
        return prices.stream()
                .filter(p -> p.currency().equals(currency) && p.holdsOn(day))
                .findFirst();
    }
}

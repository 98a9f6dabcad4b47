package zhanggui.products;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people enter of products. */
final class ProductCommands {
    private ProductCommands() {}

    /** With the gaps that are refused later. */
    private static <T> List<T> copy(@Nullable List<T> all) {
        return all == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(all));
    }

    record NewProduct(
            @Nullable @Size(max = 60) String code,
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 200) String nameEn,
            @Nullable UUID category,
            @Nullable @Size(max = 100) String series,
            @Nullable Grade grade,
            @Nullable @Size(max = 20) String unit,
            @Nullable @Size(max = 4000) String description,
            @Size(max = 50) List<@NotBlank @Size(max = 200) String> aliases,
            @Size(max = 200) List<@NotNull @Valid NewPrice> prices,
            @Nullable Map<String, @Nullable Object> custom) {
        NewProduct {
            aliases = copy(aliases);
            prices = copy(prices);
        }

        static NewProduct named(String name) {
            return new NewProduct(null, name, null, null, null, null, null, null, List.of(), List.of(), null);
        }

        Product product(UUID id) {
            return new Product(
                    id,
                    code == null || code.isBlank() ? null : code.strip(),
                    name,
                    nameEn,
                    category,
                    series,
                    grade,
                    unit,
                    Status.ACTIVE,
                    description,
                    null,
                    aliases,
                    new PriceHistory(List.of())
                            .with(prices.stream().map(NewPrice::price).toList())
                            .prices(),
                    Map.of());
        }
    }

    /** Prices are added to those there are: one from a day on closes the one before. History stays. */
    record EditProduct(
            @NotNull Integer version,
            @Nullable @Size(max = 60) String code,
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 200) String nameEn,
            @Nullable UUID category,
            @Nullable @Size(max = 100) String series,
            @Nullable Grade grade,
            @Nullable @Size(max = 20) String unit,
            @NotNull Status status,
            @Nullable @Size(max = 4000) String description,
            @Size(max = 50) List<@NotBlank @Size(max = 200) String> aliases,
            @Size(max = 200) List<@NotNull @Valid NewPrice> prices,
            @Nullable Map<String, @Nullable Object> custom) {
        EditProduct {
            aliases = copy(aliases);
            prices = copy(prices);
        }

        /** The command that would change nothing: prices are only ever added. */
        static EditProduct of(Product p, int version) {
            return new EditProduct(
                    version,
                    p.code(),
                    p.name(),
                    p.nameEn(),
                    p.category(),
                    p.series(),
                    p.grade(),
                    p.unit(),
                    p.status(),
                    p.description(),
                    p.aliases(),
                    List.of(),
                    Collections.unmodifiableMap(p.custom()));
        }

        Product of(Product before) {
            return new Product(
                    before.id(),
                    code == null || code.isBlank() ? null : code.strip(),
                    name,
                    nameEn,
                    category,
                    series,
                    grade,
                    unit,
                    status,
                    description,
                    before.externalId(),
                    aliases,
                    new PriceHistory(before.prices())
                            .with(prices.stream().map(NewPrice::price).toList())
                            .prices(),
                    before.custom());
        }
    }

    /**
     * @param from the first day it holds
     * @param to the first day it no longer holds; usually left out
     */
    record NewPrice(
            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,

            @NotNull @PositiveOrZero @Digits(integer = 16, fraction = 2) BigDecimal amount,

            @NotNull LocalDate from,
            @Nullable LocalDate to) {
        Price price() {
            return new Price(currency, amount, from, to);
        }
    }
}

package zhanggui.opportunities;

import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Viewer;
import zhanggui.customfields.CustomFields;
import zhanggui.customfields.FieldCheck;
import zhanggui.products.ListPrices;
import zhanggui.rates.Rate;
import zhanggui.rates.Rates.Wanted;

/**
 * What the rows of an import refer to.
 *
 * @param currency the company's
 * @param customers names of those within reach
 * @param retired products that are no longer sold
 * @param prices by currency
 * @param rates of the currencies that are not the company's, on the days that may count
 * @param custom looks at what rows say of custom fields
 */
record ImportLookups(
        Viewer viewer,
        Moment now,
        List<Pipeline> pipelines,
        String currency,
        Map<UUID, String> customers,
        Map<UUID, String> people,
        Map<UUID, String> products,
        Set<UUID> retired,
        Map<String, ListPrices> prices,
        Map<Wanted, Rate> rates,
        CustomFields fields,
        FieldCheck custom,
        Validator validator) {

    @Nullable Rate rate(String of, LocalDate on) {
        return rates.get(new Wanted(of, on));
    }

    Optional<BigDecimal> price(String of, LocalDate on, UUID product) {
        var list = prices.get(of);
        return list == null ? Optional.empty() : list.on(on, product);
    }

    /** The pipeline that has a stage, or the first one in use. */
    Pipeline pipeline(@Nullable UUID stage) {
        return pipelines.stream()
                .filter(p -> stage == null ? !p.retired() : p.stage(stage).isPresent())
                .findFirst()
                .orElse(pipelines.getFirst());
    }

    Optional<Pipeline> byId(UUID id) {
        return pipelines.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** A stage in one pipeline that means what a stage of perhaps another one means. */
    Optional<Stage> counterpart(UUID stage, Pipeline in) {
        var same = in.stage(stage);
        if (same.isPresent()) return same;
        return pipelines.stream()
                .flatMap(p -> p.stage(stage).stream())
                .findFirst()
                .flatMap(meant -> in.stages().stream()
                        .filter(s -> !s.retired())
                        .filter(s -> s.name().equalsIgnoreCase(meant.name())
                                || s.nameEn().equalsIgnoreCase(meant.nameEn())
                                || (meant.outcome() != Outcome.OPEN && s.outcome() == meant.outcome()))
                        .findFirst());
    }
}

package zhanggui.opportunities;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.texts.Language;

/**
 * One step of a pipeline.
 *
 * @param probability of being won from here, 0–100
 * @param normalDays how long an opportunity normally stays at most
 * @param required what must be known on entry
 * @param retired no longer entered; kept because opportunities were in it
 */
record Stage(
        UUID id,
        int position,
        String name,
        String nameEn,
        Outcome outcome,
        BigDecimal probability,
        ForecastCategory category,
        @Nullable Integer normalDays,
        Set<Requirement> required,
        boolean retired) {

    String name(Language language) {
        return language == Language.EN ? nameEn : name;
    }

    /** A token of the client's palette. */
    String color() {
        return switch (outcome) {
            case WON -> "success";
            case LOST -> "danger";
            case OPEN -> {
                var p = probability.intValue();
                yield p < 20 ? "grey" : p < 50 ? "info" : p < 75 ? "jade" : "warning";
            }
        };
    }
}

package zhanggui.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about a file.
 *
 * @param mapping the field of each mapped column, by the column's index
 * @param constants the value of fields that have no column
 * @param decisions what unknown texts mean, by field; {@link #OTHERS} stands for all texts not decided otherwise
 * @param dateOrder for columns whose dates read both ways
 */
record Spec(
        Map<Integer, String> mapping,
        Map<String, String> constants,
        Map<String, Map<String, ValueDecision>> decisions,
        @Nullable DateOrder dateOrder) {
    static final String OTHERS = "*";

    enum Action {
        USE,
        CREATE,
        EMPTY,
        REFUSE
    }

    /**
     * @param value the id or code to use
     * @param label what the value is called, for people to read again later
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ValueDecision(
            @NotNull Action action,
            @Nullable @Size(max = 1000) String value,
            @Nullable @Size(max = 1000) String label) {}

    Spec {
        mapping = Collections.unmodifiableMap(new TreeMap<>(mapping));
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        decisions = Collections.unmodifiableMap(new LinkedHashMap<>(decisions));
    }

    static Spec of(Map<Integer, String> mapping) {
        return new Spec(mapping, Map.of(), Map.of(), null);
    }

    Spec withDecisions(Map<String, Map<String, ValueDecision>> all) {
        return new Spec(mapping, constants, all, dateOrder);
    }

    Optional<Integer> column(String field) {
        return mapping.entrySet().stream()
                .filter(e -> e.getValue().equals(field))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Optional<ValueDecision> said(String field, String text) {
        return Optional.ofNullable(decisions.getOrDefault(field, Map.of()).get(text));
    }

    Optional<ValueDecision> decision(String field, String text) {
        return said(field, text).or(() -> said(field, OTHERS));
    }
}

package zhanggui.customfields;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.access.FieldLevel;
import zhanggui.access.Masks;
import zhanggui.access.Ruled;
import zhanggui.listings.Page.Reference;

/**
 * The custom fields of one record, by code.
 *
 * @param stored as {@link FieldType#read} gives them; a field without a value is missing
 * @param names what the people and departments among them are called
 * @param computed the values of formulas
 */
public record CustomValues(Map<String, Object> stored, Map<String, String> names, Map<String, BigDecimal> computed)
        implements Ruled {
    public static final CustomValues NONE = new CustomValues(Map.of(), Map.of(), Map.of());
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();
    private static final TypeReference<TreeMap<String, @Nullable Object>> VALUES = new TypeReference<>() {};

    /** @param beside absent where the record's type has no fields that refer to anything, and no formulas */
    public static CustomValues of(JSONB stored, @Nullable JSONB beside) {
        if (stored.data().equals("{}") && beside == null) return NONE;
        var names = new TreeMap<String, String>();
        var computed = new TreeMap<String, BigDecimal>();
        if (beside != null) {
            JSON.readValue(beside.data(), VALUES).forEach((code, value) -> {
                if (value instanceof String name) names.put(code, name);
                if (value instanceof Number number) computed.put(code, new BigDecimal(number.toString()));
            });
        }
        return new CustomValues(read(stored), names, computed);
    }

    static Map<String, Object> read(JSONB stored) {
        var values = new TreeMap<String, Object>();
        JSON.readValue(stored.data(), VALUES).forEach((code, value) -> {
            if (value != null) values.put(code, exact(value));
        });
        return values;
    }

    private static Object exact(Object value) {
        if (!(value instanceof Number number)) return value;
        return Objects.requireNonNull(FieldType.NUMBER.read(new BigDecimal(number.toString())));
    }

    /** Values as a column holds them. */
    public static JSONB json(@Nullable Map<String, ?> values) {
        return values == null || values.isEmpty()
                ? JSONB.valueOf("{}")
                : JSONB.valueOf(JSON.writeValueAsString(values));
    }

    /** As clients are told them: people and departments with their names, formulas with their values. */
    @JsonValue
    public Map<String, Object> shown() {
        var shown = new LinkedHashMap<String, Object>();
        stored.forEach((code, value) -> {
            var name = names.get(code);
            shown.put(code, name == null ? value : new Reference(UUID.fromString((String) value), name));
        });
        shown.putAll(computed);
        return shown;
    }

    @Override
    public Map<String, Object> shown(Function<String, FieldLevel> levels) {
        var shown = new LinkedHashMap<String, Object>();
        shown().forEach((code, value) -> {
            var level = levels.apply(CustomField.PREFIX + code);
            if (level.isAskable()) shown.put(code, value);
            else if (level == FieldLevel.MASKED && value instanceof String text) shown.put(code, Masks.of(text));
        });
        return shown;
    }

    /** What the log keeps of them, by the keys of the list. */
    public Map<String, @Nullable Object> logged() {
        var log = new LinkedHashMap<String, @Nullable Object>();
        log(log);
        return log;
    }

    /** Adds them to what the log keeps of a record: by the keys of the list, with names instead of ids. */
    public void log(Map<String, @Nullable Object> log) {
        stored.forEach((code, value) -> {
            var name = names.get(code);
            log.put(CustomField.PREFIX + code, name == null ? value : name);
        });
    }
}

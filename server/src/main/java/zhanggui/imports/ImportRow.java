package zhanggui.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row, its cells read by the types of their fields; empty cells are absent.
 *
 * @param line the line in the file, from 1
 * @param cells by field key
 */
public record ImportRow(int line, Map<String, Object> cells) {
    public boolean has(String key) {
        return cells.containsKey(key);
    }

    public @Nullable String text(String key) {
        return (String) cells.get(key);
    }

    public @Nullable BigDecimal number(String key) {
        return (BigDecimal) cells.get(key);
    }

    public @Nullable LocalDate date(String key) {
        return (LocalDate) cells.get(key);
    }

    public @Nullable Boolean flag(String key) {
        return (Boolean) cells.get(key);
    }

    @SuppressWarnings("unchecked")
    public List<String> tags(String key) {
        return (List<String>) cells.getOrDefault(key, List.of());
    }

    /** The record a value field was found to mean. */
    public @Nullable UUID id(String key) {
        var value = text(key);
        return value == null ? null : UUID.fromString(value);
    }
}

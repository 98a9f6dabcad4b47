package zhanggui.customfields;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.texts.Label;

/**
 * A field a company added to a type of record.
 *
 * @param code by which its values are stored; never changes
 * @param section under which heading forms and pages show it
 * @param required when a record must have a value
 * @param fallback the value a new record has when nothing else is said
 * @param formula of what a computed field is made
 * @param shown whether lists show it to those who have not chosen their columns
 * @param totalled whether lists show its sum
 * @param filterable whether an index helps those who filter and sort very many records by it
 * @param searched whether quick search looks into it
 * @param retired whether it is no longer offered; what it holds is kept
 */
public record CustomField(
        UUID id,
        String code,
        FieldType type,
        Label name,
        @Nullable Label help,
        @Nullable Label section,
        Required required,
        @Nullable Object fallback,
        @Nullable String formula,
        List<Option> options,
        boolean shown,
        boolean totalled,
        boolean filterable,
        boolean searched,
        boolean retired,
        int version) {

    /** What the keys of custom fields begin with, in lists, commands, imports and the log. */
    static final String PREFIX = "custom.";

    /**
     * One value of a choice.
     *
     * @param color a token of the client's palette
     * @param retired whether it is no longer offered
     */
    @Schema(name = "CustomFieldOption")
    public record Option(String code, Label name, @Nullable String color, boolean retired) {}

    /** When a value is required. */
    public enum When {
        NEVER,
        ALWAYS,
        WHEN
    }

    /**
     * @param field with {@link When#WHEN}: the field that decides, by its key in the list
     * @param values the values of that field with which this one is required
     */
    @Schema(name = "CustomFieldRequired")
    public record Required(When when, @Nullable String field, List<String> values) {
        static final Required NEVER = new Required(When.NEVER, null, List.of());
    }

    public String key() {
        return PREFIX + code;
    }

    boolean offers(String option) {
        return options.stream().anyMatch(o -> o.code().equals(option) && !o.retired());
    }
}

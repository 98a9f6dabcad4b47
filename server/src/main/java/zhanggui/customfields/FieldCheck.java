package zhanggui.customfields;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import zhanggui.customfields.CustomField.When;
import zhanggui.problems.FieldProblem;

/** Looks at what commands say of the custom fields of one type of record. */
public final class FieldCheck {
    private final Map<String, CustomField> fields = new TreeMap<>();
    private final References references;
    private final Predicate<CustomField> asked;
    private final Map<UUID, Boolean> known = new HashMap<>();

    /** @param asked which of them may be required of whoever gives the commands: those they may write */
    FieldCheck(List<CustomField> fields, References references, Predicate<CustomField> asked) {
        fields.forEach(f -> this.fields.put(f.code(), f));
        this.references = references;
        this.asked = asked;
    }

    /**
     * The values a record is to have, and why it may not have them.
     *
     * @param problems their fields are the keys of the list, such as {@code custom.region}
     */
    public record Checked(Map<String, Object> values, List<FieldProblem> problems) {}

    /**
     * A field a command does not mention stays as it is; one mentioned without a value is emptied. A command that says
     * nothing of custom fields at all is not asked for those required of it, unless it makes something new. What stands
     * there already is not questioned again.
     *
     * @param given by code, as a client or a file gives it; people and departments by id
     * @param was absent when the record is new: then what is not mentioned begins with its default
     * @param facts the record's own fields by which custom ones may be required, by key
     */
    public Checked check(
            @Nullable Map<String, ?> given,
            @Nullable Map<String, Object> was,
            Map<String, ? extends @Nullable Object> facts) {
        var values = new TreeMap<String, Object>(was == null ? beginning() : was);
        var problems = new ArrayList<FieldProblem>();
        if (given != null) given.forEach((code, value) -> take(code, value, values, problems));
        if (was == null || given != null) {
            for (var f : fields.values()) {
                if (!f.retired()
                        && f.type() != FieldType.FORMULA
                        && !values.containsKey(f.code())
                        && asked.test(f)
                        && isRequired(f, values, facts)
                        && unsaid(f, problems)) {
                    problems.add(FieldProblem.of(f.key(), "required"));
                }
            }
        }
        return new Checked(values, problems);
    }

    private Map<String, Object> beginning() {
        var values = new TreeMap<String, Object>();
        for (var f : fields.values()) {
            if (!f.retired() && f.fallback() != null && f.type() != FieldType.FORMULA)
                values.put(f.code(), f.fallback());
        }
        return values;
    }

    private static boolean unsaid(CustomField f, List<FieldProblem> problems) {
        return problems.stream().noneMatch(p -> p.field().equals(f.key()));
    }

    private void take(String code, @Nullable Object given, Map<String, Object> values, List<FieldProblem> problems) {
        var field = fields.get(code);
        var key = CustomField.PREFIX + code;
        if (field == null) {
            if (given != null) problems.add(FieldProblem.of(key, "custom-unknown"));
            return;
        }
        if (field.type() == FieldType.FORMULA) return;
        try {
            var value = field.type().read(field.type().isReference() ? idOf(given) : given);
            if (Objects.equals(value, values.get(code))) return;
            if (value == null) {
                values.remove(code);
            } else if (field.retired()) {
                problems.add(FieldProblem.of(key, "custom-retired"));
            } else {
                unknown(field, value, values.get(code), problems);
                values.put(code, value);
            }
        } catch (FieldType.Unfit e) {
            problems.add(FieldProblem.of(key, e.code()));
        }
    }

    /** As pages show them they come with their names. */
    private static @Nullable Object idOf(@Nullable Object given) {
        return given instanceof Map<?, ?> reference ? reference.get("id") : given;
    }

    private void unknown(CustomField f, Object value, @Nullable Object was, List<FieldProblem> problems) {
        if (f.type().isReference()) {
            var id = UUID.fromString((String) value);
            if (!known.computeIfAbsent(id, i -> references.exists(f.type(), i))) {
                problems.add(FieldProblem.of(f.key(), "unknown", value));
            }
        } else if (f.type().hasOptions()) {
            var had = was instanceof List<?> all ? all : was == null ? List.of() : List.of(was);
            for (var code : value instanceof List<?> all ? all : List.of(value)) {
                if (!had.contains(code) && !f.offers((String) code)) {
                    problems.add(FieldProblem.of(f.key(), "unknown", code));
                }
            }
        }
    }

    private static boolean isRequired(
            CustomField f, Map<String, Object> values, Map<String, ? extends @Nullable Object> facts) {
        var required = f.required();
        if (required.when() != When.WHEN || required.field() == null) return required.when() == When.ALWAYS;
        var decides = required.field();
        var fact = decides.startsWith(CustomField.PREFIX)
                ? values.get(decides.substring(CustomField.PREFIX.length()))
                : facts.get(decides);
        // A flag nobody has set is not set.
        return required.values().contains(fact == null ? "false" : fact.toString());
    }
}

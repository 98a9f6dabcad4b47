package zhanggui.edits;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;
import zhanggui.problems.Violations;

/** New values of some fields of a record, by the keys of its list, and what they were when the person saw them. */
public final class Changes {
    private static final String CUSTOM = "custom";
    private final Map<String, JsonNode> values;
    private final Map<String, JsonNode> was;
    private final JsonMapper mapper;
    private final Validator validator;
    private final boolean lenient;
    private final Map<String, Difference> made = new LinkedHashMap<>();

    /** @param lenient whether a field that is something else than the person saw is passed over instead of refused */
    Changes(
            Map<String, JsonNode> values,
            Map<String, JsonNode> was,
            boolean lenient,
            JsonMapper mapper,
            Validator validator) {
        this.values = values;
        this.was = was;
        this.lenient = lenient;
        this.mapper = mapper;
        this.validator = validator;
    }

    public boolean mention(String field) {
        return values.containsKey(field);
    }

    /** What a field was and what became of it. */
    public record Difference(JsonNode before, JsonNode after) {}

    /** In what the command they were last put into came to differ from the one before, by field. */
    Map<String, Difference> made() {
        return made;
    }

    public <C extends Record> C in(C before) {
        return in(before, Map.of());
    }

    /**
     * The command that would change nothing, with the new values in it.
     *
     * @param shown what people see of fields of which the command says something else
     * @throws Refused where a field is not what the person saw, or a value is none of its kind
     */
    @SuppressWarnings("unchecked")
    public <C extends Record> C in(C before, Map<String, ?> shown) {
        ObjectNode command = mapper.valueToTree(before);
        var problems = new ArrayList<FieldProblem>();
        made.clear();
        values.forEach((field, value) -> {
            var at = at(command, field);
            var key = field.substring(field.indexOf('.') + 1);
            if (at == null) {
                problems.add(FieldProblem.of(field, "unknown", field));
                return;
            }
            var now = shown.containsKey(field) ? mapper.valueToTree(shown.get(field)) : at.path(key);
            if (was.containsKey(field) && !same(was.get(field), now)) {
                if (!lenient) problems.add(FieldProblem.of(field, "changed-meanwhile"));
                return;
            }
            if (same(value, now)) return;
            made.put(field, new Difference(now.isMissingNode() ? NullNode.instance : now, value));
            at.set(key, value);
        });
        if (!problems.isEmpty()) throw Refused.invalid(problems);
        var changed = (C) read(command, before.getClass());
        var violations = Violations.of(changed, validator);
        if (!violations.isEmpty()) throw Refused.invalid(violations);
        return changed;
    }

    private Object read(ObjectNode command, Class<?> type) {
        try {
            return mapper.treeToValue(command, type);
        } catch (DatabindException e) {
            var path = e.getPath();
            throw Refused.invalid(
                    path.isEmpty() ? "values" : String.valueOf(path.getFirst().getPropertyName()), "format");
        } catch (JacksonException e) {
            throw Refused.invalid("values", "format");
        }
    }

    private static @Nullable ObjectNode at(ObjectNode command, String field) {
        if (!field.startsWith(CUSTOM + ".")) return command.has(field) ? command : null;
        return command.path(CUSTOM) instanceof ObjectNode custom ? custom : command.putObject(CUSTOM);
    }

    /** As people see them: nothing, an empty text and an empty list are one, numbers are compared by their value. */
    private static boolean same(JsonNode a, JsonNode b) {
        if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b);
        if (a.isNumber() && b.isNumber()) return a.decimalValue().compareTo(b.decimalValue()) == 0;
        return a.equals(b);
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || node.isString() && node.stringValue().isBlank()
                || node.isArray() && node.isEmpty();
    }

    static Map<String, JsonNode> fields(@Nullable JsonNode object) {
        var fields = new LinkedHashMap<String, JsonNode>();
        if (object != null && object.isObject()) object.properties().forEach(e -> fields.put(e.getKey(), e.getValue()));
        return fields;
    }
}

package zhanggui.listings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.problems.Refused;

/**
 * Filters as they stand in a URL: {@code {"all":[…]}}, {@code {"any":[…]}} or {@code
 * {"column":…,"operator":…,"values":[…]}}.
 */
final class FilterJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 60;
    private static final int MOST_VALUES = 500;
    private static final int MOST_VALUES_IN_ALL = 5000;

    private FilterJson() {}

    static Filter read(@Nullable String json) {
        if (json == null || json.isBlank()) return Filter.EVERYTHING;
        try {
            var filter = read(MAPPER.readTree(json), 1);
            if (size(filter) > MOST_VALUES_IN_ALL) throw Refused.invalid("filter", "filter-too-long");
            return filter;
        } catch (JacksonException e) {
            throw unreadable();
        }
    }

    private static int size(Filter filter) {
        return switch (filter) {
            case Filter.All(var parts) ->
                parts.stream().mapToInt(FilterJson::size).sum();
            case Filter.Any(var parts) ->
                parts.stream().mapToInt(FilterJson::size).sum();
            case Filter.Compare compare -> Math.max(1, compare.values().size());
        };
    }

    static Map<String, Object> write(Filter filter) {
        var node = new LinkedHashMap<String, Object>();
        switch (filter) {
            case Filter.All(var parts) ->
                node.put("all", parts.stream().map(FilterJson::write).toList());
            case Filter.Any(var parts) ->
                node.put("any", parts.stream().map(FilterJson::write).toList());
            case Filter.Compare(var column, var operator, var values) -> {
                node.put("column", column);
                node.put("operator", operator);
                node.put("values", values);
            }
        }
        return node;
    }

    private static Filter read(JsonNode node, int depth) {
        if (depth > DEEPEST) throw Refused.invalid("filter", "filter-too-deep");
        if (node.has("all")) return new Filter.All(parts(node.get("all"), depth));
        if (node.has("any")) return new Filter.Any(parts(node.get("any"), depth));
        if (!node.path("column").isString()) throw unreadable();
        return new Filter.Compare(
                node.get("column").asString(),
                operator(node.path("operator").asString("")),
                values(node.path("values")));
    }

    private static List<Filter> parts(JsonNode parts, int depth) {
        if (!parts.isArray()) throw unreadable();
        if (parts.size() > MOST_PARTS) throw Refused.invalid("filter", "filter-too-long");
        var all = new ArrayList<Filter>();
        for (var part : parts) all.add(read(part, depth + 1));
        return List.copyOf(all);
    }

    private static List<String> values(JsonNode values) {
        if (values.isMissingNode() || values.isNull()) return List.of();
        if (!values.isArray()) throw unreadable();
        if (values.size() > MOST_VALUES) throw Refused.invalid("filter", "filter-too-long");
        var all = new ArrayList<String>();
        for (var value : values) {
            if (!value.isValueNode() || value.isNull()) throw unreadable();
            all.add(value.asString());
        }
        return List.copyOf(all);
    }

    private static Operator operator(String name) {
        for (var operator : Operator.values()) if (operator.name().equals(name)) return operator;
        throw unreadable();
    }

    private static Refused unreadable() {
        return Refused.invalid("filter", "filter-unreadable");
    }
}

package zhanggui.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What nobody means well enters: values of any kind, and bodies made of a description with one of them in it. */
final class Hostile {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LONG = "字".repeat(20_000);

    /** Texts as somebody may type or send them. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "'; drop table customers.customer; --",
            "\" or 1=1 --",
            "=cmd|' /C calc'!A0",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "${jndi:ldap://127.0.0.1/x}",
            "#{T(java.lang.Runtime)}",
            "not-a-uuid",
            "00000000-0000-0000-0000-000000000000",
            "2026-02-30",
            "0000-00-00",
            "99999-01-01",
            "+999999999-12-31",
            "-999999999-01-01",
            "1e400",
            "1e1000000",
            "-1",
            "NaN",
            "9223372036854775808",
            "true",
            "null",
            "%",
            "_",
            "\\",
            "!",
            "\u202e\u200b\ufeff",
            "𠮷👨‍👩‍👧",
            LONG);

    /** The same and others as pieces of JSON. */
    static final List<String> VALUES = values();

    private Hostile() {}

    private static List<String> values() {
        var values = new ArrayList<>(List.of(
                "null",
                "true",
                "0",
                "-1",
                "-0.0",
                "1.5",
                "2147483648",
                "9223372036854775808",
                "1e400",
                "1e1000000",
                "1e-1000000",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "[]",
                "[null]",
                "[[]]",
                "[\"\\u0000\"]",
                "{}",
                "{\"a\":null}",
                "{\"all\":[{\"all\":[{}]}]}",
                "[".repeat(900) + "]".repeat(900),
                "{\"a\":".repeat(900) + "1" + "}".repeat(900)));
        TEXTS.forEach(text -> values.add(JSON.writeValueAsString(text)));
        return values;
    }

    /** Bodies that are no document at all. */
    static final List<String> BODIES = List.of(
            "",
            "{",
            "null",
            "[]",
            "\"text\"",
            "1",
            "{\"a\":1,}",
            "{\"name\":\"a\",\"name\":\"b\"}",
            "\u0000",
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000),
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>");

    /** A body as the description wants it, with one hostile value somewhere in it. */
    static String body(JsonNode schema, JsonNode schemas, Random random) {
        if (random.nextInt(8) == 0) return any(BODIES, random);
        var named = schemas.get(nameOf(schema));
        var properties = named == null ? null : named.get("properties");
        if (properties == null || properties.isEmpty()) return any(VALUES, random);
        var keys = List.copyOf(properties.propertyNames());
        var hostile = any(keys, random);
        return keys.stream()
                .map(key -> JSON.writeValueAsString(key) + ":"
                        + (key.equals(hostile) ? any(VALUES, random) : sound(properties.get(key), schemas, random, 1)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A value as the description wants it; inside deeper documents, now and then a hostile one. */
    private static String sound(JsonNode schema, JsonNode schemas, Random random, int depth) {
        if (random.nextInt(40) == 0) return any(VALUES, random);
        var options = schema.has("oneOf") ? schema.get("oneOf") : null;
        if (options != null) return sound(options.get(0), schemas, random, depth);
        if (schema.has("$ref")) {
            var properties = schemas.get(nameOf(schema)).get("properties");
            if (properties == null || depth > 4) return "{}";
            return properties.propertyNames().stream()
                    .map(key ->
                            JSON.writeValueAsString(key) + ":" + sound(properties.get(key), schemas, random, depth + 1))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (schema.has("enum")) return schema.get("enum").get(0).toString();
        var type = schema.path("type").isArray()
                ? schema.get("type").get(0).asString()
                : schema.path("type").asString("");
        return switch (type) {
            case "integer" -> "1";
            case "number" -> "1.5";
            case "boolean" -> "false";
            case "array" ->
                IntStream.range(0, random.nextInt(3))
                        .mapToObj(i -> sound(schema.get("items"), schemas, random, depth + 1))
                        .collect(Collectors.joining(",", "[", "]"));
            case "object" -> "{}";
            default ->
                switch (schema.path("format").asString("")) {
                    case "uuid" -> "null";
                    case "date" -> "\"2026-01-01\"";
                    case "date-time" -> "\"2026-01-01T00:00:00Z\"";
                    default -> "\"text " + random.nextInt(1_000_000) + "\"";
                };
        };
    }

    private static String nameOf(JsonNode schema) {
        return schema.path("$ref").asString("").replaceFirst(".*/", "");
    }

    static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}

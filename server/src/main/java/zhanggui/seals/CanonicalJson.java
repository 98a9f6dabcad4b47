package zhanggui.seals;

import java.math.BigDecimal;
import java.util.ArrayList;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON that reads the same whoever stored it: no spaces, keys in the order of their UTF-16 code units, in texts only
 * quotation mark, backslash and control characters escaped (the latter as four lower-case digits), numbers as digits
 * without trailing zeros and, where there is one, {@code e} and the exponent: 1.50 is {@code 15e-1}, 200 is {@code 2e2}.
 */
final class CanonicalJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final int FIRST_PRINTABLE = 0x20;

    private CanonicalJson() {}

    /** What cannot be read, such as a number of a hundred thousand digits, is taken as it stands. */
    static String of(String json) {
        if (json.equals("[]")) return json;
        try {
            var out = new StringBuilder(json.length());
            write(MAPPER.readTree(json), out);
            return out.toString();
        } catch (JacksonException e) {
            return json;
        }
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            object(node, out);
        } else if (node.isArray()) {
            out.append('[');
            for (int i = 0; i < node.size(); i++) {
                if (i > 0) out.append(',');
                write(node.get(i), out);
            }
            out.append(']');
        } else if (node.isString()) {
            text(node.stringValue(), out);
        } else if (node.isNumber()) {
            number(node.decimalValue(), out);
        } else {
            out.append(node.isBoolean() ? String.valueOf(node.booleanValue()) : "null");
        }
    }

    private static void object(JsonNode node, StringBuilder out) {
        var keys = new ArrayList<>(node.propertyNames());
        keys.sort(null);
        out.append('{');
        for (int i = 0; i < keys.size(); i++) {
            if (i > 0) out.append(',');
            text(keys.get(i), out);
            out.append(':');
            write(node.get(keys.get(i)), out);
        }
        out.append('}');
    }

    private static void number(BigDecimal value, StringBuilder out) {
        var stripped = value.stripTrailingZeros();
        out.append(stripped.unscaledValue());
        if (stripped.scale() != 0) out.append('e').append(-stripped.scale());
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE) {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 0xF, 16));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}

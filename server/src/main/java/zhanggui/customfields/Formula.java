package zhanggui.customfields;

import static org.jooq.impl.DSL.abs;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.round;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Field;

/**
 * A number made of other fields of a record, such as {@code round(amount / custom.shops, 2)}: read once, answered by the
 * database. Numbers, fields, {@code + - * /}, brackets and {@code round, min, max, abs, ifEmpty, days}. It knows amounts
 * from plain numbers: two amounts divided are a number, two amounts multiplied are nothing. What is missing makes the
 * whole missing, and so does a division by zero; {@code min} and {@code max} leave out what is missing.
 */
final class Formula {
    static final int LONGEST = 500;
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(\\d+(?:\\.\\d+)?)|([A-Za-z][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_]+)?)|([-+*/(),]))");

    /** What a part of a formula is. */
    enum Kind {
        NUMBER,
        MONEY,
        DATE
    }

    /** A field a formula may be made of. */
    record Operand(Kind kind, Field<?> value) {}

    /** Why a text is no formula; {@code code} is one of field problems. */
    static final class Wrong extends RuntimeException {
        private final String code;
        private final String where;

        Wrong(String code, String where) {
            super(code + " " + where);
            this.code = code;
            this.where = where;
        }

        String code() {
            return code;
        }

        String where() {
            return where;
        }
    }

    private record Part(Kind kind, Field<?> value) {
        @SuppressWarnings("unchecked")
        Field<BigDecimal> number() {
            return (Field<BigDecimal>) value;
        }
    }

    private final String text;
    private final Map<String, Operand> operands;
    private final Matcher tokens;
    private final Set<String> mentioned = new LinkedHashSet<>();
    private int at;

    private Formula(String text, Map<String, Operand> operands) {
        this.text = text;
        this.operands = operands;
        this.tokens = TOKEN.matcher(text);
    }

    /**
     * A formula read.
     *
     * @param value rounded to 2 decimals where it is an amount, and else to 6
     * @param mentioned the keys of the fields it is made of
     */
    record Read(Kind kind, Field<BigDecimal> value, Set<String> mentioned) {}

    /** @throws Wrong where it is none, or mentions what is no operand */
    static Read read(String text, Map<String, Operand> operands) {
        if (text.length() > LONGEST) throw new Wrong("size", "");
        var formula = new Formula(text, operands);
        var part = formula.sum(0);
        formula.end();
        if (part.kind() == Kind.DATE) throw new Wrong("formula-no-number", text);
        var places = part.kind() == Kind.MONEY ? 2 : 6;
        return new Read(part.kind(), round(part.number(), places), formula.mentioned);
    }

    private Part sum(int depth) {
        if (depth > 30) throw new Wrong("formula-syntax", rest());
        var left = product(depth);
        for (var sign = sign("+-"); sign != 0; sign = sign("+-")) {
            var right = product(depth);
            if (left.kind() != right.kind() || left.kind() == Kind.DATE) throw new Wrong("formula-mixed", text);
            left = new Part(
                    left.kind(),
                    sign == '+'
                            ? left.number().plus(right.number())
                            : left.number().minus(right.number()));
        }
        return left;
    }

    private Part product(int depth) {
        var left = signed(depth);
        for (var sign = sign("*/"); sign != 0; sign = sign("*/")) {
            var right = signed(depth);
            if (left.kind() == Kind.DATE || right.kind() == Kind.DATE) throw new Wrong("formula-mixed", text);
            left = sign == '*' ? times(left, right) : by(left, right);
        }
        return left;
    }

    private Part times(Part a, Part b) {
        if (a.kind() == Kind.MONEY && b.kind() == Kind.MONEY) throw new Wrong("formula-mixed", text);
        var kind = a.kind() == Kind.MONEY || b.kind() == Kind.MONEY ? Kind.MONEY : Kind.NUMBER;
        return new Part(kind, a.number().times(b.number()));
    }

    private Part by(Part a, Part b) {
        if (a.kind() == Kind.NUMBER && b.kind() == Kind.MONEY) throw new Wrong("formula-mixed", text);
        var kind = a.kind() == b.kind() ? Kind.NUMBER : Kind.MONEY;
        return new Part(kind, a.number().divide(nullif(b.number(), BigDecimal.ZERO)));
    }

    private Part signed(int depth) {
        if (sign("-") == 0) return primary(depth);
        var part = primary(depth);
        if (part.kind() == Kind.DATE) throw new Wrong("formula-mixed", text);
        return new Part(part.kind(), part.number().neg());
    }

    private Part primary(int depth) {
        if (sign("(") != 0) {
            var within = sum(depth + 1);
            close();
            return within;
        }
        if (!next() || tokens.group(3) != null) throw new Wrong("formula-syntax", rest());
        at = tokens.end();
        if (tokens.group(1) != null) {
            return new Part(Kind.NUMBER, inline(new BigDecimal(tokens.group(1))).cast(BigDecimal.class));
        }
        var name = tokens.group(2);
        return sign("(") == 0 ? operand(name) : call(name, depth);
    }

    private Part operand(String name) {
        var operand = operands.get(name);
        if (operand == null) throw new Wrong("formula-unknown", name);
        mentioned.add(name);
        return operand.kind() == Kind.DATE
                ? new Part(Kind.DATE, operand.value())
                : new Part(operand.kind(), operand.value().cast(BigDecimal.class));
    }

    private Part call(String name, int depth) {
        var given = new ArrayList<Part>();
        do given.add(sum(depth + 1));
        while (sign(",") != 0);
        close();
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "abs" -> one(name, given, p -> abs(p.number()));
            case "round" -> rounded(name, given);
            case "min" -> alike(name, given, (a, b) -> least(a, b));
            case "max" -> alike(name, given, (a, b) -> greatest(a, b));
            case "ifempty" -> alike(name, given, (a, b) -> coalesce(a, b));
            case "days" -> days(name, given);
            default -> throw new Wrong("formula-unknown", name);
        };
    }

    private interface OfOne {
        Field<BigDecimal> of(Part part);
    }

    private static Part one(String name, List<Part> given, OfOne of) {
        if (given.size() != 1 || given.getFirst().kind() == Kind.DATE) throw new Wrong("formula-call", name);
        return new Part(given.getFirst().kind(), of.of(given.getFirst()));
    }

    private static Part rounded(String name, List<Part> given) {
        if (given.size() != 2
                || given.getFirst().kind() == Kind.DATE
                || given.getLast().kind() != Kind.NUMBER) {
            throw new Wrong("formula-call", name);
        }
        return new Part(
                given.getFirst().kind(),
                field(
                        "round({0}, least(6, greatest(-6, {1}))::int)",
                        BigDecimal.class,
                        given.getFirst().number(),
                        given.getLast().number()));
    }

    private static Part alike(String name, List<Part> given, BinaryOperator<Field<BigDecimal>> of) {
        var kind = given.getFirst().kind();
        if (given.size() < 2 || kind == Kind.DATE || given.stream().anyMatch(p -> p.kind() != kind)) {
            throw new Wrong("formula-call", name);
        }
        return new Part(kind, given.stream().map(Part::number).reduce(of).orElseThrow());
    }

    /** From one day to another; negative when the second comes first. */
    private static Part days(String name, List<Part> given) {
        if (given.size() != 2 || given.stream().anyMatch(p -> p.kind() != Kind.DATE)) {
            throw new Wrong("formula-call", name);
        }
        return new Part(
                Kind.NUMBER,
                field(
                        "({1} - {0})::numeric",
                        BigDecimal.class,
                        given.getFirst().value(),
                        given.getLast().value()));
    }

    private void close() {
        if (sign(")") == 0) throw new Wrong("formula-syntax", rest());
    }

    private void end() {
        if (!text.substring(at).isBlank()) throw new Wrong("formula-syntax", rest());
    }

    /** Takes the next token when it is one of these signs. */
    private char sign(String signs) {
        if (!next() || tokens.group(3) == null || signs.indexOf(tokens.group(3).charAt(0)) < 0) return 0;
        at = tokens.end();
        return tokens.group(3).charAt(0);
    }

    private boolean next() {
        tokens.region(at, text.length());
        return tokens.lookingAt();
    }

    private String rest() {
        var rest = text.substring(Math.min(at, text.length())).strip();
        return rest.isEmpty() ? "…" : rest.substring(0, Math.min(rest.length(), 20));
    }
}

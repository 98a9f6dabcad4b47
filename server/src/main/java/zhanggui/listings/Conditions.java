package zhanggui.listings;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import zhanggui.access.Circle;
import zhanggui.access.Grant;
import zhanggui.access.Reach;
import zhanggui.access.Viewer;
import zhanggui.problems.Refused;

/** Turns filters and quick search into SQL conditions. What a viewer may not use, they may not filter by. */
@SuppressWarnings("unchecked")
final class Conditions {
    /** A word of an enumeration: there are few of them. */
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z_]{0,30}");

    private final Listing list;
    private final Viewer viewer;
    private final LocalDate today;
    private final boolean narrow;

    /** @param narrow whether the viewer reaches only some of the rows */
    Conditions(Listing list, Viewer viewer, Instant now, boolean narrow) {
        this.list = list;
        this.viewer = viewer;
        this.narrow = narrow;
        this.today = viewer.calendar().day(now);
    }

    Condition of(Filter filter) {
        return switch (filter) {
            case Filter.All(var parts) ->
                parts.isEmpty()
                        ? noCondition()
                        : and(parts.stream().map(this::of).toList());
            case Filter.Any(var parts) ->
                parts.isEmpty()
                        ? noCondition()
                        : or(parts.stream().map(this::of).toList());
            case Filter.Compare compare -> of(compare);
        };
    }

    /** No text in the database holds a NUL: it cannot even be asked for one. */
    private static void storable(String text) {
        if (text.indexOf('\0') >= 0) throw new IllegalArgumentException("NUL");
    }

    Condition search(String text) {
        return search(text, this::keeps);
    }

    /** @param keeps what the words kept for several columns hold where one of these contains the text */
    Condition search(String text, BiFunction<Field<String>, String, Condition> keeps) {
        if (text.indexOf('\0') >= 0) throw Refused.invalid("q", "search-unreadable");
        var asked = list.askedBy(viewer).stream().filter(Column::searched).toList();
        var searched = asked.stream()
                .map(c -> c.kept() == null
                        ? contains(words(c), text)
                        : isShared(c, asked)
                                ? keeps.apply(c.kept(), text)
                                : keeps.apply(c.kept(), text).and(contains(words(c), text)))
                .distinct()
                .toList();
        return searched.isEmpty() ? falseCondition() : or(searched);
    }

    /** Whether the viewer may ask by everything that is kept in the same words; else those words tell too much. */
    boolean isShared(Column column, List<Column> asked) {
        var keys = asked.stream().map(Column::key).toList();
        return list.allColumns().stream()
                .filter(c -> c.searched() && Objects.equals(c.kept(), column.kept()))
                .allMatch(c -> keys.contains(c.key()));
    }

    private Condition of(Filter.Compare compare) {
        var column = list.column(compare.column(), viewer)
                .orElseThrow(() -> Refused.invalid("filter", "column-unknown", compare.column()));
        if (!column.kind().operators().contains(compare.operator())
                || (compare.values().isEmpty() && !compare.operator().takesNoValue())) {
            throw Refused.invalid("filter", "operator-unfit", compare.column(), compare.operator());
        }
        try {
            compare.values().forEach(Conditions::storable);
            return of(column, compare.operator(), compare.values());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refused.invalid("filter", "value-unreadable", compare.column(), compare.values());
        }
    }

    private Condition of(Column column, Operator operator, List<String> values) {
        if (column.related() != null) return of(column, column.related(), operator, values);
        var field = (Field<Object>) column.value();
        return switch (operator) {
            case EMPTY -> column.kind() == Kind.TAGS ? tags(column).eq(new String[0]) : field.isNull();
            case NOT_EMPTY -> column.kind() == Kind.TAGS ? tags(column).ne(new String[0]) : field.isNotNull();
            case CONTAINS -> kept(column, values.getFirst()).and(contains(words(column), values.getFirst()));
            case NOT_CONTAINS -> untrue(contains(words(column), values.getFirst()));
            case STARTS_WITH ->
                kept(column, values.getFirst()).and(like(words(column), escape(values.getFirst()) + "%"));
            case ME -> field.eq(viewer.id());
            case MY_REPORTS -> people(column, Reach.SUBORDINATES);
            case MY_DEPARTMENT -> people(column, Reach.DEPARTMENT);
            case IN_UNIT ->
                or(values.stream()
                        .map(unit -> viewer.colleagues()
                                .inUnit(UUID.fromString(unit))
                                .holds((Field<UUID>) column.value()))
                        .toList());
            case WITHIN -> within(column, Span.valueOf(values.getFirst()));
            case IS -> is(column, values);
            case IS_NOT -> untrue(is(column, values));
            case AT_LEAST -> from(column, values.getFirst());
            case AT_MOST -> to(column, values.getFirst());
            case BETWEEN -> {
                if (values.size() != 2) throw new IllegalArgumentException("two values");
                yield from(column, values.get(0)).and(to(column, values.get(1)));
            }
        };
    }

    private Condition of(Column column, Column.Related related, Operator operator, List<String> values) {
        return switch (operator) {
            case EMPTY -> not(related.some());
            case NOT_EMPTY -> related.some();
            case ME -> related.any(List.of(viewer.id()));
            case MY_REPORTS -> related.any(among(Reach.SUBORDINATES).people());
            case MY_DEPARTMENT -> related.any(among(Reach.DEPARTMENT).people());
            case IN_UNIT ->
                or(values.stream()
                        .map(unit -> related.any(viewer.colleagues()
                                .inUnit(UUID.fromString(unit))
                                .people()))
                        .toList());
            case IS -> related.any(values.stream().map(UUID::fromString).toList());
            case IS_NOT -> not(related.any(values.stream().map(UUID::fromString).toList()));
            case CONTAINS -> contains(words(column), values.getFirst());
            case NOT_CONTAINS, STARTS_WITH, AT_LEAST, AT_MOST, BETWEEN, WITHIN ->
                throw new IllegalArgumentException(operator.name());
        };
    }

    private Condition people(Column column, Reach reach) {
        return among(reach).holds((Field<UUID>) column.value());
    }

    private Circle among(Reach reach) {
        return viewer.colleagues().coveredBy(Grant.of(reach), viewer.id());
    }

    private static Condition is(Column column, List<String> values) {
        if (column.kind() == Kind.TAGS) return tags(column).contains(values.toArray(String[]::new));
        var parsed = values.stream()
                .map(v -> isConstant(column, v) ? constant(v) : value(column, v))
                .toList();
        return parsed.size() == 1
                ? ((Field<Object>) column.value()).eq(parsed.getFirst())
                : ((Field<Object>) column.value()).in(parsed);
    }

    private static boolean isConstant(Column column, String value) {
        return column.kind() == Kind.CHOICE
                && column.value().getType() == String.class
                && CONSTANT.matcher(value).matches();
    }

    /** Written out: what the database plans for any outcome at all, no index of the open ones serves. */
    private static Field<Object> constant(String value) {
        return (Field<Object>) (Field<?>) inline(value);
    }

    private static Field<String[]> tags(Column column) {
        return (Field<String[]>) column.value();
    }

    private static Condition from(Column column, String text) {
        return ((Field<Object>) column.value()).ge(value(column, text));
    }

    private static Condition to(Column column, String text) {
        return ((Field<Object>) column.value()).le(value(column, text));
    }

    private static Field<Object> value(Column column, String text) {
        var parsed = column.kind().parse(text);
        return switch (parsed) {
            case Instant instant -> (Field<Object>) (Field<?>) val(instant.atOffset(ZoneOffset.UTC));
            case BigDecimal number -> (Field<Object>) (Field<?>) val(number, SQLDataType.NUMERIC);
            case String word
            when column.value().getType() == UUID.class -> (Field<Object>) (Field<?>) val(UUID.fromString(word));
            default -> (Field<Object>) (Field<?>) val(parsed);
        };
    }

    private Condition within(Column column, Span span) {
        var days = span.on(today, viewer.calendar());
        var condition = noCondition();
        if (column.kind() == Kind.DATE) {
            var field = (Field<LocalDate>) column.value();
            if (days.from() != null) condition = condition.and(field.ge(days.from()));
            if (days.to() != null) condition = condition.and(field.lt(days.to()));
        } else {
            var field = (Field<OffsetDateTime>) column.value();
            if (days.from() != null) condition = condition.and(field.ge(start(days.from())));
            if (days.to() != null) condition = condition.and(field.lt(start(days.to())));
        }
        return condition;
    }

    private OffsetDateTime start(LocalDate day) {
        return viewer.calendar().start(day).atOffset(ZoneOffset.UTC);
    }

    static Field<String> words(Column column) {
        return column.beside() != null ? column.beside() : (Field<String>) column.value();
    }

    private static Condition contains(Field<String> field, String text) {
        return like(field, "%" + escape(text) + "%");
    }

    /** Case is folded as {@code public.searchable} does it, the same in every database. */
    static Condition like(Field<String> field, String pattern) {
        return field.collate("pg_c_utf8").likeIgnoreCase(pattern, '!');
    }

    /** What an index finds first, where there is one for the column. */
    private Condition kept(Column column, String text) {
        return column.kept() == null ? noCondition() : keeps(column.kept(), text);
    }

    /**
     * Of a few people's rows all are looked at, which takes milliseconds: PostgreSQL does so when it cannot tell how common
     * the words are. Told, it would rather walk through everybody's from the newest on until a page is full. No index
     * knows a single character, and reading all of one to find that out is slower still.
     */
    private Condition keeps(Field<String> kept, String text) {
        if (!narrow) return condition("{0} like public.containing({1})", kept, val(text));
        var words = text.codePointCount(0, text.length()) == 1 ? "({0} || '')" : "{0}";
        return condition(words + " like (select public.containing({1}))", kept, val(text));
    }

    /** Unlike NOT, also true where the value is absent. */
    private static Condition untrue(Condition condition) {
        return condition("({0}) is not true", condition);
    }

    static String escape(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}

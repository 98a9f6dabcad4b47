package zhanggui.listings;

import static zhanggui.listings.Operator.*;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** What a column holds: decides its operators, how a filter's text is read, and how the client draws it. */
public enum Kind {
    TEXT(CONTAINS, NOT_CONTAINS, STARTS_WITH, IS, IS_NOT, EMPTY, NOT_EMPTY),
    LONG_TEXT(CONTAINS, NOT_CONTAINS, EMPTY, NOT_EMPTY),
    NUMBER(IS, IS_NOT, AT_LEAST, AT_MOST, BETWEEN, EMPTY, NOT_EMPTY),
    MONEY(AT_LEAST, AT_MOST, BETWEEN, IS, EMPTY, NOT_EMPTY),
    PERCENT(AT_LEAST, AT_MOST, BETWEEN, IS, EMPTY, NOT_EMPTY),
    DATE(WITHIN, IS, AT_LEAST, AT_MOST, BETWEEN, EMPTY, NOT_EMPTY),
    INSTANT(WITHIN, AT_LEAST, AT_MOST, BETWEEN, EMPTY, NOT_EMPTY),
    CHOICE(IS, IS_NOT, EMPTY, NOT_EMPTY),
    TAGS(IS, IS_NOT, EMPTY, NOT_EMPTY),
    PERSON(IS, IS_NOT, ME, MY_REPORTS, MY_DEPARTMENT, IN_UNIT, EMPTY, NOT_EMPTY),
    UNIT(IS, IS_NOT, EMPTY, NOT_EMPTY),
    RECORD(IS, IS_NOT, CONTAINS, EMPTY, NOT_EMPTY),
    FLAG(IS),
    PHONE(CONTAINS, IS, EMPTY, NOT_EMPTY),
    EMAIL(CONTAINS, IS, EMPTY, NOT_EMPTY),
    LINK(CONTAINS, EMPTY, NOT_EMPTY);

    private final Set<Operator> operators;

    Kind(Operator first, Operator... rest) {
        var all = new java.util.LinkedHashSet<Operator>();
        all.add(first);
        all.addAll(java.util.List.of(rest));
        this.operators = java.util.Collections.unmodifiableSet(all);
    }

    /** In the order a person is offered them. */
    public Set<Operator> operators() {
        return operators;
    }

    /** Whether cells and filters carry an id beside the words. */
    boolean isReference() {
        return this == PERSON || this == UNIT || this == RECORD;
    }

    /** @throws IllegalArgumentException or a DateTimeException when the text is no value of this kind */
    Object parse(String text) {
        return switch (this) {
            case TEXT, LONG_TEXT, CHOICE, TAGS, PHONE, EMAIL, LINK -> text;
            case NUMBER, MONEY, PERCENT -> number(text.strip());
            case DATE -> day(LocalDate.parse(text));
            case INSTANT -> {
                var instant = Instant.parse(text);
                day(LocalDate.ofInstant(instant, ZoneOffset.UTC));
                yield instant;
            }
            case PERSON, UNIT, RECORD -> UUID.fromString(text);
            case FLAG ->
                switch (text.toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(text);
                };
        };
    }

    /** No amount or count has more digits than this, before or after the point. */
    private static final int MOST_DIGITS = 30;

    private static BigDecimal number(String text) {
        if (text.length() > 2 * MOST_DIGITS) throw new IllegalArgumentException("too long");
        var number = new BigDecimal(text);
        if (number.scale() > MOST_DIGITS || (long) number.precision() - number.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("too many digits");
        }
        return number;
    }

    private static LocalDate day(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9999) throw new DateTimeException("out of range");
        return day;
    }
}

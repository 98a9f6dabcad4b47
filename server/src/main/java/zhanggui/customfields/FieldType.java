package zhanggui.customfields;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a custom field holds, and how its values are stored: as text, as a number, as true or false, or as a list. */
public enum FieldType {
    TEXT,
    LONG_TEXT,
    NUMBER,
    /** An amount in the currency of its record, where it has one, and else in the company's. */
    MONEY,
    DATE,
    /** One of the field's own options, by code. */
    CHOICE,
    /** Any of the field's own options, by code. */
    CHOICES,
    /** A person, by id. */
    PERSON,
    /** A department, by id. */
    UNIT,
    FLAG,
    /** An address on the web. */
    LINK,
    /** Computed from other fields; see {@link Formula}. */
    FORMULA;

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_LONG_TEXT = 10_000;
    private static final int MOST_CHOICES = 50;

    boolean hasOptions() {
        return this == CHOICE || this == CHOICES;
    }

    boolean isReference() {
        return this == PERSON || this == UNIT;
    }

    boolean canBeTotalled() {
        return this == NUMBER || this == MONEY || this == FORMULA;
    }

    /** Long texts are searched through, whatever the index. */
    boolean canBeFilterable() {
        return this != LONG_TEXT && this != LINK && this != FORMULA;
    }

    /** Whether other fields may be required by what this one holds. */
    boolean canBeCondition() {
        return this == CHOICE || this == FLAG;
    }

    /** Why a value is none of this type; {@code code} is one of field problems. */
    static final class Unfit extends RuntimeException {
        private final String code;

        Unfit(String code) {
            super(code);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * A value as it is stored: text without blanks around it, a {@link BigDecimal} without trailing zeros, a {@link
     * Boolean} or a list of codes; absent where nothing was given.
     *
     * @throws Unfit where it is no value of this type
     */
    @Nullable Object read(@Nullable Object given) {
        if (given == null || (given instanceof String text && text.isBlank())) return null;
        return switch (this) {
            case TEXT -> text(given, LONGEST_TEXT);
            case LONG_TEXT -> text(given, LONGEST_LONG_TEXT);
            case LINK -> link(text(given, LONGEST_TEXT));
            case NUMBER -> number(given, 16, 6);
            case MONEY -> number(given, 16, 2);
            case DATE -> day(given);
            case CHOICE -> text(given, LONGEST_TEXT);
            case CHOICES -> choices(given);
            case PERSON, UNIT -> id(given);
            case FLAG -> flag(given);
            case FORMULA -> null;
        };
    }

    private static String text(Object given, int longest) {
        if (!(given instanceof String text)) throw new Unfit("type-mismatch");
        var stripped = text.strip();
        if (stripped.length() > longest) throw new Unfit("size");
        if (stripped.indexOf('\0') >= 0) throw new Unfit("invalid");
        return stripped;
    }

    /** No other scheme than those of the web and of mail, which do nothing when they are followed. */
    private static String link(String text) {
        var scheme = text.toLowerCase(Locale.ROOT);
        boolean plain = !scheme.matches("^[a-z][a-z0-9+.-]*:.*") || scheme.matches("^[^/:]+[.][^/:]+:\\d+([/?#].*)?$");
        if (!plain && !scheme.startsWith("http://") && !scheme.startsWith("https://") && !scheme.startsWith("mailto:"))
            throw new Unfit("pattern");
        return text;
    }

    private static BigDecimal number(Object given, int before, int after) {
        try {
            var number = new BigDecimal(given.toString().strip()).stripTrailingZeros();
            if (number.scale() > after || (long) number.precision() - number.scale() > before)
                throw new Unfit("digits");
            return number.scale() < 0 ? number.setScale(0) : number;
        } catch (NumberFormatException e) {
            throw new Unfit("type-mismatch");
        }
    }

    private static String day(Object given) {
        try {
            var day = LocalDate.parse(given.toString());
            if (day.getYear() < 1 || day.getYear() > 9999) throw new Unfit("type-mismatch");
            return day.toString();
        } catch (DateTimeException e) {
            throw new Unfit("type-mismatch");
        }
    }

    private static @Nullable List<String> choices(Object given) {
        if (!(given instanceof List<?> all)) throw new Unfit("type-mismatch");
        if (all.size() > MOST_CHOICES) throw new Unfit("size");
        var codes = all.stream()
                .map(one -> text(one == null ? "" : one, LONGEST_TEXT))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        return codes.isEmpty() ? null : codes;
    }

    private static String id(Object given) {
        try {
            return UUID.fromString(given.toString()).toString();
        } catch (IllegalArgumentException e) {
            throw new Unfit("type-mismatch");
        }
    }

    private static Boolean flag(Object given) {
        if (given instanceof Boolean flag) return flag;
        return switch (given.toString()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Unfit("type-mismatch");
        };
    }
}

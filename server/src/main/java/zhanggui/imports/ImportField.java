package zhanggui.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field a column can be mapped to. Its words stand under {@code <kind>.<key>}, the heading of the list's column.
 *
 * @param type how cell texts are read
 * @param vocabulary the values it may have, when those are records or choices
 * @param headings what columns that mean this field are often called, in any language, lower case
 */
public record ImportField(
        String key, Type type, boolean required, @Nullable Vocabulary vocabulary, List<String> headings) {
    public enum Type {
        /** {@link String}. */
        TEXT,
        /** {@link java.math.BigDecimal}; thousands separators and currency signs are understood. */
        NUMBER,
        /** {@link java.time.LocalDate}. */
        DATE,
        /** {@link Boolean}. */
        FLAG,
        /** {@link List} of {@link String}, from text separated by commas or semicolons of either width. */
        TAGS,
        /** {@link String}: the value of the vocabulary that a text was found or decided to mean. */
        VALUE
    }

    public static ImportField text(String key, String... headings) {
        return new ImportField(key, Type.TEXT, false, null, List.of(headings));
    }

    public static ImportField number(String key, String... headings) {
        return new ImportField(key, Type.NUMBER, false, null, List.of(headings));
    }

    public static ImportField date(String key, String... headings) {
        return new ImportField(key, Type.DATE, false, null, List.of(headings));
    }

    public static ImportField flag(String key, String... headings) {
        return new ImportField(key, Type.FLAG, false, null, List.of(headings));
    }

    public static ImportField tags(String key, String... headings) {
        return new ImportField(key, Type.TAGS, false, null, List.of(headings));
    }

    public static ImportField value(String key, Vocabulary vocabulary, String... headings) {
        return new ImportField(key, Type.VALUE, false, vocabulary, List.of(headings));
    }

    public ImportField need() {
        return new ImportField(key, type, true, vocabulary, headings);
    }
}

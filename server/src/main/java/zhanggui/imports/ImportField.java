package zhanggui.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import zhanggui.texts.Label;

/**
 * A field a column can be mapped to. Its words stand under {@code <kind>.<key>}, the heading of the list's column.
 *
 * @param type how cell texts are read
 * @param vocabulary the values it may have, when those are records or choices
 * @param label its name, where people have named it themselves
 * @param headings what columns that mean this field are often called, in any language, lower case
 */
public record ImportField(
        String key,
        Type type,
        boolean required,
        @Nullable Vocabulary vocabulary,
        List<String> headings,
        @Nullable Label label) {
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
        return new ImportField(key, Type.TEXT, false, null, List.of(headings), null);
    }

    public static ImportField number(String key, String... headings) {
        return new ImportField(key, Type.NUMBER, false, null, List.of(headings), null);
    }

    public static ImportField date(String key, String... headings) {
        return new ImportField(key, Type.DATE, false, null, List.of(headings), null);
    }

    public static ImportField flag(String key, String... headings) {
        return new ImportField(key, Type.FLAG, false, null, List.of(headings), null);
    }

    public static ImportField tags(String key, String... headings) {
        return new ImportField(key, Type.TAGS, false, null, List.of(headings), null);
    }

    public static ImportField value(String key, Vocabulary vocabulary, String... headings) {
        return new ImportField(key, Type.VALUE, false, vocabulary, List.of(headings), null);
    }

    /** Named by people and not by the texts. */
    public ImportField headed(Label label) {
        return new ImportField(key, type, required, vocabulary, headings, label);
    }

    public ImportField need() {
        return new ImportField(key, type, true, vocabulary, headings, label);
    }
}

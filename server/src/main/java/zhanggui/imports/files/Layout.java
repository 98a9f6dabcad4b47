package zhanggui.imports.files;

import org.jspecify.annotations.Nullable;

/**
 * How a table lies in its file.
 *
 * @param encoding of a CSV file
 * @param separator of a CSV file, one character
 * @param sheet the name of the sheet in an XLSX file
 * @param headerLine the line with the headings; 0 when there is none
 */
public record Layout(
        Format format,
        @Nullable Encoding encoding,
        @Nullable String separator,
        @Nullable String sheet,
        int headerLine) {
    public enum Format {
        CSV,
        XLSX
    }

    /** What a person says about the layout; the rest is found out. */
    public record WantedLayout(
            @Nullable Encoding encoding,
            @Nullable String separator,
            @Nullable String sheet,
            @Nullable Integer headerLine) {
        public static final WantedLayout NOTHING = new WantedLayout(null, null, null, null);
    }

    public WantedLayout wanted() {
        return new WantedLayout(encoding, separator, sheet, headerLine);
    }
}

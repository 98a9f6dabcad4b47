package zhanggui.imports.files;

import java.util.List;
import java.util.function.Predicate;
import zhanggui.problems.Refused;

/**
 * A table read from a file, empty lines left out.
 *
 * @param sheets the names of the sheets to choose from, in an XLSX file
 * @param damaged how many places could not be read in the encoding
 * @param headings the texts over the columns, empty where there is none
 * @param head the first lines, headings and titles included
 * @param rows the lines below the headings
 */
public record Table(
        Layout layout, List<String> sheets, int damaged, List<String> headings, List<Line> head, List<Line> rows) {
    public static final int MOST_ROWS = 200_000;
    public static final int MOST_COLUMNS = 200;
    public static final int LONGEST_CELL = 10_000;

    /** Rows are held in memory while they are imported; a file of more filled cells is too large to be held. */
    static final int MOST_CELLS = 5_000_000;

    private static final int HEAD = 25;
    private static final int LONGEST_SHOWN = 200;

    /**
     * Reads a file, whose kind is seen from its content.
     *
     * @param name of the file, to say more clearly what is wrong with it
     * @param known whether a text is a heading one would expect
     * @throws Refused when it is no such file, damaged, too large or empty
     */
    public static Table read(byte[] content, String name, Layout.WantedLayout wanted, Predicate<String> known) {
        return switch (FileKind.of(content, name)) {
            case CSV -> CsvFile.read(content, wanted).table(wanted, known);
            case XLSX -> XlsxFile.read(content, wanted).table(wanted, known);
        };
    }

    /**
     * A file's lines before it is known which of them are rows.
     *
     * @param layout with the header line still open
     */
    record Lines(Layout layout, List<String> sheets, int damaged, List<Line> lines) {
        Table table(Layout.WantedLayout wanted, Predicate<String> known) {
            if (lines.isEmpty()) throw Refused.invalid("file", "import-empty");
            int header = wanted.headerLine() == null ? HeaderLine.find(lines, known) : wanted.headerLine();
            var heading = lines.stream().filter(l -> l.number() == header).findFirst();
            if (header != 0 && heading.isEmpty()) throw Refused.invalid("layout.headerLine", "import-header-line");
            var rows = lines.stream().filter(l -> l.number() > header).toList();
            if (rows.size() > MOST_ROWS) throw Refused.invalid("file", "import-too-many-rows", MOST_ROWS);
            int columns = layout.format() == Layout.Format.CSV && heading.isPresent()
                    ? heading.get().cells().size()
                    : lines.stream()
                            .filter(l -> l.number() >= header)
                            .mapToInt(Line::width)
                            .max()
                            .orElse(0);
            if (columns > MOST_COLUMNS) throw Refused.invalid("file", "import-too-many-columns", MOST_COLUMNS);
            var headings = java.util.stream.IntStream.range(0, columns)
                    .mapToObj(i -> heading.map(l -> CellText.clean(l.cell(i))).orElse(""))
                    .map(text -> CellText.cut(text, LONGEST_SHOWN))
                    .toList();
            var found = new Layout(layout.format(), layout.encoding(), layout.separator(), layout.sheet(), header);
            return new Table(
                    found,
                    sheets,
                    damaged,
                    headings,
                    lines.stream().limit(HEAD).map(Lines::shown).toList(),
                    rows);
        }

        private static Line shown(Line line) {
            return new Line(
                    line.number(),
                    line.cells().stream()
                            .limit(MOST_COLUMNS)
                            .map(c -> CellText.cut(c, LONGEST_SHOWN))
                            .toList());
        }
    }
}

package zhanggui.imports.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import zhanggui.problems.Refused;

/** A workbook: one of its sheets, each cell as the text a person would have typed. Formulas count as what they came to. */
final class XlsxFile {
    /** Formats a workbook uses for dates without spelling them out. */
    private static final Set<Integer> DATE_FORMATS =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);

    private static final Logger log = LoggerFactory.getLogger(XlsxFile.class);
    private final boolean from1904;

    private XlsxFile(boolean from1904) {
        this.from1904 = from1904;
    }

    static Table.Lines read(byte[] content, Layout.WantedLayout wanted) {
        ZipGuard.check(content);
        try (var book = open(content)) {
            var sheets = visible(book);
            var sheet = wanted.sheet() == null
                    ? firstFilled(sheets)
                    : sheets.stream()
                            .filter(s -> s.getName().equals(wanted.sheet()))
                            .findFirst()
                            .orElseThrow(
                                    () -> Refused.invalid("layout.sheet", "unknown", String.valueOf(wanted.sheet())));
            var layout = new Layout(Layout.Format.XLSX, null, null, sheet.getName(), 0);
            var names = sheets.stream().map(Sheet::getName).toList();
            return new Table.Lines(layout, names, 0, new XlsxFile(book.isDate1904()).lines(sheet));
        } catch (Refused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            log.info("a workbook cannot be read: {}", e.toString());
            throw Refused.invalid("file", "import-damaged");
        }
    }

    /** Some programs write workbooks without formats. */
    private static ReadableWorkbook open(byte[] content) throws IOException {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true));
        } catch (ExcelReaderException e) {
            return new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(false, true));
        }
    }

    private static List<Sheet> visible(ReadableWorkbook book) {
        var all = book.getSheets().toList();
        var visible = all.stream()
                .filter(s -> s.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
        if (all.isEmpty()) throw Refused.invalid("file", "import-empty");
        return visible.isEmpty() ? all : visible;
    }

    private static Sheet firstFilled(List<Sheet> sheets) throws IOException {
        for (var sheet : sheets) {
            try (var rows = sheet.openStream()) {
                if (rows.anyMatch(r -> r.stream().anyMatch(XlsxFile::isFilled))) return sheet;
            }
        }
        return sheets.getFirst();
    }

    private List<Line> lines(Sheet sheet) throws IOException {
        var lines = new ArrayList<Line>();
        long cells = 0;
        try (var rows = sheet.openStream()) {
            for (Iterator<Row> i = rows.iterator(); i.hasNext(); ) {
                var line = line(i.next());
                if (line.cells().isEmpty()) continue;
                lines.add(line);
                cells += line.cells().size();
                if (lines.size() > Table.MOST_ROWS + HeaderLine.LOOKED_AT) {
                    throw Refused.invalid("file", "import-too-many-rows", Table.MOST_ROWS);
                }
                if (cells > Table.MOST_CELLS) throw Refused.invalid("file", "import-too-many-cells-in-file");
            }
        }
        return lines;
    }

    private Line line(Row row) {
        int width = 0;
        for (var cell : row) {
            if (isFilled(cell)) width = cell.getColumnIndex() + 1;
        }
        var texts = new ArrayList<String>(width);
        for (int c = 0; c < width; c++) texts.add(text(row.getCell(c)));
        return new Line(row.getRowNum(), List.copyOf(texts));
    }

    private static boolean isFilled(@Nullable Cell cell) {
        if (cell == null) return false;
        return isUncalculated(cell)
                || cell.getValue() != null && !CellText.clean(cell.getText()).isEmpty();
    }

    /** Programs that only write workbooks leave it to a spreadsheet to fill in what formulas come to. */
    private static boolean isUncalculated(Cell cell) {
        return cell.getType() == CellType.FORMULA && cell.getRawValue() == null;
    }

    private String text(@Nullable Cell cell) {
        if (cell == null) return "";
        if (isUncalculated(cell)) return CellText.UNCALCULATED;
        if (cell.getValue() == null) return "";
        return switch (cell.getValue()) {
            case BigDecimal number -> number(number, cell);
            case Boolean flag -> flag.toString();
            case Object other
            when cell.getType() == CellType.ERROR && !other.toString().startsWith("#") -> "#VALUE!";
            case Object other -> other.toString();
        };
    }

    private String number(BigDecimal number, Cell cell) {
        var format = cell.getDataFormatString();
        if (isDate(cell.getDataFormatId(), format)) {
            var date = date(number);
            if (date != null) return date;
        }
        return format != null && unquoted(format).contains("%")
                ? CellText.plain(number.movePointRight(2)) + "%"
                : CellText.plain(number);
    }

    private static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (id != null && DATE_FORMATS.contains(id)) return true;
        if (format == null || format.equalsIgnoreCase("general")) return false;
        var letters = unquoted(format).toLowerCase(java.util.Locale.ROOT);
        return letters.contains("y") || (letters.contains("d") && letters.contains("m"));
    }

    /** A format without its fixed texts, colours and conditions. */
    private static String unquoted(String format) {
        return format.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]", "");
    }

    /** Days since the end of 1899 (Excel takes 1900 for a leap year) or since the start of 1904. */
    private @Nullable String date(BigDecimal serial) {
        double days = serial.doubleValue();
        if (days < 1 || days > 2_958_465) return null;
        long whole = (long) Math.floor(days);
        var day = from1904
                ? LocalDate.of(1904, 1, 1).plusDays(whole)
                : LocalDate.of(1899, 12, whole < 60 ? 31 : 30).plusDays(whole);
        long seconds = Math.round((days - whole) * 86_400);
        if (seconds == 0) return day.toString();
        if (seconds >= 86_400) return day.plusDays(1).toString();
        return LocalDateTime.of(day, LocalTime.ofSecondOfDay(seconds))
                .toString()
                .replace('T', ' ');
    }
}

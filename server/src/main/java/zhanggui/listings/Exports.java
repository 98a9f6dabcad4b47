package zhanggui.listings;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import zhanggui.access.Viewer;
import zhanggui.texts.Texts;

/**
 * Writes a list as a file, row by row, with headings in the viewer's language. No cell can be read as a formula.
 */
@Component
class Exports {
    /** One sheet holds at most 1,048,576 rows; the rest goes to the next. */
    private static final int SHEET_ROWS = 1_000_000;

    private static final int LONGEST_CELL = 32_767;

    private final Lists lists;
    private final Texts texts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate ofItsOwn;

    Exports(Lists lists, Texts texts, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.lists = lists;
        this.texts = texts;
        this.events = events;
        this.ofItsOwn = new TransactionTemplate(transactions);
        ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    enum Format {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("text/csv;charset=UTF-8");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        static Optional<Format> of(String name) {
            return java.util.Arrays.stream(values())
                    .filter(f -> f.name().equalsIgnoreCase(name))
                    .findFirst();
        }

        String mediaType() {
            return mediaType;
        }

        String extension() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Transactional
    void write(Listing list, ListQuery query, Viewer viewer, Format format, OutputStream out) throws IOException {
        var columns = query.columns().isEmpty()
                ? lists.columns(list, query, viewer).stream()
                        .filter(Column::shown)
                        .toList()
                : lists.columns(list, query, viewer);
        var wanted = new ListQuery(
                query.where(),
                query.search(),
                query.sort(),
                columns.stream().map(Column::key).toList(),
                Place.of(1, 1));
        var count = new AtomicLong();
        var cells = new Cells(columns, viewer);
        try {
            switch (format) {
                case XLSX -> xlsx(list, wanted, viewer, cells, count, out);
                case CSV -> csv(list, wanted, viewer, cells, count, out);
            }
        } finally {
            // Kept even when the reader went away half-way: what was read was read.
            ofItsOwn.executeWithoutResult(status ->
                    events.publishEvent(new ListExported(list.name(), format.extension(), count.get(), viewer)));
        }
    }

    private void csv(Listing list, ListQuery query, Viewer viewer, Cells cells, AtomicLong count, OutputStream out)
            throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        var csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.REQUIRED).build(writer);
        csv.writeRecord(headings(list, cells.columns, viewer));
        lists.export(list, query, viewer, row -> {
            csv.writeRecord(cells.columns.stream()
                    .map(c -> Harmless.text(cells.text(c, row.cells().get(c.key()))))
                    .toList());
            count.incrementAndGet();
        });
        csv.flush();
        writer.flush();
    }

    private void xlsx(Listing list, ListQuery query, Viewer viewer, Cells cells, AtomicLong count, OutputStream out)
            throws IOException {
        // Not closed when something fails: a half-written workbook must not look like a whole one.
        var book = new Workbook(out, "Zhanggui", "1.0");
        var sheet = new Worksheet[] {sheet(book, list, cells, viewer, 1)};
        lists.export(list, query, viewer, row -> {
            var n = count.getAndIncrement();
            if (n > 0 && n % SHEET_ROWS == 0) {
                finish(sheet[0]);
                sheet[0] = sheet(book, list, cells, viewer, (int) (n / SHEET_ROWS) + 1);
            }
            var at = (int) (n % SHEET_ROWS) + 1;
            for (int c = 0; c < cells.columns.size(); c++) {
                cells.write(
                        sheet[0], at, c, row.cells().get(cells.columns.get(c).key()));
            }
            if (at % 1000 == 0) flush(sheet[0]);
        });
        finish(sheet[0]);
        book.close();
    }

    private Worksheet sheet(Workbook book, Listing list, Cells cells, Viewer viewer, int number) {
        var name = texts.get(viewer.language(), list.name());
        var sheet = book.newWorksheet(number == 1 ? name : name + " " + number);
        sheet.freezePane(0, 1);
        var headings = headings(list, cells.columns, viewer);
        for (int c = 0; c < headings.size(); c++) {
            sheet.value(0, c, headings.get(c));
            sheet.style(0, c).bold().set();
        }
        return sheet;
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void finish(Worksheet sheet) {
        try {
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> headings(Listing list, List<Column> columns, Viewer viewer) {
        return columns.stream()
                .map(c -> c.heading(list.name(), viewer.language(), texts))
                .toList();
    }

    /** Puts cell values into files: choices by their words, references by their names, instants in company time. */
    private final class Cells {
        private final List<Column> columns;
        private final Viewer viewer;
        private final Map<String, Map<String, String>> words;

        Cells(List<Column> columns, Viewer viewer) {
            this.columns = columns;
            this.viewer = viewer;
            this.words = columns.stream()
                    .filter(c -> c.options() != null)
                    .collect(Collectors.toMap(Column::key, c -> words(c, viewer)));
        }

        private Map<String, String> words(Column column, Viewer viewer) {
            var options = column.options();
            return options == null
                    ? Map.of()
                    : options.in(viewer.language(), texts).stream()
                            .collect(Collectors.toMap(Options.Option::value, Options.Option::label));
        }

        String text(Column column, @Nullable Object value) {
            return switch (value) {
                case null -> "";
                case Page.Reference reference -> String.valueOf(reference.name());
                case Page.Money money -> money.amount().toPlainString();
                case BigDecimal number -> number.toPlainString();
                case Boolean flag -> texts.get(viewer.language(), flag ? "flag.yes" : "flag.no");
                case String[] tags ->
                    Arrays.stream(tags).map(tag -> word(column, tag)).collect(Collectors.joining(", "));
                case Instant instant -> local(instant).toString().replace('T', ' ');
                default -> word(column, value.toString());
            };
        }

        void write(Worksheet sheet, int row, int column, @Nullable Object value) {
            switch (value) {
                case null -> {}
                case Page.Money money -> {
                    sheet.value(row, column, money.amount());
                    sheet.style(row, column).format("#,##0.00").set();
                }
                case Number number -> sheet.value(row, column, number);
                case LocalDate day -> {
                    sheet.value(row, column, day);
                    sheet.style(row, column).format("yyyy-mm-dd").set();
                }
                case Instant instant -> {
                    sheet.value(row, column, local(instant));
                    sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
                }
                default -> {
                    var of = columns.get(column);
                    var text = text(of, value);
                    // The few words of choices are stored once; other texts in place, or all of them would stay in
                    // memory.
                    if (of.options() != null) sheet.value(row, column, text);
                    else sheet.inlineString(row, column, cut(text));
                }
            }
        }

        /** As much as a cell of a workbook holds. */
        private static String cut(String text) {
            return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - 1) + "…";
        }

        private String word(Column column, String value) {
            return words.getOrDefault(column.key(), Map.of()).getOrDefault(value, value);
        }

        private LocalDateTime local(Instant instant) {
            return LocalDateTime.ofInstant(instant, viewer.calendar().zone()).withNano(0);
        }
    }
}

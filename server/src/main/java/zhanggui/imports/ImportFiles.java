package zhanggui.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.imports.ImportRows.RowProblem;
import zhanggui.listings.Harmless;
import zhanggui.texts.Texts;

/** Files to take away: a template to fill in, and the refused rows with the reasons beside them. */
@Component
class ImportFiles {
    private static final int MOST_OPTIONS_TOLD = 100;
    private final ImportKinds kinds;
    private final ImportRows rows;
    private final RowStore store;
    private final Audit audit;
    private final Texts texts;

    ImportFiles(ImportKinds kinds, ImportRows rows, RowStore store, Audit audit, Texts texts) {
        this.kinds = kinds;
        this.rows = rows;
        this.store = store;
        this.audit = audit;
        this.texts = texts;
    }

    /** The fields as headings; in a workbook a second sheet tells what they hold. */
    void template(ImportKind kind, FileFormat format, Viewer viewer, OutputStream out) throws IOException {
        var fields = kinds.fields(kind, viewer);
        var headings = fields.stream().map(ImportKinds.ImportFieldView::label).toList();
        if (format == FileFormat.CSV) {
            csv(out, lines -> lines.accept(headings));
            return;
        }
        try (var book = new Workbook(out, "Zhanggui", "1.0")) {
            var sheet = book.newWorksheet(kinds.label(kind.name(), viewer));
            sheet.freezePane(0, 1);
            headings(sheet, headings);
            var notes = book.newWorksheet(text("import.template.notes", viewer));
            headings(
                    notes,
                    List.of(
                            text("import.template.field", viewer),
                            text("import.template.required", viewer),
                            text("import.template.type", viewer),
                            text("import.template.values", viewer)));
            int at = 1;
            for (var field : fields) note(notes, at++, field, viewer);
        }
    }

    private void note(Worksheet sheet, int at, ImportKinds.ImportFieldView field, Viewer viewer) {
        sheet.value(at, 0, field.label());
        sheet.value(at, 1, text(field.required() ? "flag.yes" : "flag.no", viewer));
        sheet.value(at, 2, text("import.type." + field.type(), viewer));
        sheet.value(
                at,
                3,
                field.options().stream()
                        .limit(MOST_OPTIONS_TOLD)
                        .map(o -> o.label())
                        .collect(Collectors.joining(", ")));
    }

    String refusedName(Import one, Viewer viewer) {
        var name = one.fileName();
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + " - " + text("import.refused.name", viewer);
    }

    /** All columns as they came, then the line and what is wrong with it. */
    void refused(Import one, FileFormat format, Viewer viewer, OutputStream out) throws IOException {
        audit.did(
                viewer,
                "exported",
                Imports.subject(one.id(), one.fileName()),
                Map.of("format", format.extension(), "rows", store.count(one.id(), RowOutcome.Kind.REFUSED)));
        int width = Math.max(one.findings().columns().size(), store.width(one.id(), RowOutcome.Kind.REFUSED));
        Consumer<Consumer<List<String>>> lines = line -> {
            line.accept(headings(one, width, viewer));
            store.each(one.id(), RowOutcome.Kind.REFUSED, row -> line.accept(cells(one, row, width, viewer)));
        };
        if (format == FileFormat.CSV) csv(out, lines);
        else xlsx(out, text("import.refused.name", viewer), lines);
    }

    private List<String> headings(Import one, int width, Viewer viewer) {
        var headings = new ArrayList<String>();
        one.findings().columns().forEach(c -> headings.add(c.heading()));
        while (headings.size() < width) headings.add("");
        headings.add(text("import.refused.line", viewer));
        headings.add(text("import.refused.reasons", viewer));
        return headings;
    }

    private List<String> cells(Import one, RowOutcome row, int width, Viewer viewer) {
        var cells = new ArrayList<>(row.cells());
        while (cells.size() < width) cells.add("");
        cells.add(String.valueOf(row.line()));
        cells.add(rows.view(one, row, viewer).problems().stream()
                .map(ImportFiles::reason)
                .collect(Collectors.joining("; ")));
        return cells;
    }

    private static String reason(RowProblem problem) {
        return problem.label().isEmpty() ? problem.message() : problem.label() + ": " + problem.message();
    }

    private static void csv(OutputStream out, Consumer<Consumer<List<String>>> lines) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        lines.accept(cells -> csv.writeRecord(cells.stream().map(Harmless::text).toList()));
        csv.flush();
        writer.flush();
    }

    private static void xlsx(OutputStream out, String name, Consumer<Consumer<List<String>>> lines) throws IOException {
        try (var book = new Workbook(out, "Zhanggui", "1.0")) {
            var sheet = book.newWorksheet(name);
            sheet.freezePane(0, 1);
            var at = new int[1];
            lines.accept(cells -> {
                if (at[0] == 0) headings(sheet, cells);
                else for (int c = 0; c < cells.size(); c++) sheet.value(at[0], c, Harmless.text(cells.get(c)));
                if (++at[0] % 1000 == 0) flush(sheet);
            });
        }
    }

    private static void headings(Worksheet sheet, List<String> headings) {
        for (int c = 0; c < headings.size(); c++) {
            sheet.value(0, c, Harmless.text(headings.get(c)));
            sheet.style(0, c).bold().set();
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String key, Viewer viewer) {
        return texts.get(viewer.language(), key);
    }
}

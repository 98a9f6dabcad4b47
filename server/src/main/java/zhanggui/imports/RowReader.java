package zhanggui.imports;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zhanggui.imports.files.CellText;
import zhanggui.imports.files.Line;
import zhanggui.imports.files.Table;
import zhanggui.problems.FieldProblem;

/** Reads lines by the types of the fields their columns are mapped to. */
final class RowReader {
    private static final char DAMAGED = '\uFFFD';

    private final List<Source> sources;
    private final Map<String, Object> constants;
    private final List<ImportField> required;
    private final int width;
    private final boolean mayBeWider;
    private final ZoneId zone;

    private record Source(
            int column,
            ImportField field,
            @Nullable DateOrder order,
            @Nullable DecimalMark mark) {}

    /** A line as its fields read it; value fields still hold their texts. */
    record Read(Line line, Map<String, Object> cells, List<FieldProblem> problems) {}

    RowReader(ImportKind kind, Spec spec, Table table, ZoneId zone) {
        this.zone = zone;
        this.width = table.headings().size();
        this.mayBeWider = table.layout().headerLine() == 0;
        this.sources = kind.fields().stream()
                .flatMap(
                        f -> spec
                                .column(f.key())
                                .map(c -> new Source(c, f, order(f, c, spec, table), mark(f, c, table)))
                                .stream())
                .toList();
        this.required = kind.fields().stream().filter(ImportField::required).toList();
        this.constants = new HashMap<>();
        for (var field : kind.fields()) {
            var text = spec.constants().get(field.key());
            if (text != null) constant(field, text).ifPresent(value -> constants.put(field.key(), value));
        }
    }

    Read read(Line line) {
        var cells = new LinkedHashMap<String, Object>(constants);
        var problems = new ArrayList<FieldProblem>();
        if (!mayBeWider && line.width() > width) problems.add(FieldProblem.of("", "import-too-many-cells", width));
        for (var source : sources) {
            var text = CellText.clean(line.cell(source.column));
            if (text.isEmpty()) continue;
            var problem = unfit(text, source);
            if (problem != null) {
                problems.add(problem);
                continue;
            }
            value(text, source)
                    .ifPresentOrElse(
                            value -> cells.put(source.field.key(), value),
                            () -> problems.add(unreadable(text, source)));
        }
        problems.addAll(missing(cells, problems));
        return new Read(line, cells, problems);
    }

    /** What is required and absent, unless something else is wrong with it already. */
    List<FieldProblem> missing(Map<String, Object> cells, List<FieldProblem> known) {
        return required.stream()
                .map(ImportField::key)
                .filter(key -> !cells.containsKey(key))
                .filter(key -> known.stream().noneMatch(p -> p.field().equals(key)))
                .map(key -> FieldProblem.of(key, "required"))
                .toList();
    }

    /** The value of a field that is the same in all rows. */
    Optional<Object> constant(ImportField field, String text) {
        return field.type() == ImportField.Type.VALUE
                ? Optional.of(text)
                : value(CellText.clean(text), new Source(0, field, null, DecimalMark.POINT));
    }

    private static @Nullable FieldProblem unfit(String text, Source source) {
        var key = source.field.key();
        if (text.length() > Table.LONGEST_CELL) return FieldProblem.of(key, "import-cell-too-long", Table.LONGEST_CELL);
        if (text.indexOf(DAMAGED) >= 0) return FieldProblem.of(key, "import-cell-damaged");
        if (text.indexOf('\0') >= 0) return FieldProblem.of(key, "import-cell-damaged");
        if (text.equals(CellText.UNCALCULATED)) return FieldProblem.of(key, "import-cell-uncalculated");
        return Values.isError(text) ? FieldProblem.of(key, "import-cell-error", text) : null;
    }

    private Optional<Object> value(String text, Source source) {
        return switch (source.field.type()) {
            case TEXT, VALUE -> Optional.of(text);
            case NUMBER -> Values.number(text, source.mark).map(Object.class::cast);
            case DATE -> Values.date(text, source.order, zone).map(Object.class::cast);
            case FLAG -> Values.flag(text).map(Object.class::cast);
            case TAGS -> Optional.<Object>of(Values.tags(text)).filter(tags -> !tags.equals(List.of()));
        };
    }

    private static FieldProblem unreadable(String text, Source source) {
        var shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        var code =
                switch (source.field.type()) {
                    case NUMBER ->
                        source.mark == null && Values.number(text).isPresent()
                                ? "import-number-ambiguous"
                                : "import-number";
                    case DATE -> "import-date";
                    case FLAG -> "import-flag";
                    case TEXT, TAGS, VALUE -> "invalid";
                };
        return FieldProblem.of(source.field.key(), code, shown);
    }

    private static @Nullable DateOrder order(ImportField field, int column, Spec spec, Table table) {
        return field.type() == ImportField.Type.DATE
                ? DateOrder.of(dateEvidence(table, column)).orElse(spec.dateOrder())
                : null;
    }

    /** Where semicolons separate the cells, commas may stand before decimals. */
    private static @Nullable DecimalMark mark(ImportField field, int column, Table table) {
        if (field.type() != ImportField.Type.NUMBER
                || !";".equals(table.layout().separator())) return DecimalMark.POINT;
        return DecimalMark.evidence(
                        table.rows().stream().map(line -> line.cell(column)).toList())
                .orElse(null);
    }

    static DateOrder.Evidence dateEvidence(Table table, int column) {
        return DateOrder.evidence(
                table.rows().stream().map(line -> line.cell(column)).toList());
    }
}

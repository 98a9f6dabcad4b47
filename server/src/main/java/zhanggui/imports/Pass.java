package zhanggui.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;
import zhanggui.access.Viewer;
import zhanggui.imports.ImportSession.Outcome;
import zhanggui.imports.RowReader.Read;
import zhanggui.imports.files.CellText;
import zhanggui.imports.files.Line;
import zhanggui.imports.files.Table;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;

/** Takes the rows of a file through their kind, inside the transaction of whoever runs it. */
final class Pass {
    static final int CHUNK = 500;

    /** Of what went well, so many rows are kept to be looked at. */
    private static final int SHOWN = 200;

    /** As much as a spreadsheet's cell holds. */
    private static final int LONGEST_KEPT = 32_767;

    private static final Logger log = LoggerFactory.getLogger(Pass.class);
    private final ImportKind kind;
    private final Table table;
    private final Viewer viewer;
    private final RowReader reader;
    private final ValueFields values;
    private final TransactionOperations savepoint;
    private final IntConsumer progress;
    private final RowMemory memory = new RowMemory();
    private final Map<RowOutcome.Kind, Integer> counts = new EnumMap<>(RowOutcome.Kind.class);
    private final List<RowOutcome> kept = new ArrayList<>();

    /**
     * @param savepoint runs something that is undone alone when it fails
     * @param progress told how many rows are done
     */
    Pass(
            ImportKind kind,
            Spec spec,
            Table table,
            Viewer viewer,
            Meanings meanings,
            TransactionOperations savepoint,
            IntConsumer progress) {
        this.kind = kind;
        this.table = table;
        this.viewer = viewer;
        this.reader = new RowReader(kind, spec, table, viewer.calendar().zone());
        this.values = new ValueFields(kind, spec, viewer, meanings, savepoint);
        this.savepoint = savepoint;
        this.progress = progress;
    }

    private record Row(Line line, ImportRow row) {}

    void run() {
        var rows = read();
        take(rows, table.rows().size() - rows.size());
    }

    /** The rows nothing is wrong with so far; the others are refused. */
    private List<Row> read() {
        var read = new ArrayList<Read>();
        for (var line : table.rows()) read.add(reader.read(line));
        values.resolve(read);
        var rows = new ArrayList<Row>();
        for (var one : read) {
            one.problems().addAll(reader.missing(one.cells(), one.problems()));
            if (one.problems().isEmpty()) {
                rows.add(new Row(one.line(), new ImportRow(one.line().number(), Map.copyOf(one.cells()))));
            } else {
                add(one.line(), new Outcome.Refused(one.problems()));
            }
        }
        return rows;
    }

    int count(RowOutcome.Kind outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /** All refused rows and the first of the others. */
    List<RowOutcome> kept() {
        return kept;
    }

    private void take(List<Row> rows, int before) {
        var lines = rows.stream().collect(Collectors.toMap(row -> row.line.number(), Row::line));
        var session = kind.open(viewer, memory);
        var inOrder = session.before(rows.stream().map(Row::row).toList());
        memory.keep();
        progress.accept(before);
        for (int i = 0; i < inOrder.size(); i += CHUNK) {
            var chunk = inOrder.subList(i, Math.min(inOrder.size(), i + CHUNK));
            var outcomes = take(session, chunk);
            for (int j = 0; j < chunk.size(); j++)
                add(Objects.requireNonNull(lines.get(chunk.get(j).line())), outcomes.get(j));
            progress.accept(before + i + chunk.size());
        }
        session.after();
    }

    /** What the database refuses in a chunk, such as what someone else just added, is found row by row. */
    private List<Outcome> take(ImportSession session, List<ImportRow> chunk) {
        try {
            return together(session, chunk);
        } catch (DataAccessException | Refused e) {
            if (e instanceof DataAccessException failure && !RowFault.is(failure)) throw e;
            log.info(
                    "{} rows from line {} go one by one: {}",
                    chunk.size(),
                    chunk.getFirst().line(),
                    NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        }
        var outcomes = new ArrayList<Outcome>();
        for (var row : chunk) outcomes.add(alone(session, row));
        return outcomes;
    }

    private Outcome alone(ImportSession session, ImportRow row) {
        try {
            return together(session, List.of(row)).getFirst();
        } catch (Refused e) {
            return new Outcome.Refused(
                    e.fields().isEmpty() ? List.of(FieldProblem.of("", "import-row-conflict")) : e.fields());
        } catch (DataAccessException e) {
            if (!RowFault.is(e)) throw e;
            log.info(
                    "line {} is refused by the database: {}",
                    row.line(),
                    NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return new Outcome.Refused(List.of(FieldProblem.of("", "import-row-conflict")));
        }
    }

    /** The rows with all that is remembered of them, or nothing of either. */
    private List<Outcome> together(ImportSession session, List<ImportRow> rows) {
        List<Outcome> outcomes;
        try {
            outcomes = savepoint.execute(status -> session.take(rows));
        } catch (RuntimeException e) {
            memory.undo();
            throw e;
        }
        memory.keep();
        if (outcomes == null || outcomes.size() != rows.size()) {
            throw new IllegalStateException(kind.name() + " does not say what became of each row");
        }
        return outcomes;
    }

    private void add(Line line, Outcome outcome) {
        var what =
                switch (outcome) {
                    case Outcome.Created created -> RowOutcome.Kind.CREATED;
                    case Outcome.Updated updated -> RowOutcome.Kind.UPDATED;
                    case Outcome.Skipped skipped -> RowOutcome.Kind.SKIPPED;
                    case Outcome.Refused refused -> RowOutcome.Kind.REFUSED;
                };
        var problems =
                switch (outcome) {
                    case Outcome.Refused(var all) -> List.copyOf(all);
                    case Outcome.Skipped(var why) -> List.of(why);
                    case Outcome.Created created -> List.<FieldProblem>of();
                    case Outcome.Updated updated -> List.<FieldProblem>of();
                };
        int count = counts.merge(what, 1, Integer::sum);
        if (what == RowOutcome.Kind.REFUSED || count <= SHOWN) {
            var cells = line.cells().stream()
                    .map(c -> CellText.cut(c, LONGEST_KEPT))
                    .toList();
            kept.add(new RowOutcome(line.number(), what, problems, cells));
        }
    }
}

package zhanggui.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Problems;
import zhanggui.problems.Refused;
import zhanggui.texts.Texts;

/** What became of the rows of an import, in words. */
@Component
class ImportRows {
    private static final int LARGEST_PAGE = 500;
    private final RowStore store;
    private final Problems problems;
    private final ImportKinds kinds;
    private final Texts texts;

    ImportRows(RowStore store, Problems problems, ImportKinds kinds, Texts texts) {
        this.store = store;
        this.problems = problems;
        this.kinds = kinds;
        this.texts = texts;
    }

    record ImportRowPage(List<ImportRowView> rows, int total, int page, int size) {}

    record ImportRowView(int line, RowOutcome.Kind outcome, List<String> cells, List<RowProblem> problems) {}

    /** @param column the index of the cell it is about, where it is about one */
    record RowProblem(String field, String label, @Nullable Integer column, String code, String message) {}

    ImportRowPage page(Import one, RowOutcome.Kind outcome, int page, int size, Viewer viewer) {
        if (page < 1) throw Refused.invalid("page", "min");
        if (size < 1 || size > LARGEST_PAGE) throw Refused.invalid("size", size < 1 ? "min" : "max");
        var rows = store.page(one.id(), outcome, page, size).stream()
                .map(r -> view(one, r, viewer))
                .toList();
        return new ImportRowPage(rows, store.count(one.id(), outcome), page, size);
    }

    ImportRowView view(Import one, RowOutcome row, Viewer viewer) {
        return new ImportRowView(
                row.line(),
                row.kind(),
                row.cells(),
                row.problems().stream().map(p -> problem(one, p, viewer)).toList());
    }

    private RowProblem problem(Import one, FieldProblem problem, Viewer viewer) {
        var label = problem.field().isEmpty()
                ? ""
                : texts.find(viewer.language(), one.kind() + "." + problem.field())
                        .or(() -> kinds.get(one.kind()).flatMap(kind -> kind.named(problem.field(), viewer.language())))
                        .orElse("");
        return new RowProblem(
                problem.field(),
                label,
                one.spec().column(problem.field()).orElse(null),
                problem.code(),
                problems.describe(problem, viewer.language()));
    }
}

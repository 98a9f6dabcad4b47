package zhanggui.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import zhanggui.access.Viewer;
import zhanggui.imports.files.Table;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;

/** What a spec may say about a file. */
final class SpecRules {
    private final Map<String, ImportField> fields;
    private final ImportKind kind;
    private final Table table;
    private final Meanings meanings;
    private final Viewer viewer;
    private final List<FieldProblem> problems = new ArrayList<>();

    SpecRules(ImportKind kind, Table table, Meanings meanings, Viewer viewer) {
        this.fields = kind.fields().stream().collect(Collectors.toMap(ImportField::key, f -> f));
        this.kind = kind;
        this.table = table;
        this.meanings = meanings;
        this.viewer = viewer;
    }

    void check(Spec spec) {
        mapping(spec);
        constants(spec);
        spec.decisions().forEach(this::decisions);
        if (!problems.isEmpty()) throw Refused.invalid(problems);
    }

    private void mapping(Spec spec) {
        var seen = new HashMap<String, Integer>();
        spec.mapping().forEach((column, field) -> {
            var at = "mapping." + column;
            if (column < 0 || column >= table.headings().size()) {
                problems.add(FieldProblem.of(at, "import-column-unknown", String.valueOf(column)));
            } else if (!fields.containsKey(field)) {
                problems.add(FieldProblem.of(at, "unknown", field));
            } else if (seen.put(field, column) != null) {
                problems.add(FieldProblem.of(at, "import-mapped-twice"));
            }
        });
    }

    private void constants(Spec spec) {
        var reader =
                new RowReader(kind, Spec.of(Map.of()), table, viewer.calendar().zone());
        spec.constants().forEach((key, text) -> {
            var at = "constants." + key;
            var field = fields.get(key);
            if (field == null) problems.add(FieldProblem.of(at, "unknown", key));
            else if (spec.column(key).isPresent()) problems.add(FieldProblem.of(at, "import-constant-mapped"));
            else if (reader.constant(field, text).isEmpty() || !isUsable(field, text)) {
                problems.add(FieldProblem.of(at, "unknown", text));
            }
        });
    }

    private boolean isUsable(ImportField field, String value) {
        var vocabulary = field.vocabulary();
        return field.type() != ImportField.Type.VALUE
                || (vocabulary != null
                        && meanings.usable(vocabulary, List.of(value), viewer).contains(value));
    }

    private void decisions(String key, Map<String, Spec.ValueDecision> decisions) {
        var field = fields.get(key);
        var vocabulary = field == null ? null : field.vocabulary();
        if (field == null || vocabulary == null) {
            problems.add(FieldProblem.of("decisions." + key, "unknown", key));
            return;
        }
        var wanted = new HashSet<String>();
        for (var decision : decisions.values()) if (decision.value() != null) wanted.add(decision.value());
        var usable = meanings.usable(vocabulary, wanted, viewer);
        decisions.forEach((text, decision) -> {
            var at = "decisions." + key + "." + text;
            switch (decision.action()) {
                case USE -> {
                    if (decision.value() == null) problems.add(FieldProblem.of(at, "required"));
                    else if (!usable.contains(decision.value())) {
                        problems.add(FieldProblem.of(at, "unknown", decision.value()));
                    }
                }
                case CREATE -> {
                    if (!vocabulary.mayCreate(viewer)) problems.add(FieldProblem.of(at, "import-may-not-create", text));
                }
                case EMPTY, REFUSE -> {}
            }
        });
    }
}

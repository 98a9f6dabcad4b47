package zhanggui.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;
import zhanggui.access.Viewer;
import zhanggui.imports.RowReader.Read;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;

/** Puts the values that texts mean in their place, by vocabulary or by decision; makes the new ones. */
final class ValueFields {
    private final List<ImportField> fields;
    private final List<ImportField> constants;
    private final Spec spec;
    private final Viewer viewer;
    private final Meanings meanings;
    private final TransactionOperations savepoint;

    ValueFields(ImportKind kind, Spec spec, Viewer viewer, Meanings meanings, TransactionOperations savepoint) {
        var all = kind.fields().stream()
                .filter(f -> f.type() == ImportField.Type.VALUE && f.vocabulary() != null)
                .toList();
        this.fields = all.stream().filter(f -> spec.column(f.key()).isPresent()).toList();
        this.constants =
                all.stream().filter(f -> spec.constants().containsKey(f.key())).toList();
        this.spec = spec;
        this.viewer = viewer;
        this.meanings = meanings;
        this.savepoint = savepoint;
    }

    /** Neither value nor problem: the cell counts as empty. */
    private record Meaning(@Nullable String value, @Nullable FieldProblem problem) {
        static Meaning value(String value) {
            return new Meaning(value, null);
        }

        static Meaning problem(String field, String code, Object... arguments) {
            return new Meaning(null, FieldProblem.of(field, code, arguments));
        }
    }

    void resolve(List<Read> rows) {
        constants.forEach(field -> constant(field, rows));
        Map<ImportField, Set<String>> toCreate = new HashMap<>();
        for (var field : fields) {
            var create = new HashSet<String>();
            apply(field, rows, known(field, texts(field, rows), create));
            toCreate.put(field, create);
        }
        for (var field : fields) {
            var good = rows.stream().filter(r -> r.problems().isEmpty()).toList();
            var wanted = texts(field, good);
            wanted.retainAll(toCreate.getOrDefault(field, Set.of()));
            apply(field, good, created(field, wanted));
        }
    }

    /** It was chosen earlier; by now it may be gone or out of reach. */
    private void constant(ImportField field, List<Read> rows) {
        var value = Objects.requireNonNull(spec.constants().get(field.key()));
        if (meanings.usable(vocabulary(field), List.of(value), viewer).contains(value)) return;
        for (var row : rows) row.problems().add(FieldProblem.of(field.key(), "unknown", value));
    }

    private static Set<String> texts(ImportField field, List<Read> rows) {
        return rows.stream()
                .map(r -> (String) r.cells().get(field.key()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @param create receives the texts that are to become new values */
    private Map<String, Meaning> known(ImportField field, Set<String> texts, Set<String> create) {
        var vocabulary = vocabulary(field);
        var known = new HashMap<String, Meaning>();
        meanings.find(vocabulary, texts, viewer).forEach((text, value) -> known.put(text, Meaning.value(value)));
        var open = texts.stream().filter(text -> !known.containsKey(text)).toList();
        var usable = meanings.usable(vocabulary, chosen(field, open), viewer);
        for (var text : open) {
            var decision = spec.decision(field.key(), text).orElse(null);
            if (decision == null) {
                known.put(text, Meaning.problem(field.key(), "unknown", text));
                continue;
            }
            switch (decision.action()) {
                case USE -> known.put(text, use(field, text, decision.value(), usable));
                case EMPTY -> known.put(text, new Meaning(null, null));
                case REFUSE -> known.put(text, Meaning.problem(field.key(), "import-value-refused", text));
                case CREATE -> {
                    if (vocabulary.mayCreate(viewer)) create.add(text);
                    else known.put(text, Meaning.problem(field.key(), "import-may-not-create", text));
                }
            }
        }
        return known;
    }

    private Set<String> chosen(ImportField field, List<String> texts) {
        return texts.stream()
                .flatMap(text -> spec.decision(field.key(), text).stream())
                .map(Spec.ValueDecision::value)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private Meaning use(ImportField field, String text, @Nullable String value, Set<String> usable) {
        if (value == null || !usable.contains(value)) return Meaning.problem(field.key(), "unknown", text);
        try {
            savepoint.executeWithoutResult(status -> vocabulary(field).decided(text, value, viewer));
        } catch (Refused | DataAccessException e) {
            if (e instanceof DataAccessException failure && !RowFault.is(failure)) throw e;
            // The decision holds for this import even where it cannot be kept as an alias.
        }
        return Meaning.value(value);
    }

    private Map<String, Meaning> created(ImportField field, Set<String> texts) {
        var created = new HashMap<String, Meaning>();
        for (var text : texts) created.put(text, create(field, text));
        return created;
    }

    private Meaning create(ImportField field, String text) {
        try {
            var value = savepoint.execute(status -> vocabulary(field).create(text, viewer));
            return Meaning.value(Objects.requireNonNull(value));
        } catch (Refused | DataAccessException e) {
            if (e instanceof DataAccessException failure && !RowFault.is(failure)) throw e;
            return Meaning.problem(field.key(), "import-not-created", text);
        }
    }

    private static void apply(ImportField field, List<Read> rows, Map<String, Meaning> meanings) {
        for (var row : rows) {
            var text = (String) row.cells().get(field.key());
            var meaning = text == null ? null : meanings.get(text);
            if (meaning == null) continue;
            if (meaning.value != null) row.cells().put(field.key(), meaning.value);
            else row.cells().remove(field.key());
            if (meaning.problem != null) row.problems().add(meaning.problem);
        }
    }

    private static Vocabulary vocabulary(ImportField field) {
        return Objects.requireNonNull(field.vocabulary());
    }
}

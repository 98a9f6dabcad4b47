package zhanggui.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.imports.ImportField;
import zhanggui.imports.ImportKind;
import zhanggui.imports.ImportRow;
import zhanggui.imports.ImportSession.Outcome;

/** Puts invented rows through the imports of the modules, as if they came from a file. */
@Component
class Intake {
    private static final int AT_ONCE = 500;
    private final Map<String, ImportKind> kinds;

    Intake(List<ImportKind> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toMap(ImportKind::name, Function.identity()));
    }

    /**
     * @param rows cells by field key; texts of value fields are looked up in their vocabularies
     * @throws IllegalStateException when a row is refused, which is a mistake in the invention
     */
    void take(String name, List<Map<String, Object>> rows, Viewer viewer, Runnable afterEach) {
        var kind = kinds.get(name);
        if (kind == null) throw new IllegalStateException("nothing imports " + name);
        var fields = kind.fields().stream().map(ImportField::key).collect(Collectors.toSet());
        rows.forEach(row -> {
            if (!fields.containsAll(row.keySet()))
                throw new IllegalStateException(name + " has no field for all of " + row.keySet());
        });
        var values = values(kind, rows, viewer);
        var all = new ArrayList<ImportRow>();
        for (var row : rows) {
            var cells = new HashMap<>(row);
            cells.values().removeIf(Objects::isNull);
            values.forEach((field, known) -> cells.computeIfPresent(field, (key, text) -> {
                var value = known.get(text.toString());
                if (value == null) throw new IllegalStateException(name + "." + key + " does not know " + text);
                return value;
            }));
            all.add(new ImportRow(all.size() + 1, Map.copyOf(cells)));
        }
        var session = kind.open(viewer);
        var inOrder = session.before(all);
        for (int from = 0; from < inOrder.size(); from += AT_ONCE) {
            var part = inOrder.subList(from, Math.min(inOrder.size(), from + AT_ONCE));
            var outcomes = session.take(part);
            for (int i = 0; i < outcomes.size(); i++) {
                if (outcomes.get(i) instanceof Outcome.Refused refused) {
                    throw new IllegalStateException(name + " refuses " + part.get(i) + ": " + refused.problems());
                }
            }
            afterEach.run();
        }
        session.after();
    }

    /** The ids that a field's vocabulary knows these texts by, in their order. */
    List<UUID> idsOf(String name, String field, List<String> texts, Viewer viewer) {
        var vocabulary = Objects.requireNonNull(kinds.get(name)).fields().stream()
                .filter(f -> f.key().equals(field))
                .findFirst()
                .orElseThrow()
                .vocabulary();
        var known = Objects.requireNonNull(vocabulary).find(texts, viewer);
        return texts.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(UUID::fromString)
                .toList();
    }

    private static Map<String, Map<String, String>> values(
            ImportKind kind, List<Map<String, Object>> rows, Viewer viewer) {
        var values = new HashMap<String, Map<String, String>>();
        for (var field : kind.fields()) {
            if (field.type() != ImportField.Type.VALUE || field.vocabulary() == null) continue;
            var texts = new LinkedHashSet<String>();
            for (var row : rows) {
                if (row.get(field.key()) != null) texts.add(row.get(field.key()).toString());
            }
            if (!texts.isEmpty()) values.put(field.key(), field.vocabulary().find(texts, viewer));
        }
        return values;
    }
}

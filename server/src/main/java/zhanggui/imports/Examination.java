package zhanggui.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.imports.Findings.Unknown;
import zhanggui.imports.files.CellText;
import zhanggui.imports.files.Layout;
import zhanggui.imports.files.Table;
import zhanggui.texts.Texts;

/** Looks through a file: what its columns mean, what must still be said, which texts nobody knows. */
@Component
class Examination {
    private static final int SAMPLES = 5;
    private static final int LONGEST_SAMPLE = 200;
    private static final int MOST_UNKNOWN = 500;

    private final FileReading files;
    private final ImportMemory memory;
    private final Meanings meanings;
    private final Texts texts;

    Examination(FileReading files, ImportMemory memory, Meanings meanings, Texts texts) {
        this.files = files;
        this.memory = memory;
        this.meanings = meanings;
        this.texts = texts;
    }

    /** @param spec with what was remembered filled in */
    record Examined(Layout layout, Spec spec, Findings findings) {}

    /** A file as it comes: columns are mapped as suggested. */
    Examined examine(ImportKind kind, String fileName, byte[] content, Viewer viewer) {
        return examine(
                kind,
                fileName,
                content,
                Layout.WantedLayout.NOTHING,
                new SpecChange(null, null, Map.of(), Map.of(), null, 0),
                viewer);
    }

    Examined examine(
            ImportKind kind,
            String fileName,
            byte[] content,
            Layout.WantedLayout layout,
            SpecChange change,
            Viewer viewer) {
        var suggestions = new Suggestions(kind, texts);
        var table = files.read(content, fileName, layout, suggestions::knows);
        var suggested = suggestions.of(table.headings(), memory.headings(kind.name(), table.headings()));
        var mapping = new LinkedHashMap<Integer, String>();
        suggested.forEach((column, s) -> {
            if (s.field() != null) mapping.put(column, s.field());
        });
        var spec = change.spec(mapping);
        new SpecRules(kind, table, meanings, viewer).check(spec);
        var unknown = unknown(kind, spec, table, viewer);
        spec = withMemory(kind, spec, unknown, viewer);
        var findings = new Findings(
                table.sheets(),
                table.damaged(),
                table.head(),
                columns(table, suggested),
                table.rows().size(),
                dateOrderNeeded(kind, spec, table),
                listed(kind, unknown, viewer));
        return new Examined(table.layout(), spec, findings);
    }

    private static List<Findings.Column> columns(Table table, Map<Integer, Findings.Suggestion> suggested) {
        var columns = new ArrayList<Findings.Column>();
        for (int i = 0; i < table.headings().size(); i++) {
            int column = i;
            var samples = table.rows().stream()
                    .map(line -> CellText.clean(line.cell(column)))
                    .filter(text -> !text.isEmpty())
                    .map(text -> CellText.cut(text, LONGEST_SAMPLE))
                    .distinct()
                    .limit(SAMPLES)
                    .toList();
            columns.add(new Findings.Column(i, table.headings().get(i), samples, suggested.get(i)));
        }
        return columns;
    }

    private static boolean dateOrderNeeded(ImportKind kind, Spec spec, Table table) {
        return spec.dateOrder() == null
                && kind.fields().stream()
                        .filter(f -> f.type() == ImportField.Type.DATE)
                        .flatMap(f -> spec.column(f.key()).stream())
                        .anyMatch(c -> RowReader.dateEvidence(table, c) == DateOrder.Evidence.UNDECIDED);
    }

    /** By field, how often each text occurs that the vocabulary does not find; the most frequent first. */
    private Map<ImportField, Map<String, Integer>> unknown(ImportKind kind, Spec spec, Table table, Viewer viewer) {
        var unknown = new LinkedHashMap<ImportField, Map<String, Integer>>();
        for (var field : kind.fields()) {
            var vocabulary = field.vocabulary();
            var column = spec.column(field.key());
            if (field.type() != ImportField.Type.VALUE || vocabulary == null || column.isEmpty()) continue;
            var counts = counts(table, column.get());
            counts.keySet()
                    .removeAll(
                            meanings.find(vocabulary, counts.keySet(), viewer).keySet());
            if (!counts.isEmpty()) unknown.put(field, mostFrequentFirst(counts));
        }
        return unknown;
    }

    private static Map<String, Integer> counts(Table table, int column) {
        var counts = new HashMap<String, Integer>();
        for (var line : table.rows()) {
            var text = CellText.clean(line.cell(column));
            if (!text.isEmpty() && text.length() <= Table.LONGEST_CELL && !Values.isError(text)) {
                counts.merge(text, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static Map<String, Integer> mostFrequentFirst(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    /** What was decided before counts again, where nobody decides otherwise and the value can still be used. */
    private Spec withMemory(ImportKind kind, Spec spec, Map<ImportField, Map<String, Integer>> unknown, Viewer viewer) {
        var decisions = new LinkedHashMap<>(spec.decisions());
        unknown.forEach((field, counts) -> {
            var open = counts.keySet().stream()
                    .filter(text -> spec.said(field.key(), text).isEmpty())
                    .toList();
            var remembered = memory.decisions(kind.name(), field.key(), open);
            if (remembered.isEmpty()) return;
            var all = new LinkedHashMap<>(decisions.getOrDefault(field.key(), Map.of()));
            var usable = usable(field, remembered.values(), viewer);
            remembered.forEach((text, decision) -> {
                if (holds(decision, field, usable, viewer)) all.put(text, decision);
            });
            decisions.put(field.key(), all);
        });
        return spec.withDecisions(decisions);
    }

    private static boolean holds(
            Spec.ValueDecision decision, ImportField field, Collection<String> usable, Viewer viewer) {
        return switch (decision.action()) {
            case USE -> decision.value() != null && usable.contains(decision.value());
            case CREATE -> field.vocabulary() != null && field.vocabulary().mayCreate(viewer);
            case EMPTY, REFUSE -> true;
        };
    }

    private Collection<String> usable(ImportField field, Collection<Spec.ValueDecision> decisions, Viewer viewer) {
        var values = new ArrayList<@Nullable String>();
        for (var decision : decisions) if (decision.value() != null) values.add(decision.value());
        return field.vocabulary() == null
                ? List.of()
                : meanings.usable(field.vocabulary(), List.copyOf(values), viewer);
    }

    private Map<String, Unknown> listed(
            ImportKind kind, Map<ImportField, Map<String, Integer>> unknown, Viewer viewer) {
        var listed = new LinkedHashMap<String, Unknown>();
        unknown.forEach((field, counts) -> {
            var shown = counts.entrySet().stream().limit(MOST_UNKNOWN).toList();
            var words = shown.stream().map(Map.Entry::getKey).toList();
            var guesses = field.vocabulary() == null
                    ? Map.<String, Findings.ValueGuess>of()
                    : meanings.guess(field.vocabulary(), words, viewer);
            listed.put(
                    field.key(),
                    new Unknown(
                            counts.size(),
                            shown.stream()
                                    .map(e -> new Findings.Text(e.getKey(), e.getValue(), guesses.get(e.getKey())))
                                    .toList()));
        });
        return listed;
    }
}

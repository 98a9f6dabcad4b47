package zhanggui.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.imports.files.Layout;
import zhanggui.listings.Options;
import zhanggui.listings.Page;

/**
 * An import as its pages show it, in the viewer's language.
 *
 * @param message why it failed
 * @param mayEdit whether the viewer decides on it
 * @param filePresent whether the file is still there
 * @param job the last or present one
 * @param damaged how many places could not be read in the encoding
 * @param head the first lines as they stand
 * @param dateOrderNeeded whether dates read both ways and nobody said which
 * @param missing required fields that have neither column nor constant
 */
record ImportView(
        UUID id,
        String kind,
        String kindLabel,
        String fileName,
        Import.State state,
        @Nullable String message,
        Page.Reference owner,
        boolean mayEdit,
        boolean filePresent,
        @Nullable UUID job,
        int version,
        Instant createdAt,
        @Nullable Instant finishedAt,
        Layout layout,
        List<String> sheets,
        int damaged,
        List<ImportHeadLine> head,
        List<ImportColumn> columns,
        int rowCount,
        List<ImportKinds.ImportFieldView> fields,
        Map<Integer, String> mapping,
        Map<String, String> constants,
        Map<String, Map<String, Spec.ValueDecision>> decisions,
        @Nullable DateOrder dateOrder,
        boolean dateOrderNeeded,
        List<MissingImportField> missing,
        List<UnknownValues> unknown,
        @Nullable ImportReport report) {

    record ImportHeadLine(int line, List<String> cells) {}

    /**
     * @param suggestion the field it probably means; with {@code suggestedBy} memory and no field, people left it out
     * @param field the field it is mapped to now
     */
    record ImportColumn(
            int index,
            String heading,
            List<String> samples,
            @Nullable String suggestion,
            @Nullable String suggestedBy,
            @Nullable String field) {}

    record MissingImportField(String key, String label) {}

    /**
     * @param list the list to choose from, where there is one
     * @param total how many different texts there are; {@code texts} are the most frequent
     */
    record UnknownValues(
            String field,
            String label,
            @Nullable String list,
            List<Options.Option> options,
            boolean mayCreate,
            int total,
            List<UnknownText> texts) {}

    /** @param decision what counts now: what was said for this text, or for all others */
    record UnknownText(
            String text, int count, Spec.@Nullable ValueDecision decision, Findings.@Nullable ValueGuess suggestion) {}

    static boolean isMissing(ImportField field, Spec spec) {
        return field.required()
                && spec.column(field.key()).isEmpty()
                && !spec.constants().containsKey(field.key());
    }

    /** Makes views. */
    @Component
    static class Maker {
        private final ImportKinds kinds;

        Maker(ImportKinds kinds) {
            this.kinds = kinds;
        }

        ImportView of(Import one, Viewer viewer) {
            var kind = kinds.find(one.kind(), viewer);
            var fields = kinds.fields(kind, viewer);
            var spec = one.spec();
            var found = one.findings();
            return new ImportView(
                    one.id(),
                    one.kind(),
                    kinds.label(one.kind(), viewer),
                    one.fileName(),
                    one.state(),
                    one.message(),
                    new Page.Reference(one.owner(), one.ownerName()),
                    one.owner().equals(viewer.id()),
                    one.filePresent(),
                    one.job(),
                    one.version(),
                    one.createdAt(),
                    one.finishedAt(),
                    one.layout(),
                    found.sheets(),
                    found.damaged(),
                    found.head().stream()
                            .map(l -> new ImportHeadLine(l.number(), l.cells()))
                            .toList(),
                    found.columns().stream().map(c -> column(c, spec)).toList(),
                    found.rowCount(),
                    fields,
                    spec.mapping(),
                    spec.constants(),
                    spec.decisions(),
                    spec.dateOrder(),
                    found.dateOrderNeeded(),
                    kind.fields().stream()
                            .filter(f -> isMissing(f, spec))
                            .map(f -> new MissingImportField(f.key(), kinds.label(kind, f.key(), viewer)))
                            .toList(),
                    fields.stream()
                            .filter(f -> found.unknown().containsKey(f.key()))
                            .map(f -> unknown(
                                    f, Objects.requireNonNull(found.unknown().get(f.key())), spec))
                            .toList(),
                    one.report());
        }

        private static ImportColumn column(Findings.Column column, Spec spec) {
            var suggestion = column.suggestion();
            return new ImportColumn(
                    column.index(),
                    column.heading(),
                    column.samples(),
                    suggestion == null ? null : suggestion.field(),
                    suggestion == null ? null : suggestion.by().word(),
                    spec.mapping().get(column.index()));
        }

        private static UnknownValues unknown(ImportKinds.ImportFieldView field, Findings.Unknown unknown, Spec spec) {
            return new UnknownValues(
                    field.key(),
                    field.label(),
                    field.list(),
                    field.options(),
                    field.mayCreate(),
                    unknown.total(),
                    unknown.texts().stream()
                            .map(t -> new UnknownText(
                                    t.text(),
                                    t.count(),
                                    spec.decision(field.key(), t.text()).orElse(null),
                                    t.guess()))
                            .toList());
        }
    }
}

package zhanggui.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.FieldRights;
import zhanggui.access.Viewer;
import zhanggui.listings.FieldGuard;
import zhanggui.listings.Options;
import zhanggui.problems.Refused;
import zhanggui.texts.Texts;

/** All that can be imported, and what of it somebody may. */
@Component
class ImportKinds {
    private final Map<String, ImportKind> kinds = new LinkedHashMap<>();
    private final FieldGuard guard;
    private final Texts texts;

    ImportKinds(List<ImportKind> kinds, FieldGuard guard, Texts texts) {
        this.guard = guard;
        this.texts = texts;
        for (var kind : kinds) {
            if (this.kinds.put(kind.name(), kind) != null) {
                throw new IllegalStateException("two kinds of import are named " + kind.name());
            }
        }
    }

    record ImportKindView(String name, String label, List<ImportFieldView> fields) {}

    /** @param list the list to choose a value from, where its values are many */
    record ImportFieldView(
            String key,
            String label,
            ImportField.Type type,
            boolean required,
            boolean hasVocabulary,
            List<Options.Option> options,
            @Nullable String list,
            boolean mayCreate) {}

    List<ImportKindView> of(Viewer viewer) {
        return kinds.values().stream()
                .filter(k -> viewer.may(k.permission()))
                .map(k -> new ImportKindView(k.name(), label(k.name(), viewer), fields(open(k, viewer), viewer)))
                .toList();
    }

    /** @throws Refused when there is no such kind or the viewer may not import it */
    ImportKind find(String name, Viewer viewer) {
        var kind = get(name).orElseThrow(Refused::notFound);
        viewer.require(kind.permission());
        return open(kind, viewer);
    }

    /** With the fields the viewer may fill in. */
    ImportKind open(ImportKind kind, Viewer viewer) {
        return viewer.fields().equals(FieldRights.OPEN) ? kind : new OpenFields(kind, guard, viewer);
    }

    Optional<ImportKind> get(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    String label(String kind, Viewer viewer) {
        return texts.get(viewer.language(), "import." + kind);
    }

    String label(ImportKind kind, String field, Viewer viewer) {
        return kind.named(field, viewer.language())
                .orElseGet(() -> texts.get(viewer.language(), kind.name() + "." + field));
    }

    List<ImportFieldView> fields(ImportKind kind, Viewer viewer) {
        return kind.fields().stream().map(f -> field(kind, f, viewer)).toList();
    }

    private ImportFieldView field(ImportKind kind, ImportField field, Viewer viewer) {
        var vocabulary = field.vocabulary();
        return new ImportFieldView(
                field.key(),
                label(kind, field.key(), viewer),
                field.type(),
                field.required(),
                vocabulary != null,
                vocabulary == null ? List.of() : vocabulary.options(viewer.language(), texts),
                vocabulary == null ? null : vocabulary.list().orElse(null),
                vocabulary != null && vocabulary.mayCreate(viewer));
    }

    Options options() {
        return (language, texts) -> kinds.keySet().stream()
                .map(name -> new Options.Option(name, texts.get(language, "import." + name), null))
                .toList();
    }
}

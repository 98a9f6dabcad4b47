package zhanggui.imports;

import java.util.List;
import java.util.Optional;
import zhanggui.access.Viewer;
import zhanggui.listings.FieldGuard;
import zhanggui.texts.Language;

/** A kind with the fields that one person may fill in. */
record OpenFields(ImportKind kind, FieldGuard guard, Viewer viewer) implements ImportKind {
    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public String permission() {
        return kind.permission();
    }

    @Override
    public List<ImportField> fields() {
        return kind.fields().stream()
                .filter(f -> guard.isImportable(
                        kind.filled(f.key()).list(), kind.filled(f.key()).field(), viewer))
                .toList();
    }

    @Override
    public Optional<String> named(String field, Language language) {
        return kind.named(field, language);
    }

    @Override
    public ImportSession open(Viewer viewer, RowMemory memory) {
        return kind.open(viewer, memory);
    }
}

package zhanggui.imports;

import java.util.List;
import java.util.Optional;
import zhanggui.access.Viewer;
import zhanggui.texts.Language;

/**
 * One kind of thing that can be imported. Its words stand under {@code import.<name>}; an {@code @Order} says what has to
 * be there before it.
 */
public interface ImportKind {
    /** Such as {@code customers}; the name of the list in which the result is seen. */
    String name();

    /** What one must be allowed to do to import this. */
    String permission();

    /** In the order people are shown them. */
    List<ImportField> fields();

    /**
     * The field of a record that a field of the file fills, by which it is known whether somebody may fill it in: the one
     * of the same name in the list of the same name, unless a kind says otherwise.
     */
    default Filled filled(String field) {
        return new Filled(name(), field);
    }

    record Filled(String list, String field) {}

    /** What a field is called that people have named themselves. */
    default Optional<String> named(String field, Language language) {
        return fields().stream()
                .filter(f -> f.key().equals(field))
                .findFirst()
                .map(ImportField::label)
                .map(label -> label.in(language));
    }

    /**
     * Begins one pass over a file, inside its transaction. A check is the same pass, undone at its end.
     *
     * @param memory where the session keeps what it learns from the rows it takes
     */
    ImportSession open(Viewer viewer, RowMemory memory);

    /** For callers that give up altogether when the database refuses something. */
    default ImportSession open(Viewer viewer) {
        return open(viewer, new RowMemory());
    }
}

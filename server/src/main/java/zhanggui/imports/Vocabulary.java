package zhanggui.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import zhanggui.access.Viewer;
import zhanggui.listings.Options;
import zhanggui.texts.Language;
import zhanggui.texts.Texts;

/** The values a field may have, and how texts in files find them. Texts it does not know are put to the person. */
public interface Vocabulary {
    /** The value each text means, for those it knows: the id of a record or the code of a choice. */
    Map<String, String> find(Collection<String> texts, Viewer viewer);

    /** The values to choose from, when they are few. */
    default List<Options.Option> options(Language language, Texts texts) {
        return List.of();
    }

    /** The list to choose from, when they are many. */
    default Optional<String> list() {
        return Optional.empty();
    }

    /** Whether this viewer may make a new value of an unknown text. */
    default boolean mayCreate(Viewer viewer) {
        return false;
    }

    /** Makes a new value of a text, in the import's transaction; returns its id or code. */
    default String create(String text, Viewer viewer) {
        throw new UnsupportedOperationException();
    }

    /** Told of a person's decision that {@code text} means {@code value}, so that it can be kept as an alias. */
    default void decided(String text, String value, Viewer viewer) {}
}

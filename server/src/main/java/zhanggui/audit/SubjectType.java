package zhanggui.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import zhanggui.access.Viewer;
import zhanggui.listings.Options;
import zhanggui.texts.Language;

/**
 * One type of what the log tells of: who may read the history of which, and what its values are called. A module
 * declares a bean for each type that stands in no list, and for one whose records are read otherwise than through its
 * list; all other lists are types by themselves.
 *
 * @param name as in {@link Subject#type}; its heading stands under {@code <name>}, those of its fields under {@code
 *     <name>.<field>}
 * @param exists whether there is such a record, whoever asks
 * @param readable whether the viewer may read that record
 * @param asWhole whether the viewer may read what is logged of the type without naming a record, as of the company
 * @param options what the coded values of some fields are called, by field
 * @param words puts changes into words that need more than that
 */
public record SubjectType(
        String name,
        Predicate<UUID> exists,
        BiPredicate<UUID, Viewer> readable,
        Predicate<Viewer> asWhole,
        Map<String, Options> options,
        Words words) {

    /** Puts one change into any number of lines; none where headings and options say enough. */
    @FunctionalInterface
    public interface Words {
        List<Line> of(Change change, Language language);
    }

    public static SubjectType of(String name, Predicate<UUID> exists, BiPredicate<UUID, Viewer> readable) {
        return new SubjectType(name, exists, readable, viewer -> false, Map.of(), (change, language) -> List.of());
    }

    /** Records that everybody may read who holds a permission at all. */
    public static SubjectType open(String name, String permission, Predicate<UUID> exists) {
        return of(name, exists, (id, viewer) -> viewer.may(permission) && exists.test(id));
    }

    /** Something of which there is one, read by everyone signed in. */
    public static SubjectType single(String name) {
        return new SubjectType(
                name, id -> false, (id, viewer) -> false, viewer -> true, Map.of(), (change, language) -> List.of());
    }

    public SubjectType withOptions(Map<String, Options> options) {
        return new SubjectType(name, exists, readable, asWhole, options, words);
    }

    public SubjectType withWords(Words words) {
        return new SubjectType(name, exists, readable, asWhole, options, words);
    }
}

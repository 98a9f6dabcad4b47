package zhanggui.notices;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell, as data: the sentence is made in the reader's language.
 *
 * @param kind the name of a {@link NoticeKind}
 * @param list the list the record stands in, or of which there are {@code number}
 * @param record absent where there are several, or none
 * @param words what the sentence is filled with beside the record's name; not shown to who may no longer read it
 */
public record News(
        String kind, @Nullable String list, @Nullable UUID record, int number, List<String> words) {
    public static News of(String kind, String list, UUID record, String... words) {
        return new News(kind, list, record, 1, List.of(words));
    }

    /** Of several records of a list at once. */
    public static News many(String kind, String list, int number, String... words) {
        return new News(kind, list, null, number, List.of(words));
    }

    /** Of no record. */
    public static News plain(String kind, String... words) {
        return new News(kind, null, null, 1, List.of(words));
    }

    /** To one person. */
    record Addressed(UUID person, News news) {}
}

package zhanggui.listings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import zhanggui.problems.Refused;

/**
 * What a person asks of a list.
 *
 * @param search quick search over the searched columns
 * @param columns the keys of the columns wanted; none means all
 */
public record ListQuery(Filter where, @Nullable String search, List<Sort> sort, List<String> columns, Place place) {
    private static final int LONGEST_SEARCH = 200;
    private static final int MOST_SORTS = 5;
    private static final int MOST_COLUMNS = 200;

    public record Sort(String column, boolean descending) {
        /** {@code -amount} is descending. */
        static Sort parse(String text) {
            return text.startsWith("-") ? new Sort(text.substring(1), true) : new Sort(text, false);
        }
    }

    public ListQuery {
        if (sort.size() > MOST_SORTS) throw Refused.invalid("sort", "max");
        if (columns.size() > MOST_COLUMNS) throw Refused.invalid("columns", "max");
        if (search != null && search.length() > LONGEST_SEARCH) throw Refused.invalid("q", "size");
    }

    public static ListQuery of(Filter where) {
        return new ListQuery(where, null, List.of(), List.of(), Place.of(1, 50));
    }

    static ListQuery parse(
            @Nullable String filter,
            @Nullable String search,
            @Nullable String sort,
            @Nullable String columns,
            Place place) {
        return new ListQuery(
                FilterJson.read(filter),
                search == null || search.isBlank() ? null : search.strip(),
                split(sort).stream().map(Sort::parse).toList(),
                split(columns),
                place);
    }

    private static List<String> split(@Nullable String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.split(","));
    }
}

package zhanggui.views;

import java.util.List;
import org.jspecify.annotations.Nullable;
import zhanggui.listings.Filter;

/**
 * What a view keeps of a list's query.
 *
 * @param sort columns, {@code -column} where descending; none for the list's own order
 * @param columns none for those the list shows by itself
 * @param groupBy the choice column of the board
 */
record ViewQuery(
        Filter filter,
        List<String> sort,
        List<ShownColumn> columns,
        Layout layout,
        @Nullable String groupBy) {

    /** How the rows are laid out. */
    enum Layout {
        TABLE,
        BOARD
    }

    List<String> columnKeys() {
        return columns.stream().map(ShownColumn::key).toList();
    }
}

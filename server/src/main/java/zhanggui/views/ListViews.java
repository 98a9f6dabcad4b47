package zhanggui.views;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhanggui.listings.Page;

/**
 * The saved views of a list, and how it is laid out, for one person.
 *
 * @param tabs all views there are for them in their order, those the list declares too
 * @param opensWith what the list opens with when the address names no view; absent where nobody chose
 * @param ownOpening what they chose themselves
 * @param roles what it opens with by role, for those who may say so
 * @param columns the columns they like where a view keeps none; absent for the list's own
 */
record ListViews(
        List<ShownView> views,
        List<Tab> tabs,
        @Nullable String opensWith,
        @Nullable String ownOpening,
        List<RoleOpening> roles,
        @Nullable List<ShownColumn> columns) {

    /** @param opensWith the key of a view, where one was chosen for the role */
    record RoleOpening(UUID role, String name, @Nullable String opensWith) {}

    /**
     * A view as its reader may use it.
     *
     * @param unfit what of it the reader cannot use; absent where that is nothing
     */
    record ShownView(
            UUID id,
            String name,
            Map<String, Object> filter,
            List<String> sort,
            List<ShownColumn> columns,
            ViewQuery.Layout layout,
            @Nullable String groupBy,
            Page.Reference owner,
            boolean mayChange,
            SharedWith sharing,
            int version,
            @Nullable Unfit unfit) {}

    /** Sharing with names. */
    record SharedWith(boolean everybody, List<Page.Reference> units, List<Page.Reference> roles) {}

    /**
     * What a view names that is there no more, or that its reader may not use. Without its conditions the view would find
     * more than was meant, so that it finds nothing until the reader takes them out.
     *
     * @param columns headings of columns that are not shown or sorted by
     * @param conditions headings of what cannot be filtered by
     * @param remaining the filter without those conditions
     */
    record Unfit(List<String> columns, List<String> conditions, Map<String, Object> remaining) {}
}

package zhanggui.listings;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import zhanggui.access.Scope;
import zhanggui.access.Viewer;
import zhanggui.problems.Refused;

/**
 * Describes one list: where its rows come from, its columns, and who may see which rows.
 *
 * <p>{@code from} joins the tables of all columns with left joins to unique keys, so that the database leaves out those
 * a query does not mention.
 *
 * @param name its name in the API and the key of its heading
 * @param module whose permissions guard it: {@code <module>:read}, {@code <module>:export}
 * @param id the key of a row
 * @param sort how it is sorted when nobody says otherwise, such as {@code -createdAt}
 * @param groups the choice columns a board can be made of
 * @param actions what a person may do from it; the client offers those their permissions allow
 * @param more columns that come and go while the server runs, such as custom fields
 * @param own whether everybody has rows of their own in it and may open it without the permission to read
 * @param title the column that names a record, where its rows are records people open, attach to and talk about
 */
public record Listing(
        String name,
        String module,
        Table<?> from,
        Field<UUID> id,
        List<Column> columns,
        Supplier<List<Column>> more,
        Scope scope,
        String sort,
        List<View> views,
        List<String> groups,
        List<String> actions,
        boolean own,
        @Nullable String title) {

    /** A named filter offered as a tab; its words stand under {@code <list>.view.<key>} or {@code view.<key>}. */
    public record View(String key, Filter filter) {}

    public static Listing of(
            String name, String module, Table<?> from, Field<UUID> id, Scope scope, String sort, List<Column> columns) {
        return new Listing(
                name,
                module,
                from,
                id,
                columns,
                List::of,
                scope,
                sort,
                List.of(new View("all", Filter.EVERYTHING)),
                List.of(),
                List.of(),
                false,
                null);
    }

    public Listing withViews(View... views) {
        return new Listing(
                name, module, from, id, columns, more, scope, sort, List.of(views), groups, actions, own, title);
    }

    public Listing groupedBy(String... columns) {
        return new Listing(
                name, module, from, id, this.columns, more, scope, sort, views, List.of(columns), actions, own, title);
    }

    /** Actions such as {@code create} or {@code assign}: offered to those who have {@code <module>:<action>}. */
    public Listing withActions(String... actions) {
        return new Listing(
                name, module, from, id, columns, more, scope, sort, views, groups, List.of(actions), own, title);
    }

    public Listing withMore(Supplier<List<Column>> more) {
        return new Listing(name, module, from, id, columns, more, scope, sort, views, groups, actions, own, title);
    }

    /** Its scope reaches a person's own rows without any permission; a token still needs the one to read. */
    public Listing withOwn() {
        return new Listing(name, module, from, id, columns, more, scope, sort, views, groups, actions, true, title);
    }

    /** Its rows are records of which {@code column} is the name, found through the module audit. */
    public Listing titled(String column) {
        return new Listing(name, module, from, id, columns, more, scope, sort, views, groups, actions, own, column);
    }

    /** Whether this viewer may open it, whatever rows it then has for them. */
    public boolean opensFor(Viewer viewer) {
        return viewer.may(readPermission()) || (own && viewer.origin().way() != Viewer.Way.TOKEN);
    }

    void mustOpenFor(Viewer viewer) {
        if (!opensFor(viewer)) throw Refused.notAllowed();
    }

    public String readPermission() {
        return module + ":read";
    }

    public String editPermission() {
        return module + ":edit";
    }

    public String exportPermission() {
        return module + ":export";
    }

    /** All columns there are just now. */
    public List<Column> allColumns() {
        var others = more.get();
        return others.isEmpty()
                ? columns
                : Stream.concat(columns.stream(), others.stream()).toList();
    }

    /**
     * The columns this viewer may use, for reading, filtering, sorting and totals alike: the one door through which
     * rights by field will join.
     */
    List<Column> columnsFor(Viewer viewer) {
        return allColumns();
    }

    Optional<Column> column(@Nullable String key, Viewer viewer) {
        return columnsFor(viewer).stream().filter(c -> c.key().equals(key)).findFirst();
    }
}

package zhanggui.listings;

import static org.jooq.impl.DSL.condition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;
import zhanggui.access.FieldLevel;
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
 * @param records what its rows are as records people open, attach to and talk about
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
        Records records) {

    /** A named filter offered as a tab; its words stand under {@code <list>.view.<key>} or {@code view.<key>}. */
    public record View(String key, Filter filter) {}

    /**
     * What roles may say of the fields of its records.
     *
     * @param title the column that names a record; absent where rows are no records
     * @param needed the fields whoever reads a record sees, whatever their roles say, as without them it makes no sense
     * @param telling fields that are no columns, with the columns that can be told from them
     * @param followed the fields the product itself changes in consequence of others, whatever the roles of whoever
     *     changed those
     * @param entered the fields people may change one by one, in the list or of many records at once
     * @param deletes what deleting one needs; absent where they are not deleted
     * @param found how they are found from anywhere; absent where only the list itself finds them
     */
    public record Records(
            @Nullable String title,
            Set<String> needed,
            Map<String, Set<String>> telling,
            Set<String> followed,
            Set<String> entered,
            @Nullable String deletes,
            @Nullable Findable found) {
        static final Records NONE = new Records(null, Set.of(), Map.of(), Set.of(), Set.of(), null, null);

        private Records withTitle(@Nullable String next) {
            return new Records(next, needed, telling, followed, entered, deletes, found);
        }

        private Records withNeeded(Set<String> next) {
            return new Records(title, next, telling, followed, entered, deletes, found);
        }

        private Records withTelling(Map<String, Set<String>> next) {
            return new Records(title, needed, next, followed, entered, deletes, found);
        }

        private Records withFollowed(Set<String> next) {
            return new Records(title, needed, telling, next, entered, deletes, found);
        }

        private Records withEntered(Set<String> next) {
            return new Records(title, needed, telling, followed, next, deletes, found);
        }

        private Records withDeletes(@Nullable String next) {
            return new Records(title, needed, telling, followed, entered, next, found);
        }

        private Records withFound(@Nullable Findable next) {
            return new Records(title, needed, telling, followed, entered, deletes, next);
        }
    }

    /**
     * How records are found from anywhere: by the columns quick search looks into, and by pinyin.
     *
     * @param title the column that names a record
     * @param beside columns that tell two of one name apart
     * @param sound how the title sounds, as {@code public.sounds} keeps it; absent where it is not kept
     */
    public record Findable(
            String title, List<String> beside, @Nullable Field<String> sound) {}

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
                Records.NONE);
    }

    public Listing withViews(View... views) {
        return new Listing(
                name, module, from, id, columns, more, scope, sort, List.of(views), groups, actions, own, records);
    }

    public Listing groupedBy(String... columns) {
        return new Listing(
                name,
                module,
                from,
                id,
                this.columns,
                more,
                scope,
                sort,
                views,
                List.of(columns),
                actions,
                own,
                records);
    }

    /** Actions such as {@code create} or {@code assign}: offered to those who have {@code <module>:<action>}. */
    public Listing withActions(String... actions) {
        return new Listing(
                name, module, from, id, columns, more, scope, sort, views, groups, List.of(actions), own, records);
    }

    public Listing withMore(Supplier<List<Column>> more) {
        return new Listing(name, module, from, id, columns, more, scope, sort, views, groups, actions, own, records);
    }

    /** Its scope reaches a person's own rows without any permission; a token still needs the one to read. */
    public Listing withOwn() {
        return new Listing(name, module, from, id, columns, more, scope, sort, views, groups, actions, true, records);
    }

    private Listing with(Records records) {
        return new Listing(name, module, from, id, columns, more, scope, sort, views, groups, actions, own, records);
    }

    /** Its rows are records of which {@code column} is the name, found through the module audit. */
    public Listing titled(String column) {
        return with(records.withTitle(column));
    }

    /** Beside its title, these fields can be closed to changes, but not hidden. */
    public Listing needing(String... fields) {
        return with(records.withNeeded(Set.of(fields)));
    }

    /** A field of its records that is no column is for those who may read all of these columns. */
    public Listing telling(String field, String... columns) {
        var all = new HashMap<>(records.telling);
        all.put(field, Set.of(columns));
        return with(records.withTelling(Map.copyOf(all)));
    }

    /** These fields the product itself changes in consequence of others: no role stops that. */
    public Listing following(String... fields) {
        return with(records.withFollowed(Set.of(fields)));
    }

    /** These fields, and custom fields, may be changed one by one, in the list itself and of many records at once. */
    public Listing entering(String... fields) {
        return with(records.withEntered(Set.of(fields)));
    }

    /** Its records are deleted, one by one or many at once, by whoever has this permission as far as it reaches. */
    public Listing deletedWith(String permission) {
        return with(records.withDeletes(permission));
    }

    /** What deleting one of its records needs; absent where they are not deleted. */
    public @Nullable String deletePermission() {
        return records.deletes;
    }

    /** Whether the viewer may change this column of records they may change. */
    public boolean isEntered(Column column, Viewer viewer) {
        if (records.entered.isEmpty() || !viewer.may(editPermission())) return false;
        var open = records.entered.contains(column.key()) || column.isCustom() && !column.isComputed();
        return open && level(column, viewer).isWritable();
    }

    /** Its records are found from anywhere, under this title and with these columns beside it. */
    public Listing found(String title, String... beside) {
        return with(new Findable(title, List.of(beside), null));
    }

    /** The same, and by pinyin: {@code sound} is generated from the title by {@code public.sounds}. */
    public Listing foundBySound(Field<String> sound, String title, String... beside) {
        return with(new Findable(title, List.of(beside), sound));
    }

    private Listing with(Findable found) {
        return with(records.withFound(found));
    }

    public @Nullable String title() {
        return records.title;
    }

    /** Whether a change by this viewer may have changed the field, on purpose or in consequence of others. */
    public boolean mayHaveChanged(String field, Viewer viewer) {
        return records.followed.contains(field) || level(field, viewer).isWritable();
    }

    /** Whether this viewer may open it, whatever rows it then has for them. */
    public boolean opensFor(Viewer viewer) {
        return viewer.may(readPermission()) || (own && viewer.origin().way() != Viewer.Way.TOKEN);
    }

    /**
     * Which rows a viewer reaches, in parts without common rows: those they reach one way, and those they reach the other
     * way only. An index may answer for the rows of some people, or for some shared rows; for both in one question
     * PostgreSQL fetches every row.
     */
    List<Condition> reached(Viewer viewer) {
        var reached = scope.of(viewer, readPermission());
        return reached instanceof QOM.Or either
                ? List.of(either.$arg1(), either.$arg2().and(condition("({0}) is not true", either.$arg1())))
                : List.of(reached);
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

    /** Whether no role may hide the field. */
    public boolean isNeeded(String field) {
        return field.equals(records.title) || records.needed.contains(field);
    }

    /**
     * How far this viewer may go with a field of its records, a column or not: the one place where rights by field are
     * decided, for screens, lists, filters, order, exports, histories, search, notices and the API alike.
     */
    public FieldLevel level(String field, Viewer viewer) {
        if (!viewer.fields().limit(name)) return FieldLevel.WRITE;
        var reveals = allColumns().stream()
                .filter(c -> c.key().equals(field))
                .findFirst()
                .map(Column::reveals)
                .orElseGet(() -> records.telling.getOrDefault(field, Set.of()));
        return level(field, reveals, viewer);
    }

    private FieldLevel level(String field, Set<String> reveals, Viewer viewer) {
        if (!viewer.fields().limit(name)) return FieldLevel.WRITE;
        var level = viewer.fields().of(name, field);
        for (var other : reveals) {
            var of = level(other, viewer);
            if (!of.isAskable()) return FieldLevel.HIDDEN;
            if (of == FieldLevel.READ && level.isWritable()) level = FieldLevel.READ;
        }
        return isNeeded(field) ? level.or(FieldLevel.READ) : level;
    }

    private FieldLevel level(Column column, Viewer viewer) {
        return level(column.key(), column.reveals(), viewer);
    }

    /** The columns this viewer is shown, some of them masked. */
    List<Column> columnsFor(Viewer viewer) {
        return columns(viewer, FieldLevel::isShown);
    }

    /** The columns this viewer may ask by: filter, search, sort, group and sum. */
    List<Column> askedBy(Viewer viewer) {
        return columns(viewer, FieldLevel::isAskable);
    }

    private List<Column> columns(Viewer viewer, Predicate<FieldLevel> wanted) {
        var all = allColumns();
        if (!viewer.fields().limit(name)) return all;
        return all.stream().filter(c -> wanted.test(level(c, viewer))).toList();
    }

    boolean isMasked(Column column, Viewer viewer) {
        return level(column, viewer) == FieldLevel.MASKED;
    }

    /** A column this viewer is shown. */
    Optional<Column> shown(@Nullable String key, Viewer viewer) {
        return columnsFor(viewer).stream().filter(c -> c.key().equals(key)).findFirst();
    }

    /** A column this viewer may ask by. */
    Optional<Column> column(@Nullable String key, Viewer viewer) {
        return askedBy(viewer).stream().filter(c -> c.key().equals(key)).findFirst();
    }
}

package zhanggui.views;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.accounts.HeldRoles;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.listings.Filter;
import zhanggui.listings.KeptQueries;
import zhanggui.listings.Listing;
import zhanggui.listings.Page;
import zhanggui.texts.Texts;

/** Tells the audit log what became of shared views and of what lists open with. Views of one's own are one's own affair. */
@Component
class ViewLog {
    static final String TYPE = "views";
    static final String EVERYBODY = "EVERYBODY";
    private final Audit audit;
    private final ShownViews shown;
    private final KeptQueries queries;
    private final HeldRoles roles;
    private final Texts texts;

    ViewLog(Audit audit, ShownViews shown, KeptQueries queries, HeldRoles roles, Texts texts) {
        this.audit = audit;
        this.shown = shown;
        this.queries = queries;
        this.roles = roles;
        this.texts = texts;
    }

    /** A view as the log tells of it. */
    record Described(
            String list,
            String name,
            String owner,
            List<String> sharedWith,
            String filter,
            List<String> sort,
            List<String> columns,
            String layout) {}

    /** @param opensWith by list, as {@code 客户 · 全部} */
    record Openings(@Nullable String opensWith) {}

    /** A view that comes to be shared is new to others, and gone for them when it is shared no more. */
    void changed(@Nullable SavedView before, @Nullable SavedView after, Listing list, Viewer viewer) {
        var was = before != null && before.sharing().isShared() ? before : null;
        var is = after != null && after.sharing().isShared() ? after : null;
        if (is != null) {
            var subject = new Subject(TYPE, is.id(), is.name());
            if (was == null) audit.created(viewer, subject, describe(is, list, viewer));
            else audit.changed(viewer, subject, describe(was, list, viewer), describe(is, list, viewer));
        } else if (was != null) {
            audit.deleted(viewer, new Subject(TYPE, was.id(), was.name()), describe(was, list, viewer));
        }
    }

    /** @param before what the list opened with for the role, and {@code after} what it opens with now */
    void opens(UUID role, Listing list, @Nullable String before, @Nullable String after, Viewer viewer) {
        var name = roles.all(viewer.language()).stream()
                .filter(one -> one.id().equals(role))
                .map(HeldRoles.Named::name)
                .findFirst()
                .orElse(null);
        audit.changed(
                viewer,
                new Subject("roles", role, name),
                openings(list, before, viewer),
                openings(list, after, viewer));
    }

    private Openings openings(Listing list, @Nullable String view, Viewer viewer) {
        return new Openings(view == null ? null : texts.get(viewer.language(), list.name()) + " · " + view);
    }

    private Described describe(SavedView view, Listing list, Viewer viewer) {
        var with = new ArrayList<String>();
        var sharing = shown.shared(view.sharing(), roles.all(viewer.language()), viewer.language());
        if (sharing.everybody()) with.add(EVERYBODY);
        for (var unit : sharing.units()) with.add(name(unit));
        for (var role : sharing.roles()) with.add(name(role));
        var query = view.query();
        return new Described(
                view.list(),
                view.name(),
                view.ownerName(),
                with,
                words(query.filter(), list, viewer),
                query.sort().stream().map(sort -> sort(sort, list, viewer)).toList(),
                query.columnKeys().stream()
                        .map(key -> queries.heading(list, key, viewer))
                        .toList(),
                query.layout().name());
    }

    private static String name(Page.Reference of) {
        return of.name() == null ? "" : of.name();
    }

    private String sort(String sort, Listing list, Viewer viewer) {
        return queries.heading(list, KeptQueries.column(sort), viewer) + (sort.startsWith("-") ? " ↓" : " ↑");
    }

    private String words(Filter filter, Listing list, Viewer viewer) {
        return switch (filter) {
            case Filter.All(var parts) -> words(parts, " ∧ ", list, viewer);
            case Filter.Any(var parts) -> words(parts, " ∨ ", list, viewer);
            case Filter.Compare(var column, var operator, var values) ->
                (queries.heading(list, column, viewer) + " " + operator + " " + String.join("、", values)).strip();
        };
    }

    private String words(List<Filter> parts, String join, Listing list, Viewer viewer) {
        var all = parts.stream().map(part -> words(part, list, viewer)).toList();
        return all.size() == 1
                ? all.getFirst()
                : String.join(join, all.stream().map(one -> "(" + one + ")").toList());
    }
}

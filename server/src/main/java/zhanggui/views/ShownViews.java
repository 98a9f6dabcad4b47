package zhanggui.views;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.accounts.HeldRoles;
import zhanggui.listings.Filter;
import zhanggui.listings.KeptQueries;
import zhanggui.listings.Listing;
import zhanggui.listings.Page;
import zhanggui.people.Organisation;
import zhanggui.people.Organisations;
import zhanggui.texts.Language;
import zhanggui.views.ListViews.SharedWith;
import zhanggui.views.ListViews.ShownView;
import zhanggui.views.ListViews.Unfit;

/** Shows views to a reader: with names, and without what the reader cannot use. */
@Component
class ShownViews {
    private final KeptQueries queries;
    private final HeldRoles roles;
    private final Organisations organisations;

    ShownViews(KeptQueries queries, HeldRoles roles, Organisations organisations) {
        this.queries = queries;
        this.roles = roles;
        this.organisations = organisations;
    }

    List<ShownView> of(List<SavedView> views, Listing list, Viewer viewer) {
        if (views.isEmpty()) return List.of();
        var named = roles.all(viewer.language());
        return views.stream().map(view -> of(view, list, named, viewer)).toList();
    }

    ShownView of(SavedView view, Listing list, Viewer viewer) {
        return of(view, list, roles.all(viewer.language()), viewer);
    }

    private ShownView of(SavedView view, Listing list, List<HeldRoles.Named> named, Viewer viewer) {
        var query = view.query();
        var groupBy = query.groupBy();
        return new ShownView(
                view.id(),
                view.name(),
                query.filter().toJson(),
                query.sort().stream()
                        .filter(s -> queries.sorts(list, s, viewer))
                        .toList(),
                query.columns().stream()
                        .filter(c -> queries.has(list, c.key(), viewer))
                        .toList(),
                query.layout(),
                groupBy != null && list.groups().contains(groupBy) ? groupBy : null,
                new Page.Reference(view.owner(), view.ownerName()),
                view.mayBeChangedBy(viewer),
                shared(view.sharing(), named, viewer.language()),
                view.version(),
                unfit(query, list, viewer));
    }

    SharedWith shared(Sharing sharing, List<HeldRoles.Named> named, Language language) {
        var today = organisations.today();
        return new SharedWith(
                sharing.everybody(),
                sharing.units().stream()
                        .flatMap(unit -> today.unit(unit).stream())
                        .map(unit -> new Page.Reference(unit.id(), name(unit, language)))
                        .toList(),
                named.stream()
                        .filter(role -> sharing.roles().contains(role.id()))
                        .map(role -> new Page.Reference(role.id(), role.name()))
                        .toList());
    }

    private static String name(Organisation.Unit unit, Language language) {
        return language == Language.EN && unit.nameEn() != null ? unit.nameEn() : unit.name();
    }

    boolean isUnit(UUID unit) {
        return organisations.today().unit(unit).isPresent();
    }

    private @Nullable Unfit unfit(ViewQuery query, Listing list, Viewer viewer) {
        var columns = new LinkedHashSet<String>();
        for (var key : query.columnKeys()) if (!queries.has(list, key, viewer)) columns.add(key);
        for (var sort : query.sort()) if (!queries.sorts(list, sort, viewer)) columns.add(KeptQueries.column(sort));
        var conditions = new LinkedHashSet<String>();
        var remaining = fitting(query.filter(), list, viewer, conditions);
        if (columns.isEmpty() && conditions.isEmpty()) return null;
        return new Unfit(
                headings(columns, list, viewer),
                headings(conditions, list, viewer),
                (remaining == null ? Filter.EVERYTHING : remaining).toJson());
    }

    private List<String> headings(Set<String> keys, Listing list, Viewer viewer) {
        return keys.stream().map(key -> queries.heading(list, key, viewer)).toList();
    }

    /** The filter without conditions that cannot be asked; nothing where none is left. */
    private @Nullable Filter fitting(Filter filter, Listing list, Viewer viewer, Set<String> unfit) {
        return switch (filter) {
            case Filter.All(var parts) -> {
                var left = fitting(parts, list, viewer, unfit);
                yield left.isEmpty() ? null : new Filter.All(left);
            }
            case Filter.Any(var parts) -> {
                var left = fitting(parts, list, viewer, unfit);
                yield left.isEmpty() ? null : new Filter.Any(left);
            }
            case Filter.Compare compare -> {
                if (queries.fits(list, compare, viewer)) yield compare;
                unfit.add(compare.column());
                yield null;
            }
        };
    }

    private List<Filter> fitting(List<Filter> parts, Listing list, Viewer viewer, Set<String> unfit) {
        var left = new ArrayList<Filter>();
        for (var part : parts) {
            var fit = fitting(part, list, viewer, unfit);
            if (fit != null) left.add(fit);
        }
        return left;
    }
}

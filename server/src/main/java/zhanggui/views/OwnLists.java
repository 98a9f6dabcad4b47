package zhanggui.views;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.accounts.HeldRoles;
import zhanggui.listings.KeptQueries;
import zhanggui.listings.Listing;
import zhanggui.listings.Lists;
import zhanggui.problems.Refused;
import zhanggui.texts.Texts;
import zhanggui.views.ListViews.RoleOpening;

/**
 * How each person finds a list: which tabs in which order, which columns, and with what it opens. One's own choice comes
 * first, then that of one's roles, those made first in front, then the list's own.
 */
@Service
@Transactional
class OwnLists {
    private final OwnListStore store;
    private final Views views;
    private final ShownViews shown;
    private final ViewLog log;
    private final Lists lists;
    private final KeptQueries queries;
    private final HeldRoles roles;
    private final Texts texts;

    OwnLists(
            OwnListStore store,
            Views views,
            ShownViews shown,
            ViewLog log,
            Lists lists,
            KeptQueries queries,
            HeldRoles roles,
            Texts texts) {
        this.store = store;
        this.views = views;
        this.shown = shown;
        this.log = log;
        this.lists = lists;
        this.queries = queries;
        this.roles = roles;
        this.texts = texts;
    }

    @Transactional(readOnly = true)
    ListViews of(String name, Viewer viewer) {
        var list = lists.find(name, viewer);
        var held = roles.of(viewer.id());
        var seen = views.seen(list, viewer, Set.copyOf(held));
        var own = store.find(viewer.id(), name);
        var byRole = store.byRole(name);
        var usable = usable(list, seen, viewer, Set.copyOf(held));
        var ownOpening = ifUsable(own.opening(), usable);
        return new ListViews(
                shown.of(seen, list, viewer),
                tabs(own.tabs(), list, seen, usable),
                ownOpening != null ? ownOpening : ofRoles(held, byRole, usable),
                ownOpening,
                viewer.may(SavedView.SHARE) ? openings(byRole, viewer) : List.of(),
                own.columns() == null
                        ? null
                        : own.columns().stream()
                                .filter(column -> queries.has(list, column.key(), viewer))
                                .toList());
    }

    /** The views that are there for the viewer and not only for being looked after. */
    private static Set<String> usable(Listing list, List<SavedView> seen, Viewer viewer, Set<UUID> held) {
        var usable = new HashSet<String>();
        list.views().forEach(view -> usable.add(view.key()));
        seen.stream()
                .filter(view -> view.isFor(viewer, held))
                .forEach(view -> usable.add(view.id().toString()));
        return usable;
    }

    private static @Nullable String ifUsable(@Nullable Opening opening, Set<String> usable) {
        return opening != null && usable.contains(opening.text()) ? opening.text() : null;
    }

    private static @Nullable String ofRoles(List<UUID> held, Map<UUID, Opening> byRole, Set<String> usable) {
        for (var role : held) {
            var opening = ifUsable(byRole.get(role), usable);
            if (opening != null) return opening;
        }
        return null;
    }

    /** In the person's order; what came to be since then stands behind. */
    private static List<Tab> tabs(List<Tab> ordered, Listing list, List<SavedView> seen, Set<String> usable) {
        var all = new LinkedHashMap<String, Tab>();
        list.views().forEach(view -> all.put(view.key(), new Tab(view.key(), false)));
        seen.forEach(view -> {
            var key = view.id().toString();
            all.put(key, new Tab(key, !usable.contains(key)));
        });
        var tabs = new ArrayList<Tab>();
        for (var tab : ordered) if (all.remove(tab.key()) != null) tabs.add(tab);
        tabs.addAll(all.values());
        return tabs;
    }

    private List<RoleOpening> openings(Map<UUID, Opening> byRole, Viewer viewer) {
        return roles.all(viewer.language()).stream()
                .map(role -> {
                    var opening = byRole.get(role.id());
                    return new RoleOpening(role.id(), role.name(), opening == null ? null : opening.text());
                })
                .toList();
    }

    void setTabs(String name, List<Tab> tabs, Viewer viewer) {
        var list = lists.find(name, viewer);
        var known = new HashSet<String>();
        list.views().forEach(view -> known.add(view.key()));
        views.seen(list, viewer, Set.copyOf(roles.of(viewer.id())))
                .forEach(view -> known.add(view.id().toString()));
        for (var tab : tabs) if (!known.remove(tab.key())) throw Refused.invalid("tabs", "unknown", tab.key());
        store.setTabs(viewer.id(), name, tabs);
    }

    void setColumns(String name, @Nullable List<ShownColumn> columns, Viewer viewer) {
        var list = lists.find(name, viewer);
        var seen = new HashSet<String>();
        for (var column : columns == null ? List.<ShownColumn>of() : columns) {
            if (!queries.has(list, column.key(), viewer))
                throw Refused.invalid("columns", "column-unknown", column.key());
            if (!seen.add(column.key())) throw Refused.invalid("columns", "taken", column.key());
        }
        store.setColumns(viewer.id(), name, columns);
    }

    void setOpening(String name, @Nullable String view, Viewer viewer) {
        var list = lists.find(name, viewer);
        var opening = view == null ? null : Opening.of(view);
        if (opening != null) {
            var held = Set.copyOf(roles.of(viewer.id()));
            if (ifUsable(opening, usable(list, views.seen(list, viewer, held), viewer, held)) == null) {
                throw Refused.invalid("view", "unknown", opening.text());
            }
        }
        store.setOpening(viewer.id(), name, opening);
    }

    /** Of saved views only shared ones: nobody else could open another. */
    void setOpeningOf(UUID role, String name, @Nullable String view, Viewer viewer) {
        viewer.require(SavedView.SHARE);
        var list = lists.find(name, viewer);
        if (!roles.exists(role)) throw Refused.notFound();
        var seen = views.seen(list, viewer, Set.copyOf(roles.of(viewer.id())));
        var opening = view == null ? null : Opening.of(view);
        if (opening != null && called(opening, list, seen, viewer) == null) {
            throw Refused.invalid("view", "view-not-shared", opening.text());
        }
        var before = store.byRole(name).get(role);
        store.setOpeningOf(role, name, opening);
        log.opens(
                role,
                list,
                before == null ? null : called(before, list, seen, viewer),
                opening == null ? null : called(opening, list, seen, viewer),
                viewer);
    }

    private @Nullable String called(Opening opening, Listing list, List<SavedView> seen, Viewer viewer) {
        if (opening.view() != null) {
            return seen.stream()
                    .filter(one ->
                            one.id().equals(opening.view()) && one.sharing().isShared())
                    .map(SavedView::name)
                    .findFirst()
                    .orElse(null);
        }
        var language = viewer.language();
        return list.views().stream()
                .filter(one -> one.key().equals(opening.key()))
                .map(one -> texts.find(language, list.name() + ".view." + one.key())
                        .orElseGet(() -> texts.get(language, "view." + one.key())))
                .findFirst()
                .orElse(null);
    }
}

package zhanggui.views;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.accounts.HeldRoles;
import zhanggui.listings.KeptQueries;
import zhanggui.listings.Listing;
import zhanggui.listings.Lists;
import zhanggui.problems.Refused;
import zhanggui.views.ListViews.ShownView;

/** Keeping, sharing, changing and removing views. */
@Service
@Transactional
class Views {
    private static final int MOST = 100;
    private final ViewStore store;
    private final ShownViews shown;
    private final ViewLog log;
    private final Lists lists;
    private final KeptQueries queries;
    private final HeldRoles roles;
    private final List<Listing> listings;

    Views(
            ViewStore store,
            ShownViews shown,
            ViewLog log,
            Lists lists,
            KeptQueries queries,
            HeldRoles roles,
            List<Listing> listings) {
        this.store = store;
        this.shown = shown;
        this.log = log;
        this.lists = lists;
        this.queries = queries;
        this.roles = roles;
        this.listings = listings;
    }

    /** Those of a list that the viewer sees. */
    @Transactional(readOnly = true)
    List<SavedView> seen(Listing list, Viewer viewer, Set<UUID> held) {
        return store.of(list.name(), viewer.id()).stream()
                .filter(view -> view.isSeenBy(viewer, held))
                .toList();
    }

    ShownView add(String name, SaveView save, Viewer viewer) {
        var list = lists.find(name, viewer);
        var query = save.query();
        check(query, list, viewer);
        var sharing = save.shared();
        if (sharing.isShared()) viewer.require(SavedView.SHARE);
        check(sharing);
        if (store.count(name, viewer.id()) >= MOST) throw Refused.because(ViewReasons.TOO_MANY_VIEWS, MOST);
        var called = save.name().strip();
        if (store.isTaken(called, name, viewer.id(), null)) throw Refused.invalid("name", "taken", called);
        var id = store.add(name, viewer.id(), called, query, sharing);
        var view = store.byId(id).orElseThrow();
        log.changed(null, view, list, viewer);
        return shown.of(view, list, viewer);
    }

    ShownView change(UUID id, SaveView save, Viewer viewer) {
        if (save.version() == null) throw Refused.invalid("version", "not-null");
        int version = save.version();
        var before = toChange(id, viewer);
        var list = lists.find(before.list(), viewer);
        var query = save.query();
        if (!query.equals(before.query())) check(query, list, viewer);
        var sharing = save.shared();
        if (!sharing.isWithin(before.sharing())) {
            viewer.require(SavedView.SHARE);
            check(sharing);
        }
        var called = save.name().strip();
        if (store.isTaken(called, before.list(), before.owner(), id)) throw Refused.invalid("name", "taken", called);
        if (before.version() != version || !store.change(id, called, query, sharing, version)) {
            throw Refused.stale(shown.of(store.byId(id).orElseThrow(Refused::notFound), list, viewer));
        }
        var after = store.byId(id).orElseThrow();
        log.changed(before, after, list, viewer);
        return shown.of(after, list, viewer);
    }

    void remove(UUID id, Viewer viewer) {
        var view = toChange(id, viewer);
        var list = lists.find(view.list(), viewer);
        store.remove(id);
        log.changed(view, null, list, viewer);
    }

    /** Whether there is such a view for this viewer. */
    @Transactional(readOnly = true)
    boolean isSeen(UUID id, Viewer viewer) {
        return store.byId(id)
                .filter(view -> opens(view.list(), viewer))
                .filter(view -> view.isSeenBy(viewer, Set.copyOf(roles.of(viewer.id()))))
                .isPresent();
    }

    /** What one may not see is not there; what one sees may be another's to change. */
    private SavedView toChange(UUID id, Viewer viewer) {
        if (!isSeen(id, viewer)) throw Refused.notFound();
        var view = store.byId(id).orElseThrow(Refused::notFound);
        if (!view.mayBeChangedBy(viewer)) throw Refused.notAllowed();
        return view;
    }

    private boolean opens(String list, Viewer viewer) {
        return listings.stream().anyMatch(one -> one.name().equals(list) && one.opensFor(viewer));
    }

    private void check(ViewQuery query, Listing list, Viewer viewer) {
        queries.require(list, query.filter(), query.sort(), query.columnKeys(), viewer);
        var seen = new HashSet<String>();
        for (var key : query.columnKeys()) if (!seen.add(key)) throw Refused.invalid("columns", "taken", key);
        var by = query.groupBy();
        if (by != null && !list.groups().contains(by)) throw Refused.invalid("groupBy", "column-unknown", by);
    }

    private void check(Sharing sharing) {
        for (var unit : sharing.units()) {
            if (!shown.isUnit(unit)) throw Refused.invalid("sharing.units", "unknown", unit);
        }
        for (var role : sharing.roles()) {
            if (!roles.exists(role)) throw Refused.invalid("sharing.roles", "unknown", role);
        }
    }
}

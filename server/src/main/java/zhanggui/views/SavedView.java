package zhanggui.views;

import java.util.Set;
import java.util.UUID;
import zhanggui.access.Viewer;

/** A query of a list under a name: its owner's alone, or shared. */
record SavedView(
        UUID id,
        String list,
        UUID owner,
        String ownerName,
        String name,
        ViewQuery query,
        Sharing sharing,
        int version) {
    /** What one needs to share views, to change those of others and to say with what a role's lists open. */
    static final String SHARE = "listings:share";

    boolean isOwn(Viewer viewer) {
        return owner.equals(viewer.id());
    }

    /** @param held the roles the viewer has */
    boolean isFor(Viewer viewer, Set<UUID> held) {
        return isOwn(viewer) || sharing.reaches(viewer, held);
    }

    /** Who may share sees whatever is shared, or nobody could put away what somebody left behind. */
    boolean isSeenBy(Viewer viewer, Set<UUID> held) {
        return isFor(viewer, held) || mayBeChangedBy(viewer);
    }

    boolean mayBeChangedBy(Viewer viewer) {
        return isOwn(viewer) || (sharing.isShared() && viewer.may(SHARE));
    }
}

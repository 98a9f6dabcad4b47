package zhanggui.bin;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.trueCondition;
import static zhanggui.bin.db.Tables.ENTRY;

import java.util.List;
import org.jooq.Condition;
import zhanggui.access.Viewer;
import zhanggui.bin.BinStore.Binned;
import zhanggui.listings.Listing;

/**
 * Who sees what in the bin: what they deleted themselves, and, with {@code bin:read}, what was of people within its reach,
 * both as far as they may read such records at all.
 */
final class BinRights {
    static final String READ = "bin:read";
    static final String PURGE = "bin:purge";

    private BinRights() {}

    static Condition scope(List<Listing> lists, Viewer viewer, String permission) {
        var own = viewer.origin().way() == Viewer.Way.TOKEN ? falseCondition() : ENTRY.BY_ID.eq(viewer.id());
        return lists.stream()
                .filter(list -> viewer.may(list.readPermission()))
                .map(list -> ENTRY.LIST
                        .eq(list.name())
                        .and(own.or(within(viewer, permission).and(within(viewer, list.readPermission())))))
                .reduce(falseCondition(), Condition::or);
    }

    private static Condition within(Viewer viewer, String permission) {
        return viewer.covered(permission)
                .map(circle -> circle.holds(ENTRY.OWNER_ID))
                .orElse(trueCondition());
    }

    static boolean sees(Binned entry, List<Listing> lists, Viewer viewer) {
        var list = lists.stream()
                .filter(l -> l.name().equals(entry.subject().type()))
                .findFirst();
        if (list.isEmpty() || !viewer.may(list.get().readPermission())) return false;
        boolean own = viewer.origin().way() != Viewer.Way.TOKEN && entry.by().equals(viewer.id());
        return own || viewer.may(READ, entry.owner()) && viewer.may(list.get().readPermission(), entry.owner());
    }
}

package zhanggui.audit;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.trueCondition;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.listings.Listing;

/**
 * Any record people open, whatever it is: the one question to ask before anything that hangs on a record is shown or
 * added. A list has records where it says which column names them ({@link Listing#titled}).
 */
@Service
@Transactional(readOnly = true)
public class Records {
    private static final int LONGEST_TITLE = 80;
    private final DSLContext db;
    private final SubjectTypes types;

    Records(DSLContext db, SubjectTypes types) {
        this.db = db;
        this.types = types;
    }

    /** The lists whose rows are records people open. */
    public List<Listing> lists() {
        return types.names().stream()
                .map(types::listing)
                .filter(Objects::nonNull)
                .filter(l -> l.title() != null)
                .toList();
    }

    /** Empty where there is no such record, where it is out of the viewer's reach, and where the list has no records. */
    public Optional<RecordHead> find(String list, UUID id, Viewer viewer) {
        return find(list, Set.of(id), viewer).stream().findFirst();
    }

    /** Those of these records that are within the viewer's reach, in no order. */
    public List<RecordHead> find(String name, Collection<UUID> ids, Viewer viewer) {
        var list = types.listing(name);
        if (list == null || list.title() == null || ids.isEmpty()) return List.of();
        if (types.declared(name) == null)
            return read(list, ids, viewer, list.scope().of(viewer, list.readPermission()));
        var readable =
                ids.stream().filter(id -> types.readable(name, id, viewer)).toList();
        return read(list, readable, viewer, null);
    }

    private List<RecordHead> read(Listing list, Collection<UUID> ids, Viewer viewer, @Nullable Condition readable) {
        if (ids.isEmpty() || !viewer.may(list.readPermission())) return List.of();
        var title = title(list);
        // Where nothing narrows the reach, the scope is no condition at all, which is not a true one.
        var editable = field(trueCondition().and(list.scope().of(viewer, list.editPermission())));
        return db.select(list.id(), title, editable)
                .from(list.from())
                .where(list.id().in(ids))
                .and(readable == null ? noCondition() : readable)
                .fetch(r -> new RecordHead(
                        list.name(),
                        Objects.requireNonNull(r.get(list.id())),
                        abbreviated(String.valueOf(r.get(title))),
                        viewer.may(list.editPermission()) && Boolean.TRUE.equals(r.get(editable))));
    }

    private static Field<?> title(Listing list) {
        return list.columns().stream()
                .filter(c -> c.key().equals(list.title()))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** A follow-up is called by its first words. */
    private static String abbreviated(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }
}

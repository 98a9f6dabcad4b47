package zhanggui.audit;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.trueCondition;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import zhanggui.problems.Refused;

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

    /**
     * The record a request is about.
     *
     * @throws Refused where the viewer may not read the list at all, where there is no such record or none within reach
     */
    public RecordHead open(String list, UUID id, Viewer viewer) {
        var listing = types.listing(list);
        if (listing == null || listing.title() == null) throw Refused.notFound();
        viewer.require(listing.readPermission());
        return find(list, id, viewer).orElseThrow(Refused::notFound);
    }

    /** Those of these that are no records any more, whoever asks; for tidying up after deletions nobody told of. */
    public Set<UUID> gone(String list, Collection<UUID> ids) {
        var listing = types.listing(list);
        var gone = new HashSet<>(ids);
        if (listing == null || ids.isEmpty()) return gone;
        db.select(listing.id())
                .from(listing.from())
                .where(listing.id().in(ids))
                .forEach(row -> gone.remove(row.value1()));
        return gone;
    }

    /** What records are called, whoever asks; those that do not exist are left out. */
    public Map<UUID, String> titles(String name, Collection<UUID> ids) {
        var list = types.listing(name);
        if (list == null || list.title() == null || ids.isEmpty()) return Map.of();
        var title = title(list);
        var titles = new LinkedHashMap<UUID, String>();
        db.select(list.id(), title)
                .from(list.from())
                .where(list.id().eq(any(ids.toArray(UUID[]::new))))
                .forEach(r -> titles.put(r.get(list.id()), abbreviated(String.valueOf(r.get(title)))));
        return titles;
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
        // Where everything is within reach, no condition is: as a field of its own it would be left out.
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

package zhanggui.audit;

import static org.jooq.impl.DSL.selectOne;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.listings.Listing;
import zhanggui.listings.Lists;

/** Every type of what the log tells of: those declared, and the lists. */
@Component
@Transactional(readOnly = true)
class SubjectTypes {
    private final DSLContext db;
    private final Lists lists;
    private final Map<String, Listing> listings = new LinkedHashMap<>();
    private final Map<String, SubjectType> declared = new LinkedHashMap<>();

    SubjectTypes(DSLContext db, Lists lists, List<Listing> listings, List<SubjectType> declared) {
        this.db = db;
        this.lists = lists;
        listings.forEach(l -> this.listings.put(l.name(), l));
        declared.forEach(type -> this.declared.put(type.name(), type));
    }

    Set<String> names() {
        var names = new TreeSet<>(listings.keySet());
        names.addAll(declared.keySet());
        return names;
    }

    @Nullable SubjectType declared(String name) {
        return declared.get(name);
    }

    @Nullable Listing listing(String name) {
        return listings.get(name);
    }

    boolean readableAsWhole(String name, Viewer viewer) {
        var type = declared.get(name);
        return type != null && type.asWhole().test(viewer);
    }

    boolean readable(String name, UUID id, Viewer viewer) {
        var type = declared.get(name);
        if (type != null) return type.readable().test(id, viewer);
        var listing = listings.get(name);
        if (listing == null) return false;
        var permission = listing.readPermission();
        return viewer.may(permission) && lists.reaches(listing, id, viewer, permission);
    }

    /** The type of a record, whoever asks; ids are of one record only. */
    Optional<String> typeOf(UUID id) {
        return names().stream().filter(name -> exists(name, id)).findFirst();
    }

    private boolean exists(String name, UUID id) {
        var type = declared.get(name);
        if (type != null) return type.exists().test(id);
        var listing = listings.get(name);
        return listing != null
                && db.fetchExists(
                        selectOne().from(listing.from()).where(listing.id().eq(id)));
    }
}

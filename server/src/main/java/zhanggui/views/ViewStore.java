package zhanggui.views;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static zhanggui.views.db.Tables.SHARED_ROLE;
import static zhanggui.views.db.Tables.SHARED_UNIT;
import static zhanggui.views.db.Tables.VIEW;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.people.Directory;

/** Saved views in PostgreSQL. */
@Repository
class ViewStore {
    private final DSLContext db;

    ViewStore(DSLContext db) {
        this.db = db;
    }

    /** Those of a list that somebody owns or that are shared with anybody, by name. */
    List<SavedView> of(String list, UUID owner) {
        var shared = VIEW.EVERYBODY
                .isTrue()
                .or(exists(selectOne().from(SHARED_UNIT).where(SHARED_UNIT.VIEW_ID.eq(VIEW.ID))))
                .or(exists(selectOne().from(SHARED_ROLE).where(SHARED_ROLE.VIEW_ID.eq(VIEW.ID))));
        return find(VIEW.LIST.eq(list).and(VIEW.OWNER_ID.eq(owner).or(shared)));
    }

    Optional<SavedView> byId(UUID id) {
        return find(VIEW.ID.eq(id)).stream().findFirst();
    }

    private List<SavedView> find(Condition which) {
        var owner = Directory.as("owner");
        var ownerName = owner.name().as("owner_name");
        var units = multiset(select(SHARED_UNIT.UNIT_ID).from(SHARED_UNIT).where(SHARED_UNIT.VIEW_ID.eq(VIEW.ID)))
                .convertFrom(r -> Set.copyOf(r.getValues(SHARED_UNIT.UNIT_ID)))
                .as("units");
        var roles = multiset(select(SHARED_ROLE.ROLE_ID).from(SHARED_ROLE).where(SHARED_ROLE.VIEW_ID.eq(VIEW.ID)))
                .convertFrom(r -> Set.copyOf(r.getValues(SHARED_ROLE.ROLE_ID)))
                .as("roles");
        return db.select(VIEW.asterisk(), ownerName, units, roles)
                .from(VIEW)
                .join(owner.table())
                .on(owner.id().eq(VIEW.OWNER_ID))
                .where(which)
                .orderBy(VIEW.NAME, VIEW.ID)
                .fetch(r -> new SavedView(
                        r.get(VIEW.ID),
                        r.get(VIEW.LIST),
                        r.get(VIEW.OWNER_ID),
                        r.get(ownerName),
                        r.get(VIEW.NAME),
                        query(r),
                        new Sharing(r.get(VIEW.EVERYBODY), r.get(units), r.get(roles)),
                        r.get(VIEW.VERSION)));
    }

    private static ViewQuery query(Record r) {
        return new ViewQuery(
                KeptJson.filter(r.get(VIEW.FILTER)),
                List.of(r.get(VIEW.SORT)),
                KeptJson.columns(r.get(VIEW.COLUMNS)),
                ViewQuery.Layout.valueOf(r.get(VIEW.LAYOUT)),
                r.get(VIEW.GROUP_BY));
    }

    int count(String list, UUID owner) {
        return db.fetchCount(VIEW, VIEW.LIST.eq(list), VIEW.OWNER_ID.eq(owner));
    }

    /** Whether somebody has another view of that name. */
    boolean isTaken(String name, String list, UUID owner, @Nullable UUID except) {
        var same = VIEW.OWNER_ID
                .eq(owner)
                .and(VIEW.LIST.eq(list))
                .and(lower(VIEW.NAME).eq(name.toLowerCase(Locale.ROOT)));
        return db.fetchExists(VIEW, except == null ? same : same.and(VIEW.ID.ne(except)));
    }

    UUID add(String list, UUID owner, String name, ViewQuery query, Sharing sharing) {
        var id = db.insertInto(VIEW)
                .set(VIEW.LIST, list)
                .set(VIEW.OWNER_ID, owner)
                .set(VIEW.NAME, name)
                .set(VIEW.FILTER, KeptJson.of(query.filter().toJson()))
                .set(VIEW.SORT, query.sort().toArray(String[]::new))
                .set(VIEW.COLUMNS, KeptJson.of(query.columns()))
                .set(VIEW.LAYOUT, query.layout().name())
                .set(VIEW.GROUP_BY, query.groupBy())
                .set(VIEW.EVERYBODY, sharing.everybody())
                .returningResult(VIEW.ID)
                .fetchSingle()
                .value1();
        share(id, sharing);
        return id;
    }

    /** Returns whether {@code version} was still current. */
    boolean change(UUID id, String name, ViewQuery query, Sharing sharing, int version) {
        var changed = db.update(VIEW)
                .set(VIEW.NAME, name)
                .set(VIEW.FILTER, KeptJson.of(query.filter().toJson()))
                .set(VIEW.SORT, query.sort().toArray(String[]::new))
                .set(VIEW.COLUMNS, KeptJson.of(query.columns()))
                .set(VIEW.LAYOUT, query.layout().name())
                .set(VIEW.GROUP_BY, query.groupBy())
                .set(VIEW.EVERYBODY, sharing.everybody())
                .set(VIEW.VERSION, version + 1)
                .where(VIEW.ID.eq(id), VIEW.VERSION.eq(version))
                .execute();
        if (changed == 0) return false;
        db.deleteFrom(SHARED_UNIT).where(SHARED_UNIT.VIEW_ID.eq(id)).execute();
        db.deleteFrom(SHARED_ROLE).where(SHARED_ROLE.VIEW_ID.eq(id)).execute();
        share(id, sharing);
        return true;
    }

    private void share(UUID id, Sharing sharing) {
        for (var unit : sharing.units()) {
            db.insertInto(SHARED_UNIT, SHARED_UNIT.VIEW_ID, SHARED_UNIT.UNIT_ID)
                    .values(id, unit)
                    .execute();
        }
        for (var role : sharing.roles()) {
            db.insertInto(SHARED_ROLE, SHARED_ROLE.VIEW_ID, SHARED_ROLE.ROLE_ID)
                    .values(id, role)
                    .execute();
        }
    }

    void remove(UUID id) {
        db.deleteFrom(VIEW).where(VIEW.ID.eq(id)).execute();
    }
}

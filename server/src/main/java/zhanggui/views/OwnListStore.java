package zhanggui.views;

import static zhanggui.views.db.Tables.OWN_LIST;
import static zhanggui.views.db.Tables.ROLE_OPENING;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** How people like their lists, and what they open with by role, in PostgreSQL. */
@Repository
class OwnListStore {
    private final DSLContext db;

    OwnListStore(DSLContext db) {
        this.db = db;
    }

    /** @param columns absent where the person never chose any */
    record OwnList(
            List<Tab> tabs,
            @Nullable List<ShownColumn> columns,
            @Nullable Opening opening) {
        static final OwnList NONE = new OwnList(List.of(), null, null);
    }

    OwnList find(UUID person, String list) {
        return db.selectFrom(OWN_LIST)
                .where(OWN_LIST.PERSON_ID.eq(person), OWN_LIST.LIST.eq(list))
                .fetchOptional(r -> new OwnList(
                        KeptJson.tabs(r.getTabs()),
                        r.getColumns() == null ? null : KeptJson.columns(r.getColumns()),
                        Opening.of(r.getOpeningKey(), r.getOpeningId())))
                .orElse(OwnList.NONE);
    }

    void setTabs(UUID person, String list, List<Tab> tabs) {
        set(person, list, Map.of(OWN_LIST.TABS, KeptJson.of(tabs)));
    }

    void setColumns(UUID person, String list, @Nullable List<ShownColumn> columns) {
        var values = new HashMap<Field<?>, @Nullable Object>();
        values.put(OWN_LIST.COLUMNS, columns == null ? null : KeptJson.of(columns));
        set(person, list, values);
    }

    void setOpening(UUID person, String list, @Nullable Opening opening) {
        var values = new HashMap<Field<?>, @Nullable Object>();
        values.put(OWN_LIST.OPENING_KEY, opening == null ? null : opening.key());
        values.put(OWN_LIST.OPENING_ID, opening == null ? null : opening.view());
        set(person, list, values);
    }

    private void set(UUID person, String list, Map<? extends Field<?>, ?> values) {
        db.insertInto(OWN_LIST)
                .set(OWN_LIST.PERSON_ID, person)
                .set(OWN_LIST.LIST, list)
                .set(values)
                .onConflict(OWN_LIST.PERSON_ID, OWN_LIST.LIST)
                .doUpdate()
                .set(values)
                .execute();
    }

    /** What a list opens with, by role. */
    Map<UUID, Opening> byRole(String list) {
        var byRole = new HashMap<UUID, Opening>();
        db.selectFrom(ROLE_OPENING)
                .where(ROLE_OPENING.LIST.eq(list))
                .forEach(r -> byRole.put(r.getRoleId(), new Opening(r.getOpeningKey(), r.getOpeningId())));
        return byRole;
    }

    void setOpeningOf(UUID role, String list, @Nullable Opening opening) {
        db.deleteFrom(ROLE_OPENING)
                .where(ROLE_OPENING.ROLE_ID.eq(role), ROLE_OPENING.LIST.eq(list))
                .execute();
        if (opening == null) return;
        db.insertInto(ROLE_OPENING)
                .set(ROLE_OPENING.ROLE_ID, role)
                .set(ROLE_OPENING.LIST, list)
                .set(ROLE_OPENING.OPENING_KEY, opening.key())
                .set(ROLE_OPENING.OPENING_ID, opening.view())
                .execute();
    }
}

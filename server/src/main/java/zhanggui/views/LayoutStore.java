package zhanggui.views;

import static org.jooq.impl.DSL.val;
import static zhanggui.views.db.Tables.LAYOUT;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.views.FormLayout.Section;
import zhanggui.views.db.tables.records.LayoutRecord;

/** Layouts of forms in PostgreSQL. */
@Repository
class LayoutStore {
    private final DSLContext db;
    private final JsonMapper mapper;

    LayoutStore(DSLContext db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /** Of one form: everybody's first, then those of roles. */
    List<FormLayout> of(String list) {
        return db.selectFrom(LAYOUT)
                .where(LAYOUT.LIST.eq(list))
                .orderBy(LAYOUT.ROLE_ID.asc().nullsFirst())
                .fetch(this::read);
    }

    /** Until the transaction is over nobody else changes layouts of this form. */
    Optional<FormLayout> locked(String list, @Nullable UUID role) {
        db.execute("select pg_advisory_xact_lock(hashtextextended({0}, 0))", val("layouts of " + list));
        return db.selectFrom(LAYOUT).where(LAYOUT.LIST.eq(list), of(role)).fetchOptional(this::read);
    }

    void save(String list, FormLayout layout) {
        var sections = JSONB.valueOf(mapper.writeValueAsString(layout.sections()));
        var hidden = layout.hidden().toArray(String[]::new);
        db.insertInto(LAYOUT)
                .set(LAYOUT.LIST, list)
                .set(LAYOUT.ROLE_ID, layout.role())
                .set(LAYOUT.SECTIONS, sections)
                .set(LAYOUT.HIDDEN, hidden)
                .onConflict(LAYOUT.LIST, LAYOUT.ROLE_ID)
                .doUpdate()
                .set(LAYOUT.SECTIONS, sections)
                .set(LAYOUT.HIDDEN, hidden)
                .set(LAYOUT.VERSION, LAYOUT.VERSION.plus(1))
                .execute();
    }

    void remove(String list, @Nullable UUID role) {
        db.deleteFrom(LAYOUT).where(LAYOUT.LIST.eq(list), of(role)).execute();
    }

    private static Condition of(@Nullable UUID role) {
        return role == null ? LAYOUT.ROLE_ID.isNull() : LAYOUT.ROLE_ID.eq(role);
    }

    private FormLayout read(LayoutRecord r) {
        return new FormLayout(
                r.getRoleId(),
                mapper.readValue(r.getSections().data(), new TypeReference<List<Section>>() {}),
                List.of(r.getHidden()),
                r.getVersion());
    }
}

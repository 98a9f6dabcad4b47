package zhanggui.reorganisations;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static zhanggui.reorganisations.db.Tables.DRAFT;
import static zhanggui.reorganisations.db.Tables.STEP;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.listings.Page.Reference;
import zhanggui.people.Directory;

/** Drafts and their steps in PostgreSQL. */
@Repository
class DraftStore {
    private static final int MOST = 500;
    private final DSLContext db;
    private final JsonMapper mapper;

    DraftStore(DSLContext db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /** A draft without its steps. */
    record Kept(
            UUID id,
            String name,
            LocalDate day,
            DraftState state,
            int version,
            int steps,
            Reference createdBy,
            Instant createdAt,
            @Nullable Reference endedBy,
            @Nullable Instant endedAt) {}

    UUID add(String name, LocalDate day, UUID by) {
        return db.insertInto(DRAFT)
                .set(DRAFT.NAME, name)
                .set(DRAFT.DAY, day)
                .set(DRAFT.CREATED_BY, by)
                .returningResult(DRAFT.ID)
                .fetchSingle()
                .value1();
    }

    /** Those not done with first, then the latest. */
    List<Kept> all() {
        return kept(DSL.trueCondition());
    }

    Optional<Kept> find(UUID id) {
        return kept(DRAFT.ID.eq(id)).stream().findFirst();
    }

    /** The same, while nobody else can change it. */
    Optional<Kept> locked(UUID id) {
        db.select(DRAFT.ID).from(DRAFT).where(DRAFT.ID.eq(id)).forUpdate().fetch();
        return find(id);
    }

    private List<Kept> kept(Condition which) {
        var maker = Directory.as("maker");
        var ender = Directory.as("ender");
        var steps = field(select(count()).from(STEP).where(STEP.DRAFT_ID.eq(DRAFT.ID)));
        return db.select(
                        DRAFT.asterisk(), maker.name().as("maker"), ender.name().as("ender"), steps.as("steps"))
                .from(DRAFT)
                .join(maker.table())
                .on(maker.id().eq(DRAFT.CREATED_BY))
                .leftJoin(ender.table())
                .on(ender.id().eq(DRAFT.ENDED_BY))
                .where(which)
                .orderBy(DRAFT.STATE.eq(DraftState.DRAFT.name()).desc(), DRAFT.CREATED_AT.desc(), DRAFT.ID.desc())
                .limit(MOST)
                .fetch(row -> {
                    var r = row.into(DRAFT);
                    return new Kept(
                            r.getId(),
                            r.getName(),
                            r.getDay(),
                            DraftState.valueOf(r.getState()),
                            r.getVersion(),
                            row.get("steps", Integer.class),
                            new Reference(r.getCreatedBy(), row.get("maker", String.class)),
                            r.getCreatedAt().toInstant(),
                            r.getEndedBy() == null
                                    ? null
                                    : new Reference(r.getEndedBy(), row.get("ender", String.class)),
                            instant(r.getEndedAt()));
                });
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    List<Step> steps(UUID draft) {
        return db.select(STEP.WHAT)
                .from(STEP)
                .where(STEP.DRAFT_ID.eq(draft))
                .orderBy(STEP.PLACE)
                .fetch(r -> mapper.readValue(r.value1().data(), Step.class));
    }

    void add(UUID draft, Step step) {
        db.insertInto(STEP)
                .set(STEP.ID, step.id())
                .set(STEP.DRAFT_ID, draft)
                .set(
                        STEP.PLACE,
                        field(select(coalesce(max(STEP.PLACE), val(0)).plus(1))
                                .from(STEP)
                                .where(STEP.DRAFT_ID.eq(draft))))
                .set(STEP.WHAT, json(step))
                .execute();
    }

    void replace(Step step) {
        db.update(STEP).set(STEP.WHAT, json(step)).where(STEP.ID.eq(step.id())).execute();
    }

    void remove(UUID draft, UUID step) {
        db.deleteFrom(STEP).where(STEP.DRAFT_ID.eq(draft), STEP.ID.eq(step)).execute();
    }

    void touch(UUID draft) {
        db.update(DRAFT)
                .set(DRAFT.VERSION, DRAFT.VERSION.plus(1))
                .where(DRAFT.ID.eq(draft))
                .execute();
    }

    void change(UUID draft, String name, LocalDate day) {
        db.update(DRAFT)
                .set(DRAFT.NAME, name)
                .set(DRAFT.DAY, day)
                .where(DRAFT.ID.eq(draft))
                .execute();
        touch(draft);
    }

    void end(UUID draft, DraftState state, UUID by) {
        db.update(DRAFT)
                .set(DRAFT.STATE, state.name())
                .set(DRAFT.ENDED_BY, by)
                .set(DRAFT.ENDED_AT, currentOffsetDateTime())
                .where(DRAFT.ID.eq(draft))
                .execute();
        touch(draft);
    }

    Map<UUID, String> names(Collection<UUID> people) {
        var person = Directory.as("person");
        return db.select(person.id(), person.name())
                .from(person.table())
                .where(person.id().eq(DSL.any(people.toArray(UUID[]::new))))
                .fetchMap(person.id(), person.name());
    }

    private JSONB json(Step step) {
        return JSONB.valueOf(mapper.writeValueAsString(step));
    }
}

package zhanggui.handovers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static zhanggui.handovers.db.Tables.HANDOVER;
import static zhanggui.handovers.db.Tables.ITEM;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.access.Viewer;
import zhanggui.handovers.HandoverView.ItemState;
import zhanggui.listings.Page.Reference;
import zhanggui.people.Directory;
import zhanggui.people.Holding.Held;

/** Hand-overs and what belongs to them, in PostgreSQL. */
@Repository
class HandoverStore {
    private static final Directory.People PERSON = Directory.as("person");
    private final DSLContext db;

    HandoverStore(DSLContext db) {
        this.db = db;
    }

    record Leaver(Reference person, @Nullable LocalDate leftOn) {}

    /** A record that is to move. */
    record Item(int place, String kind, UUID record, UUID heir) {}

    /** What one person got of one kind. */
    record Share(Reference heir, String kind, int moved, int skipped, int waiting) {}

    record Kept(UUID id, String number, Reference leaver, String reason, HandoverState state, int total) {}

    Optional<Leaver> leaver(UUID id) {
        return db.select(PERSON.name(), PERSON.leftOn())
                .from(PERSON.table())
                .where(PERSON.id().eq(id))
                .fetchOptional(r -> new Leaver(new Reference(id, r.value1()), r.value2()));
    }

    Map<UUID, String> names(Collection<UUID> people) {
        return db.select(PERSON.id(), PERSON.name())
                .from(PERSON.table())
                .where(PERSON.id().eq(any(people.toArray(UUID[]::new))))
                .orderBy(PERSON.name(), PERSON.id())
                .fetchMap(PERSON.id(), PERSON.name());
    }

    UUID add(Plan.Start start, int total, UUID by) {
        var over = total == 0;
        return db.insertInto(HANDOVER)
                .set(HANDOVER.LEAVER_ID, start.plan().leaver())
                .set(HANDOVER.REASON, start.reason().strip())
                .set(HANDOVER.LEFT_ON, start.leftOn())
                .set(HANDOVER.BLOCKED, start.block())
                .set(HANDOVER.STATE, (over ? HandoverState.DONE : HandoverState.RUNNING).name())
                .set(HANDOVER.TOTAL, total)
                .set(HANDOVER.CREATED_BY, by)
                .set(HANDOVER.ENDED_AT, over ? currentOffsetDateTime() : val(null, HANDOVER.ENDED_AT))
                .returningResult(HANDOVER.ID)
                .fetchSingle()
                .value1();
    }

    void addItems(UUID handover, List<Portion> portions) {
        var kinds = new ArrayList<String>();
        var records = new ArrayList<UUID>();
        var names = new ArrayList<String>();
        var heirs = new ArrayList<UUID>();
        for (var portion : portions) {
            for (Held held : portion.moving()) {
                kinds.add(portion.kind().name());
                records.add(held.id());
                names.add(held.name());
                heirs.add(Objects.requireNonNull(portion.heirs().get(held.id())));
            }
        }
        db.execute(
                """
                insert into handovers.item (handover_id, place, kind, record_id, name, heir_id)
                select {0}, v.place, v.kind, v.record, v.name, v.heir
                from unnest({1}::text[], {2}::uuid[], {3}::text[], {4}::uuid[])
                  with ordinality as v (kind, record, name, heir, place)""",
                val(handover),
                val(kinds.toArray(String[]::new)),
                val(records.toArray(UUID[]::new)),
                val(names.toArray(String[]::new)),
                val(heirs.toArray(UUID[]::new)));
    }

    void run(UUID handover, UUID job) {
        db.update(HANDOVER)
                .set(HANDOVER.JOB_ID, job)
                .set(HANDOVER.STATE, HandoverState.RUNNING.name())
                .setNull(HANDOVER.ENDED_AT)
                .setNull(HANDOVER.MESSAGE)
                .where(HANDOVER.ID.eq(handover))
                .execute();
    }

    /** Locked until the transaction ends. */
    Optional<Kept> locked(UUID handover) {
        return db.select(HANDOVER.NUMBER, HANDOVER.LEAVER_ID, HANDOVER.REASON, HANDOVER.STATE, HANDOVER.TOTAL)
                .from(HANDOVER)
                .where(HANDOVER.ID.eq(handover))
                .forUpdate()
                .fetchOptional(r -> new Kept(
                        handover,
                        r.value1(),
                        leaver(r.value2()).orElseThrow().person(),
                        r.value3(),
                        HandoverState.valueOf(r.value4()),
                        r.value5()));
    }

    /** Those that come next, of one kind. */
    List<Item> next(UUID handover, int most) {
        var all = db.select(ITEM.PLACE, ITEM.KIND, ITEM.RECORD_ID, ITEM.HEIR_ID)
                .from(ITEM)
                .where(ITEM.HANDOVER_ID.eq(handover), ITEM.STATE.eq(ItemState.WAITING.name()))
                .orderBy(ITEM.PLACE)
                .limit(most)
                .fetch(r -> new Item(r.value1(), r.value2(), r.value3(), r.value4()));
        return all.stream()
                .filter(item -> item.kind().equals(all.getFirst().kind()))
                .toList();
    }

    /** @param stayed why records stayed; the others moved */
    void settle(UUID handover, List<Item> items, Map<UUID, String> stayed) {
        db.execute(
                """
                update handovers.item i set reason = v.reason,
                  state = case when v.reason is null then 'MOVED' else 'SKIPPED' end
                from unnest({1}::int[], {2}::text[]) as v (place, reason)
                where i.handover_id = {0} and i.place = v.place""",
                val(handover),
                val(items.stream().map(Item::place).toArray(Integer[]::new)),
                val(items.stream().map(i -> stayed.get(i.record())).toArray(String[]::new)));
        db.update(HANDOVER)
                .set(HANDOVER.MOVED, HANDOVER.MOVED.plus(items.size() - stayed.size()))
                .set(HANDOVER.SKIPPED, HANDOVER.SKIPPED.plus(stayed.size()))
                .where(HANDOVER.ID.eq(handover))
                .execute();
    }

    int settled(UUID handover) {
        return db.fetchCount(ITEM, ITEM.HANDOVER_ID.eq(handover).and(ITEM.STATE.ne(ItemState.WAITING.name())));
    }

    void end(UUID handover, HandoverState state, @Nullable String message) {
        db.update(HANDOVER)
                .set(HANDOVER.STATE, state.name())
                .set(HANDOVER.MESSAGE, message)
                .set(HANDOVER.ENDED_AT, currentOffsetDateTime())
                .where(HANDOVER.ID.eq(handover), HANDOVER.STATE.eq(HandoverState.RUNNING.name()))
                .execute();
    }

    /** It had come to its end when it was stopped. */
    void nothingLeft(UUID handover) {
        db.update(HANDOVER)
                .set(HANDOVER.STATE, HandoverState.DONE.name())
                .setNull(HANDOVER.MESSAGE)
                .where(HANDOVER.ID.eq(handover))
                .execute();
    }

    Optional<HandoverView> view(UUID id, Viewer viewer) {
        var leaver = HandoverList.LEAVER;
        var doer = HandoverList.DOER;
        return db.select(
                        HANDOVER.asterisk(),
                        leaver.name().as("leaver_name"),
                        doer.name().as("doer_name"))
                .from(HANDOVER)
                .join(leaver.table())
                .on(leaver.id().eq(HANDOVER.LEAVER_ID))
                .join(doer.table())
                .on(doer.id().eq(HANDOVER.CREATED_BY))
                .where(HANDOVER.ID.eq(id), HandoverList.SCOPE.of(viewer, "handovers:read"))
                .fetchOptional(row -> {
                    var r = row.into(HANDOVER);
                    var state = HandoverState.valueOf(r.getState());
                    return new HandoverView(
                            id,
                            r.getNumber(),
                            new Reference(r.getLeaverId(), row.get("leaver_name", String.class)),
                            r.getReason(),
                            r.getLeftOn(),
                            r.getBlocked(),
                            state,
                            r.getJobId(),
                            r.getMessage(),
                            r.getTotal(),
                            r.getMoved(),
                            r.getSkipped(),
                            new Reference(r.getCreatedBy(), row.get("doer_name", String.class)),
                            r.getCreatedAt().toInstant(),
                            r.getEndedAt() == null ? null : r.getEndedAt().toInstant(),
                            List.of(),
                            (state == HandoverState.FAILED || state == HandoverState.CANCELLED)
                                    && viewer.may("handovers:run", r.getLeaverId()));
                });
    }

    List<Share> shares(UUID handover) {
        var found = new LinkedHashMap<List<Object>, int[]>();
        var names = new LinkedHashMap<UUID, String>();
        db.select(ITEM.HEIR_ID, PERSON.name(), ITEM.KIND, ITEM.STATE, count())
                .from(ITEM)
                .join(PERSON.table())
                .on(PERSON.id().eq(ITEM.HEIR_ID))
                .where(ITEM.HANDOVER_ID.eq(handover))
                .groupBy(ITEM.HEIR_ID, PERSON.name(), ITEM.KIND, ITEM.STATE)
                .orderBy(PERSON.name(), ITEM.HEIR_ID, ITEM.KIND)
                .forEach(r -> {
                    names.put(r.value1(), r.value2());
                    var counts = found.computeIfAbsent(List.of(r.value1(), r.value3()), k -> new int[3]);
                    counts[ItemState.valueOf(r.value4()).ordinal()] += r.value5();
                });
        var shares = new ArrayList<Share>();
        found.forEach((key, counts) -> {
            var heir = (UUID) key.getFirst();
            shares.add(new Share(
                    new Reference(heir, names.get(heir)), (String) key.getLast(), counts[1], counts[2], counts[0]));
        });
        return shares;
    }

    record Row(
            int place,
            String kind,
            UUID record,
            String name,
            Reference heir,
            ItemState state,
            @Nullable String reason) {}

    List<Row> items(UUID handover, @Nullable ItemState state, int page, int size) {
        return db.select(
                        ITEM.PLACE,
                        ITEM.KIND,
                        ITEM.RECORD_ID,
                        ITEM.NAME,
                        ITEM.HEIR_ID,
                        PERSON.name(),
                        ITEM.STATE,
                        ITEM.REASON)
                .from(ITEM)
                .join(PERSON.table())
                .on(PERSON.id().eq(ITEM.HEIR_ID))
                .where(ITEM.HANDOVER_ID.eq(handover))
                .and(state == null ? noCondition() : ITEM.STATE.eq(state.name()))
                .orderBy(ITEM.PLACE)
                .limit(size)
                .offset((page - 1) * size)
                .fetch(r -> new Row(
                        r.value1(),
                        r.value2(),
                        r.value3(),
                        r.value4(),
                        new Reference(r.value5(), r.value6()),
                        ItemState.valueOf(r.value7()),
                        r.value8()));
    }

    int number(UUID handover, @Nullable ItemState state) {
        return db.fetchCount(
                ITEM, ITEM.HANDOVER_ID.eq(handover).and(state == null ? noCondition() : ITEM.STATE.eq(state.name())));
    }
}

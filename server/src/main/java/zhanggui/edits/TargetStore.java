package zhanggui.edits;

import static zhanggui.edits.db.Tables.TARGET;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.audit.Records;
import zhanggui.listings.Listing;

/** What bulk actions are for, and what became of each, in PostgreSQL. */
@Repository
class TargetStore {
    private final DSLContext db;

    TargetStore(DSLContext db) {
        this.db = db;
    }

    enum Outcome {
        DONE,
        UNCHANGED,
        REFUSED
    }

    record Target(UUID id, UUID record, String title) {}

    /** @param unchanged those that were as wanted already */
    record Tally(int done, int unchanged, int refused) {
        int all() {
            return done + unchanged + refused;
        }
    }

    /** The names of records; of rows that are none, what stands first in the list. */
    Map<UUID, String> titles(Listing list, List<UUID> ids, Records records) {
        if (list.title() != null) return records.titles(list.name(), ids);
        var first = list.columns().getFirst().value().cast(String.class);
        return db.select(list.id(), first)
                .from(list.from())
                .where(list.id().eq(DSL.any(ids.toArray(UUID[]::new))))
                .fetchMap(list.id(), first);
    }

    void add(UUID job, String list, List<UUID> records, Map<UUID, String> titles, UUID owner) {
        var names = records.stream().map(id -> titles.getOrDefault(id, "")).toArray(String[]::new);
        db.execute(
                "insert into edits.target (job_id, position, owner_id, list, record_id, title)"
                        + " select {0}, (t.n - 1)::int, {1}, {2}, t.id, t.name"
                        + " from unnest({3}::uuid[], {4}::text[]) with ordinality as t (id, name, n)",
                DSL.val(job), DSL.val(owner), DSL.val(list), DSL.val(records.toArray(UUID[]::new)), DSL.val(names));
    }

    int count(UUID job) {
        return db.fetchCount(TARGET, TARGET.JOB_ID.eq(job));
    }

    /** Those of which nothing is known yet, in their order. */
    List<Target> waiting(UUID job, int most) {
        return db.select(TARGET.ID, TARGET.RECORD_ID, TARGET.TITLE)
                .from(TARGET)
                .where(TARGET.JOB_ID.eq(job), TARGET.OUTCOME.isNull())
                .orderBy(TARGET.POSITION)
                .limit(most)
                .fetch(r -> new Target(r.value1(), r.value2(), r.value3()));
    }

    /** Returns whether nobody had said so before, such as a server that was thought dead. */
    boolean say(UUID target, Outcome outcome, @Nullable String message) {
        return db.update(TARGET)
                        .set(TARGET.OUTCOME, outcome.name())
                        .set(TARGET.MESSAGE, message)
                        .where(TARGET.ID.eq(target), TARGET.OUTCOME.isNull())
                        .execute()
                > 0;
    }

    Tally tally(UUID job) {
        var counts = db.select(TARGET.OUTCOME, DSL.count())
                .from(TARGET)
                .where(TARGET.JOB_ID.eq(job), TARGET.OUTCOME.isNotNull())
                .groupBy(TARGET.OUTCOME)
                .fetchMap(r -> Outcome.valueOf(r.value1()), r -> r.value2());
        return new Tally(
                counts.getOrDefault(Outcome.DONE, 0),
                counts.getOrDefault(Outcome.UNCHANGED, 0),
                counts.getOrDefault(Outcome.REFUSED, 0));
    }

    void forget(Instant before) {
        db.deleteFrom(TARGET)
                .where(TARGET.AT.lt(before.atOffset(ZoneOffset.UTC)))
                .execute();
    }
}

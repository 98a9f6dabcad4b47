package zhanggui.jobs;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static zhanggui.jobs.db.Tables.JOB;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.access.Viewer;
import zhanggui.jobs.db.tables.records.JobRecord;
import zhanggui.texts.Language;

/** Jobs in PostgreSQL. */
@Repository
class JobStore {
    private static final Condition UNFINISHED = JOB.STATE.in(Job.State.WAITING.name(), Job.State.RUNNING.name());
    private static final int MOST = 50;
    private final DSLContext db;
    private final JsonMapper mapper;

    JobStore(DSLContext db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /** What the runner needs beside what people see. */
    record Asked(Job job, JsonNode input, Language language) {}

    UUID add(String kind, String title, Object input, Viewer owner) {
        return db.insertInto(JOB)
                .set(JOB.KIND, kind)
                .set(JOB.TITLE, title)
                .set(JOB.OWNER_ID, owner.id())
                .set(JOB.OWNER_NAME, owner.name())
                .set(JOB.LANGUAGE, owner.language().tag())
                .set(JOB.INPUT, JSONB.valueOf(mapper.writeValueAsString(input)))
                .returningResult(JOB.ID)
                .fetchSingle()
                .value1();
    }

    Optional<Job> find(UUID id, Condition scope) {
        return db.selectFrom(JOB).where(JOB.ID.eq(id)).and(scope).fetchOptional(this::job);
    }

    List<Job> unfinished(Condition scope) {
        return db.selectFrom(JOB)
                .where(UNFINISHED)
                .and(scope)
                .orderBy(JOB.ID)
                .limit(MOST)
                .fetch(this::job);
    }

    Optional<Asked> asked(UUID id) {
        return db.selectFrom(JOB)
                .where(JOB.ID.eq(id))
                .fetchOptional(
                        r -> new Asked(job(r), mapper.readTree(r.getInput().data()), Language.of(r.getLanguage())));
    }

    /** Returns whether it is still to be done. */
    boolean begin(UUID id) {
        return db.update(JOB)
                        .set(JOB.STATE, Job.State.RUNNING.name())
                        .set(JOB.STARTED_AT, currentOffsetDateTime())
                        .set(JOB.DONE, 0L)
                        .where(JOB.ID.eq(id), UNFINISHED)
                        .execute()
                == 1;
    }

    /** Returns whether the job was asked to stop. Its own transaction: others see it while the work goes on. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean progress(UUID id, long done, long total) {
        return db.update(JOB)
                .set(JOB.DONE, done)
                .set(JOB.TOTAL, total)
                .where(JOB.ID.eq(id))
                .returningResult(JOB.CANCEL_REQUESTED)
                .fetchSingle()
                .value1();
    }

    /** Returns whether it was not over before: a job ends once, whoever runs it. */
    boolean end(UUID id, Job.State state, @Nullable String message, @Nullable Object result) {
        return db.update(JOB)
                        .set(JOB.STATE, state.name())
                        .set(JOB.MESSAGE, message)
                        .set(JOB.RESULT, result == null ? null : JSONB.valueOf(mapper.writeValueAsString(result)))
                        .set(JOB.FINISHED_AT, currentOffsetDateTime())
                        .where(JOB.ID.eq(id), UNFINISHED)
                        .execute()
                == 1;
    }

    /** Returns whether it was not over before. */
    boolean requestCancel(UUID id) {
        return db.update(JOB)
                        .set(JOB.CANCEL_REQUESTED, true)
                        .where(JOB.ID.eq(id), UNFINISHED)
                        .execute()
                == 1;
    }

    private Job job(JobRecord r) {
        return new Job(
                r.getId(),
                r.getKind(),
                r.getTitle(),
                r.getOwnerId(),
                r.getOwnerName(),
                Job.State.valueOf(r.getState()),
                r.getDone(),
                r.getTotal(),
                r.getCancelRequested(),
                r.getMessage(),
                r.getResult() == null ? null : mapper.readTree(r.getResult().data()),
                r.getCreatedAt().toInstant(),
                instant(r.getFinishedAt()),
                false);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

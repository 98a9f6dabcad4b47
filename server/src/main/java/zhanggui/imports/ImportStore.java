package zhanggui.imports;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static zhanggui.imports.db.Tables.FILE;
import static zhanggui.imports.db.Tables.IMPORT;
import static zhanggui.imports.db.Tables.ROW;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import zhanggui.access.Viewer;
import zhanggui.imports.Import.State;
import zhanggui.imports.files.Layout;
import zhanggui.problems.Refused;

/** Imports and their files in PostgreSQL. */
@Repository
class ImportStore {
    private static final Field<Boolean> FILE_PRESENT =
            field(exists(selectOne().from(FILE).where(FILE.IMPORT_ID.eq(IMPORT.ID))));
    private static final Condition QUIET = IMPORT.STATE.notIn(State.CHECKING.name(), State.RUNNING.name());
    private final DSLContext db;
    private final JsonMapper mapper;

    ImportStore(DSLContext db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    UUID add(String kind, String fileName, byte[] content, Examination.Examined examined, Viewer owner) {
        var id = db.insertInto(IMPORT)
                .set(IMPORT.KIND, kind)
                .set(IMPORT.FILE_NAME, fileName)
                .set(IMPORT.OWNER_ID, owner.id())
                .set(IMPORT.OWNER_NAME, owner.name())
                .set(IMPORT.LAYOUT, json(examined.layout()))
                .set(IMPORT.SPEC, json(examined.spec()))
                .set(IMPORT.FINDINGS, json(examined.findings()))
                .set(IMPORT.ROW_COUNT, examined.findings().rowCount())
                .returningResult(IMPORT.ID)
                .fetchSingle()
                .value1();
        db.insertInto(FILE).set(FILE.IMPORT_ID, id).set(FILE.CONTENT, content).execute();
        return id;
    }

    Optional<Import> find(UUID id, Condition visible) {
        return db.select(IMPORT.fields())
                .select(FILE_PRESENT)
                .from(IMPORT)
                .where(IMPORT.ID.eq(id))
                .and(visible)
                .fetchOptional(this::read);
    }

    byte[] content(UUID id) {
        return db.select(FILE.CONTENT)
                .from(FILE)
                .where(FILE.IMPORT_ID.eq(id))
                .fetchOptional(FILE.CONTENT)
                .orElseThrow(() -> Refused.because(ImportReasons.FILE_DROPPED));
    }

    /** Returns whether it was still the same version, and nothing was running. */
    boolean change(UUID id, int version, Examination.Examined examined) {
        db.deleteFrom(ROW).where(ROW.IMPORT_ID.eq(id)).execute();
        return db.update(IMPORT)
                        .set(IMPORT.STATE, State.UPLOADED.name())
                        .set(IMPORT.LAYOUT, json(examined.layout()))
                        .set(IMPORT.SPEC, json(examined.spec()))
                        .set(IMPORT.FINDINGS, json(examined.findings()))
                        .set(IMPORT.ROW_COUNT, examined.findings().rowCount())
                        .set(IMPORT.VERSION, IMPORT.VERSION.plus(1))
                        .setNull(IMPORT.MESSAGE)
                        .setNull(IMPORT.CREATED)
                        .setNull(IMPORT.UPDATED)
                        .setNull(IMPORT.SKIPPED)
                        .setNull(IMPORT.REFUSED)
                        .setNull(IMPORT.SECONDS)
                        .where(IMPORT.ID.eq(id), IMPORT.VERSION.eq(version), QUIET)
                        .execute()
                == 1;
    }

    /** Returns whether nothing was running. */
    boolean begin(UUID id, State state) {
        return db.update(IMPORT)
                        .set(IMPORT.STATE, state.name())
                        .setNull(IMPORT.MESSAGE)
                        .setNull(IMPORT.FINISHED_AT)
                        .where(IMPORT.ID.eq(id), QUIET, IMPORT.STATE.ne(State.DONE.name()))
                        .execute()
                == 1;
    }

    void job(UUID id, UUID job) {
        db.update(IMPORT).set(IMPORT.JOB_ID, job).where(IMPORT.ID.eq(id)).execute();
    }

    /** Waits until no other server works on this import; until the end of the transaction. */
    void alone(UUID id) {
        db.select(field("pg_advisory_xact_lock(hashtextextended({0}, 1))", val(id.toString())))
                .fetch();
    }

    void report(UUID id, State state, ImportReport report, List<RowOutcome> rows) {
        db.update(IMPORT)
                .set(IMPORT.STATE, state.name())
                .set(IMPORT.CREATED, report.created())
                .set(IMPORT.UPDATED, report.updated())
                .set(IMPORT.SKIPPED, report.skipped())
                .set(IMPORT.REFUSED, report.refused())
                .set(IMPORT.SECONDS, report.seconds())
                .set(IMPORT.FINISHED_AT, state == State.DONE ? currentOffsetDateTime() : null)
                .where(IMPORT.ID.eq(id))
                .execute();
        db.deleteFrom(ROW).where(ROW.IMPORT_ID.eq(id)).execute();
        for (int i = 0; i < rows.size(); i += Pass.CHUNK) {
            var insert = db.insertInto(ROW, ROW.IMPORT_ID, ROW.LINE, ROW.OUTCOME, ROW.PROBLEMS, ROW.CELLS);
            for (var row : rows.subList(i, Math.min(rows.size(), i + Pass.CHUNK))) {
                insert = insert.values(id, row.line(), row.kind().name(), json(row.problems()), json(row.cells()));
            }
            insert.execute();
        }
    }

    /** When its job did not come to its end. */
    void ended(UUID id, UUID job, State state, @Nullable String message) {
        db.update(IMPORT)
                .set(IMPORT.STATE, state.name())
                .set(IMPORT.MESSAGE, message)
                .set(IMPORT.FINISHED_AT, currentOffsetDateTime())
                .where(IMPORT.ID.eq(id), IMPORT.JOB_ID.eq(job), QUIET.not())
                .execute();
    }

    /** Returns whether nothing was running. */
    boolean remove(UUID id) {
        return db.deleteFrom(IMPORT).where(IMPORT.ID.eq(id), QUIET).execute() == 1;
    }

    /** Drops files and rows of what ended, or was last heard of, before so many days. */
    int dropFiles(int days) {
        var old = db.select(IMPORT.ID)
                .from(IMPORT)
                .where(QUIET)
                .and(condition(
                        "coalesce({0}, {1}) < now() - make_interval(days => {2})",
                        IMPORT.FINISHED_AT, IMPORT.CREATED_AT, val(days)));
        db.deleteFrom(ROW).where(ROW.IMPORT_ID.in(old)).execute();
        return db.deleteFrom(FILE).where(FILE.IMPORT_ID.in(old)).execute();
    }

    private Import read(Record r) {
        var finished = r.get(IMPORT.FINISHED_AT);
        return new Import(
                r.get(IMPORT.ID),
                r.get(IMPORT.KIND),
                r.get(IMPORT.FILE_NAME),
                r.get(IMPORT.OWNER_ID),
                r.get(IMPORT.OWNER_NAME),
                State.valueOf(r.get(IMPORT.STATE)),
                mapper.readValue(r.get(IMPORT.LAYOUT).data(), Layout.class),
                mapper.readValue(r.get(IMPORT.SPEC).data(), Spec.class),
                mapper.readValue(r.get(IMPORT.FINDINGS).data(), Findings.class),
                r.get(IMPORT.JOB_ID),
                r.get(IMPORT.MESSAGE),
                readReport(r),
                r.get(IMPORT.VERSION),
                r.get(IMPORT.CREATED_AT).toInstant(),
                finished == null ? null : finished.toInstant(),
                r.get(FILE_PRESENT));
    }

    private static @Nullable ImportReport readReport(Record r) {
        return r.get(IMPORT.CREATED) == null
                ? null
                : new ImportReport(
                        r.get(IMPORT.CREATED),
                        r.get(IMPORT.UPDATED),
                        r.get(IMPORT.SKIPPED),
                        r.get(IMPORT.REFUSED),
                        r.get(IMPORT.ROW_COUNT),
                        r.get(IMPORT.SECONDS),
                        r.get(IMPORT.STATE).equals(State.DONE.name()));
    }

    private JSONB json(Object value) {
        return JSONB.valueOf(mapper.writeValueAsString(value));
    }
}

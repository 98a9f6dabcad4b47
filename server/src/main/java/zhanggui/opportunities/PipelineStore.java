package zhanggui.opportunities;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;
import static zhanggui.opportunities.db.Tables.OPPORTUNITY;
import static zhanggui.opportunities.db.Tables.PIPELINE;
import static zhanggui.opportunities.db.Tables.STAGE;
import static zhanggui.opportunities.db.Tables.STAGE_SPAN;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import zhanggui.database.Once;
import zhanggui.opportunities.db.tables.records.StageRecord;

/** Pipelines and stages in PostgreSQL. */
@Repository
class PipelineStore {
    private static final String ALL = "opportunities.pipelines";
    private final DSLContext db;
    private final Once once;

    PipelineStore(DSLContext db, Once once) {
        this.db = db;
        this.once = once;
    }

    boolean exists(UUID id) {
        return db.fetchExists(PIPELINE, PIPELINE.ID.eq(id));
    }

    /** In their order; the first one that is not retired is where opportunities go when nobody says otherwise. */
    List<Pipeline> all() {
        once.forget(ALL);
        return known();
    }

    /** The same as this transaction last read them. */
    List<Pipeline> known() {
        return once.read(ALL, this::read);
    }

    private List<Pipeline> read() {
        var stages = db.selectFrom(STAGE)
                .orderBy(STAGE.RETIRED, STAGE.POSITION)
                .fetchGroups(STAGE.PIPELINE_ID, PipelineStore::stage);
        return db.selectFrom(PIPELINE)
                .orderBy(PIPELINE.RETIRED, PIPELINE.POSITION, PIPELINE.ID)
                .fetch(r -> new Pipeline(
                        r.getId(),
                        r.getName(),
                        r.getNameEn(),
                        r.getPosition(),
                        r.getRetired(),
                        r.getVersion(),
                        stages.getOrDefault(r.getId(), List.of())));
    }

    /** Until the transaction ends nobody else changes pipelines. */
    void lock() {
        db.execute("lock table opportunities.pipeline in share row exclusive mode");
    }

    List<UUID> newIds(int count) {
        return db.fetch("select uuidv7() from generate_series(1, {0})", val(count))
                .map(r -> r.get(0, UUID.class));
    }

    int nextPosition() {
        return db.select(coalesce(max(PIPELINE.POSITION), val(0)).plus(1))
                .from(PIPELINE)
                .fetchSingle()
                .value1();
    }

    void insert(Pipeline pipeline) {
        once.forget(ALL);
        db.insertInto(PIPELINE)
                .set(PIPELINE.ID, pipeline.id())
                .set(PIPELINE.NAME, pipeline.name())
                .set(PIPELINE.NAME_EN, pipeline.nameEn())
                .set(PIPELINE.POSITION, pipeline.position())
                .execute();
        put(pipeline);
    }

    /** Stages no longer in {@code after} are removed: its retired ones are those that must stay. */
    void update(Pipeline before, Pipeline after) {
        once.forget(ALL);
        db.update(PIPELINE)
                .set(PIPELINE.NAME, after.name())
                .set(PIPELINE.NAME_EN, after.nameEn())
                .set(PIPELINE.POSITION, after.position())
                .set(PIPELINE.RETIRED, after.retired())
                .set(PIPELINE.VERSION, PIPELINE.VERSION.plus(1))
                .where(PIPELINE.ID.eq(after.id()))
                .execute();
        var kept = after.stages().stream().map(Stage::id).collect(Collectors.toSet());
        var gone = before.stages().stream()
                .map(Stage::id)
                .filter(id -> !kept.contains(id))
                .toArray(UUID[]::new);
        db.deleteFrom(STAGE).where(STAGE.ID.eq(any(gone))).execute();
        put(after);
    }

    /** Which of some stages an opportunity is in or was in. */
    Set<UUID> used(List<UUID> stages) {
        var wanted = any(stages.toArray(UUID[]::new));
        var used = new HashSet<>(db.selectDistinct(OPPORTUNITY.STAGE_ID)
                .from(OPPORTUNITY)
                .where(OPPORTUNITY.STAGE_ID.eq(wanted))
                .fetchSet(OPPORTUNITY.STAGE_ID));
        used.addAll(db.selectDistinct(STAGE_SPAN.STAGE_ID)
                .from(STAGE_SPAN)
                .where(STAGE_SPAN.STAGE_ID.eq(wanted))
                .fetchSet(STAGE_SPAN.STAGE_ID));
        return used;
    }

    /** What stops being the won stage goes before what becomes it. */
    private void put(Pipeline pipeline) {
        var positions = new HashMap<UUID, Integer>();
        pipeline.stages().forEach(s -> positions.put(s.id(), positions.size() + 1));
        pipeline.stages().stream()
                .sorted(Comparator.comparing((Stage s) -> s.outcome() == Outcome.WON && !s.retired()))
                .forEach(s -> {
                    var r = new StageRecord();
                    r.setId(s.id());
                    r.setPipelineId(pipeline.id());
                    r.setPosition(positions.getOrDefault(s.id(), s.position()));
                    r.setName(s.name());
                    r.setNameEn(s.nameEn());
                    r.setOutcome(s.outcome().name());
                    r.setProbability(s.probability());
                    r.setCategory(s.category().name());
                    r.setNormalDays(s.normalDays());
                    r.setRequired(
                            s.required().stream().sorted().map(Requirement::key).toArray(String[]::new));
                    r.setRetired(s.retired());
                    db.insertInto(STAGE)
                            .set(r)
                            .onConflict(STAGE.ID)
                            .doUpdate()
                            .set(r)
                            .execute();
                });
    }

    private static Stage stage(org.jooq.Record record) {
        var r = record.into(STAGE);
        return new Stage(
                r.getId(),
                r.getPosition(),
                r.getName(),
                r.getNameEn(),
                Outcome.valueOf(r.getOutcome()),
                r.getProbability(),
                ForecastCategory.valueOf(r.getCategory()),
                r.getNormalDays(),
                Arrays.stream(r.getRequired()).map(Requirement::of).collect(Collectors.toUnmodifiableSet()),
                r.getRetired());
    }
}

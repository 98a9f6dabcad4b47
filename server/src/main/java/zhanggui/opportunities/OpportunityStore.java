package zhanggui.opportunities;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static zhanggui.opportunities.db.Tables.CONTACT_ROLE;
import static zhanggui.opportunities.db.Tables.LINE;
import static zhanggui.opportunities.db.Tables.OPPORTUNITY;
import static zhanggui.opportunities.db.Tables.STAGE_SPAN;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.opportunities.db.tables.records.OpportunityRecord;

/** Opportunities in PostgreSQL, many at a time. */
@Repository
class OpportunityStore {
    static final Field<OffsetDateTime> FROM = field("lower({0})", OffsetDateTime.class, STAGE_SPAN.DURING);
    static final Field<OffsetDateTime> TO = field("upper({0})", OffsetDateTime.class, STAGE_SPAN.DURING);
    /** What is given with a new one; the database adds the number and the rest. */
    private static final Field<?>[] ENTERED = {
        OPPORTUNITY.ID,
        OPPORTUNITY.NAME,
        OPPORTUNITY.CUSTOMER_ID,
        OPPORTUNITY.PIPELINE_ID,
        OPPORTUNITY.STAGE_ID,
        OPPORTUNITY.OUTCOME,
        OPPORTUNITY.STAGE_SINCE,
        OPPORTUNITY.AMOUNT,
        OPPORTUNITY.CURRENCY,
        OPPORTUNITY.AMOUNT_FROM_LINES,
        OPPORTUNITY.EXPECTED_CLOSE,
        OPPORTUNITY.ENGAGED_ON,
        OPPORTUNITY.CLOSED_ON,
        OPPORTUNITY.LOSS_REASON,
        OPPORTUNITY.OUTCOME_NOTE,
        OPPORTUNITY.SOURCE,
        OPPORTUNITY.COMPETITOR,
        OPPORTUNITY.NEXT_STEP,
        OPPORTUNITY.NEXT_STEP_ON,
        OPPORTUNITY.DESCRIPTION,
        OPPORTUNITY.OWNER_ID,
        OPPORTUNITY.EXTERNAL_ID,
        OPPORTUNITY.CREATED_BY,
        OPPORTUNITY.CREATED_AT
    };

    private final DSLContext db;
    private final PipelineStore pipelines;

    OpportunityStore(DSLContext db, PipelineStore pipelines) {
        this.db = db;
        this.pipelines = pipelines;
    }

    record Stored(Opportunity opportunity, @Nullable String externalId, Instant createdAt, int version) {}

    /** An opportunity on its way in. */
    record Arrival(Opportunity opportunity, @Nullable String externalId, Instant createdAt) {}

    List<UUID> newIds(int count) {
        return db.fetch("select uuidv7() from generate_series(1, {0})", val(count))
                .map(r -> r.get(0, UUID.class));
    }

    /** Locks some until the transaction ends, so that of those who save only one goes on at a time. */
    void lock(Collection<UUID> ids) {
        db.select(OPPORTUNITY.ID)
                .from(OPPORTUNITY)
                .where(OPPORTUNITY.ID.eq(any(ids.toArray(UUID[]::new))))
                .orderBy(OPPORTUNITY.ID)
                .forUpdate()
                .fetch();
    }

    /** By id; those that do not exist are missing. */
    Map<UUID, Stored> find(Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        var ways = pipelines.all().stream().collect(Collectors.toMap(Pipeline::id, Function.identity()));
        var lines = multiset(select(LINE.PRODUCT_ID, LINE.QUANTITY, LINE.PRICE, LINE.DISCOUNT)
                        .from(LINE)
                        .where(LINE.OPPORTUNITY_ID.eq(OPPORTUNITY.ID))
                        .orderBy(LINE.POSITION))
                .as("lines")
                .convertFrom(rows -> rows.map(r -> new Line(r.value1(), r.value2(), r.value3(), r.value4())));
        var spans = multiset(select(STAGE_SPAN.STAGE_ID, FROM, TO, STAGE_SPAN.MOVED_BY)
                        .from(STAGE_SPAN)
                        .where(STAGE_SPAN.OPPORTUNITY_ID.eq(OPPORTUNITY.ID))
                        .orderBy(FROM))
                .as("spans")
                .convertFrom(rows -> rows.map(r -> new Span(
                        r.value1(),
                        r.value2().toInstant(),
                        r.value3() == null ? null : r.value3().toInstant(),
                        r.value4())));
        var contact = field(
                        exists(selectOne().from(CONTACT_ROLE).where(CONTACT_ROLE.OPPORTUNITY_ID.eq(OPPORTUNITY.ID))))
                .as("has_contact");
        var found = new LinkedHashMap<UUID, Stored>();
        db.select(OPPORTUNITY.asterisk(), lines, spans, contact)
                .from(OPPORTUNITY)
                .where(OPPORTUNITY.ID.eq(any(ids.toArray(UUID[]::new))))
                .forEach(row -> {
                    var r = row.into(OPPORTUNITY);
                    var pipeline = Objects.requireNonNull(ways.get(r.getPipelineId()));
                    var opportunity = new Opportunity(
                            r.getId(),
                            details(r, row.get(lines)),
                            r.getOwnerId(),
                            row.get(contact),
                            pipeline,
                            row.get(spans),
                            r.getEngagedOn(),
                            r.getClosedOn(),
                            r.getLossReason(),
                            r.getOutcomeNote());
                    found.put(
                            r.getId(),
                            new Stored(
                                    opportunity,
                                    r.getExternalId(),
                                    r.getCreatedAt().toInstant(),
                                    r.getVersion()));
                });
        return found;
    }

    Map<String, UUID> byExternalId(Collection<String> ids) {
        return db.select(OPPORTUNITY.EXTERNAL_ID, OPPORTUNITY.ID)
                .from(OPPORTUNITY)
                .where(OPPORTUNITY.EXTERNAL_ID.eq(any(ids.toArray(String[]::new))))
                .fetchMap(OPPORTUNITY.EXTERNAL_ID, OPPORTUNITY.ID);
    }

    void insert(List<Arrival> arrivals, UUID by) {
        if (arrivals.isEmpty()) return;
        var records = arrivals.stream()
                .map(a -> {
                    var r = record(a.opportunity());
                    r.setId(a.opportunity().id());
                    r.setExternalId(a.externalId());
                    r.setCreatedBy(by);
                    r.setCreatedAt(time(a.createdAt()));
                    return r;
                })
                .toList();
        db.insertInto(OPPORTUNITY)
                .columns(ENTERED)
                .valuesOfRecords(records.stream().map(r -> r.into(ENTERED)).toList())
                .execute();
        var all = arrivals.stream().map(Arrival::opportunity).toList();
        insertLines(all);
        insertSpans(all);
    }

    /** @param before the same ones as stored, by id; what did not change is left alone */
    void update(List<Opportunity> after, Map<UUID, Opportunity> before) {
        if (after.isEmpty()) return;
        db.batch(after.stream()
                        .map(o -> db.update(OPPORTUNITY)
                                .set(record(o))
                                .set(OPPORTUNITY.UPDATED_AT, currentOffsetDateTime())
                                .set(OPPORTUNITY.VERSION, OPPORTUNITY.VERSION.plus(1))
                                .where(OPPORTUNITY.ID.eq(o.id())))
                        .toList())
                .execute();
        var relined = after.stream()
                .filter(o -> !lines(o).equals(lines(before.get(o.id()))))
                .toList();
        db.deleteFrom(LINE).where(LINE.OPPORTUNITY_ID.eq(any(ids(relined)))).execute();
        insertLines(relined);
        var moved = after.stream()
                .filter(o -> !o.history().equals(history(before.get(o.id()))))
                .toList();
        db.deleteFrom(STAGE_SPAN)
                .where(STAGE_SPAN.OPPORTUNITY_ID.eq(any(ids(moved))))
                .execute();
        insertSpans(moved);
    }

    void created(Map<Opportunity, Instant> moments) {
        db.batch(moments.entrySet().stream()
                        .map(e -> db.update(OPPORTUNITY)
                                .set(OPPORTUNITY.CREATED_AT, time(e.getValue()))
                                .where(OPPORTUNITY.ID.eq(e.getKey().id())))
                        .toList())
                .execute();
    }

    /** Something beside the opportunity itself changed. */
    void touch(UUID id) {
        db.update(OPPORTUNITY)
                .set(OPPORTUNITY.UPDATED_AT, currentOffsetDateTime())
                .set(OPPORTUNITY.VERSION, OPPORTUNITY.VERSION.plus(1))
                .where(OPPORTUNITY.ID.eq(id))
                .execute();
    }

    void assign(Collection<UUID> ids, UUID owner) {
        db.update(OPPORTUNITY)
                .set(OPPORTUNITY.OWNER_ID, owner)
                .set(OPPORTUNITY.UPDATED_AT, currentOffsetDateTime())
                .set(OPPORTUNITY.VERSION, OPPORTUNITY.VERSION.plus(1))
                .where(OPPORTUNITY.ID.eq(any(ids.toArray(UUID[]::new))))
                .execute();
    }

    void delete(UUID id) {
        db.deleteFrom(OPPORTUNITY).where(OPPORTUNITY.ID.eq(id)).execute();
    }

    /** The later of what was known and what is said now. */
    void lastFollowedUp(UUID id, Instant was, @Nullable Instant now) {
        db.update(OPPORTUNITY)
                .set(OPPORTUNITY.LAST_FOLLOWED_AT, now == null ? null : now.atOffset(ZoneOffset.UTC))
                .where(OPPORTUNITY.ID.eq(id), OPPORTUNITY.LAST_FOLLOWED_AT.eq(was.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    void followedUp(Map<UUID, Instant> moments) {
        var ids = moments.keySet().toArray(UUID[]::new);
        var times = moments.values().stream().map(OpportunityStore::time).toArray(OffsetDateTime[]::new);
        db.execute(
                "update opportunities.opportunity o set last_followed_at = greatest(o.last_followed_at, v.at)"
                        + " from unnest({0}::uuid[], {1}::timestamptz[]) as v (id, at) where o.id = v.id",
                val(ids), val(times));
    }

    /** When the customers of some opportunities were last followed up about these. */
    Map<UUID, Instant> customersFollowedUp(Collection<UUID> ids) {
        return db
                .select(OPPORTUNITY.CUSTOMER_ID, max(OPPORTUNITY.LAST_FOLLOWED_AT))
                .from(OPPORTUNITY)
                .where(
                        OPPORTUNITY.ID.eq(any(ids.toArray(UUID[]::new))),
                        OPPORTUNITY.CUSTOMER_ID.isNotNull(),
                        OPPORTUNITY.LAST_FOLLOWED_AT.isNotNull())
                .groupBy(OPPORTUNITY.CUSTOMER_ID)
                .fetch()
                .stream()
                .collect(Collectors.toMap(r -> r.value1(), r -> r.value2().toInstant()));
    }

    private static Details details(OpportunityRecord r, List<Line> lines) {
        return new Details(
                r.getName(),
                r.getCustomerId(),
                r.getCurrency(),
                r.getAmount(),
                r.getAmountFromLines(),
                r.getExpectedClose(),
                r.getSource(),
                r.getCompetitor(),
                r.getNextStep(),
                r.getNextStepOn(),
                r.getDescription(),
                lines);
    }

    private static OpportunityRecord record(Opportunity o) {
        var d = o.details();
        var r = new OpportunityRecord();
        r.setName(d.name());
        r.setCustomerId(d.customer());
        r.setPipelineId(o.pipeline().id());
        r.setStageId(o.stage().id());
        r.setOutcome(o.outcome().name());
        r.setStageSince(time(o.stageSince()));
        r.setAmount(d.amount());
        r.setCurrency(d.currency());
        r.setAmountFromLines(d.amountFromLines());
        r.setExpectedClose(d.expectedClose());
        r.setEngagedOn(o.engagedOn());
        r.setClosedOn(o.closedOn());
        r.setLossReason(o.lossReason());
        r.setOutcomeNote(o.note());
        r.setSource(d.source());
        r.setCompetitor(d.competitor());
        r.setNextStep(d.nextStep());
        r.setNextStepOn(d.nextStepOn());
        r.setDescription(d.description());
        r.setOwnerId(o.owner());
        return r;
    }

    private void insertLines(List<Opportunity> of) {
        var insert = db.insertInto(
                LINE,
                LINE.OPPORTUNITY_ID,
                LINE.POSITION,
                LINE.PRODUCT_ID,
                LINE.QUANTITY,
                LINE.PRICE,
                LINE.DISCOUNT,
                LINE.AMOUNT);
        boolean some = false;
        for (var opportunity : of) {
            int position = 0;
            for (var l : opportunity.details().lines()) {
                insert = insert.values(
                        opportunity.id(), ++position, l.product(), l.quantity(), l.price(), l.discount(), l.amount());
                some = true;
            }
        }
        if (some) insert.execute();
    }

    private void insertSpans(List<Opportunity> of) {
        if (of.isEmpty()) return;
        var insert = db.insertInto(
                STAGE_SPAN, STAGE_SPAN.OPPORTUNITY_ID, STAGE_SPAN.STAGE_ID, STAGE_SPAN.DURING, STAGE_SPAN.MOVED_BY);
        for (var opportunity : of) {
            for (var span : opportunity.history()) {
                insert = insert.values(
                        val(opportunity.id()),
                        val(span.stage()),
                        field(
                                "tstzrange({0}, {1})",
                                Object.class,
                                val(time(span.from())),
                                val(span.to() == null ? null : time(span.to()), SQLDataType.TIMESTAMPWITHTIMEZONE)),
                        val(span.by(), SQLDataType.UUID));
            }
        }
        insert.execute();
    }

    private static List<Line> lines(@Nullable Opportunity o) {
        return o == null ? List.of() : o.details().lines();
    }

    private static List<Span> history(@Nullable Opportunity o) {
        return o == null ? List.of() : o.history();
    }

    private static UUID[] ids(List<Opportunity> of) {
        return of.stream().map(Opportunity::id).toArray(UUID[]::new);
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

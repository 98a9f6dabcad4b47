package zhanggui.opportunities;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.company.CompanyDirectory;
import zhanggui.customfields.CustomFields;
import zhanggui.customfields.CustomValues;
import zhanggui.opportunities.db.tables.records.OpportunityRecord;
import zhanggui.rates.Rate;

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
        OPPORTUNITY.RATE,
        OPPORTUNITY.RATE_FROM,
        OPPORTUNITY.BASE_AMOUNT,
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
        OPPORTUNITY.CUSTOM,
        OPPORTUNITY.CUSTOM_SEARCH,
        OPPORTUNITY.OWNER_ID,
        OPPORTUNITY.EXTERNAL_ID,
        OPPORTUNITY.CREATED_BY,
        OPPORTUNITY.CREATED_AT
    };

    private final DSLContext db;
    private final PipelineStore pipelines;
    private final OpportunityParts parts;
    private final CustomFields fields;

    OpportunityStore(DSLContext db, PipelineStore pipelines, OpportunityParts parts, CustomFields fields) {
        this.db = db;
        this.pipelines = pipelines;
        this.parts = parts;
        this.fields = fields;
    }

    record Stored(Opportunity opportunity, @Nullable String externalId, Instant createdAt, int version) {}

    /** An opportunity on its way in. */
    record Arrival(Opportunity opportunity, @Nullable String externalId, Instant createdAt) {}

    /** An id for a new one, and the company's currency. */
    record Beginning(UUID id, String company) {}

    Beginning beginning() {
        var id = field("uuidv7()", UUID.class);
        return db.select(id, CompanyDirectory.currency()).fetchSingle(r -> new Beginning(r.value1(), r.value2()));
    }

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
        var company = CompanyDirectory.currency().as("company");
        db.select(OPPORTUNITY.asterisk(), lines, spans, contact, company)
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
                            r.getOutcomeNote(),
                            new Worth(
                                    row.get(company),
                                    r.getRate() == null ? null : new Rate(r.getRate(), r.getRateFrom())));
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
        parts.insert(all);
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
        parts.update(after, before);
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
        touch(List.of(id));
    }

    void touch(Collection<UUID> ids) {
        db.update(OPPORTUNITY)
                .set(OPPORTUNITY.UPDATED_AT, currentOffsetDateTime())
                .set(OPPORTUNITY.VERSION, OPPORTUNITY.VERSION.plus(1))
                .where(OPPORTUNITY.ID.eq(any(ids.toArray(UUID[]::new))))
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

    boolean isEmpty() {
        return !db.fetchExists(OPPORTUNITY);
    }

    void delete(UUID id) {
        db.deleteFrom(OPPORTUNITY).where(OPPORTUNITY.ID.eq(id)).execute();
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
                lines,
                CustomValues.of(r.getCustom(), null).stored());
    }

    private OpportunityRecord record(Opportunity o) {
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
        r.setRate(o.worth().rate() == null ? null : o.worth().rate().rate());
        r.setRateFrom(o.worth().rate() == null ? null : o.worth().rate().from());
        r.setBaseAmount(o.baseAmount());
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
        r.setCustom(CustomValues.json(d.custom()));
        r.setCustomSearch(fields.words("opportunities", d.custom()));
        r.setOwnerId(o.owner());
        return r;
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

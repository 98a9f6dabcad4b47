package zhanggui.opportunities;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static zhanggui.opportunities.db.Tables.COLLABORATOR;
import static zhanggui.opportunities.db.Tables.CONTACT_ROLE;
import static zhanggui.opportunities.db.Tables.LINE;
import static zhanggui.opportunities.db.Tables.OPPORTUNITY;
import static zhanggui.opportunities.db.Tables.STAGE_SPAN;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import zhanggui.access.Viewer;
import zhanggui.choices.Choices;
import zhanggui.company.CompanyDirectory;
import zhanggui.customers.ContactDirectory;
import zhanggui.customers.CustomerDirectory;
import zhanggui.customfields.CustomFields;
import zhanggui.customfields.CustomValues;
import zhanggui.listings.Page.Money;
import zhanggui.listings.Page.Reference;
import zhanggui.opportunities.OpportunityCommands.EnteredCollaborator;
import zhanggui.people.Directory;
import zhanggui.problems.Refused;
import zhanggui.products.ProductDirectory;
import zhanggui.texts.Language;

/** Reads opportunities for their pages, and keeps the people around them. */
@Repository
class OpportunityRecords {
    private static final CustomerDirectory.CustomersAs CUSTOMER = CustomerDirectory.as("customer");
    private static final Directory.People OWNER = Directory.as("owner");
    private static final Directory.People MOVER = Directory.as("mover");
    private static final Directory.People HELPER = Directory.as("helper");
    private static final ProductDirectory.ProductsAs SOLD = ProductDirectory.as("sold");
    private static final ContactDirectory.ContactsAs CONTACT = ContactDirectory.as("contact");

    private static final Field<List<OpportunityPage.SoldLine>> LINES = multiset(
                    select(SOLD.id(), SOLD.name(), LINE.QUANTITY, LINE.PRICE, LINE.DISCOUNT, LINE.AMOUNT)
                            .from(LINE)
                            .join(SOLD.table())
                            .on(SOLD.id().eq(LINE.PRODUCT_ID))
                            .where(LINE.OPPORTUNITY_ID.eq(OPPORTUNITY.ID))
                            .orderBy(LINE.POSITION))
            .as("lines")
            .convertFrom(rows -> rows.map(r -> new OpportunityPage.SoldLine(
                    new Reference(r.value1(), r.value2()), r.value3(), r.value4(), r.value5(), r.value6())));
    private static final Field<List<Mover>> SPANS = multiset(
                    select(STAGE_SPAN.STAGE_ID, OpportunityStore.FROM, OpportunityStore.TO, MOVER.name())
                            .from(STAGE_SPAN)
                            .leftJoin(MOVER.table())
                            .on(MOVER.id().eq(STAGE_SPAN.MOVED_BY))
                            .where(STAGE_SPAN.OPPORTUNITY_ID.eq(OPPORTUNITY.ID))
                            .orderBy(OpportunityStore.FROM))
            .as("spans")
            .convertFrom(rows -> rows.map(r -> new Mover(
                    r.value1(),
                    r.value2().toInstant(),
                    r.value3() == null ? null : r.value3().toInstant(),
                    r.value4())));
    private static final Field<List<OpportunityPage.Collaborator>> COLLABORATORS = multiset(
                    select(HELPER.id(), HELPER.name(), COLLABORATOR.MAY_WRITE)
                            .from(COLLABORATOR)
                            .join(HELPER.table())
                            .on(HELPER.id().eq(COLLABORATOR.PERSON_ID))
                            .where(COLLABORATOR.OPPORTUNITY_ID.eq(OPPORTUNITY.ID))
                            .orderBy(HELPER.name()))
            .as("collaborators")
            .convertFrom(rows -> rows.map(r -> new OpportunityPage.Collaborator(r.value1(), r.value2(), r.value3())));
    private static final Field<List<OpportunityPage.Contact>> CONTACTS = multiset(
                    select(CONTACT.id(), CONTACT.name(), CONTACT.title(), CONTACT_ROLE.ROLE)
                            .from(CONTACT_ROLE)
                            .join(CONTACT.table())
                            .on(CONTACT.id().eq(CONTACT_ROLE.CONTACT_ID))
                            .where(CONTACT_ROLE.OPPORTUNITY_ID.eq(OPPORTUNITY.ID))
                            .orderBy(CONTACT.name()))
            .as("contacts")
            .convertFrom(rows -> rows.map(r ->
                    new OpportunityPage.Contact(r.value1(), r.value2(), r.value3(), ContactRole.valueOf(r.value4()))));

    private static final Field<String> COMPANY = CompanyDirectory.currency().as("company");
    private final DSLContext db;
    private final PipelineStore pipelines;
    private final Choices choices;
    private final CustomFields fields;
    private final Clock clock;

    OpportunityRecords(DSLContext db, PipelineStore pipelines, Choices choices, CustomFields fields, Clock clock) {
        this.db = db;
        this.pipelines = pipelines;
        this.choices = choices;
        this.fields = fields;
        this.clock = clock;
    }

    private record Mover(
            UUID stage,
            Instant from,
            @Nullable Instant to,
            @Nullable String name) {}

    Optional<OpportunityPage> find(UUID id, Viewer viewer) {
        return find(OPPORTUNITY.ID.eq(id).and(OpportunityReach.SCOPE.of(viewer, OpportunityReach.READ)), viewer);
    }

    /** The opportunity as somebody has just made it, even where they may not read it. */
    OpportunityPage saved(UUID id, Viewer viewer) {
        return find(OPPORTUNITY.ID.eq(id), viewer).orElseThrow(Refused::notFound);
    }

    private Optional<OpportunityPage> find(Condition which, Viewer viewer) {
        var edit = OpportunityReach.column(viewer, OpportunityReach.EDIT).as("may_edit");
        var delete = OpportunityReach.column(viewer, OpportunityReach.DELETE).as("may_delete");
        var assign = OpportunityReach.column(viewer, OpportunityReach.ASSIGN).as("may_assign");
        var beside = fields.beside("opportunities");
        return db.select(OPPORTUNITY.asterisk())
                .select(CUSTOMER.name().as("customer_name"), OWNER.name().as("owner_name"))
                .select(COMPANY, LINES, SPANS, COLLABORATORS, CONTACTS, edit, delete, assign, beside)
                .from(OPPORTUNITY)
                .leftJoin(CUSTOMER.table())
                .on(CUSTOMER.id().eq(OPPORTUNITY.CUSTOMER_ID))
                .leftJoin(OWNER.table())
                .on(OWNER.id().eq(OPPORTUNITY.OWNER_ID))
                .where(which)
                .fetchOptional(row -> page(
                        row,
                        CustomValues.of(row.get(OPPORTUNITY.CUSTOM), row.get(beside)),
                        viewer.language(),
                        new OpportunityPage.Can(
                                row.get(edit),
                                row.get(delete),
                                row.get(assign),
                                OpportunityReach.mayShare(row.get(OPPORTUNITY.OWNER_ID), viewer))));
    }

    private OpportunityPage page(Record row, CustomValues custom, Language language, OpportunityPage.Can can) {
        var r = row.into(OPPORTUNITY);
        var pipeline = pipelines.known().stream()
                .filter(p -> p.id().equals(r.getPipelineId()))
                .findFirst()
                .orElseThrow();
        var stage = pipeline.stage(r.getStageId()).orElseThrow();
        var spans = row.get(SPANS);
        return new OpportunityPage(
                r.getId(),
                r.getNumber(),
                r.getName(),
                reference(r.getCustomerId(), row.get("customer_name", String.class)),
                new Reference(pipeline.id(), pipeline.name(language)),
                new Reference(stage.id(), stage.name(language)),
                stage.outcome(),
                stage.probability(),
                stage.category(),
                r.getAmount() == null ? null : new Money(r.getAmount(), r.getCurrency()),
                r.getCurrency(),
                r.getAmountFromLines(),
                r.getBaseAmount() == null ? null : new Money(r.getBaseAmount(), row.get(COMPANY)),
                r.getRate() == null ? null : r.getRate().stripTrailingZeros(),
                r.getRateFrom(),
                row.get(COMPANY),
                r.getExpectedClose(),
                r.getEngagedOn(),
                r.getClosedOn(),
                r.getEngagedOn() == null || r.getClosedOn() == null
                        ? null
                        : (int) ChronoUnit.DAYS.between(r.getEngagedOn(), r.getClosedOn()),
                choice("loss-reasons", r.getLossReason(), language),
                r.getOutcomeNote(),
                choice("sources", r.getSource(), language),
                r.getCompetitor(),
                r.getNextStep(),
                r.getNextStepOn(),
                r.getDescription(),
                reference(r.getOwnerId(), row.get("owner_name", String.class)),
                row.get(COLLABORATORS),
                row.get(CONTACTS),
                row.get(LINES),
                steps(pipeline, spans, language),
                stays(pipeline, spans, language),
                r.getLastFollowedAt() == null ? null : r.getLastFollowedAt().toInstant(),
                r.getExternalId(),
                custom,
                r.getCreatedAt().toInstant(),
                r.getUpdatedAt().toInstant(),
                r.getVersion(),
                can);
    }

    private List<OpportunityPage.Step> steps(Pipeline pipeline, List<Mover> spans, Language language) {
        var steps = new ArrayList<OpportunityPage.Step>();
        for (var stage : pipeline.stages()) {
            var here = spans.stream().filter(s -> s.stage().equals(stage.id())).toList();
            if (stage.retired() && here.isEmpty()) continue;
            var last = here.isEmpty() ? null : here.getLast();
            var present = last != null && last.to() == null;
            Integer normal = stage.normalDays();
            steps.add(new OpportunityPage.Step(
                    stage.id(),
                    stage.name(language),
                    stage.outcome(),
                    stage.probability(),
                    normal,
                    stage.required().stream().sorted().toList(),
                    last == null ? null : last.from(),
                    last == null ? null : last.to(),
                    here.isEmpty() ? null : here.stream().mapToLong(this::days).sum(),
                    present,
                    last != null && present && normal != null && days(last) > normal,
                    stage.color()));
        }
        return steps;
    }

    private List<OpportunityPage.Stay> stays(Pipeline pipeline, List<Mover> spans, Language language) {
        return spans.stream()
                .map(s -> new OpportunityPage.Stay(
                        new Reference(
                                s.stage(),
                                pipeline.stage(s.stage()).orElseThrow().name(language)),
                        s.from(),
                        s.to(),
                        days(s),
                        s.name()))
                .toList();
    }

    private long days(Mover span) {
        return Duration.between(span.from(), span.to() == null ? clock.instant() : span.to())
                .toDays();
    }

    private OpportunityPage.@Nullable Choice choice(String list, @Nullable String code, Language language) {
        return code == null ? null : new OpportunityPage.Choice(code, choices.name(list, code, language));
    }

    private static @Nullable Reference reference(@Nullable UUID id, @Nullable String name) {
        return id == null ? null : new Reference(id, name);
    }

    /** Their names, with a mark on those who may write. */
    List<String> collaborators(UUID id) {
        return collaborators(List.of(id)).getOrDefault(id, List.of());
    }

    Map<UUID, List<String>> collaborators(Collection<UUID> ids) {
        return db.select(COLLABORATOR.OPPORTUNITY_ID, HELPER.name(), COLLABORATOR.MAY_WRITE)
                .from(COLLABORATOR)
                .join(HELPER.table())
                .on(HELPER.id().eq(COLLABORATOR.PERSON_ID))
                .where(COLLABORATOR.OPPORTUNITY_ID.eq(any(ids.toArray(UUID[]::new))))
                .orderBy(HELPER.name(), HELPER.id())
                .fetchGroups(COLLABORATOR.OPPORTUNITY_ID, r -> r.value2() + (r.value3() ? " ✎" : ""));
    }

    /**
     * Puts others in a person's place, with what the person might do. Who owns one already needs no place beside the owner.
     *
     * @param heirs in the order of the opportunities
     */
    void succeed(UUID person, List<UUID> opportunities, List<UUID> heirs) {
        db.execute("""
                insert into opportunities.collaborator as there (opportunity_id, person_id, may_write)
                select old.opportunity_id, v.heir, old.may_write
                from opportunities.collaborator old
                join unnest({0}::uuid[], {1}::uuid[]) as v (id, heir) on v.id = old.opportunity_id
                join opportunities.opportunity o on o.id = old.opportunity_id
                where old.person_id = {2} and v.heir <> old.person_id and o.owner_id is distinct from v.heir
                on conflict (opportunity_id, person_id) do update set may_write = there.may_write or excluded.may_write""", val(opportunities.toArray(UUID[]::new)), val(heirs.toArray(UUID[]::new)), val(person));
        db.deleteFrom(COLLABORATOR)
                .where(COLLABORATOR.OPPORTUNITY_ID.eq(any(opportunities.toArray(UUID[]::new))))
                .and(COLLABORATOR.PERSON_ID.eq(person))
                .execute();
    }

    void setCollaborators(UUID id, List<EnteredCollaborator> collaborators) {
        db.deleteFrom(COLLABORATOR).where(COLLABORATOR.OPPORTUNITY_ID.eq(id)).execute();
        var insert = db.insertInto(
                COLLABORATOR, COLLABORATOR.OPPORTUNITY_ID, COLLABORATOR.PERSON_ID, COLLABORATOR.MAY_WRITE);
        for (var c : collaborators) insert = insert.values(id, c.person(), c.mayWrite());
        if (!collaborators.isEmpty()) insert.execute();
    }
}

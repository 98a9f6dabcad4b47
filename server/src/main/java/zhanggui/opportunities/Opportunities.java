package zhanggui.opportunities;

import static zhanggui.opportunities.db.Tables.OPPORTUNITY;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.bin.Bin;
import zhanggui.company.CompanyCurrencyChanges;
import zhanggui.opportunities.OpportunityCommands.EditOpportunity;
import zhanggui.opportunities.OpportunityCommands.EnteredContact;
import zhanggui.opportunities.OpportunityCommands.EnteredDetails;
import zhanggui.opportunities.OpportunityCommands.NewOpportunity;
import zhanggui.opportunities.OpportunityStore.Arrival;
import zhanggui.opportunities.OpportunityStore.Stored;
import zhanggui.problems.FieldProblem;
import zhanggui.problems.Refused;

/** The opportunities of the company: entering, changing and removing them, and what other modules ask of them. */
@Service
@Transactional
public class Opportunities {
    private final OpportunityStore store;
    private final OpportunityRecords records;
    private final OpportunityReach reach;
    private final Pipelines pipelines;
    private final Entering entering;
    private final Rating rating;
    private final OpportunityRegister register;
    private final ContactRoles contacts;
    private final FollowedUp followedUp;
    private final Standing standing;
    private final Wording wording;
    private final Bin bin;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final DSLContext db;

    Opportunities(
            OpportunityStore store,
            OpportunityRecords records,
            OpportunityReach reach,
            Pipelines pipelines,
            Entering entering,
            Rating rating,
            OpportunityRegister register,
            ContactRoles contacts,
            FollowedUp followedUp,
            Standing standing,
            Wording wording,
            Bin bin,
            Audit audit,
            ApplicationEventPublisher events,
            DSLContext db) {
        this.store = store;
        this.records = records;
        this.reach = reach;
        this.pipelines = pipelines;
        this.entering = entering;
        this.rating = rating;
        this.register = register;
        this.contacts = contacts;
        this.followedUp = followedUp;
        this.standing = standing;
        this.wording = wording;
        this.bin = bin;
        this.audit = audit;
        this.events = events;
        this.db = db;
    }

    /** @throws Refused as not found when there is no such opportunity within the viewer's reach */
    @Transactional(readOnly = true)
    public void requireReadable(Viewer viewer, UUID opportunity) {
        reach.require(opportunity, viewer, OpportunityReach.READ);
    }

    /** The customer an opportunity is with, where it is with one. */
    @Transactional(readOnly = true)
    public Optional<UUID> customerOf(UUID opportunity) {
        return Optional.ofNullable(customersOf(List.of(opportunity)).get(opportunity));
    }

    /** The customers of many; those without one are missing. */
    @Transactional(readOnly = true)
    public Map<UUID, UUID> customersOf(Collection<UUID> opportunities) {
        return db.select(OPPORTUNITY.ID, OPPORTUNITY.CUSTOMER_ID)
                .from(OPPORTUNITY)
                .where(OPPORTUNITY.ID.eq(org.jooq.impl.DSL.any(opportunities.toArray(UUID[]::new))))
                .and(OPPORTUNITY.CUSTOMER_ID.isNotNull())
                .fetchMap(OPPORTUNITY.ID, OPPORTUNITY.CUSTOMER_ID);
    }

    /** Whether a contact plays a part in an opportunity. */
    @Transactional(readOnly = true)
    public boolean involves(UUID opportunity, UUID contact) {
        return contacts.has(opportunity, contact);
    }

    /** Somebody followed one up; an earlier moment than the last one known changes nothing. */
    public void followedUp(UUID opportunity, Instant at) {
        followedUp(Map.of(opportunity, at));
    }

    /** Many at once. */
    public void followedUp(Map<UUID, Instant> moments) {
        if (!moments.isEmpty()) followedUp.keep(moments);
    }

    /** Where {@code was} is still the last time it was followed up, it becomes {@code now}. */
    public void lastFollowedUp(UUID opportunity, Instant was, @Nullable Instant now) {
        followedUp.replace(opportunity, was, now);
    }

    @Transactional(readOnly = true)
    OpportunityPage get(UUID id, Viewer viewer) {
        return records.find(id, viewer).orElseThrow(Refused::notFound);
    }

    OpportunityPage create(NewOpportunity command, Viewer viewer) {
        viewer.require(OpportunityReach.CREATE);
        UUID owner = command.owner() == null ? viewer.id() : command.owner();
        checkOwner(owner, viewer);
        var pipeline = pipelines.require(command.pipeline());
        var stage = beginning(pipeline, command.stage());
        var details = entering.details(command.details(), null, viewer);
        var moment = entering.moment(viewer);
        List<EnteredContact> given = command.contacts() == null ? List.of() : command.contacts();
        var fresh = store.beginning();
        var begun = Opportunity.begun(fresh.id(), details, owner, pipeline, stage, Worth.in(fresh.company()), moment)
                .withContact(!given.isEmpty());
        var opportunity = rating.rated(begun, null, moment.today());
        var missing = opportunity.missing(stage);
        if (!missing.isEmpty()) {
            throw Refused.invalid(missing.stream()
                    .map(r -> FieldProblem.of(r.field(), "required-by-stage", stage.name(viewer.language())))
                    .toList());
        }
        var id = opportunity.id();
        register.bring(List.of(new Arrival(opportunity, null, moment.at())), "created", viewer);
        if (!given.isEmpty()) {
            contacts.set(id, details.customer(), given, "contacts");
            audit.changed(viewer, Wording.subject(opportunity), ContactRoles.State.NOBODY, contacts.of(id));
        }
        return records.saved(id, viewer);
    }

    OpportunityPage edit(UUID id, EditOpportunity command, Viewer viewer) {
        return edit(id, command.details(), command.version(), viewer);
    }

    /** @param version the one the details rest on; whatever it is by now when absent */
    OpportunityPage edit(UUID id, EnteredDetails entered, @Nullable Integer version, Viewer viewer) {
        var before = forUpdate(id, version, OpportunityReach.EDIT, viewer);
        var details = entering.details(entered, before.details(), viewer);
        var after = rating.rated(
                before.with(details), before, entering.moment(viewer).today());
        if (!after.equals(before)) {
            register.save(List.of(after), Map.of(id, before), "changed", viewer);
        }
        return get(id, viewer);
    }

    /**
     * Takes the rate anew: today's of an open one, that of the day it was closed of a closed one that has none. In the company's own
     * currency there is nothing to take.
     */
    OpportunityPage takeRate(UUID id, @Nullable Integer version, Viewer viewer) {
        var before = forUpdate(id, version, OpportunityReach.EDIT, viewer);
        if (!before.worth().isForeign(before.details())) return get(id, viewer);
        if (before.closedOn() != null && before.worth().rate() != null) {
            throw Refused.because(OpportunityReason.RATE_FIXED);
        }
        var today = entering.moment(viewer).today();
        var day = before.closedOn() == null ? today : before.closedOn();
        var after = rating.taken(before, day);
        if (after.worth().rate() == null) {
            throw Refused.because(OpportunityReason.NO_RATE, before.details().currency(), day);
        }
        if (!after.equals(before)) register.save(List.of(after), Map.of(id, before), "changed", viewer);
        return get(id, viewer);
    }

    /** Amounts are kept in the company's currency too. */
    @EventListener
    void on(CompanyCurrencyChanges event) {
        if (!store.isEmpty()) throw Refused.because(OpportunityReason.COMPANY_CURRENCY, event.from());
    }

    void delete(UUID id, @Nullable Integer version, Viewer viewer) {
        var opportunity = forUpdate(id, version, OpportunityReach.DELETE, viewer);
        var words = wording.of(List.of(opportunity), viewer.language());
        bin.keep(Wording.subject(opportunity), words.owner(opportunity), OpportunityReach.DELETE, viewer);
        events.publishEvent(new OpportunityRemoved(id, viewer));
        store.delete(id);
        audit.deleted(viewer, Wording.subject(opportunity), words.state(opportunity));
    }

    /** The opportunity as it is now, locked; refused when out of reach, or when {@code version} is not the present one. */
    Opportunity forUpdate(UUID id, @Nullable Integer version, String permission, Viewer viewer) {
        store.lock(List.of(id));
        reach.require(id, viewer, permission);
        Stored stored = store.find(List.of(id)).get(id);
        if (stored == null) throw Refused.notFound();
        if (version != null && stored.version() != version) throw Refused.stale(get(id, viewer));
        return stored.opportunity();
    }

    /** Entering for others needs the right to give records away, as far as it reaches. */
    private void checkOwner(UUID owner, Viewer viewer) {
        if (owner.equals(viewer.id())) return;
        if (!viewer.may(OpportunityReach.ASSIGN, owner)) throw Refused.invalid("owner", "owner-out-of-reach");
        if (!standing.worksHere(owner)) throw Refused.invalid("owner", "unknown", owner);
    }

    private static Stage beginning(Pipeline pipeline, @Nullable UUID id) {
        if (id == null) return pipeline.first();
        return pipeline.stage(id)
                .filter(s -> s.outcome() == Outcome.OPEN && !s.retired())
                .orElseThrow(() -> Refused.invalid("stage", "stage-not-open"));
    }
}

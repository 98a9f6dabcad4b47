package zhanggui.opportunities;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static zhanggui.opportunities.db.Tables.COLLABORATOR;
import static zhanggui.opportunities.db.Tables.OPPORTUNITY;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Audit.Changed;
import zhanggui.opportunities.OpportunityStore.Stored;
import zhanggui.opportunities.Teams.Collaborators;
import zhanggui.people.Handing;
import zhanggui.people.Holding;
import zhanggui.texts.Language;

/** The open deals of others that somebody works on too. */
final class DealTeamHolding implements Holding {
    private final DSLContext db;
    private final OpportunityStore store;
    private final OpportunityRecords records;
    private final Handing handing;
    private final Audit audit;

    DealTeamHolding(DSLContext db, OpportunityStore store, OpportunityRecords records, Handing handing, Audit audit) {
        this.db = db;
        this.store = store;
        this.records = records;
        this.handing = handing;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "deal-teams";
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public String list() {
        return "opportunities";
    }

    @Override
    public boolean isFiltered() {
        return false;
    }

    @Override
    public boolean staysUnlessAsked() {
        return false;
    }

    @Override
    public String field() {
        return "collaborators";
    }

    @Override
    public List<String> permissions() {
        return List.of(OpportunityReach.READ, OpportunityReach.EDIT);
    }

    @Override
    public List<Held> of(UUID person, Language language) {
        var o = OPPORTUNITY;
        return db.select(o.ID, o.NAME, o.OWNER_ID, o.CUSTOMER_ID)
                .from(COLLABORATOR)
                .join(o)
                .on(o.ID.eq(COLLABORATOR.OPPORTUNITY_ID))
                .where(COLLABORATOR.PERSON_ID.eq(person), o.OUTCOME.eq(Outcome.OPEN.name()))
                .orderBy(o.AMOUNT.desc().nullsLast(), o.ID)
                .fetch(r -> new Held(r.value1(), r.value2(), r.value3(), r.value4(), Map.of(), null));
    }

    @Override
    public Map<UUID, Tally> tally(Collection<UUID> people) {
        return db.select(COLLABORATOR.PERSON_ID, count())
                .from(COLLABORATOR)
                .join(OPPORTUNITY)
                .on(OPPORTUNITY.ID.eq(COLLABORATOR.OPPORTUNITY_ID))
                .where(COLLABORATOR.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
                .and(OPPORTUNITY.OUTCOME.eq(Outcome.OPEN.name()))
                .groupBy(COLLABORATOR.PERSON_ID)
                .fetchMap(COLLABORATOR.PERSON_ID, r -> new Tally(r.value2(), List.of()));
    }

    @Override
    public Map<UUID, String> give(UUID person, Map<UUID, UUID> heirs, String why, Viewer by) {
        store.lock(heirs.keySet());
        var stored = store.find(heirs.keySet());
        var working = working(heirs.keySet(), person);
        var present = handing.present(new HashSet<>(heirs.values()));
        var stays = new HashMap<UUID, String>();
        var moving = new ArrayList<UUID>();
        heirs.forEach((id, heir) -> {
            Stored found = stored.get(id);
            if (found == null) stays.put(id, GONE);
            else if (!working.contains(id)) stays.put(id, CHANGED_HANDS);
            else if (found.opportunity().outcome() != Outcome.OPEN) stays.put(id, SETTLED);
            else if (!isGivenBy(by, found.opportunity().owner())) stays.put(id, NOT_ALLOWED);
            else if (!present.contains(heir)) stays.put(id, HEIR_LEFT);
            else moving.add(id);
        });
        if (moving.isEmpty()) return stays;
        var before = records.collaborators(moving);
        records.succeed(
                person,
                moving,
                moving.stream().map(id -> Objects.requireNonNull(heirs.get(id))).toList());
        store.touch(moving);
        var after = records.collaborators(moving);
        audit.record(
                by,
                Handing.ACTION,
                moving.stream()
                        .map(id -> new Changed(
                                Wording.subject(
                                        Objects.requireNonNull(stored.get(id)).opportunity()),
                                new Collaborators(before.getOrDefault(id, List.of())),
                                new Collaborators(after.getOrDefault(id, List.of()))))
                        .toList(),
                Map.of(Handing.FIELD, why));
        return stays;
    }

    private Set<UUID> working(Collection<UUID> deals, UUID person) {
        return db.select(COLLABORATOR.OPPORTUNITY_ID)
                .from(COLLABORATOR)
                .where(COLLABORATOR.OPPORTUNITY_ID.eq(any(deals.toArray(UUID[]::new))))
                .and(COLLABORATOR.PERSON_ID.eq(person))
                .fetchSet(COLLABORATOR.OPPORTUNITY_ID);
    }
}

package zhanggui.opportunities;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;
import static zhanggui.opportunities.db.Tables.OPPORTUNITY;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Audit.Changed;
import zhanggui.listings.Page.Money;
import zhanggui.opportunities.OpportunityStore.Stored;
import zhanggui.people.Handing;
import zhanggui.people.Holding;
import zhanggui.texts.Language;

/** The deals somebody owns: those still open, or those that are closed and count for who closed them. */
final class DealHolding implements Holding {
    private final boolean closed;
    private final DSLContext db;
    private final OpportunityStore store;
    private final Pipelines pipelines;
    private final Wording wording;
    private final Handing handing;
    private final Audit audit;

    DealHolding(
            boolean closed,
            DSLContext db,
            OpportunityStore store,
            Pipelines pipelines,
            Wording wording,
            Handing handing,
            Audit audit) {
        this.closed = closed;
        this.db = db;
        this.store = store;
        this.pipelines = pipelines;
        this.wording = wording;
        this.handing = handing;
        this.audit = audit;
    }

    @Override
    public String name() {
        return closed ? "closed-deals" : "open-deals";
    }

    @Override
    public int place() {
        return closed ? 50 : 30;
    }

    @Override
    public String list() {
        return "opportunities";
    }

    @Override
    public boolean isFiltered() {
        return true;
    }

    @Override
    public boolean staysUnlessAsked() {
        return closed;
    }

    @Override
    public String field() {
        return "owner";
    }

    @Override
    public List<String> permissions() {
        return List.of(OpportunityReach.READ, OpportunityReach.ASSIGN);
    }

    /** The largest first, so that everybody gets of the large ones as many. */
    @Override
    public List<Held> of(UUID person, Language language) {
        var stages = new HashMap<UUID, String>();
        for (var pipeline : pipelines.all()) {
            pipeline.stages().forEach(s -> stages.put(s.id(), s.name(language)));
        }
        var o = OPPORTUNITY;
        return db.select(o.ID, o.NAME, o.CUSTOMER_ID, o.STAGE_ID, o.AMOUNT, o.CURRENCY)
                .from(o)
                .where(o.OWNER_ID.eq(person), which())
                .orderBy(o.AMOUNT.desc().nullsLast(), o.ID)
                .fetch(r -> new Held(
                        r.value1(),
                        r.value2(),
                        person,
                        r.value3(),
                        Map.of("stage", stages.getOrDefault(r.value4(), "")),
                        r.value5() == null ? null : new Money(r.value5(), r.value6())));
    }

    @Override
    public Map<UUID, Tally> tally(Collection<UUID> people) {
        var o = OPPORTUNITY;
        var numbers = new HashMap<UUID, Integer>();
        var sums = new HashMap<UUID, List<Money>>();
        db.select(o.OWNER_ID, o.CURRENCY, count(), sum(o.AMOUNT))
                .from(o)
                .where(o.OWNER_ID.eq(any(people.toArray(UUID[]::new))), which())
                .groupBy(o.OWNER_ID, o.CURRENCY)
                .orderBy(o.CURRENCY)
                .forEach(r -> {
                    numbers.merge(r.value1(), r.value3(), Integer::sum);
                    var theirs = sums.computeIfAbsent(r.value1(), p -> new ArrayList<>());
                    if (r.value4() != null) theirs.add(new Money(r.value4(), r.value2()));
                });
        var tallies = new HashMap<UUID, Tally>();
        numbers.forEach(
                (person, number) -> tallies.put(person, new Tally(number, sums.getOrDefault(person, List.of()))));
        return tallies;
    }

    @Override
    public Map<UUID, String> give(UUID person, Map<UUID, UUID> heirs, String why, Viewer by) {
        store.lock(heirs.keySet());
        var stored = store.find(heirs.keySet());
        var present = handing.present(new HashSet<>(heirs.values()));
        var allowed = isGivenBy(by, person);
        var stays = new HashMap<UUID, String>();
        var before = new ArrayList<Opportunity>();
        heirs.forEach((id, heir) -> {
            Stored found = stored.get(id);
            if (found == null) {
                stays.put(id, GONE);
                return;
            }
            var now = found.opportunity();
            if (!person.equals(now.owner())) stays.put(id, CHANGED_HANDS);
            else if ((now.outcome() != Outcome.OPEN) != closed) stays.put(id, SETTLED);
            else if (!allowed) stays.put(id, NOT_ALLOWED);
            else if (!present.contains(heir)) stays.put(id, HEIR_LEFT);
            else before.add(now);
        });
        var byHeir = new HashMap<UUID, List<UUID>>();
        var all = new ArrayList<>(before);
        for (var one : before) {
            var heir = heir(heirs, one);
            byHeir.computeIfAbsent(heir, h -> new ArrayList<>()).add(one.id());
            all.add(one.ownedBy(heir));
        }
        byHeir.forEach((heir, ids) -> store.assign(ids, heir));
        var names = wording.of(all, by.language());
        audit.record(
                by,
                Handing.ACTION,
                before.stream()
                        .map(o ->
                                new Changed(Wording.subject(o), names.state(o), names.state(o.ownedBy(heir(heirs, o)))))
                        .toList(),
                Map.of(Handing.FIELD, why));
        return stays;
    }

    private static UUID heir(Map<UUID, UUID> heirs, Opportunity deal) {
        return Objects.requireNonNull(heirs.get(deal.id()));
    }

    private Condition which() {
        return closed ? OPPORTUNITY.OUTCOME.ne(Outcome.OPEN.name()) : OPPORTUNITY.OUTCOME.eq(Outcome.OPEN.name());
    }
}

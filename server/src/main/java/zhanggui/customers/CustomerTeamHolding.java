package zhanggui.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static zhanggui.customers.db.Tables.COLLABORATOR;
import static zhanggui.customers.db.Tables.CUSTOMER;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.people.Handing;
import zhanggui.people.Holding;
import zhanggui.texts.Language;

/** The customers of others that somebody works on too. */
@Component
class CustomerTeamHolding implements Holding {
    private final DSLContext db;
    private final CustomerStore store;
    private final CustomerRegister register;
    private final CollaboratorStore collaborators;
    private final Handing handing;
    private final Audit audit;
    private final Clock clock;

    CustomerTeamHolding(
            DSLContext db,
            CustomerStore store,
            CustomerRegister register,
            CollaboratorStore collaborators,
            Handing handing,
            Audit audit,
            Clock clock) {
        this.db = db;
        this.store = store;
        this.register = register;
        this.collaborators = collaborators;
        this.handing = handing;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "customer-teams";
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public String list() {
        return "customers";
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
        return List.of("customers:read", "customers:edit");
    }

    @Override
    public List<Held> of(UUID person, Language language) {
        return db.select(CUSTOMER.ID, CUSTOMER.NAME, CUSTOMER.OWNER_ID)
                .from(COLLABORATOR)
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(COLLABORATOR.CUSTOMER_ID))
                .where(COLLABORATOR.PERSON_ID.eq(person))
                .orderBy(CUSTOMER.LEVEL.asc().nullsLast(), CUSTOMER.ID)
                .fetch(r -> new Held(r.value1(), r.value2(), r.value3(), r.value1(), Map.of(), null));
    }

    @Override
    public Map<UUID, Tally> tally(Collection<UUID> people) {
        return db.select(COLLABORATOR.PERSON_ID, count())
                .from(COLLABORATOR)
                .where(COLLABORATOR.PERSON_ID.eq(any(people.toArray(UUID[]::new))))
                .groupBy(COLLABORATOR.PERSON_ID)
                .fetchMap(COLLABORATOR.PERSON_ID, r -> new Tally(r.value2(), List.of()));
    }

    @Override
    public Map<UUID, String> give(UUID person, Map<UUID, UUID> heirs, String why, Viewer by) {
        store.lock(heirs.keySet());
        var states = register.states(heirs.keySet());
        var working = collaborators.among(heirs.keySet(), person);
        var present = handing.present(new HashSet<>(heirs.values()));
        var stays = new HashMap<UUID, String>();
        var moving = new ArrayList<UUID>();
        heirs.forEach((id, heir) -> {
            var now = states.get(id);
            if (now == null) stays.put(id, GONE);
            else if (!working.contains(id)) stays.put(id, CHANGED_HANDS);
            else if (!isGivenBy(by, now.owner() == null ? null : now.owner().id())) stays.put(id, NOT_ALLOWED);
            else if (!present.contains(heir)) stays.put(id, HEIR_LEFT);
            else moving.add(id);
        });
        if (moving.isEmpty()) return stays;
        var before = collaborators.named(moving);
        collaborators.succeed(
                person,
                moving,
                moving.stream().map(id -> Objects.requireNonNull(heirs.get(id))).toList());
        store.touch(moving, clock.instant());
        var after = collaborators.named(moving);
        audit.record(
                by,
                Handing.ACTION,
                moving.stream()
                        .map(id -> new Audit.Changed(
                                Objects.requireNonNull(states.get(id)).subject(),
                                Map.of("collaborators", before.getOrDefault(id, List.of())),
                                Map.of("collaborators", after.getOrDefault(id, List.of()))))
                        .toList(),
                Map.of(Handing.FIELD, why));
        return stays;
    }
}

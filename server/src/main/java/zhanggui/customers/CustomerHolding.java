package zhanggui.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static zhanggui.customers.db.Tables.CUSTOMER;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.people.Handing;
import zhanggui.people.Holding;
import zhanggui.texts.Language;

/** The customers somebody owns. */
@Component
class CustomerHolding implements Holding {
    private final DSLContext db;
    private final CustomerStore store;
    private final CustomerRegister register;
    private final Handing handing;
    private final Clock clock;

    CustomerHolding(DSLContext db, CustomerStore store, CustomerRegister register, Handing handing, Clock clock) {
        this.db = db;
        this.store = store;
        this.register = register;
        this.handing = handing;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public String list() {
        return "customers";
    }

    @Override
    public boolean isFiltered() {
        return true;
    }

    @Override
    public boolean staysUnlessAsked() {
        return false;
    }

    @Override
    public String field() {
        return "owner";
    }

    @Override
    public List<String> permissions() {
        return List.of("customers:read", "customers:assign");
    }

    /** By level, so that everybody gets of the best as many. */
    @Override
    public List<Held> of(UUID person, Language language) {
        return db.select(CUSTOMER.ID, CUSTOMER.NAME, CUSTOMER.LEVEL, CUSTOMER.PROVINCE)
                .from(CUSTOMER)
                .where(CUSTOMER.OWNER_ID.eq(person))
                .orderBy(CUSTOMER.LEVEL.asc().nullsLast(), CUSTOMER.PROVINCE, CUSTOMER.ID)
                .fetch(r -> {
                    var traits = new LinkedHashMap<String, String>();
                    if (r.value3() != null) traits.put("level", r.value3());
                    if (r.value4() != null) traits.put("province", r.value4());
                    return new Held(r.value1(), r.value2(), person, r.value1(), traits, null);
                });
    }

    @Override
    public Map<UUID, Tally> tally(Collection<UUID> people) {
        return db.select(CUSTOMER.OWNER_ID, count())
                .from(CUSTOMER)
                .where(CUSTOMER.OWNER_ID.eq(any(people.toArray(UUID[]::new))))
                .groupBy(CUSTOMER.OWNER_ID)
                .fetchMap(CUSTOMER.OWNER_ID, r -> new Tally(r.value2(), List.of()));
    }

    @Override
    public Map<UUID, String> give(UUID person, Map<UUID, UUID> heirs, String why, Viewer by) {
        store.lock(heirs.keySet());
        var states = register.states(heirs.keySet());
        var present = handing.present(new HashSet<>(heirs.values()));
        var allowed = isGivenBy(by, person);
        var stays = new HashMap<UUID, String>();
        var before = new ArrayList<CustomerState>();
        heirs.forEach((id, heir) -> {
            var now = states.get(id);
            if (now == null) stays.put(id, GONE);
            else if (now.owner() == null || !now.owner().id().equals(person)) stays.put(id, CHANGED_HANDS);
            else if (!allowed) stays.put(id, NOT_ALLOWED);
            else if (!present.contains(heir)) stays.put(id, HEIR_LEFT);
            else before.add(now);
        });
        var byHeir = new HashMap<UUID, List<UUID>>();
        for (var one : before) {
            byHeir.computeIfAbsent(Objects.requireNonNull(heirs.get(one.id())), h -> new ArrayList<>())
                    .add(one.id());
        }
        var now = clock.instant();
        byHeir.forEach((heir, ids) -> store.assign(ids, heir, now));
        var after = register.states(before.stream().map(CustomerState::id).toList());
        register.changed(before, after, Handing.ACTION, Map.of(Handing.FIELD, why), by);
        return stays;
    }
}

package zhanggui.activities;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static zhanggui.activities.db.Tables.KNOWN_OPPORTUNITY;
import static zhanggui.activities.db.Tables.TASK;

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

/** What somebody still has to do. */
@Component
class TaskHolding implements Holding {
    private final DSLContext db;
    private final TaskStore store;
    private final Handing handing;
    private final Audit audit;

    TaskHolding(DSLContext db, TaskStore store, Handing handing, Audit audit) {
        this.db = db;
        this.store = store;
        this.handing = handing;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "open-tasks";
    }

    @Override
    public int place() {
        return 60;
    }

    @Override
    public String list() {
        return "tasks";
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
        return List.of("activities:read", "activities:edit");
    }

    @Override
    public List<Held> of(UUID person, Language language) {
        return db.select(TASK.ID, TASK.TITLE, coalesce(TASK.CUSTOMER_ID, KNOWN_OPPORTUNITY.CUSTOMER_ID))
                .from(TASK)
                .leftJoin(KNOWN_OPPORTUNITY)
                .on(KNOWN_OPPORTUNITY.ID.eq(TASK.OPPORTUNITY_ID))
                .where(TASK.OWNER_ID.eq(person), TASK.DONE_AT.isNull())
                .orderBy(TASK.DUE_ON, TASK.ID)
                .fetch(r -> new Held(r.value1(), r.value2(), person, r.value3(), Map.of(), null));
    }

    @Override
    public Map<UUID, Tally> tally(Collection<UUID> people) {
        return db.select(TASK.OWNER_ID, count())
                .from(TASK)
                .where(TASK.OWNER_ID.eq(any(people.toArray(UUID[]::new))), TASK.DONE_AT.isNull())
                .groupBy(TASK.OWNER_ID)
                .fetchMap(TASK.OWNER_ID, r -> new Tally(r.value2(), List.of()));
    }

    @Override
    public Map<UUID, String> give(UUID person, Map<UUID, UUID> heirs, String why, Viewer by) {
        store.lock(heirs.keySet());
        var tasks = new HashMap<UUID, Task>();
        store.find(heirs.keySet()).forEach(t -> tasks.put(t.id(), t));
        var present = handing.present(new HashSet<>(heirs.values()));
        var allowed = isGivenBy(by, person);
        var stays = new HashMap<UUID, String>();
        var moving = new HashMap<UUID, UUID>();
        heirs.forEach((id, heir) -> {
            var now = tasks.get(id);
            if (now == null) stays.put(id, GONE);
            else if (!now.owner().id().equals(person)) stays.put(id, CHANGED_HANDS);
            else if (now.doneAt() != null) stays.put(id, SETTLED);
            else if (!allowed) stays.put(id, NOT_ALLOWED);
            else if (!present.contains(heir)) stays.put(id, HEIR_LEFT);
            else moving.put(id, heir);
        });
        if (moving.isEmpty()) return stays;
        store.assign(moving);
        var entries = new ArrayList<Audit.Changed>();
        for (var after : store.find(moving.keySet())) {
            entries.add(Tasks.entry(Objects.requireNonNull(tasks.get(after.id())), after));
        }
        audit.record(by, Handing.ACTION, entries, Map.of(Handing.FIELD, why));
        return stays;
    }
}

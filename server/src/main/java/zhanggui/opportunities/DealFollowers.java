package zhanggui.opportunities;

import static org.jooq.impl.DSL.any;
import static zhanggui.opportunities.db.Tables.COLLABORATOR;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import zhanggui.notices.Followers;

/** Whoever works on an opportunity too follows it. */
@Component
class DealFollowers implements Followers {
    private final DSLContext db;

    DealFollowers(DSLContext db) {
        this.db = db;
    }

    @Override
    public String list() {
        return "opportunities";
    }

    @Override
    public Map<UUID, Set<UUID>> of(Collection<UUID> records) {
        var followers = new HashMap<UUID, Set<UUID>>();
        db.select(COLLABORATOR.OPPORTUNITY_ID, COLLABORATOR.PERSON_ID)
                .from(COLLABORATOR)
                .where(COLLABORATOR.OPPORTUNITY_ID.eq(any(records.toArray(UUID[]::new))))
                .forEach(r -> followers
                        .computeIfAbsent(r.value1(), id -> new HashSet<>())
                        .add(r.value2()));
        return followers;
    }
}

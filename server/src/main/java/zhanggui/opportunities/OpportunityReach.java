package zhanggui.opportunities;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static zhanggui.opportunities.db.Tables.COLLABORATOR;
import static zhanggui.opportunities.db.Tables.OPPORTUNITY;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhanggui.access.Scope;
import zhanggui.access.Viewer;
import zhanggui.problems.Refused;

/** Who reaches which opportunities: by their owner, and those who work on one beside the owner. */
@Component
class OpportunityReach {
    static final String READ = "opportunities:read";
    static final String CREATE = "opportunities:create";
    static final String EDIT = "opportunities:edit";
    static final String ASSIGN = "opportunities:assign";
    static final String DELETE = "opportunities:delete";
    static final String EXPORT = "opportunities:export";
    static final Scope SCOPE = of(OPPORTUNITY.ID, OPPORTUNITY.OWNER_ID);
    private final DSLContext db;

    OpportunityReach(DSLContext db) {
        this.db = db;
    }

    static Scope of(Field<UUID> id, Field<UUID> owner) {
        return Scope.ownedBy(owner).or((viewer, permission) -> shared(id, viewer, permission));
    }

    /** Collaborators read, and edit where they may write; giving away and deleting stay with the owner's side. */
    private static Condition shared(Field<UUID> id, Viewer viewer, String permission) {
        if (!viewer.may(permission)) return falseCondition();
        var mine = COLLABORATOR.PERSON_ID.eq(viewer.id());
        return switch (permission) {
            case READ, EXPORT ->
                id.eq(any(array(
                        select(COLLABORATOR.OPPORTUNITY_ID).from(COLLABORATOR).where(mine))));
            case EDIT ->
                id.eq(any(array(select(COLLABORATOR.OPPORTUNITY_ID)
                        .from(COLLABORATOR)
                        .where(mine, COLLABORATOR.MAY_WRITE.isTrue()))));
            default -> falseCondition();
        };
    }

    /** Whether the opportunity of the present row is within reach, as a column. */
    static Field<Boolean> column(Viewer viewer, String permission) {
        var condition = SCOPE.of(viewer, permission);
        // Of an opportunity without an owner the condition is neither true nor false.
        return condition.equals(noCondition()) ? inline(true) : coalesce(field(condition), inline(false));
    }

    /** Only those who reach an opportunity through its owner may share it, not those it was shared with. */
    static boolean mayShare(@Nullable UUID owner, Viewer viewer) {
        return viewer.may(EDIT, owner);
    }

    boolean exists(UUID id) {
        return db.fetchExists(OPPORTUNITY, OPPORTUNITY.ID.eq(id));
    }

    boolean reaches(UUID id, Viewer viewer, String permission) {
        return db.fetchExists(OPPORTUNITY, OPPORTUNITY.ID.eq(id).and(SCOPE.of(viewer, permission)));
    }

    /** Those of some that are within reach; what cannot be read is not reached, whatever else a role allows. */
    Set<UUID> reached(Collection<UUID> ids, Viewer viewer, String permission) {
        return db.select(OPPORTUNITY.ID)
                .from(OPPORTUNITY)
                .where(OPPORTUNITY.ID.eq(any(ids.toArray(UUID[]::new))))
                .and(SCOPE.of(viewer, READ))
                .and(permission.equals(READ) ? noCondition() : SCOPE.of(viewer, permission))
                .fetchSet(OPPORTUNITY.ID);
    }

    /** Unreadable is not found; readable is not yet changeable. */
    void require(UUID id, Viewer viewer, String permission) {
        if (!reaches(id, viewer, READ)) throw Refused.notFound();
        if (!reaches(id, viewer, permission)) throw Refused.notAllowed();
    }
}

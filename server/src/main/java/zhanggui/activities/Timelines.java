package zhanggui.activities;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static zhanggui.activities.db.Tables.ACTIVITY;
import static zhanggui.activities.db.Tables.KNOWN_OPPORTUNITY;
import static zhanggui.activities.db.Tables.TASK;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Scope;
import zhanggui.access.Viewer;
import zhanggui.opportunities.OpportunityDirectory;
import zhanggui.problems.Refused;

/** What was done and what is to be done on one record, as far as the viewer may know of it. */
@Component
@Transactional(readOnly = true)
class Timelines {
    private static final int MOST = 200;
    private static final OpportunityDirectory.OpportunitiesAs READABLE = OpportunityDirectory.as("readable");
    private final ActivityStore activities;
    private final TaskStore tasks;
    private final Subjects subjects;

    Timelines(ActivityStore activities, TaskStore tasks, Subjects subjects) {
        this.activities = activities;
        this.tasks = tasks;
        this.subjects = subjects;
    }

    /**
     * @param activities the latest first
     * @param tasks open ones first; only with the first page
     * @param earlier the follow-up before which there are more, to ask for them; absent when these were all
     */
    record Timeline(
            List<Activity> activities,
            List<Task> tasks,
            @Nullable UUID earlier) {}

    /** A customer's timeline includes that of its contacts and of the opportunities it has now. */
    Timeline ofCustomer(UUID id, @Nullable UUID before, Viewer viewer) {
        if (!subjects.sees("customers", id, viewer)) throw Refused.notFound();
        return timeline(
                ofCustomer(id, ACTIVITY.CUSTOMER_ID, ACTIVITY.OPPORTUNITY_ID)
                        .and(readable(ACTIVITY.OWNER_ID, ACTIVITY.OPPORTUNITY_ID, viewer)),
                ofCustomer(id, TASK.CUSTOMER_ID, TASK.OPPORTUNITY_ID)
                        .and(readable(TASK.OWNER_ID, TASK.OPPORTUNITY_ID, viewer)),
                before);
    }

    Timeline ofOpportunity(UUID id, @Nullable UUID before, Viewer viewer) {
        if (!subjects.sees("opportunities", id, viewer)) throw Refused.notFound();
        return timeline(ACTIVITY.OPPORTUNITY_ID.eq(id), TASK.OPPORTUNITY_ID.eq(id), before);
    }

    /** What was about this contact, whatever else it was about. */
    Timeline ofContact(UUID id, @Nullable UUID before, Viewer viewer) {
        if (!subjects.seesContact(id, viewer)) throw Refused.notFound();
        return timeline(
                ACTIVITY.CONTACT_ID.eq(id).and(readable(ACTIVITY.OWNER_ID, ACTIVITY.OPPORTUNITY_ID, viewer)),
                TASK.CONTACT_ID.eq(id).and(readable(TASK.OWNER_ID, TASK.OPPORTUNITY_ID, viewer)),
                before);
    }

    private Timeline timeline(Condition ofActivities, Condition ofTasks, @Nullable UUID before) {
        // What is not on this timeline tells nothing of its moment either.
        if (before != null
                && activities.find(ofActivities.and(ACTIVITY.ID.eq(before)), 1).isEmpty()) {
            return new Timeline(List.of(), List.of(), null);
        }
        var found = activities.find(ofActivities.and(before(before)), MOST + 1);
        var shown = found.subList(0, Math.min(found.size(), MOST));
        return new Timeline(
                List.copyOf(shown),
                before == null ? tasks.find(ofTasks, MOST) : List.of(),
                found.size() > MOST ? shown.getLast().id() : null);
    }

    private static Condition before(@Nullable UUID id) {
        var last = ACTIVITY.as("last_shown");
        return id == null
                ? noCondition()
                : row(ACTIVITY.HAPPENED_AT, ACTIVITY.ID)
                        .lt(select(last.HAPPENED_AT, last.ID).from(last).where(last.ID.eq(id)));
    }

    /** Written down for the customer, or for an opportunity that is the customer's now. */
    static Condition ofCustomer(UUID id, Field<UUID> customer, Field<UUID> opportunity) {
        return customer.eq(id)
                .or(opportunity.eq(any(array(select(KNOWN_OPPORTUNITY.ID)
                        .from(KNOWN_OPPORTUNITY)
                        .where(KNOWN_OPPORTUNITY.CUSTOMER_ID.eq(id))))));
    }

    /** On an opportunity, only for those who may read it or reach the author. */
    private static Condition readable(Field<UUID> owner, Field<UUID> opportunity, Viewer viewer) {
        var authors = Scope.ownedBy(owner).of(viewer, "activities:read");
        var reach = READABLE.reach().of(viewer, "opportunities:read");
        if (authors.equals(noCondition()) || reach.equals(noCondition())) return noCondition();
        return opportunity
                .isNull()
                .or(authors)
                .or(exists(selectOne()
                        .from(READABLE.table())
                        .where(READABLE.id().eq(opportunity))
                        .and(reach)));
    }
}

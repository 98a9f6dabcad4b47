package zhanggui.activities;

import static zhanggui.activities.db.Tables.ACTIVITY;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.bin.Bin;
import zhanggui.bin.Parted;
import zhanggui.bin.Restored;
import zhanggui.customers.ContactRemoved;
import zhanggui.customers.CustomerRemoved;
import zhanggui.customfields.CustomFields;
import zhanggui.listings.FieldGuard;
import zhanggui.opportunities.OpportunitiesLeft;
import zhanggui.opportunities.OpportunityRemoved;
import zhanggui.problems.Refused;

/** Writing down what was done with customers. */
@Service
@Transactional
public class Activities {
    private final ActivityStore store;
    private final Tasks tasks;
    private final Subjects subjects;
    private final CustomFields fields;
    private final FieldGuard guard;
    private final Bin bin;
    private final Audit audit;
    private final Clock clock;

    Activities(
            ActivityStore store,
            Tasks tasks,
            Subjects subjects,
            CustomFields fields,
            FieldGuard guard,
            Bin bin,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.subjects = subjects;
        this.fields = fields;
        this.guard = guard;
        this.bin = bin;
        this.audit = audit;
        this.clock = clock;
    }

    /** A reminder that comes of a follow-up: a task for its author. */
    public record Reminder(
            @NotBlank @Size(max = 200) String title,
            @NotNull LocalDate dueOn) {}

    /**
     * A follow-up.
     *
     * @param happenedAt now, where absent; never in the future
     * @param reminder the task to make of the next step
     * @param custom the custom fields it mentions, by code
     */
    public record NewActivity(
            @NotNull ActivityKind kind,
            @Nullable Instant happenedAt,
            @NotBlank @Size(max = 10_000) String text,
            @Nullable @Size(max = 1000) String nextStep,
            @Nullable UUID customer,
            @Nullable UUID contact,
            @Nullable UUID opportunity,
            @Nullable Reminder reminder,
            @Nullable @Size(max = 100) String externalId,
            @Nullable Map<String, @Nullable Object> custom) {}

    public record EditActivity(
            @NotNull ActivityKind kind,
            @NotNull Instant happenedAt,
            @NotBlank @Size(max = 10_000) String text,
            @Nullable @Size(max = 1000) String nextStep,
            @Nullable Map<String, @Nullable Object> custom,
            int version) {
        /** The command that would change nothing. */
        static EditActivity of(Activity a) {
            return new EditActivity(
                    a.kind(),
                    a.happenedAt(),
                    a.text(),
                    a.nextStep(),
                    Collections.unmodifiableMap(a.custom().stored()),
                    a.version());
        }
    }

    public Activity add(NewActivity command, Viewer viewer) {
        viewer.require("activities:create");
        var activity = guard.guarded("activities", command, null, viewer);
        var about =
                subjects.checked(new About(activity.customer(), activity.contact(), activity.opportunity()), viewer);
        var at = happened(activity.happenedAt());
        var custom = checked(activity.custom(), null, activity.kind(), viewer);
        var id = store.add(activity, about, at, custom, viewer.id());
        subjects.followedUp(about, at);
        var reminder = activity.reminder();
        if (reminder != null) {
            tasks.add(
                    new Tasks.NewTask(
                            reminder.title(),
                            reminder.dueOn(),
                            Task.Priority.NORMAL,
                            null,
                            about.customer(),
                            about.contact(),
                            about.opportunity(),
                            null,
                            null),
                    viewer);
        }
        var added = found(id);
        audit.created(viewer, subject(added), State.of(added));
        return added;
    }

    public void edit(UUID id, EditActivity command, Viewer viewer) {
        var before = editable(id, "activities:edit", viewer);
        if (before.version() != command.version()) throw Refused.stale(before);
        var edit = guard.guarded("activities", command, EditActivity.of(before), viewer);
        var custom = checked(edit.custom(), before.custom().stored(), edit.kind(), viewer);
        if (!store.edit(id, edit, happened(edit.happenedAt()), custom)) throw Refused.stale(found(id));
        var after = found(id);
        subjects.noLongerFollowedUp(List.of(before));
        subjects.followedUp(after.about(), after.happenedAt());
        audit.changed(viewer, subject(after), State.of(before), State.of(after));
    }

    public void delete(UUID id, Viewer viewer) {
        var gone = editable(id, "activities:delete", viewer);
        bin.keep(subject(gone), gone.owner(), deleting(gone, viewer), viewer);
        store.remove(id);
        subjects.noLongerFollowedUp(List.of(gone));
        audit.deleted(viewer, subject(gone), State.of(gone));
    }

    /** What goes with an opportunity is logged like anything else that goes. */
    @EventListener
    void removed(OpportunityRemoved event) {
        gone(store.removeOf(ACTIVITY.OPPORTUNITY_ID.eq(event.id())), event.viewer());
    }

    /** So is what goes with a customer, also where it was about an opportunity that is with another by now. */
    @EventListener
    void removed(CustomerRemoved event) {
        gone(store.removeOf(ACTIVITY.CUSTOMER_ID.eq(event.id())), event.viewer());
    }

    /** What was about a contact that goes stays, and its history says whom it was about. */
    @EventListener
    void removed(ContactRemoved event) {
        var about = store.leaveContact(event.id());
        audit.record(
                event.viewer(),
                "changed",
                about.stream().map(one -> entry(one, one.withoutContact())).toList());
    }

    /** What came back counts again as the last that was done, where it is. */
    @EventListener
    void restored(Restored event) {
        if (!event.list().equals("activities")) return;
        subjects.followedUp(store.find(event.ids()).stream()
                .map(a -> new Subjects.Done(a.about(), a.happenedAt()))
                .toList());
    }

    /** Of two records that are two again, each was last followed up when that was done about itself. */
    @EventListener
    void parted(Parted event) {
        subjects.parted(event.list(), event.kept(), event.back());
    }

    private void gone(List<Activity> gone, Viewer viewer) {
        if (gone.isEmpty()) return;
        subjects.noLongerFollowedUp(gone);
        audit.record(
                viewer,
                "deleted",
                gone.stream()
                        .map(a -> new Audit.Changed(subject(a), State.of(a), null))
                        .toList());
    }

    /** Customers that opportunities left were last followed up when that was done about what stayed. */
    @EventListener
    void left(OpportunitiesLeft event) {
        subjects.left(event.customers());
    }

    /** A follow-up one may see: one's own reach, or on a record one may see. */
    @Transactional(readOnly = true)
    public Activity get(UUID id, Viewer viewer) {
        var found = found(id);
        if (!subjects.visible(found.owner().id(), found.about(), viewer)) throw Refused.notFound();
        return found;
    }

    private Map<String, Object> checked(
            @Nullable Map<String, @Nullable Object> given,
            @Nullable Map<String, Object> was,
            ActivityKind kind,
            Viewer viewer) {
        var checked = fields.check("activities", viewer).check(given, was, Map.of("kind", kind));
        if (!checked.problems().isEmpty()) throw Refused.invalid(checked.problems());
        return checked.values();
    }

    private Activity found(UUID id) {
        return store.find(id).orElseThrow(Refused::notFound);
    }

    /** Authors may correct their own; others need the reach. */
    private Activity editable(UUID id, String permission, Viewer viewer) {
        var found = get(id, viewer);
        var own = found.owner().id().equals(viewer.id()) && viewer.may("activities:edit");
        if (!own && !viewer.may(permission, found.owner().id())) throw Refused.notAllowed();
        return found;
    }

    /** What the viewer needs to delete it: authors may take back their own. */
    private static String deleting(Activity activity, Viewer viewer) {
        return viewer.may("activities:delete", activity.owner().id()) ? "activities:delete" : "activities:edit";
    }

    private Instant happened(@Nullable Instant at) {
        var now = clock.instant();
        if (at == null) return now;
        if (at.isAfter(now.plus(Duration.ofMinutes(5)))) throw Refused.invalid("happenedAt", "past-or-present");
        return at;
    }

    /** What the log says of a follow-up that was {@code before}, or is new. */
    static Audit.Changed entry(@Nullable Activity before, Activity now) {
        return new Audit.Changed(subject(now), before == null ? null : State.of(before), State.of(now));
    }

    private static Subject subject(Activity activity) {
        var text = activity.text();
        return new Subject("activities", activity.id(), text.length() > 60 ? text.substring(0, 60) + "…" : text);
    }

    /** What the log keeps. */
    private record State(
            ActivityKind kind,
            Instant happenedAt,
            String text,
            @Nullable String nextStep,
            @Nullable String customer,
            @Nullable String contact,
            @Nullable String opportunity,
            @JsonAnyGetter Map<String, @Nullable Object> custom) {
        static State of(Activity a) {
            return new State(
                    a.kind(),
                    a.happenedAt(),
                    a.text(),
                    a.nextStep(),
                    a.customer() == null ? null : a.customer().name(),
                    a.contact() == null ? null : a.contact().name(),
                    a.opportunity() == null ? null : a.opportunity().name(),
                    a.custom().logged());
        }
    }
}

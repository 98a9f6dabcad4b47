package zhanggui.activities;

import static zhanggui.activities.db.Tables.TASK;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import zhanggui.access.Viewer;
import zhanggui.audit.Audit;
import zhanggui.audit.Subject;
import zhanggui.bin.Bin;
import zhanggui.customers.ContactRemoved;
import zhanggui.customers.CustomerRemoved;
import zhanggui.listings.FieldGuard;
import zhanggui.opportunities.OpportunityRemoved;
import zhanggui.problems.Refused;

/** What people plan to do 跟进计划. A task may stand alone or be about a record. */
@Service
@Transactional
public class Tasks {
    private final TaskStore store;
    private final Subjects subjects;
    private final FieldGuard guard;
    private final Bin bin;
    private final Audit audit;

    Tasks(TaskStore store, Subjects subjects, FieldGuard guard, Bin bin, Audit audit) {
        this.store = store;
        this.subjects = subjects;
        this.guard = guard;
        this.bin = bin;
        this.audit = audit;
    }

    /** @param owner whose task it is; the viewer's own where absent, others' within reach of {@code activities:edit} */
    public record NewTask(
            @NotBlank @Size(max = 200) String title,
            @NotNull LocalDate dueOn,
            Task.@Nullable Priority priority,
            @Nullable @Size(max = 5000) String note,
            @Nullable UUID customer,
            @Nullable UUID contact,
            @Nullable UUID opportunity,
            @Nullable UUID owner,
            @Nullable @Size(max = 100) String externalId) {}

    /** @param done whether it is done; when it was done is kept from the first time */
    public record EditTask(
            @NotBlank @Size(max = 200) String title,
            @NotNull LocalDate dueOn,
            Task.@NotNull Priority priority,
            @Nullable @Size(max = 5000) String note,
            @Nullable UUID owner,
            boolean done,
            int version) {
        /** The command that would change nothing. */
        static EditTask of(Task t) {
            return new EditTask(
                    t.title(), t.dueOn(), t.priority(), t.note(), t.owner().id(), t.doneAt() != null, t.version());
        }
    }

    public Task add(NewTask command, Viewer viewer) {
        viewer.require("activities:create");
        var task = guard.guarded("tasks", command, null, viewer);
        var about = new About(task.customer(), task.contact(), task.opportunity());
        if (!about.isNothing()) about = subjects.checked(about, viewer);
        var owner = owner(task.owner(), viewer);
        var id = store.add(task, about, owner, viewer.id());
        var added = find(id);
        audit.created(viewer, new Subject("tasks", id, task.title()), State.of(added));
        return added;
    }

    public void edit(UUID id, EditTask command, Viewer viewer) {
        var before = get(id, viewer);
        if (!viewer.may("activities:edit", before.owner().id())) throw Refused.notAllowed();
        if (before.version() != command.version()) throw Refused.stale(before);
        var edit = guard.guarded("tasks", command, EditTask.of(before), viewer);
        var owner = edit.owner() == null ? before.owner().id() : owner(edit.owner(), viewer);
        if (!store.edit(id, edit, owner)) throw Refused.stale(find(id));
        audit.changed(viewer, new Subject("tasks", id, edit.title()), State.of(before), State.of(find(id)));
    }

    public void delete(UUID id, Viewer viewer) {
        var gone = get(id, viewer);
        if (!viewer.may("activities:edit", gone.owner().id())) throw Refused.notAllowed();
        bin.keep(new Subject("tasks", id, gone.title()), gone.owner(), "activities:edit", viewer);
        store.remove(id);
        audit.deleted(viewer, new Subject("tasks", id, gone.title()), State.of(gone));
    }

    /** What goes with an opportunity is logged like anything else that goes. */
    @EventListener
    void removed(OpportunityRemoved event) {
        gone(store.removeOf(TASK.OPPORTUNITY_ID.eq(event.id())), event.viewer());
    }

    /** So is what goes with a customer. */
    @EventListener
    void removed(CustomerRemoved event) {
        gone(store.removeOf(TASK.CUSTOMER_ID.eq(event.id())), event.viewer());
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

    private void gone(List<Task> gone, Viewer viewer) {
        if (gone.isEmpty()) return;
        audit.record(
                viewer,
                "deleted",
                gone.stream()
                        .map(t -> new Audit.Changed(new Subject("tasks", t.id(), t.title()), State.of(t), null))
                        .toList());
    }

    @Transactional(readOnly = true)
    public Task get(UUID id, Viewer viewer) {
        var found = find(id);
        if (!subjects.visible(found.owner().id(), found.about(), viewer)) throw Refused.notFound();
        return found;
    }

    private Task find(UUID id) {
        return store.find(id).orElseThrow(Refused::notFound);
    }

    private static UUID owner(@Nullable UUID owner, Viewer viewer) {
        if (owner == null) return viewer.id();
        if (!viewer.may("activities:edit", owner)) throw Refused.invalid("owner", "unreachable", owner);
        return owner;
    }

    /** What the log says of a task that was {@code before}, or is new. */
    static Audit.Changed entry(@Nullable Task before, Task now) {
        return new Audit.Changed(
                new Subject("tasks", now.id(), now.title()), before == null ? null : State.of(before), State.of(now));
    }

    /** What the log keeps. */
    private record State(
            String title,
            LocalDate dueOn,
            boolean done,
            Task.Priority priority,
            @Nullable String note,
            @Nullable String contact,
            @Nullable String owner) {
        static State of(Task t) {
            return new State(
                    t.title(),
                    t.dueOn(),
                    t.doneAt() != null,
                    t.priority(),
                    t.note(),
                    t.contact() == null ? null : t.contact().name(),
                    t.owner().name());
        }
    }
}

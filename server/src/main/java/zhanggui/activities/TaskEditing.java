package zhanggui.activities;

import java.util.UUID;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.activities.Tasks.EditTask;
import zhanggui.edits.Changes;
import zhanggui.edits.Deleting;

/** Tasks a field at a time. */
@Component
class TaskEditing implements Deleting {
    private final Tasks tasks;

    TaskEditing(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public String list() {
        return "tasks";
    }

    @Override
    public void edit(UUID id, Changes changes, Viewer viewer) {
        tasks.edit(id, changes.in(EditTask.of(tasks.get(id, viewer))), viewer);
    }

    @Override
    public void delete(UUID id, Viewer viewer) {
        tasks.delete(id, viewer);
    }
}

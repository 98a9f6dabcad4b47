package zhanggui.activities;

import java.util.UUID;
import org.springframework.stereotype.Component;
import zhanggui.access.Viewer;
import zhanggui.activities.Activities.EditActivity;
import zhanggui.edits.Changes;
import zhanggui.edits.Deleting;

/** Follow-ups a field at a time. */
@Component
class ActivityEditing implements Deleting {
    private final Activities activities;

    ActivityEditing(Activities activities) {
        this.activities = activities;
    }

    @Override
    public String list() {
        return "activities";
    }

    @Override
    public void edit(UUID id, Changes changes, Viewer viewer) {
        activities.edit(id, changes.in(EditActivity.of(activities.get(id, viewer))), viewer);
    }

    @Override
    public void delete(UUID id, Viewer viewer) {
        activities.delete(id, viewer);
    }
}

package zhanggui.activities;

import static zhanggui.activities.db.Tables.ACTIVITY;
import static zhanggui.activities.db.Tables.TASK;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.problems.Refused;

@RestController
@RequestMapping("/api")
class ActivityController {
    private static final int TIMELINE = 200;
    private final Activities activities;
    private final ActivityStore activityStore;
    private final Tasks tasks;
    private final TaskStore taskStore;
    private final Subjects subjects;

    ActivityController(
            Activities activities, ActivityStore activityStore, Tasks tasks, TaskStore taskStore, Subjects subjects) {
        this.activities = activities;
        this.activityStore = activityStore;
        this.tasks = tasks;
        this.taskStore = taskStore;
        this.subjects = subjects;
    }

    /** What was done and what is to be done on one record. */
    record Timeline(List<Activity> activities, List<Task> tasks) {}

    /** A customer's timeline includes that of its opportunities. */
    @GetMapping("/customers/{id}/timeline")
    @PreAuthorize("hasAuthority('customers:read')")
    Timeline ofCustomer(@PathVariable UUID id, Viewer viewer) {
        if (!subjects.sees("customers", id, viewer)) throw Refused.notFound();
        return new Timeline(
                activityStore.find(ACTIVITY.CUSTOMER_ID.eq(id), TIMELINE),
                taskStore.find(TASK.CUSTOMER_ID.eq(id), TIMELINE));
    }

    @GetMapping("/opportunities/{id}/timeline")
    @PreAuthorize("hasAuthority('opportunities:read')")
    Timeline ofOpportunity(@PathVariable UUID id, Viewer viewer) {
        if (!subjects.sees("opportunities", id, viewer)) throw Refused.notFound();
        return new Timeline(
                activityStore.find(ACTIVITY.OPPORTUNITY_ID.eq(id), TIMELINE),
                taskStore.find(TASK.OPPORTUNITY_ID.eq(id), TIMELINE));
    }

    @PostMapping("/activities")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('activities:create')")
    Activity add(@Valid @RequestBody Activities.NewActivity body, Viewer viewer) {
        return activities.get(activities.add(body, viewer), viewer);
    }

    @GetMapping("/activities/{id}")
    @PreAuthorize("isAuthenticated()")
    Activity get(@PathVariable UUID id, Viewer viewer) {
        return activities.get(id, viewer);
    }

    @PutMapping("/activities/{id}")
    @PreAuthorize("hasAuthority('activities:edit')")
    Activity edit(@PathVariable UUID id, @Valid @RequestBody Activities.EditActivity body, Viewer viewer) {
        activities.edit(id, body, viewer);
        return activities.get(id, viewer);
    }

    @DeleteMapping("/activities/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('activities:edit')")
    void delete(@PathVariable UUID id, Viewer viewer) {
        activities.delete(id, viewer);
    }

    @PostMapping("/tasks")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('activities:create')")
    Task addTask(@Valid @RequestBody Tasks.NewTask body, Viewer viewer) {
        return tasks.get(tasks.add(body, viewer), viewer);
    }

    @GetMapping("/tasks/{id}")
    @PreAuthorize("isAuthenticated()")
    Task getTask(@PathVariable UUID id, Viewer viewer) {
        return tasks.get(id, viewer);
    }

    @PutMapping("/tasks/{id}")
    @PreAuthorize("hasAuthority('activities:edit')")
    Task editTask(@PathVariable UUID id, @Valid @RequestBody Tasks.EditTask body, Viewer viewer) {
        tasks.edit(id, body, viewer);
        return tasks.get(id, viewer);
    }

    @DeleteMapping("/tasks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('activities:edit')")
    void deleteTask(@PathVariable UUID id, Viewer viewer) {
        tasks.delete(id, viewer);
    }
}

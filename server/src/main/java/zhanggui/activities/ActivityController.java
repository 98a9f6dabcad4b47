package zhanggui.activities;

import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.activities.Timelines.Timeline;

@RestController
@RequestMapping("/api")
class ActivityController {
    private final Activities activities;
    private final Tasks tasks;
    private final Timelines timelines;

    ActivityController(Activities activities, Tasks tasks, Timelines timelines) {
        this.activities = activities;
        this.tasks = tasks;
        this.timelines = timelines;
    }

    @GetMapping("/customers/{id}/timeline")
    @PreAuthorize("hasAuthority('customers:read') and hasAuthority('activities:read')")
    Timeline ofCustomer(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID before, Viewer viewer) {
        return timelines.ofCustomer(id, before, viewer);
    }

    @GetMapping("/contacts/{id}/timeline")
    @PreAuthorize("hasAuthority('customers:read') and hasAuthority('activities:read')")
    Timeline ofContact(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID before, Viewer viewer) {
        return timelines.ofContact(id, before, viewer);
    }

    @GetMapping("/opportunities/{id}/timeline")
    @PreAuthorize("hasAuthority('opportunities:read') and hasAuthority('activities:read')")
    Timeline ofOpportunity(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID before, Viewer viewer) {
        return timelines.ofOpportunity(id, before, viewer);
    }

    @PostMapping("/activities")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('activities:create')")
    Activity add(@Valid @RequestBody Activities.NewActivity body, Viewer viewer) {
        return activities.add(body, viewer);
    }

    @GetMapping("/activities/{id}")
    @PreAuthorize("hasAuthority('activities:read')")
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
        return tasks.add(body, viewer);
    }

    @GetMapping("/tasks/{id}")
    @PreAuthorize("hasAuthority('activities:read')")
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

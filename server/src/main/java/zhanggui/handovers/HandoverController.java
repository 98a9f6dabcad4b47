package zhanggui.handovers;

import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.handovers.HandoverView.ItemState;
import zhanggui.handovers.HandoverView.Items;

@RestController
@RequestMapping("/api/handovers")
@PreAuthorize("hasAuthority('handovers:run')")
class HandoverController {
    private final Handovers handovers;

    HandoverController(Handovers handovers) {
        this.handovers = handovers;
    }

    record StartedHandover(UUID id) {}

    @PostMapping("/preview")
    HandoverPreview preview(@Valid @RequestBody Plan body, Viewer viewer) {
        return handovers.preview(body, viewer);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    StartedHandover start(@Valid @RequestBody Plan.Start body, Viewer viewer) {
        return new StartedHandover(handovers.start(body, viewer));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('handovers:read')")
    HandoverView get(@PathVariable UUID id, Viewer viewer) {
        return handovers.view(id, viewer);
    }

    @GetMapping("/{id}/items")
    @PreAuthorize("hasAuthority('handovers:read')")
    Items items(
            @PathVariable UUID id,
            @RequestParam @Nullable ItemState state,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size,
            Viewer viewer) {
        return handovers.items(id, state, page, size, viewer);
    }

    @PostMapping("/{id}/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAuthority('handovers:run') and hasAuthority('handovers:read')")
    void resume(@PathVariable UUID id, Viewer viewer) {
        handovers.resume(id, viewer);
    }
}

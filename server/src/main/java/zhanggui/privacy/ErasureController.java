package zhanggui.privacy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;

/** Erasing contacts: looked at beforehand, done as a job, kept as a record that names nobody. */
@RestController
@RequestMapping("/api")
class ErasureController {
    private final Erasures erasures;

    ErasureController(Erasures erasures) {
        this.erasures = erasures;
    }

    /** @param words absent for those that the contact itself tells */
    record ErasurePreviewAsked(@Nullable @Size(max = 40) List<@Valid @NotNull PersonalWord> words) {}

    record StartedErasure(UUID id) {}

    @PostMapping("/contacts/{id}/erasure/preview")
    @PreAuthorize("hasAuthority('privacy:erase')")
    ErasurePreview preview(@PathVariable UUID id, @Valid @RequestBody ErasurePreviewAsked body, Viewer viewer) {
        return erasures.preview(id, body.words(), viewer);
    }

    @PostMapping("/contacts/{id}/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAuthority('privacy:erase')")
    StartedErasure start(@PathVariable UUID id, @Valid @RequestBody Erase body, Viewer viewer) {
        return new StartedErasure(erasures.start(id, body, viewer));
    }

    @GetMapping("/erasures/{id}")
    @PreAuthorize("hasAuthority('privacy:read')")
    ErasureView get(@PathVariable UUID id, Viewer viewer) {
        return erasures.view(id, viewer);
    }

    @PostMapping("/erasures/{id}/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAuthority('privacy:erase') and hasAuthority('privacy:read')")
    void resume(@PathVariable UUID id, Viewer viewer) {
        erasures.resume(id, viewer);
    }
}

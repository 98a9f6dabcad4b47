package zhanggui.privacy;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** For how long contacts are kept. */
@RestController
@RequestMapping("/api")
class RetentionController {
    private final Retentions retentions;

    RetentionController(Retentions retentions) {
        this.retentions = retentions;
    }

    @GetMapping("/retention")
    @PreAuthorize("hasAuthority('privacy:read')")
    Retention rule(Viewer viewer) {
        return retentions.rule(viewer);
    }

    @PutMapping("/retention")
    @PreAuthorize("hasAuthority('privacy:erase')")
    Retention change(@Valid @RequestBody Retention.Save body, Viewer viewer) {
        return retentions.change(body, viewer);
    }

    /** Starts erasing the contacts that are due. */
    @PostMapping("/retention/erase-due")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PreAuthorize("hasAuthority('privacy:erase')")
    Retention.Started eraseDue(Viewer viewer) {
        return retentions.eraseDue(viewer);
    }

    /** No content where the contact is not held. */
    @GetMapping("/contacts/{id}/hold")
    @PreAuthorize("hasAuthority('privacy:read')")
    ResponseEntity<Retention.Hold> hold(@PathVariable UUID id, Viewer viewer) {
        return retentions.hold(id, viewer).map(ResponseEntity::ok).orElseGet(() -> ResponseEntity.noContent()
                .build());
    }

    @PutMapping("/contacts/{id}/hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('privacy:erase')")
    void hold(@PathVariable UUID id, @Valid @RequestBody Retention.SaveHold body, Viewer viewer) {
        retentions.hold(id, body, viewer);
    }

    @DeleteMapping("/contacts/{id}/hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('privacy:erase')")
    void release(@PathVariable UUID id, Viewer viewer) {
        retentions.release(id, viewer);
    }
}

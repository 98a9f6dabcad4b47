package zhanggui.privacy;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;
import zhanggui.privacy.Consent.Channel;

@RestController
@RequestMapping("/api/contacts/{id}/consents")
class ConsentController {
    private final Consents consents;

    ConsentController(Consents consents) {
        this.consents = consents;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('customers:read')")
    List<Consent> of(@PathVariable UUID id, Viewer viewer) {
        return consents.of(id, viewer);
    }

    @PutMapping("/{channel}")
    @PreAuthorize("hasAuthority('customers:edit')")
    List<Consent> note(
            @PathVariable UUID id, @PathVariable Channel channel, @Valid @RequestBody SaveConsent body, Viewer viewer) {
        return consents.note(id, channel, body, viewer);
    }
}

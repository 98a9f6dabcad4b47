package zhanggui.presence;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhanggui.access.Viewer;

/** A form that is open says so every twenty seconds, and once when it closes. */
@RestController
@RequestMapping("/api/presence/{list}/{id}")
@PreAuthorize("isAuthenticated()")
class PresenceController {
    private final Presence presence;

    PresenceController(Presence presence) {
        this.presence = presence;
    }

    @PutMapping
    List<PresenceStore.Editor> editing(@PathVariable String list, @PathVariable UUID id, Viewer viewer) {
        return presence.editing(list, id, viewer);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void gone(@PathVariable String list, @PathVariable UUID id, Viewer viewer) {
        presence.gone(list, id, viewer);
    }
}
